import { columnName } from '../recognition/layout.ts';
import type { RecognisedRow, RecognisedTable } from '../recognition/recognised.ts';
import { SIDE_NAMES } from '../tables/describe.ts';
import type { TableModel, TableRow } from '../tables/model.ts';
import { isPrintedBy, titleOf } from './differences.ts';

/** What the other print does not say of ours: a whole column, or in a row that has no numbers there one cell. */
export function lostPlace(
  table: TableModel,
  row: TableRow,
  column: string,
  theirs: readonly RecognisedRow[],
): string {
  const side = row.side === undefined ? '' : SIDE_NAMES[row.side];
  const name = titleOf(table, column);
  const isPrinted = theirs.some((other) => other.side === row.side && Object.hasOwn(other.cells, column));
  if (table.id === 'three-public' || isPrinted) return `对方的“${row.label.trim()}”没有印“${name}”`;
  return `对方没有${side}“${name}”栏，或认不出`;
}

/** Their columns with numbers other than 0 that our format does not print. */
export function notOurs(table: TableModel, { rows, columns }: RecognisedTable): string[] {
  return columns
    .filter((column) => !isPrintedBy(table, column))
    .filter((column) =>
      rows.some(({ cells }) => (cells[column]?.amount ?? 0) !== 0 || cells[column]?.unreadable === true),
    )
    .map((column) => `对方的“${columnName(table.id, column)}”栏，我方的报表格式没有`);
}
