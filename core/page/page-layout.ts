import type { TableModel } from '../tables/model.ts';
import { isOneLine, type PageCell, type PageRow, pageRows } from './page-rows.ts';
import { LINE_HEIGHT, linesOf, pointsOf, roomIn, widthOf } from './text-size.ts';

/** mm, at every edge; A4 less these leaves 180 × 267, the measures that the profiles' columns are made for. */
export const PAGE_MARGIN = 15;
const A4 = { short: 210, long: 297 };

/** Points of white in a row beside its text: as a clerk would set it, and as close as it still reads well. */
const ROOMY = 8;
const CLOSE = 1;
const CAPTION_WHITE = 4;

/** Points: a pixel of the screen. Excel rounds the height of a row to whole ones. */
const PIXEL = 0.75;

/**
 * How far printing may shrink a table so that it stays on one page. Below this the text gets too small to read, and
 * the table runs on over several pages.
 */
const SMALLEST_SCALE = 0.85;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LaidRow extends PageRow {
  /** points, before the page is shrunk */
  readonly height: number;
}

/** How a table is printed: what the workbook tells Excel, and what the screen shows. */
export interface PageLayout {
  /** mm */
  readonly paper: Size;
  /** how much printing shrinks the table, so that it is not wider than the page, or that it stands on one; 1: not at all */
  readonly shrink: number;
  /** every row once, from the title down to the last note */
  readonly rows: readonly LaidRow[];
  /** the rows of each page; every page but the first begins with the rows of the head */
  readonly pages: readonly (readonly LaidRow[])[];
}

/**
 * Sets the height of every row so that no wrapped text is cut (Excel does not measure merged cells itself), spreads a
 * table that fits one page over it, and breaks a longer one where the page is full, as Excel does.
 */
export function pageLayout(model: TableModel): PageLayout {
  const paper =
    model.orientation === 'portrait'
      ? { width: A4.short, height: A4.long }
      : { width: A4.long, height: A4.short };
  const unlaid = pageRows(model);
  const textHeights = rowTextHeights(unlaid, model);
  const gridRows = unlaid.filter(isInGrid).length;
  const fixed = sum(textHeights) + CAPTION_WHITE * (unlaid.length - gridRows);

  const page = pointsOf(paper.height - 2 * PAGE_MARGIN);
  const byWidth = Math.min(1, (paper.width - 2 * PAGE_MARGIN) / widthOf(model.columns));
  const isOnePage = (fixed + CLOSE * gridRows) * Math.min(byWidth, SMALLEST_SCALE) <= page;
  const white = isOnePage ? Math.min(ROOMY, Math.max(CLOSE, (page / byWidth - fixed) / gridRows)) : ROOMY;
  const rows = unlaid.map((row, index): LaidRow => {
    const height = (textHeights[index] ?? 0) + (isInGrid(row) ? white : CAPTION_WHITE);
    // rounded down, so that the sum cannot pass the page by a hair
    return { ...row, height: Math.floor(height / PIXEL) * PIXEL };
  });
  const shrink = isOnePage ? Math.min(byWidth, page / sumHeights(rows)) : byWidth;
  return { paper, shrink, rows, pages: isOnePage ? [rows] : brokenRows(rows, page / shrink) };
}

function isInGrid({ part }: PageRow): boolean {
  return part === 'head' || part === 'body';
}

function brokenRows(rows: readonly LaidRow[], capacity: number): LaidRow[][] {
  const head = rows.filter(({ part }) => part === 'head');
  const pages: LaidRow[][] = [[]];
  for (const row of rows) {
    const current = pages.at(-1) ?? [];
    const isBreakable = current.some(({ part }) => part === 'body' || part === 'note');
    if (isBreakable && sumHeights(current) + row.height > capacity) pages.push([...head, row]);
    else current.push(row);
  }
  return pages;
}

/** Points that the text of each row needs. A cell merged over rows asks its last row for what the others lack. */
function rowTextHeights(rows: readonly PageRow[], model: TableModel): number[] {
  const heights = rows.map(() => 0);
  const cells = rows.flatMap((row, index) => row.cells.map((cell) => ({ cell, first: index })));
  for (const { cell, first } of cells.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const last = first + cell.rowSpan - 1;
    const others = sum(heights.slice(first, last));
    heights[last] = Math.max(heights[last] ?? 0, cellTextHeight(cell, model) - others);
  }
  return heights;
}

function cellTextHeight(cell: PageCell, { columns, fonts }: TableModel): number {
  const { size } = fonts[cell.kind];
  const across = columns.slice(cell.column, cell.column + cell.columnSpan);
  const lines = isOneLine(cell) ? 1 : linesOf(cell.text, roomIn(across, size, cell.indent));
  return lines * size * LINE_HEIGHT;
}

function sumHeights(rows: readonly LaidRow[]): number {
  return sum(rows.map(({ height }) => height));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
