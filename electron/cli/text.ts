import type { TableModel } from '../../core/tables/model.ts';
import { columnTitle } from '../../core/tables/titles.ts';

/** Columns on a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1),
    0,
  );
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(width - widthOf(text), 0));
  return align === 'left' ? text + space : space + text;
}

/** A table's content for reading on a terminal, one row a line. */
export function tableText(table: TableModel): string {
  const columns = [...new Set(table.rows.flatMap((row) => Object.keys(row.cells)))];
  const head = ['', '', ...columns.map((column) => columnTitle(table, column))];
  // the two sides of a summary table stand beside each other on paper, below each other here
  const sides = table.rows.toSorted(
    (a, b) => Number(a.side === 'expenditure') - Number(b.side === 'expenditure'),
  );
  const rows = sides.map((row) => [
    row.code ?? '',
    row.label,
    ...columns.map((column) => row.cells[column]?.printed ?? ''),
  ]);
  const widths = head.map((title, index) =>
    Math.max(...[head, ...rows].map((row) => widthOf(row[index] ?? title))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, index) => pad(text, widths[index] ?? 0, index < 2 ? 'left' : 'right'))
      .join('  ')
      .trimEnd();
  return [`${table.title}（${table.caption.right}）`, line(head), ...rows.map(line), ...table.notes].join(
    '\n',
  );
}
