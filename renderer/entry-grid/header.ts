import type { GridColumn } from './grid-types.ts';

/** A cell of the header, perhaps over several columns or rows. */
export interface HeaderCell {
  readonly text: string;
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly columnSpan: number;
  /** the title of one column, not a group */
  readonly isTitle: boolean;
  /** some cell below it can be keyed */
  readonly keyed: boolean;
}

/** The header row by row: equal neighbouring groups are one cell, a title reaches down to the last row. */
export function headerRows(columns: readonly GridColumn[]): HeaderCell[][] {
  const depth = 1 + Math.max(0, ...columns.map(({ groups }) => groups.length));
  return Array.from({ length: depth }, (_, row) => headerRow(columns, row, depth));
}

function headerRow(columns: readonly GridColumn[], row: number, depth: number): HeaderCell[] {
  const cells: HeaderCell[] = [];
  columns.forEach((column, index) => {
    if (column.groups.length < row) return;
    if (column.groups.length === row) {
      const span = { row, rowSpan: depth - row, column: index, columnSpan: 1 };
      cells.push({ text: column.title, ...span, isTitle: true, keyed: column.keyed });
      return;
    }
    const last = cells.at(-1);
    const before = columns[index - 1];
    if (last !== undefined && before !== undefined && sameGroups(before, column, row)) {
      cells[cells.length - 1] = {
        ...last,
        columnSpan: last.columnSpan + 1,
        keyed: last.keyed || column.keyed,
      };
      return;
    }
    const text = column.groups[row] ?? '';
    cells.push({ text, row, rowSpan: 1, column: index, columnSpan: 1, isTitle: false, keyed: column.keyed });
  });
  return cells;
}

/** Frozen and scrolled columns share no cell: it could not be at both places. */
function sameGroups(one: GridColumn, other: GridColumn, row: number): boolean {
  if (one.frozen !== other.frozen || one.groups.length <= row) return false;
  return one.groups.slice(0, row + 1).join('\n') === other.groups.slice(0, row + 1).join('\n');
}
