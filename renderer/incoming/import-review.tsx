import { type ReactNode, useEffect, useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { IncomingTable } from '../../core/incoming/incoming.ts';
import type { ImportPreview } from '../../core/incoming/preview.ts';
import { type ViewTab, ViewTabs } from '../checks/view-tabs.tsx';
import { useShortcut } from '../shortcut.ts';
import { ChangesView } from './changes-view.tsx';
import { FileChoices, focusOpenChoice } from './file-choices.tsx';
import { FileFacts } from './file-facts.tsx';
import { FoundTables, Remarks } from './found-tables.tsx';
import { ImportFoot } from './import-foot.tsx';
import {
  faultyColumn,
  nextWaiting,
  type RowFilter,
  shownColumns,
  type WaitingPlace,
  waitingPlaces,
} from './rows.ts';
import type { ActiveCell } from './rows-view.tsx';
import { type TableSide, TableView } from './table-view.tsx';
import { TargetLine } from './target-line.tsx';
import { TiesView } from './ties-view.tsx';

interface ImportReviewProps {
  readonly book: OpenedBook;
  readonly preview: ImportPreview;
  readonly choices: ImportChoices;
  /** main is at work */
  readonly isBusy: boolean;
  readonly onYear: (year: number) => void;
  readonly onUnit: (unit: string) => void;
  readonly onChange: (update: (choices: ImportChoices) => ImportChoices) => void;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

type View = 'tables' | 'ties' | 'changes';

const isDialogOpen = () => document.querySelector('[role="dialog"]') !== null;

/** Where the keyboard begins: at what waits, if anything does. */
function firstCell(tables: readonly IncomingTable[]): ActiveCell {
  const [first] = waitingPlaces(tables);
  const table = tables.find(({ id }) => id === first?.table);
  const row = table?.rows.find((each) => each.row === first?.row);
  return table === undefined || row === undefined
    ? { row: 0, column: 0 }
    : { row: row.row, column: faultyColumn(row, shownColumns(table)) };
}

/** A file that was read: what it holds, row by row, and what would become of the book. */
export function ImportReview(props: ImportReviewProps) {
  const { book, preview, choices, isBusy, onYear, onUnit, onChange, onTake, onLeave } = props;
  const { tables, ties, changes } = preview;
  // a unit's year out of another book has none: it is compared with ours cell by cell
  const hasTables = tables.length > 0 || preview.kind !== 'book';
  const [view, setView] = useState<View>(hasTables ? 'tables' : 'changes');
  const [side, setSide] = useState<TableSide>('rows');
  const [filter, setFilter] = useState<RowFilter>('all');
  const [tableId, setTableId] = useState<string | null>(() => waitingPlaces(tables)[0]?.table ?? null);
  const [active, setActive] = useState<ActiveCell>(() => firstCell(tables));
  /** counts how often the keyboard was sent to the rows */
  const [sent, setSent] = useState(0);
  const table = tables.find(({ id }) => id === tableId) ?? tables[0];

  function goTo(place: WaitingPlace | null) {
    const goal = tables.find(({ id }) => id === place?.table);
    if (place === null || goal === undefined) return;
    setView('tables');
    setTableId(goal.id);
    const row = goal.rows.find((each) => each.row === place.row);
    if (row === undefined) {
      if (!focusOpenChoice()) setSide('columns');
      return;
    }
    setSide('rows');
    if (filter !== 'all') setFilter(row.verdict === 'refused' ? 'waiting' : 'doubtful');
    setActive({ row: row.row, column: faultyColumn(row, shownColumns(goal)) });
    setSent((count) => count + 1);
  }

  function step(by: 1 | -1) {
    if (isDialogOpen()) return;
    const from =
      view === 'tables' && table ? { table: table.id, row: side === 'rows' ? active.row : null } : null;
    goTo(nextWaiting(tables, from, by));
  }

  useShortcut('F8', () => step(1));
  useShortcut('Shift+F8', () => step(-1));
  useShortcut('Ctrl+Enter', () => isDialogOpen() || onTake());

  // biome-ignore lint/correctness/useExhaustiveDependencies: as the file comes, the keyboard goes to what waits in it
  useEffect(() => {
    // what went away with the focus in it may first have given it back to the page
    queueMicrotask(() => {
      // who only came back to the page stays where she is
      if (document.activeElement?.closest('.navigation, .top-bar')) return;
      const [waiting] = waitingPlaces(tables);
      if (waiting?.row === null) goTo(waiting);
      else setSent(1);
    });
  }, []);
  // after the rows, which may just have come
  useEffect(() => {
    if (sent > 0) document.querySelector<HTMLElement>('.incoming-rows')?.focus({ preventScroll: true });
  }, [sent]);

  const broken = ties.filter(({ isHeld }) => !isHeld).length;
  const tabs: ViewTab<View>[] = [
    ...(hasTables ? [{ id: 'tables', name: '各表', count: String(tables.length) } as const] : []),
    ...(ties.length === 0
      ? []
      : [{ id: 'ties', name: '表间核对', count: broken === 0 ? '一致' : `${broken} 处不等` } as const]),
    { id: 'changes', name: '与账簿的差异', count: String(changes.length) },
  ];
  const bodies: Readonly<Record<View, ReactNode>> = {
    tables: (
      <div className="import-tables">
        <FoundTables preview={preview} current={table?.id ?? null} onTable={showTable} />
        {table && (
          <TableView
            table={table}
            choices={choices}
            side={side}
            filter={filter}
            active={active}
            onSide={setSide}
            onFilter={setFilter}
            onActive={setActive}
            onChange={onChange}
          />
        )}
      </div>
    ),
    ties: <TiesView ties={ties} waiting={preview.counts.refused} />,
    changes: <ChangesView changes={changes} choices={choices} onChange={onChange} />,
  };

  function showTable(id: string) {
    setTableId(id);
    setActive({ row: 0, column: 0 });
    const goal = tables.find((each) => each.id === id);
    setSide(goal !== undefined && goal.fault !== '' && goal.rows.length === 0 ? 'columns' : 'rows');
  }

  const [first] = waitingPlaces(tables);
  const stands = preview.counts.refused > 0 || tables.some(({ fault, isLeft }) => fault !== '' && !isLeft);
  return (
    <>
      <TargetLine book={book} year={choices.year} unit={choices.unit} onYear={onYear} onUnit={onUnit}>
        <FileChoices preview={preview} choices={choices} onChange={onChange} />
        <FileFacts book={book} preview={preview} choices={choices} />
      </TargetLine>
      {!hasTables && <Remarks remarks={preview.remarks} />}
      <ViewTabs label="导入的各页" tabs={tabs} current={view} onTab={setView} />
      <div
        className="import-body"
        id="check-body"
        role="tabpanel"
        aria-labelledby={`check-${view}`}
        aria-busy={isBusy}
      >
        {bodies[view]}
      </div>
      <ImportFoot
        preview={preview}
        isBusy={isBusy}
        onObstacle={stands && first !== undefined ? () => goTo(first) : null}
        onTake={onTake}
        onLeave={onLeave}
      />
    </>
  );
}
