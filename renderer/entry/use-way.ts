import { type RefObject, useEffect, useReducer, useState } from 'react';
import type { FundView } from '../../core/entry/sheet-columns.ts';
import { type Fund, findColumn, type Measure } from '../../core/figures/sheets.ts';
import type { BookDesk } from '../book/book-desk.ts';
import type { BookCell } from '../book/refused-cells.ts';
import type { CellPlace, EntryGridHandle } from '../entry-grid/grid-types.ts';
import { fundViews } from './fund-tabs.tsx';
import type { SheetSession } from './sheet-session.ts';
import type { Guide } from './use-entry.ts';
export interface Target extends CellPlace {
  /** false: whoever asked, the find bar, keeps the focus */
  readonly focus: boolean;
}

/** What of a sheet is seen, and where in it the keyboard is. */
interface Way {
  readonly closed: ReadonlySet<string>;
  readonly toggle: (line: string) => void;
  readonly show: (fund: FundView, measure: Measure) => void;
  readonly goTo: (target: Target) => void;
  readonly showCell: (cell: Pick<BookCell, 'row' | 'fund' | 'column' | 'measure'>) => void;
  /** puts a row on the sheet that has no figure yet; it stays there as long as the book is open */
  readonly putRow: (row: string, fund: Fund) => void;
}

interface Moving {
  readonly grid: RefObject<EntryGridHandle | null>;
  /** another fund or measure is shown */
  readonly onMoved: () => void;
}

/** How one comes to a cell of the sheet on the page: its fund and measure are shown, what lies over it is opened. */
export function useWay(
  session: SheetSession,
  desk: BookDesk,
  { wanted, onShown }: Pick<Guide, 'wanted' | 'onShown'>,
  { grid, onMoved }: Moving,
): Way {
  const { sheet, year, unit } = session.options;
  const left = desk.memory.sheet(sheet.id);
  const [closed, setClosed] = useState(left.closed);
  const [target, setTarget] = useState<Target | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    if (target === null) return;
    if (target.focus) grid.current?.goTo(target);
    else grid.current?.show(target);
  }, [target, grid]);

  function close(lines: ReadonlySet<string>) {
    left.closed = lines;
    setClosed(lines);
  }

  function goTo(place: Target) {
    const above = new Set<string>();
    for (let id = session.view.line(place.line)?.parent ?? null; id !== null; ) {
      above.add(id);
      id = session.view.line(id)?.parent ?? null;
    }
    if ([...above].some((id) => closed.has(id))) close(new Set([...closed].filter((id) => !above.has(id))));
    setTarget({ ...place });
  }

  function show(fund: FundView, measure: Measure) {
    grid.current?.commitOpenCell();
    // where there is only one it is not chosen, and must not be shown in the units
    if (fundViews(sheet, unit).length > 1) left.fund = fund;
    left.measure = measure;
    session.show(fund, measure);
    onMoved();
    redraw();
  }

  function showCell({ row, fund, column, measure }: Pick<BookCell, 'row' | 'fund' | 'column' | 'measure'>) {
    if (!fundViews(sheet, unit).includes(fund)) return;
    // a text stands beside the figures of any measure
    const isText = findColumn(sheet, column)?.kind === 'text';
    show(fund, isText ? session.view.options.measure : measure);
    if (session.view.line(row) === undefined) {
      // a row of the clerk's own that is gone does not come back by being looked for
      if (sheet.rows.kind === 'free') return;
      putRow(row, fund);
    }
    goTo({ line: row, column, focus: true });
  }

  function putRow(row: string, fund: Fund) {
    if (unit === null) return;
    desk.memory.rows(year, unit, sheet.id).push({ row, fund });
    session.view.addRow(row);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a cell is wanted of the sheet that has just come
  useEffect(() => {
    if (wanted?.year !== year || wanted.unit !== unit || wanted.sheet !== sheet.id) return;
    showCell(wanted);
    onShown();
  }, [session, wanted]);

  function toggle(line: string) {
    close(closed.has(line) ? new Set([...closed].filter((id) => id !== line)) : new Set([...closed, line]));
  }

  return { closed, toggle, show, goTo, showCell, putRow };
}
