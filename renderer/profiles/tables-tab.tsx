import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ProfileChoice } from '../../core/api.ts';
import type { ProfileEdition, TableId } from '../../core/profiles/profile.ts';
import { UnconfirmedSign } from '../parts/unconfirmed-sign.tsx';
import { steppedIndex } from '../step.ts';
import { tableNumber } from '../tables/table-name.ts';
import { moveTable, withoutTable } from './edit-edition.ts';
import { useEditing } from './editing.ts';
import { TableForm } from './table-form.tsx';
import { TakeInTable } from './take-in-table.tsx';

interface TablesTabProps {
  readonly edition: ProfileEdition;
  readonly year: number;
  readonly choices: readonly ProfileChoice[];
}

/** 各张表: which tables are published, in which order, and how each is called. */
export function TablesTab({ edition, year, choices }: TablesTabProps) {
  const { canEdit, change } = useEditing();
  const [chosen, setChosen] = useState<TableId | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { tables } = edition;
  const index = Math.max(
    0,
    tables.findIndex(({ id }) => id === chosen),
  );
  const table = tables[index];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that moves in the page drops the focus
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLButtonElement>('[aria-current]')?.focus();
  }, [index]);

  const move = (id: TableId, step: -1 | 1) => {
    setChosen(id);
    void change((old) => moveTable(old, id, step)).then(setFault);
  };

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && step !== 0) {
      event.preventDefault();
      if (canEdit && table !== undefined) move(table.id, step);
      return;
    }
    const next = steppedIndex(event.key, index, tables.length);
    const wanted = next === null ? undefined : tables[next];
    if (next === null || wanted === undefined) return;
    event.preventDefault();
    setChosen(wanted.id);
    list.current?.querySelectorAll<HTMLButtonElement>('button[data-table]')[next]?.focus();
  }

  return (
    <div className="edition-tables">
      <section aria-label="表目">
        <ul ref={list} className="edition-list" onKeyDown={onKeyDown}>
          {tables.map((each, place) => (
            <li key={each.id} className={each === table ? 'current' : undefined}>
              <button
                type="button"
                data-table={each.id}
                tabIndex={each === table ? 0 : -1}
                aria-current={each === table ? 'true' : undefined}
                aria-keyshortcuts={canEdit ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
                onClick={() => setChosen(each.id)}
              >
                <span className="table-number">{tableNumber(each, place)}</span>
                <span>{each.title}</span>
                <UnconfirmedSign points={each.unconfirmed.length} />
              </button>
              {canEdit && each === table && (
                <span className="table-moves">
                  <button
                    type="button"
                    className="link"
                    disabled={place === 0}
                    title="上移（Alt+↑）"
                    onClick={() => move(each.id, -1)}
                  >
                    上移
                  </button>
                  <button
                    type="button"
                    className="link"
                    disabled={place === tables.length - 1}
                    title="下移（Alt+↓）"
                    onClick={() => move(each.id, 1)}
                  >
                    下移
                  </button>
                  <button
                    type="button"
                    className="link"
                    disabled={tables.length === 1}
                    onClick={() => void change((old) => withoutTable(old, each.id)).then(setFault)}
                  >
                    不公开这张表
                  </button>
                </span>
              )}
            </li>
          ))}
        </ul>
        <p role="alert">{fault}</p>
        {canEdit && <TakeInTable edition={edition} year={year} choices={choices} onTaken={setChosen} />}
      </section>
      {table && <TableForm key={table.id} edition={edition} table={table} year={year} />}
    </div>
  );
}
