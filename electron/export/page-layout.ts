import type { TableModel } from '../../core/tables/model.ts';
import type { SheetCell, SheetRow } from './sheet-rows.ts';

/** mm; A4 less these leaves 180 × 267, the measures that the profiles' column widths are made for. */
export const PAGE_MARGIN = 15;
const A4 = { short: 210, long: 297 };

/** Points of white in a row beside its text: as a clerk would set it, and as close as it still reads well. */
const ROOMY = 8;
const CLOSE = 1;
const CAPTION_WHITE = 4;

/**
 * How far printing may shrink a table (`fitToHeight`) so that it stays on one page. Below this the text gets too
 * small to read, and the table runs on over several pages.
 */
const SMALLEST_SCALE = 0.85;

/** Height of a line as a multiple of the font's size, for 宋体 and the fonts that stand in for it. */
const LINE_HEIGHT = 1.3;

/** Points: what Excel keeps free at the sides of a cell's text (5 pixels), and an indent of one level. */
const CELL_WHITE = 4;
const INDENT = 9;

/** Columns come out up to a twentieth narrower where Calibri is missing (WPS or LibreOffice on Linux). */
const CERTAIN_WIDTH = 0.95;

export interface PageLayout {
  /** points, one for each row of the worksheet */
  readonly heights: readonly number[];
  /** true: everything stands on one page */
  readonly onePage: boolean;
}

/**
 * Sets the height of every row so that no wrapped text is cut (Excel does not measure merged cells itself), and
 * spreads a table that fits one page over it.
 */
export function pageLayout(rows: readonly SheetRow[], model: TableModel): PageLayout {
  const textHeights = rowTextHeights(rows, model);
  const inGrid = (row: SheetRow) => row.part === 'head' || row.part === 'body';
  const gridRows = rows.filter(inGrid).length;
  const page = points((model.orientation === 'portrait' ? A4.long : A4.short) - 2 * PAGE_MARGIN);
  const fixed = sum(textHeights) + CAPTION_WHITE * (rows.length - gridRows);
  const onePage = (fixed + CLOSE * gridRows) * SMALLEST_SCALE <= page;
  const white = onePage ? Math.min(ROOMY, Math.max(CLOSE, (page - fixed) / gridRows)) : ROOMY;
  return {
    // rounded down, so that the sum cannot pass the page by a hair
    heights: rows.map((row, index) =>
      floorToQuarter((textHeights[index] ?? 0) + (inGrid(row) ? white : CAPTION_WHITE)),
    ),
    onePage,
  };
}

/** Points that the text of each row needs. A cell merged over rows asks its last row for what the others lack. */
function rowTextHeights(rows: readonly SheetRow[], model: TableModel): number[] {
  const heights = rows.map(() => 0);
  const cells = rows.flatMap((row, index) => row.cells.map((cell) => ({ cell, first: index })));
  for (const { cell, first } of cells.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const last = first + cell.rowSpan - 1;
    const others = sum(heights.slice(first, last));
    heights[last] = Math.max(heights[last] ?? 0, cellTextHeight(cell, model) - others);
  }
  return heights;
}

function cellTextHeight(cell: SheetCell, model: TableModel): number {
  const columns = model.columns.slice(cell.column, cell.column + cell.columnSpan);
  const across = points(sum(columns.map((column) => column.width))) * CERTAIN_WIDTH;
  const width = across - CELL_WHITE - cell.indent * INDENT;
  const { size } = model.fonts[cell.kind];
  // a number never wraps: it stands in one line or is made smaller
  const lines = cell.exact === undefined ? linesOf(cell.text, Math.floor(width / (size / 2))) : 1;
  return lines * size * LINE_HEIGHT;
}

/** Lines that a text takes where a line holds so many half-widths: a Chinese character is two, a digit one. */
export function linesOf(text: string, halfWidths: number): number {
  return sum(
    text.split('\n').map((paragraph) => {
      const length = sum([...paragraph].map((character) => (character > '\u00ff' ? 2 : 1)));
      // A bracket or a comma may pull its neighbour into the next line, so a full line cannot be counted on.
      return length <= halfWidths ? 1 : Math.ceil(length / Math.max(2, halfWidths - 2));
    }),
  );
}

function points(mm: number): number {
  return (mm / 25.4) * 72;
}

function floorToQuarter(height: number): number {
  return Math.floor(height * 4) / 4;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
