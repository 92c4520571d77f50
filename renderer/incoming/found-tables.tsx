import type { KeyboardEvent } from 'react';
import type { IncomingTable } from '../../core/incoming/incoming.ts';
import type { ImportPreview } from '../../core/incoming/preview.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import { steppedIndex } from '../step.ts';
import { countOf } from './rows.ts';

interface FoundTablesProps {
  readonly preview: ImportPreview;
  /** id of the table that is shown */
  readonly current: string | null;
  readonly onTable: (id: string) => void;
}

/** What was found in the file, and what was not read and why. */
export function FoundTables({ preview, current, onTable }: FoundTablesProps) {
  const { tables, unread, remarks } = preview;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = steppedIndex(
      event.key,
      tables.findIndex(({ id }) => id === current),
      tables.length,
    );
    const table = next === null ? undefined : tables[next];
    if (table === undefined) return;
    event.preventDefault();
    onTable(table.id);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('button')[next ?? 0]?.focus();
  }

  return (
    <nav className="found-tables" aria-label="文件里的表">
      <ul onKeyDown={onKeyDown}>
        {tables.map((table) => (
          <li key={table.id}>
            <button
              type="button"
              aria-current={table.id === current ? 'true' : undefined}
              onClick={() => onTable(table.id)}
            >
              <span className="found-name">{table.name}</span>
              {tables.some(({ id, name }) => id !== table.id && name === table.name) && (
                <small>{table.sheet}</small>
              )}
              <TableCounts table={table} />
            </button>
          </li>
        ))}
      </ul>
      {tables.length === 0 && <p className="found-note">没有认出任何一张表。</p>}
      <Remarks remarks={remarks} />
      {unread.length > 0 && (
        <details className="unread" open={tables.length === 0}>
          <summary>{unread.length} 个工作表没有读</summary>
          <dl>
            {unread.map(({ sheet, reason }) => (
              <div key={sheet}>
                <dt>{sheet}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </nav>
  );
}

function TableCounts({ table }: { readonly table: IncomingTable }) {
  const { rows, fault, isLeft } = table;
  if (isLeft) return <small>不取这张表</small>;
  const refused = countOf(rows, 'refused');
  const doubtful = countOf(rows, 'doubtful');
  return (
    <small className="found-counts">
      {fault !== '' && (
        <span>
          <LevelSign level="error" size={12} />
          整表待定
        </span>
      )}
      <span>取入 {countOf(rows, 'taken')}</span>
      {doubtful > 0 && (
        <span>
          <LevelSign level="verify" size={12} />
          存疑 {doubtful}
        </span>
      )}
      {refused > 0 && (
        <span>
          <LevelSign level="error" size={12} />
          待处理 {refused}
        </span>
      )}
    </small>
  );
}

/** What is to be known of the whole file. */
export function Remarks({ remarks }: Pick<ImportPreview, 'remarks'>) {
  if (remarks.length === 0) return null;
  return (
    <ul className="found-notes" aria-label="对文件的说明">
      {remarks.map((remark) => (
        <li key={remark}>
          <LevelSign level="hint" size={13} />
          {remark}
        </li>
      ))}
    </ul>
  );
}
