import { useMemo, useState } from 'react';
import type { TableModel, TablePack } from '../../core/tables/model.ts';
import { isFedBy, movedNumbers } from '../../core/tables/moved.ts';
import { SmallSelect } from '../parts/small-select.tsx';
import { previewTable } from './preview-table.ts';

interface PreviewProps {
  readonly pack: TablePack;
  /** the pack before the last step; `null`: nothing was keyed yet */
  readonly before: TablePack | null;
  /** id of the sheet that is keyed */
  readonly sheet: string;
}

/** A table that the sheet feeds, with the numbers that the last step has moved. */
export function Preview({ pack, before, sheet }: PreviewProps) {
  const [chosen, setChosen] = useState<TableModel['id'] | null>(null);
  const fed = useMemo(() => pack.tables.filter((table) => isFedBy(table, sheet)), [pack, sheet]);
  const moved = useMemo(() => new Map(fed.map((table) => [table.id, movedIn(table, before)])), [fed, before]);
  const model = fed.find(({ id }) => id === chosen) ?? fed.find(({ id }) => id === sheet) ?? fed[0];
  const table = useMemo(() => model && previewTable(model), [model]);

  if (model === undefined || table === undefined) return null;
  const own = moved.get(model.id) ?? new Set();
  const others = fed.filter(({ id }) => id !== model.id && (moved.get(id)?.size ?? 0) > 0);
  return (
    <section className="preview" aria-label="预览">
      <SmallSelect
        className="preview-switch"
        label="看哪张表"
        value={model.id}
        options={fed.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setChosen}
      />
      <p className="preview-words">
        {own.size > 0 ? `浅蓝底的 ${own.size} 个数由最近一次存入带动` : '存入一个数，就看到它带动了哪些数'}
      </p>
      <table className="preview-table" aria-label={model.title}>
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
          {table.rows.map((row) => (
            <tr key={row.key} className={row.kind === 'code' ? `level-${row.code.length}` : row.kind}>
              <th scope="row">
                {row.code !== '' && <small>{row.code}</small>} {row.label}
              </th>
              {row.cells.map(({ key, text }) => (
                <td key={key} className={own.has(key) ? 'moved' : undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {model.empty && model.notes.map((note) => <p key={note}>{note}</p>)}
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
      <p className="preview-words">没有数的列略去；版式在“公开表”里看。</p>
    </section>
  );
}

function movedIn(table: TableModel, before: TablePack | null): Set<string> {
  const old = before?.tables.find(({ id }) => id === table.id);
  return old === undefined ? new Set() : movedNumbers(old, table);
}
