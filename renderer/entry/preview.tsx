import { Fragment, useState } from 'react';
import type { PreviewRow, PreviewTable } from '../../core/tables/preview.ts';
import { SmallSelect } from '../parts/small-select.tsx';

interface PreviewProps {
  /** those that the sheet feeds */
  readonly tables: readonly PreviewTable[];
  /** id of the sheet that is keyed */
  readonly sheet: string;
}

/** A table that the sheet feeds, with the numbers that the last step has moved. */
export function Preview({ tables, sheet }: PreviewProps) {
  const [chosen, setChosen] = useState<PreviewTable['id'] | null>(null);
  const table = tables.find(({ id }) => id === chosen) ?? tables.find(({ id }) => id === sheet) ?? tables[0];
  if (table === undefined) return <p className="panel-line">这套公开表里没有用到这张录入表的数。</p>;
  const others = tables.filter(({ id, moved }) => id !== table.id && moved > 0);
  return (
    <section className="preview" aria-label="预览">
      <SmallSelect
        className="preview-switch"
        label="看哪张表"
        value={table.id}
        options={tables.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setChosen}
      />
      <p className="preview-words">
        单位：万元。
        {table.moved > 0
          ? `浅蓝底的 ${table.moved} 个数由最近一次存入带动`
          : '存入一个数，就看到它带动了哪些数'}
      </p>
      {table.note === '' ? <Numbers table={table} /> : <p>{table.note}</p>}
      {others.length > 0 && (
        <p className="preview-others">
          也带动了：
          {others.map(({ id, title }) => (
            <button key={id} type="button" className="link" onClick={() => setChosen(id)}>
              {title}
            </button>
          ))}
        </p>
      )}
      <p className="preview-words">
        {table.omitted > 0 && `另有 ${table.omitted} 行没有变动，不在这里列出。`}
        没有数的列略去，版式在“公开表”里看。
      </p>
    </section>
  );
}

function Numbers({ table }: { readonly table: PreviewTable }) {
  return (
    <table className="preview-table" aria-label={table.title}>
      <thead>
        <tr>
          <th>项目</th>
          {table.headings.map((heading, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading
            <th key={index}>{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place in the table
          <Fragment key={index}>
            {row.side !== null && row.side !== table.rows[index - 1]?.side && (
              <tr className="preview-side">
                <th scope="rowgroup" colSpan={table.headings.length + 1}>
                  {row.side === 'income' ? '收入' : '支出'}
                </th>
              </tr>
            )}
            <NumberRow row={row} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function NumberRow({ row: { kind, code, label, cells } }: { readonly row: PreviewRow }) {
  return (
    <tr className={kind === 'code' ? `level-${code.length}` : kind}>
      <th scope="row">
        {code !== '' && <span className="preview-code">{code}</span>} {label}
      </th>
      {cells.map(({ text, moved }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column
        <td key={index} className={moved ? 'moved' : undefined}>
          {text}
        </td>
      ))}
    </tr>
  );
}
