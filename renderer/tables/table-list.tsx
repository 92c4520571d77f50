import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { TableModel } from '../../core/tables/model.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { steppedIndex } from '../step.ts';

interface TableListProps {
  readonly tables: readonly TableModel[];
  readonly current: TableModel;
  readonly onChoose: (table: TableModel) => void;
}

/** The tables of the pack in the order in which they are published. */
export function TableList({ tables, current, onChoose }: TableListProps) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number that had the focus is gone with its table
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLButtonElement>('[aria-current]')?.focus();
  }, [current.id]);

  function onKeyDown(event: KeyboardEvent) {
    const next = steppedIndex(event.key, tables.indexOf(current), tables.length);
    const table = next === null ? undefined : tables[next];
    if (next === null || table === undefined) return;
    event.preventDefault();
    onChoose(table);
    list.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus();
  }

  return (
    <nav className="table-list" aria-label="公开表目录">
      <ul ref={list} onKeyDown={onKeyDown}>
        {tables.map((table, index) => (
          <li key={table.id}>
            <button
              type="button"
              tabIndex={table === current ? 0 : -1}
              aria-current={table === current ? 'true' : undefined}
              onClick={() => onChoose(table)}
            >
              <span className="table-number">{String(index + 1).padStart(2, '0')}</span>
              <span>
                {table.title}
                {table.empty && <small>（空表）</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="table-keys">
        <KeyHint keys="Ctrl+PgUp" />
        <KeyHint keys="PgDn" />
        换表
      </p>
    </nav>
  );
}
