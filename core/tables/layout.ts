import type { LeafColumn, ProfileColumn } from '../profiles/profile.ts';
import type { CellKind, PrintedCell, PrintedColumn } from './model.ts';

/** What stands in one column of a printed line. */
export interface LineCell {
  readonly kind: CellKind;
  readonly text: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
  /** how many columns it covers, itself included */
  readonly span?: number;
  readonly value?: { readonly row: number; readonly column: string };
}

/** One printed line of a table's body, by column key. A missing key is an empty bordered cell. */
export type Line = Readonly<Record<string, LineCell>>;

function isLeaf(column: ProfileColumn): column is LeafColumn {
  return 'key' in column;
}

function leafColumns(columns: readonly ProfileColumn[]): LeafColumn[] {
  return columns.flatMap((column) => (isLeaf(column) ? [column] : leafColumns(column.columns)));
}

export function printedColumns(columns: readonly ProfileColumn[]): PrintedColumn[] {
  return leafColumns(columns).map(({ key, width }) => ({ key, width }));
}

function height(columns: readonly ProfileColumn[]): number {
  return Math.max(...columns.map((column) => (isLeaf(column) ? 1 : 1 + height(column.columns))));
}

/**
 * Lays a tree of headings out as a grid. A heading is as wide as its columns and fills the rows that its columns
 * leave, so every lowest heading touches the body.
 */
export function headerGrid(columns: readonly ProfileColumn[]): PrintedCell[][] {
  const rows: PrintedCell[][] = Array.from({ length: height(columns) }, () => []);
  const place = (siblings: readonly ProfileColumn[], top: number, left: number) => {
    let column = left;
    for (const heading of siblings) {
      const available = rows.length - top;
      const span = isLeaf(heading) ? 1 : leafColumns(heading.columns).length;
      const rowSpan = isLeaf(heading) ? available : available - height(heading.columns);
      rows[top]?.push({
        column,
        columnSpan: span,
        rowSpan,
        kind: 'head',
        text: heading.title,
        align: 'center',
        indent: 0,
      });
      if (!isLeaf(heading)) place(heading.columns, top + rowSpan, column);
      column += span;
    }
  };
  place(columns, 0, 0);
  return rows.map((row) => row.sort((a, b) => a.column - b.column));
}

const DEFAULT_ALIGN: Readonly<Record<CellKind, 'left' | 'center' | 'right'>> = {
  head: 'center',
  label: 'left',
  code: 'left',
  amount: 'right',
};

/** Sets a line's cells into the printed columns; every column gets a cell unless a merge covers it. */
export function printedLine(line: Line, columns: readonly PrintedColumn[]): PrintedCell[] {
  const cells: PrintedCell[] = [];
  for (let column = 0; column < columns.length; ) {
    const cell: LineCell = line[columns[column]?.key ?? ''] ?? { kind: 'label', text: '' };
    const columnSpan = cell.span ?? 1;
    cells.push({
      column,
      columnSpan,
      rowSpan: 1,
      kind: cell.kind,
      text: cell.text,
      align: cell.align ?? DEFAULT_ALIGN[cell.kind],
      indent: cell.indent ?? 0,
      ...(cell.value === undefined ? {} : { value: cell.value }),
    });
    column += columnSpan;
  }
  return cells;
}
