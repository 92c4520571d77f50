import type { MoneyUnit } from '../money/fen.ts';
import type { Grid, GridCell } from '../recognition/grid.ts';
import { moneyIn, yearsIn } from '../recognition/stated.ts';
import { heading, plain } from '../recognition/words.ts';
import { isAside, isHeadWord, isRowKey } from './table-words.ts';

/** The headings over one column, from the top down, each as it is compared. */
interface HeadColumn {
  readonly index: number;
  readonly stack: readonly string[];
  /** the same as they are printed */
  readonly said: readonly string[];
  /** in the row 栏次; `''`: nothing */
  readonly order: string;
}

export interface TableHead {
  readonly columns: readonly HeadColumn[];
  /** first row below it */
  readonly bodyTop: number;
  /** what stands above it, line by line */
  readonly caption: readonly string[];
  /** what the caption says; `null`: it does not */
  readonly money: MoneyUnit | null;
  readonly year: number | null;
  readonly unit: string | null;
}

/** A head further down is none. */
const MOST_ROWS_ABOVE = 40;
const MOST_HEAD_ROWS = 6;

/** Finds the head of the table on a worksheet; `null`: there is none. */
export function findTableHead(grid: Grid): TableHead | null {
  const rows = grid.rows.slice(0, MOST_ROWS_ABOVE);
  const start = rows.findIndex((row) => {
    const cells = grid.row(row);
    return cells.length > 1 && cells.some(({ text }) => isRowKey(text));
  });
  const top = rows[start];
  if (top === undefined) return null;
  // a heading that spans the columns may stand in a row above the one with the key words
  const above = rows[start - 1];
  const head = above !== undefined && top - above === 1 && isHeadRow(grid.row(above)) ? [above] : [];
  const below = grid.rows.slice(start);
  const length = below.findIndex((row, index) => index > 0 && !isHeadRow(grid.row(row)));
  head.push(...below.slice(0, Math.min(length === -1 ? below.length : length, MOST_HEAD_ROWS)));
  const bodyTop = (head.at(-1) ?? top) + 1;
  const first = head[0] ?? top;
  const caption = grid.rowsBetween(0, first).map((row) =>
    grid
      .row(row)
      .map(({ text }) => text.trim())
      .join(' '),
  );
  return {
    columns: columnsOf(grid, head),
    bodyTop,
    caption,
    money: caption.map(moneyIn).findLast((each) => each !== null) ?? null,
    ...statedIn(caption, grid.name),
  };
}

function isHeadRow(cells: readonly GridCell[]): boolean {
  return cells.length > 1 && (cells.every(({ text }) => isHeadWord(text)) || isOrderRow(cells));
}

function isOrderRow(cells: readonly GridCell[]): boolean {
  const isMarked = cells.some(({ text }) => isAside(text));
  const others = cells.filter(({ text }) => !isAside(text) && !isHeadWord(text));
  return (
    isMarked && others.length > 1 && others.every(({ text }, index) => plain(text) === String(index + 1))
  );
}

function columnsOf(grid: Grid, head: readonly number[]): HeadColumn[] {
  const orderRow = head.find((row) => isOrderRow(grid.row(row)));
  const titles = head.filter((row) => row !== orderRow);
  const width = Math.max(
    0,
    ...head.flatMap((row) => grid.row(row).map((cell) => cell.column + cell.columnSpan)),
  );
  const texts = titles.map((_, level) => headingsOf(grid, titles.slice(level), width));
  return Array.from({ length: width }, (_, index) => {
    const seen = texts.map((line) => line[index]).filter((cell) => cell !== undefined);
    const own = titles.some((row) => grid.covering(row, index) !== undefined);
    const order = orderRow === undefined ? '' : plain(grid.at(orderRow, index)?.text ?? '');
    return {
      index,
      stack: own ? [...new Set(seen)].map(({ text }) => heading(text)) : [],
      said: own ? [...new Set(seen)].map(({ text }) => text) : [],
      order: /^\d+$/.test(order) ? order : '',
    };
  });
}

/**
 * Where cells are not merged, a heading stands over the first of its columns alone, and goes on to the right over those
 * that have a heading below it. One with nothing below it is that of its own column only.
 */
function headingsOf(grid: Grid, rows: readonly number[], width: number): (GridCell | undefined)[] {
  const [row = 0, ...below] = rows;
  const hasBelow = (column: number) =>
    below.some((each) => {
      const cell = grid.covering(each, column);
      return cell !== undefined && cell.row > row && !isRowKey(cell.text);
    });
  const columns = Array.from({ length: width }, (_, column) => column);
  const own = columns.map((column) => grid.covering(row, column));
  let last: GridCell | undefined;
  let hasOrphan = false;
  const goneOn = columns.map((column) => {
    const cell = own[column];
    if (cell !== undefined) {
      const isParent = cell.columnSpan === 1 && !isRowKey(cell.text) && hasBelow(column);
      last = isParent ? cell : undefined;
    }
    if (cell === undefined && last === undefined && hasBelow(column)) hasOrphan = true;
    return cell ?? (hasBelow(column) ? last : undefined);
  });
  // where it stands over the middle of its columns, nobody knows which are the others
  return hasOrphan ? own : goneOn;
}

function statedIn(caption: readonly string[], name: string): Pick<TableHead, 'year' | 'unit'> {
  const [year] = [...caption, name].flatMap(yearsIn);
  const unit = caption
    .map((text) => /(?:编制|填报)?(?:单位|部门)(?:名称)?[:：]\s*([^\s:：]+)/.exec(text)?.[1])
    .find((each) => each !== undefined && !/^(人民币)?万?元$/.test(each));
  return { year: year ?? null, unit: unit ?? null };
}
