import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { TableModel } from '../../core/tables/model.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { UnconfirmedSign } from '../parts/unconfirmed-sign.tsx';
import { steppedIndex } from '../step.ts';
import { tableNumber } from './table-name.ts';

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

  const longest = Math.max(...tables.map(({ number }) => number.length));
  return (
    <nav className="table-list" aria-label="公开表目录">
      <ul ref={list} className={numberPlace(longest)} onKeyDown={onKeyDown}>
        {tables.map((table, index) => (
          <li key={table.id}>
            <button
              type="button"
              tabIndex={table === current ? 0 : -1}
              aria-current={table === current ? 'true' : undefined}
              onClick={() => onChoose(table)}
            >
              <span className="table-number">{tableNumber(table, index)}</span>
              <span>
                {table.title}
                {table.empty && <small>（空表）</small>}
              </span>
              <UnconfirmedSign points={table.unconfirmed.length} />
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

/** A place in the pack and 十二、 have room before the title; 公开01表 stands above it. */
function numberPlace(longest: number): string | undefined {
  if (longest === 0) return undefined;
  return longest <= 3 ? 'numbers-before' : 'numbers-above';
}
