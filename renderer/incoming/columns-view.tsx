import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { ColumnMeaning, IncomingColumn, IncomingTable } from '../../core/incoming/incoming.ts';
import { columnLetters } from '../../core/page/column-letters.ts';
import { SmallSelect } from '../parts/small-select.tsx';
import { withMeaning } from './choose.ts';

interface ColumnsViewProps {
  readonly table: IncomingTable;
  readonly choices: ImportChoices;
  readonly onChange: (update: (choices: ImportChoices) => ImportChoices) => void;
}

/** So many amounts of a column are shown, to know it by. */
const SAMPLES = 3;

/** As the clerk's choice is called off; no meaning has this id. */
const BY_HEADING = '=heading';

function samplesOf(table: IncomingTable, column: IncomingColumn): readonly string[] {
  if (column.samples !== undefined) return column.samples.slice(0, SAMPLES);
  const texts = table.rows.flatMap(({ cells }) =>
    cells.filter((cell) => cell.column === column.index && cell.text !== '').map(({ text }) => text),
  );
  return texts.slice(0, SAMPLES);
}

/** What the columns of a table must say and do not. */
export function missingMeanings({ meanings, columns }: IncomingTable): readonly ColumnMeaning[] {
  return meanings.filter(({ id, required }) => required && !columns.some(({ meaning }) => meaning === id));
}

/** What each column of a table means. */
export function ColumnsView({ table, choices, onChange }: ColumnsViewProps) {
  const { meanings, columns } = table;
  const missing = missingMeanings(table);
  return (
    <div className="columns-view">
      <p className="columns-hint">
        {missing.length > 0 && <b>还没有对应的必需栏目：{missing.map(({ name }) => name).join('、')}。</b>}
        {table.report === undefined
          ? '按表头认出的含义，不对的在这里改。'
          : `按表头认出的含义，不对的在这里改，并入后记住，下次导入${table.report}照此认。`}
      </p>
      <table className="check-table">
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">表头</th>
            <th scope="col">栏次</th>
            <th scope="col" className="amount">
              前几个数
            </th>
            <th scope="col">含义</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const { index, path, order, meaning, isChosen } = column;
            const own = choices.meanings.find((each) => each.table === table.id && each.path === path);
            return (
              <tr key={index}>
                <td>{columnLetters(index)}</td>
                <th scope="row">{path === '' ? '（没有表头）' : path.split('/').join(' / ')}</th>
                <td>{order}</td>
                <td className="amount column-samples">
                  {samplesOf(table, column).map((text, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: texts may repeat, and never move
                    <span key={at}>{text}</span>
                  ))}
                </td>
                <td className="meaning-cell">
                  <SmallSelect
                    label={`${columnLetters(index)} 列的含义`}
                    className={meaning === '' ? 'meaning-switch untaken' : 'meaning-switch'}
                    value={own?.meaning ?? meaning}
                    searchable
                    options={[
                      { value: '', label: '不取' },
                      ...meanings.map(({ id, name, required }) => ({
                        value: id,
                        label: required ? `${name}（必需）` : name,
                      })),
                      ...(own === undefined ? [] : [{ value: BY_HEADING, label: '按表头认' }]),
                    ]}
                    onChange={(chosen) =>
                      onChange((old) =>
                        withMeaning(old, { table: table.id, path }, chosen === BY_HEADING ? null : chosen),
                      )
                    }
                  />
                  {isChosen && <small>已选定</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
