import type { TableModel } from './model.ts';

/** The lowest heading over a column of the table's content, on one line: `appropriation` → 财政拨款收入. */
export function columnTitle(table: TableModel, column: string): string {
  const cell = table.body.flat().find((candidate) => candidate.value?.column === column);
  const heading = table.header
    .flat()
    .findLast(
      (head) =>
        cell !== undefined && head.column <= cell.column && cell.column < head.column + head.columnSpan,
    );
  return heading?.text.replaceAll('\n', '') ?? column;
}
