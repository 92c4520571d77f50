import type { BookCell } from '../book/refused-cells.ts';
import type { GridColumn, GridLine, GridSelection } from '../entry-grid/grid-types.ts';
import type { SheetSession } from './sheet-session.ts';

/** A selected cell in which a figure stands. */
export interface ChosenCell {
  readonly cell: BookCell;
  readonly value: number;
}

/** The cells of the selection that can be keyed and are not blank. */
export function chosenCells(
  session: SheetSession,
  lines: readonly GridLine[],
  columns: readonly GridColumn[],
  selection: GridSelection | null,
): ChosenCell[] {
  if (selection === null) return [];
  const { rows, columns: across } = selection;
  return lines.slice(rows[0], rows[1] + 1).flatMap((line) =>
    columns.slice(across[0], across[1] + 1).flatMap((column) => {
      const found = session.at({ line: line.id, column: column.id });
      const cell = found && session.cellOf(found);
      const value = cell && session.figures.get(cell);
      return cell === null || value === null ? [] : [{ cell, value }];
    }),
  );
}
