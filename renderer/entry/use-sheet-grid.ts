import { useMemo } from 'react';
import type { ViewColumn } from '../../core/entry/sheet-columns.ts';
import type { GridColumn, GridSource } from '../entry-grid/grid-types.ts';
import { gridColumns, gridSource, longestAmount } from './grid-source.ts';
import type { SheetSession } from './sheet-session.ts';
import { useWideWindow } from './use-wide-window.ts';

export interface SheetGrid {
  /** those of the sheet that have room in the window */
  readonly shownColumns: readonly ViewColumn[];
  readonly columns: readonly GridColumn[];
  readonly source: GridSource;
}

/** What the clerk has set for the columns of all sheets, by sheet and column. */
interface ColumnChoices {
  /** px at 100 % */
  readonly widths: Readonly<Record<string, number>>;
  readonly shown: Readonly<Record<string, boolean>>;
}

/** What the grid shows of a session. Columns and source stay the same objects as long as nothing about them changes. */
export function useSheetGrid(
  session: SheetSession,
  closed: ReadonlySet<string>,
  { widths, shown }: ColumnChoices,
): SheetGrid {
  const isWide = useWideWindow();
  const { view } = session;
  const { lines } = view;
  const { sheet } = view.options;
  const shownColumns = view.columns.filter(({ id, wide }) => shown[`${sheet.id} ${id}`] ?? (isWide || !wide));
  const amounts = shownColumns.map((column) => longestAmount(view, column));
  const lengths = amounts.map((amount) => amount.length).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a column is as wide as its longest amount
  const columns = useMemo(
    () => gridColumns(shownColumns, amounts, widths, sheet),
    [view, isWide, widths, shown, sheet, lengths],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines of a view are a new list when one comes or goes
  const source = useMemo(() => gridSource(session, closed), [session, view, lines, closed]);
  return { shownColumns, columns, source };
}
