import ExcelJS, { type Alignment, type Borders, type Cell, type Worksheet } from 'exceljs';
import { FEN_PER_UNIT, type Fen } from '../../core/money/fen.ts';
import { roundToPrinted } from '../../core/money/format.ts';
import type { TableModel, TablePack } from '../../core/tables/model.ts';
import { PAGE_MARGIN, pageLayout } from './page-layout.ts';
import { rezip } from './rezip.ts';
import { type SheetCell, type SheetRow, sheetRows } from './sheet-rows.ts';

export interface WorkbookProperties {
  readonly author: string;
  readonly title: string;
  /** the book's last change, never the clock: equal books give equal properties */
  readonly at: Date;
}

const A4_PAPER = 9;
const LINE = { style: 'thin', color: { argb: 'FF000000' } } as const;
const GRID: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/**
 * The workbook to be published: one worksheet for each public table, plain numbers in 万元 as printed, no formulas
 * (DESIGN §3).
 */
export async function publishedWorkbook(
  pack: TablePack,
  properties: WorkbookProperties,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = properties.author;
  workbook.lastModifiedBy = properties.author;
  workbook.title = properties.title;
  workbook.created = properties.at;
  workbook.modified = properties.at;
  for (const [index, model] of pack.tables.entries())
    addTable(workbook, worksheetName(index + 1, model), model);
  return rezip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** `01 收入支出决算总表`, without the characters that Excel refuses in a name, and no longer than its 31. */
export function worksheetName(place: number, model: Pick<TableModel, 'title'>): string {
  // exceljs writes print areas with the name in single quotes and does not double one inside it
  const title = model.title.replace(/[*?:\\/[\]']/g, ' ');
  return `${String(place).padStart(2, '0')} ${title}`.slice(0, 31).trimEnd();
}

function addTable(workbook: ExcelJS.Workbook, name: string, model: TableModel): void {
  const rows = sheetRows(model);
  const { heights, onePage } = pageLayout(rows, model);
  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }] });
  sheet.columns = model.columns.map(({ width }) => ({ width: columnWidth(width) }));
  for (const [index, row] of rows.entries()) {
    sheet.getRow(index + 1).height = heights[index] ?? 0;
    for (const cell of row.cells) writeCell(sheet, index + 1, cell, { row, model });
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
    fitToHeight: onePage ? 1 : 0,
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
}

function writeCell(
  sheet: Worksheet,
  top: number,
  cell: SheetCell,
  { row, model }: { readonly row: SheetRow; readonly model: TableModel },
): void {
  const left = cell.column + 1;
  const target = sheet.getCell(top, left);
  const { name, size, bold = false } = model.fonts[cell.kind];
  target.font = { name, size, bold };
  target.alignment = alignment(cell);
  if (row.part === 'head' || row.part === 'body') target.border = GRID;
  fillCell(target, cell);
  // Merging hands the style to every cell of the merge, so it comes last; Excel draws each cell's own border.
  if (cell.columnSpan > 1 || cell.rowSpan > 1) {
    sheet.mergeCells(top, left, top + cell.rowSpan - 1, left + cell.columnSpan - 1);
  }
}

function fillCell(target: Cell, cell: SheetCell): void {
  if (cell.kind === 'amount') target.numFmt = '#,##0.00';
  // As text, a code keeps its form, and a label that begins with = stays a label even when somebody edits it.
  else if (cell.kind === 'code' || cell.kind === 'label') target.numFmt = '@';
  if (cell.exact !== undefined) target.value = printedNumber(cell.exact);
  else if (cell.text !== '') target.value = cell.text;
}

function alignment(cell: SheetCell): Partial<Alignment> {
  return {
    horizontal: cell.align,
    vertical: 'middle',
    indent: cell.indent,
    // a number too wide for its column prints smaller instead of as ####
    ...(cell.kind === 'amount' ? { shrinkToFit: true } : { wrapText: true }),
  };
}

/**
 * The number in a published cell: 万元, rounded to the two decimals that print (domain/tables.md §13). The one place
 * where an amount becomes a floating-point number: the nearest one to exactly these two decimals.
 */
function printedNumber(exact: Fen): number {
  return roundToPrinted(exact, 'wan') / FEN_PER_UNIT.wan;
}

/**
 * Millimetres to Excel's unit: widths of a digit in the workbook's standard font, which exceljs fixes at Calibri 11,
 * 7 pixels of 1/96 inch (ECMA-376 18.3.1.13). It does not depend on the font of the cells.
 */
function columnWidth(mm: number): number {
  return ((mm / 25.4) * 96) / 7;
}
