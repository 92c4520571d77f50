import { columnLetters } from '../page/column-letters.ts';

/** Why a cell says no value: an error such as #REF!, or a formula that nobody has computed yet. */
export type CellFault = 'error' | 'no-value';

/** A cell of a worksheet that holds something. Rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** more than 1 where cells are merged */
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** what it says, as text; of a number its digits */
  readonly text: string;
  /** it is a number and no text */
  readonly isNumber: boolean;
  readonly fault?: CellFault;
}

/** One worksheet, whatever file it was read from. */
export interface SheetGrid {
  readonly name: string;
  readonly cells: readonly GridCell[];
  /** whoever opens the workbook does not see it */
  readonly isHidden?: true;
}

/** No public table is as wide; what lies further right is no part of one. */
const MOST_COLUMNS = 200;

/** Longer than any pack of tables; a sheet that goes on is not read for ever. */
const MOST_ROWS = 20_000;
const MOST_MERGED_ROWS = 30;
/** No title, heading or amount is as long; what is only a note. */
const LONGEST_TEXT = 300;

/** A worksheet by place. */
export class Grid {
  readonly name: string;
  /** the rows that hold something, from the top */
  readonly rows: readonly number[];
  readonly #byRow = new Map<number, Map<number, GridCell>>();
  readonly #sorted = new Map<number, readonly GridCell[]>();
  readonly #mergedByRow = new Map<number, GridCell[]>();

  constructor({ name, cells }: SheetGrid) {
    this.name = name;
    const near = cells
      .filter(({ column, text, fault }) => column < MOST_COLUMNS && (text.trim() || fault))
      .map((cell) =>
        cell.text.length <= LONGEST_TEXT ? cell : { ...cell, text: cell.text.slice(0, LONGEST_TEXT) },
      );
    for (const cell of near) {
      const row = this.#byRow.get(cell.row) ?? new Map<number, GridCell>();
      this.#byRow.set(cell.row, row.set(cell.column, cell));
    }
    this.rows = [...this.#byRow.keys()].sort((a, b) => a - b).slice(0, MOST_ROWS);
    for (const row of this.rows) {
      const cells = [...(this.#byRow.get(row)?.values() ?? [])];
      this.#sorted.set(
        row,
        cells.sort((a, b) => a.column - b.column),
      );
    }
    for (const cell of near.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)) {
      const end = cell.row + Math.min(cell.rowSpan, MOST_MERGED_ROWS);
      for (let row = cell.row; row < end; row += 1) {
        const merged = this.#mergedByRow.get(row);
        if (merged === undefined) this.#mergedByRow.set(row, [cell]);
        else merged.push(cell);
      }
    }
  }

  /** The rows that hold something, from one up to another. */
  rowsBetween(from: number, to: number): number[] {
    return this.rows.slice(this.#indexOf(from), this.#indexOf(to));
  }

  /** How many rows hold something above a row. */
  #indexOf(row: number): number {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle] ?? row) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The cells of a row that hold something, from the left. */
  row(row: number): readonly GridCell[] {
    return this.#sorted.get(row) ?? [];
  }

  at(row: number, column: number): GridCell | undefined {
    return this.#byRow.get(row)?.get(column);
  }

  /** The cell that is seen at a place: its own, or the merged one that covers it. */
  covering(row: number, column: number): GridCell | undefined {
    return (
      this.at(row, column) ??
      this.#mergedByRow
        .get(row)
        ?.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
    );
  }

  /** `03 支出决算表!D12` */
  address(row: number, column: number): string {
    return `${this.name}!${columnLetters(column)}${row + 1}`;
  }
}
