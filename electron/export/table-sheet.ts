import ExcelJS, { type Alignment, type Borders, type Cell, type CellValue, type Worksheet } from 'exceljs';
import type { Fen } from '../../core/money/fen.ts';
import { PAGE_MARGIN, pageLayout } from '../../core/page/page-layout.ts';
import { isOneLine, type PageCell, type PageRow } from '../../core/page/page-rows.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { rezip } from './rezip.ts';

export interface WorkbookProperties {
  readonly author: string;
  readonly title: string;
  /** the book's last change, never the clock: equal books give equal properties */
  readonly at: Date;
}

const A4_PAPER = 9;
const LINE = { style: 'thin', color: { argb: 'FF000000' } } as const;
const GRID: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** What a cell that prints a number holds. */
export type NumberWriter = (exact: Fen, address: string) => CellValue;

export function newWorkbook({ author, title, at }: WorkbookProperties): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = author;
  workbook.lastModifiedBy = author;
  workbook.title = title;
  workbook.created = at;
  workbook.modified = at;
  return workbook;
}

export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return rezip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Adds a public table as it is printed: A4, fonts, borders and merges of its layout. */
export function addTableSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  model: TableModel,
  numberIn: NumberWriter,
): Worksheet {
  const { rows, pages } = pageLayout(model);
  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }] });
  sheet.columns = model.columns.map(({ width }) => ({ width: columnWidth(width) }));
  for (const [index, row] of rows.entries()) {
    sheet.getRow(index + 1).height = row.height;
    for (const cell of row.cells) writeCell(sheet, index + 1, cell, { row, model, numberIn });
  }
  const headRows = rows.flatMap(({ part }, index) => (part === 'head' ? [index + 1] : []));
  const lastColumn = sheet.getColumn(model.columns.length).letter;
  const margin = PAGE_MARGIN / 25.4;
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: A4_PAPER,
    orientation: model.orientation,
    fitToPage: true,
    fitToWidth: 1,
    // 0: as many pages as it takes
    fitToHeight: pages.length === 1 ? 1 : 0,
    horizontalCentered: true,
    margins: {
      left: margin,
      right: margin,
      top: margin,
      bottom: margin,
      header: margin / 2,
      footer: margin / 2,
    },
    printTitlesRow: `${headRows[0]}:${headRows.at(-1)}`,
    // exceljs makes the columns absolute, not the rows
    printArea: `A$1:${lastColumn}$${rows.length}`,
  };
  return sheet;
}

function writeCell(
  sheet: Worksheet,
  top: number,
  cell: PageCell,
  {
    row,
    model,
    numberIn,
  }: { readonly row: PageRow; readonly model: TableModel; readonly numberIn: NumberWriter },
): void {
  const left = cell.column + 1;
  const target = sheet.getCell(top, left);
  const { name, size, bold = false } = model.fonts[cell.kind];
  target.font = { name, size, bold };
  target.alignment = alignment(cell);
  if (row.part === 'head' || row.part === 'body') target.border = GRID;
  fillCell(target, cell, numberIn);
  // Merging hands the style to every cell of the merge, so it comes last; Excel draws each cell's own border.
  if (cell.columnSpan > 1 || cell.rowSpan > 1) {
    sheet.mergeCells(top, left, top + cell.rowSpan - 1, left + cell.columnSpan - 1);
  }
}

function fillCell(target: Cell, cell: PageCell, numberIn: NumberWriter): void {
  if (cell.kind === 'amount') target.numFmt = '#,##0.00';
  // As text, a code keeps its form, and a label that begins with = stays a label even when somebody edits it.
  else if (cell.kind === 'code' || cell.kind === 'label') target.numFmt = '@';
  if (cell.exact !== undefined) target.value = numberIn(cell.exact, target.address);
  else if (cell.text !== '') target.value = cell.text;
}

function alignment(cell: PageCell): Partial<Alignment> {
  return {
    horizontal: cell.align,
    vertical: 'middle',
    indent: cell.indent,
    // a number too wide for its column prints smaller instead of as ####, a code instead of in two lines
    ...(isOneLine(cell) ? { shrinkToFit: true } : { wrapText: true }),
  };
}

/**
 * Millimetres to Excel's unit: widths of a digit in the workbook's standard font, which exceljs fixes at Calibri 11,
 * 7 pixels of 1/96 inch (ECMA-376 18.3.1.13). It does not depend on the font of the cells.
 */
function columnWidth(mm: number): number {
  return ((mm / 25.4) * 96) / 7;
}
