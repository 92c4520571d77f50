import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import type { GridCell, SheetGrid } from '../../core/recognition/grid.ts';

/** What the library calls #REF!. */
const BROKEN = 23;

/**
 * Worksheets as a file: `biff8` is the .xls that the official program exports. Names are cut as Excel does.
 *
 * @param hidden names of worksheets that are not shown
 */
export function reportWorkbook(
  sheets: readonly SheetGrid[],
  bookType: 'biff8' | 'xlsx',
  hidden: readonly string[] = [],
): Uint8Array {
  const workbook = utils.book_new();
  for (const { name, cells } of sheets)
    utils.book_append_sheet(workbook, worksheet(cells), name.slice(0, 31));
  workbook.Workbook = { Sheets: sheets.map(({ name }) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) };
  return new Uint8Array(write(workbook, { type: 'array', bookType }) as ArrayBuffer);
}

function worksheet(cells: readonly GridCell[]): WorkSheet {
  const sheet: WorkSheet = {};
  for (const cell of cells) sheet[utils.encode_cell({ r: cell.row, c: cell.column })] = contentOf(cell);
  const rows = cells.map(({ row, rowSpan }) => row + rowSpan - 1);
  const columns = cells.map(({ column, columnSpan }) => column + columnSpan - 1);
  sheet['!ref'] = utils.encode_range({ r: 0, c: 0 }, { r: Math.max(0, ...rows), c: Math.max(0, ...columns) });
  sheet['!merges'] = cells
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => ({
      s: { r: row, c: column },
      e: { r: row + rowSpan - 1, c: column + columnSpan - 1 },
    }));
  return sheet;
}

function contentOf({ text, isNumber, fault }: GridCell): CellObject {
  if (fault === 'error') return { t: 'e', v: BROKEN };
  return isNumber ? { t: 'n', v: Number(text) } : { t: 's', v: text };
}
