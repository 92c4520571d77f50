import type { TableModel } from './model.ts';

/** The headings over a printed column from the top down, each on one line; the line of 栏次 is no heading. */
export function headingsOver({ header }: Pick<TableModel, 'header'>, column: number): string[] {
  return header
    .filter((line) => line.every(({ kind }) => kind !== 'order'))
    .flatMap((line) => line.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan))
    .map(({ text }) => text.replaceAll('\n', ''));
}

/** The lowest heading over a column of the table's content: `appropriation` → 财政拨款收入. */
export function columnTitle(table: TableModel, column: string): string {
  const cell = table.body.flat().find((candidate) => candidate.value?.column === column);
  return (cell && headingsOver(table, cell.column).at(-1)) ?? column;
}
