import type ExcelJS from 'exceljs';
import type { Alignment, CellValue, Worksheet } from 'exceljs';
import { LINE_HEIGHT, linesOf } from '../../core/page/text-size.ts';

export interface ListColumn {
  readonly title: string;
  /** as Excel counts it: digits of the standard font */
  readonly width: number;
  readonly kind: 'text' | 'amount' | 'link';
}

const FONT = { name: '宋体', size: 10 } as const;
const LINK_FONT = { ...FONT, underline: true, color: { argb: 'FF0563C1' } } as const;
// as text, what begins with = stays text even when somebody edits it; a link is a formula
const FORMATS = { text: '@', amount: '#,##0.00', link: 'General' } as const;
const LINE = { style: 'thin', color: { argb: 'FFB0B0B0' } } as const;
const GRID = { top: LINE, left: LINE, bottom: LINE, right: LINE } as const;
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } } as const;
const ALIGNMENTS: Readonly<Record<ListColumn['kind'], Partial<Alignment>>> = {
  text: { vertical: 'middle', wrapText: true },
  amount: { vertical: 'middle', horizontal: 'right', indent: 1 },
  link: { vertical: 'middle', horizontal: 'center' },
};
const A4_PAPER = 9;
const MARGIN = 0.4;
/** Excel takes 255 characters for all parts of a footer. */
const MOST_NOTICE = 100;
/** points; Excel refuses rows higher than 409 */
const MOST_HEIGHT = 400;

export interface List {
  readonly name: string;
  readonly columns: readonly ListColumn[];
  readonly lines: readonly (readonly CellValue[])[];
  /** printed below each page */
  readonly notices: readonly string[];
}

/** Adds a worksheet that is a list to search in: a frozen head with a filter, wide pages that repeat it. */
export function addListSheet(workbook: ExcelJS.Workbook, { name, columns, lines, notices }: List): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const head = sheet.getRow(1);
  head.values = columns.map(({ title }) => title);
  head.height = 20;
  head.eachCell((cell) => {
    cell.style = {
      font: { ...FONT, bold: true },
      fill: HEAD_FILL,
      border: GRID,
      alignment: { horizontal: 'center', vertical: 'middle' },
    };
  });
  for (const [index, line] of lines.entries()) writeLine(sheet, index + 2, columns, line);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lines.length + 1, column: columns.length } };
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: A4_PAPER,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    // as many pages as it takes
    fitToHeight: 0,
    margins: { left: MARGIN, right: MARGIN, top: MARGIN, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: '1:1',
  };
  const notice = Array.from(notices.join('　')).slice(0, MOST_NOTICE).join('').replaceAll('&', '&&');
  sheet.headerFooter.oddFooter = `&L${name}&C${notice}&R第 &P 页，共 &N 页`;
}

/** Half-widths of the font in a column: a digit of the standard font is 7 pixels wide, and one here 5 points. */
function roomIn(width: number): number {
  return Math.floor(((width * 7 - 5) / FONT.size) * 1.5 * 0.95);
}

/** Points: not every program fits rows to wrapped text by itself. */
function heightOf(columns: readonly ListColumn[], line: readonly CellValue[]): number {
  const lines = columns.map(({ width, kind }, index) => {
    const text = line[index];
    return kind === 'text' && typeof text === 'string' ? linesOf(text, roomIn(width)) : 1;
  });
  return Math.min(Math.ceil(Math.max(...lines) * FONT.size * LINE_HEIGHT) + 4, MOST_HEIGHT);
}

function writeLine(
  sheet: Worksheet,
  number: number,
  columns: readonly ListColumn[],
  line: readonly CellValue[],
): void {
  sheet.getRow(number).height = heightOf(columns, line);
  for (const [index, { kind }] of columns.entries()) {
    const cell = sheet.getCell(number, index + 1);
    cell.style = {
      font: kind === 'link' ? LINK_FONT : FONT,
      border: GRID,
      alignment: ALIGNMENTS[kind],
      numFmt: FORMATS[kind],
    };
    const value = line[index] ?? '';
    if (value !== '') cell.value = value;
  }
}
