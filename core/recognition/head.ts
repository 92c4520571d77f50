import type { Grid, GridCell } from './grid.ts';
import { heading, isHeading, KEY_WORDS, plain } from './words.ts';

/** A column of a table with the headings over it, from the top down. */
interface HeadColumn {
  readonly column: number;
  readonly stack: readonly string[];
}

export interface TableHead {
  readonly columns: readonly HeadColumn[];
  /** first row of the head, and first row below it */
  readonly top: number;
  readonly bodyTop: number;
  /** columns with a sub-heading in the first row of the body: Shanghai's template has them in the line of 合计 */
  readonly subHeads: ReadonlySet<number>;
}

/** No head of a public table is as high. */
const MOST_HEAD_ROWS = 10;

/** Whether a head begins in the row: two headings, or one that stands over several columns. */
function beginsHead(grid: Grid, row: number): boolean {
  const headings = grid.row(row).filter(({ text }) => isHeading(text));
  return headings.length > 1 || headings.some(({ columnSpan }) => columnSpan > 1);
}

/** `3`, `3（调整）` */
const ORDER = /^(\d+)(\(.*\))?$/;

/** 栏次: the columns are numbered from the left. */
function isOrderRow(cells: readonly GridCell[]): boolean {
  const numbers = cells.flatMap(({ text }) => ORDER.exec(plain(text))?.[1] ?? []);
  return numbers.length > 2 && numbers.every((text, index) => Number(text) === index + 1);
}

const isKey = (text: string) => ['code', 'name', 'label', 'part'].includes(KEY_WORDS.get(text) ?? '');

/** The first head between two rows; `null`: there is none. */
export function findHead(grid: Grid, from: number, to: number): TableHead | null {
  const rows = grid.rowsBetween(from, to);
  const top = rows.find((row) => beginsHead(grid, row));
  if (top === undefined) return null;
  const keys = new Set<number>();
  const head: number[] = [];
  for (const row of rows.slice(rows.indexOf(top))) {
    if (head.length === MOST_HEAD_ROWS) return null;
    const cells = grid.row(row);
    const isBody =
      keys.size > 0
        ? cells.some(({ column, text }) => keys.has(column) && !KEY_WORDS.has(heading(text)))
        : !isOrderRow(cells) && !cells.some(({ text }) => isHeading(text));
    if (isBody) break;
    head.push(row);
    for (const cell of cells.filter(({ text }) => isKey(heading(text)))) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) keys.add(column);
    }
  }
  const bodyTop = (head.at(-1) ?? top) + 1;
  const subHeads = subHeadsIn(grid.row(bodyTop), keys);
  const headings = subHeads.size === 0 ? head : [...head, bodyTop];
  return { columns: headColumns(grid, headings, { bodyTop, subHeads, keys }), top, bodyTop, subHeads };
}

/** One word among numbers is no heading, but stands where a number should. */
function subHeadsIn(cells: readonly GridCell[], keys: ReadonlySet<number>): ReadonlySet<number> {
  const found = cells.filter(({ column, text }) => !keys.has(column) && isHeading(text));
  return new Set(found.length > 1 ? found.map(({ column }) => column) : []);
}

/** @param rows those of the head, and the first below it where that has sub-headings */
function headColumns(
  grid: Grid,
  rows: readonly number[],
  { bodyTop, subHeads, keys }: Pick<TableHead, 'bodyTop' | 'subHeads'> & { keys: ReadonlySet<number> },
): HeadColumn[] {
  const last = Math.max(...rows.flatMap((row) => grid.row(row).map((cell) => cell.column + cell.columnSpan)));
  return Array.from({ length: last }, (_, column) => {
    const over = rows
      .filter((row) => row < bodyTop || !keys.has(column))
      .map((row) => grid.covering(row, column))
      .filter((cell) => cell !== undefined && (cell.row < bodyTop || subHeads.has(cell.column)));
    const texts = [...new Set(over)].map((cell) => heading(cell?.text ?? ''));
    const words = texts.filter((text) => text !== '栏次' && !ORDER.test(text));
    return { column, stack: words };
  });
}
