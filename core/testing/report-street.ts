import { Classification } from '../classification/classification.ts';
import { type ImportChoices, noChoices } from '../incoming/choices.ts';
import type { ImportReading, IncomingTable } from '../incoming/incoming.ts';
import type { GridCell, SheetGrid } from '../recognition/grid.ts';
import type { ReportOptions } from '../reports/read-report.ts';
import { readReports } from '../reports/read-reports.ts';
import { type ReportedYear, reportGrids } from './report-grids.ts';
import { PLAIN_STYLE } from './report-page.ts';
import { asReported } from './report-units.ts';
import { sampleBook } from './sample.ts';

/** Reads reports for a book year without any choice made. */
export function read(
  sheets: readonly SheetGrid[],
  choices: Partial<ImportChoices> = {},
  more: Partial<ReportOptions> = {},
): ImportReading {
  const year = more.year ?? 2024;
  return readReports(sheets, {
    year,
    classification: new Classification(year),
    choices: { ...noChoices(year, '001'), ...choices },
    remembered: [],
    ...more,
  });
}

/** The rows with such verdicts, and what is said of them. */
export const rowsOf = ({ tables }: ImportReading, ...verdicts: readonly string[]) =>
  tables.flatMap(({ report, rows }) =>
    rows
      .filter(({ verdict }) => verdicts.includes(verdict))
      .map(({ row, sentence }) => `${report} ${row} ${sentence}`),
  );
export const faults = ({ tables }: ImportReading) =>
  tables.flatMap(({ fault }) => (fault === '' ? [] : [fault]));
/** The laws between the tables that do not hold. */
export const broken = ({ ties }: ImportReading) => ties.filter(({ isHeld }) => !isHeld).map(({ law }) => law);

const [book] = sampleBook('example-street-2024').years;
/** The units of the sample. */
export const units = (book?.units ?? []).map(
  ({ code, name }): ReportedYear => ({
    unit: name,
    year: 2024,
    figures: asReported((book?.figures ?? []).filter(({ unit }) => unit === code)),
  }),
);
const [first] = units;
if (first === undefined) throw new Error('the sample has units');
export const street = first;
export const sheets = reportGrids(street, PLAIN_STYLE);
export const whole = read(sheets);

/** The reports with cells of one worksheet changed; `null`: the cell is taken away. */
export function changed(
  start: string,
  cells: Readonly<Record<string, Partial<GridCell> | null>>,
): SheetGrid[] {
  return sheets.map((sheet) => {
    if (!sheet.name.startsWith(start)) return sheet;
    const kept = sheet.cells.filter(({ row, column }) => !(`${row} ${column}` in cells));
    const added = Object.entries(cells).flatMap(([place, cell]) => {
      const [row = 0, column = 0] = place.split(' ').map(Number);
      const old = sheet.cells.find((each) => each.row === row && each.column === column);
      const blank = { row, column, rowSpan: 1, columnSpan: 1, text: '', isNumber: false };
      return cell === null ? [] : [{ ...blank, ...old, ...cell }];
    });
    return { ...sheet, cells: [...kept, ...added] };
  });
}

export function tableOf({ tables }: ImportReading, report: string): IncomingTable {
  const table = tables.find((each) => each.report === report);
  if (table === undefined) throw new Error(`no ${report}`);
  return table;
}

/** Where a 项 stands in a table: rows as in the grid. */
export function rowOf(report: string, code: string): number {
  const row = tableOf(whole, report).rows.find((each) => each.code === code);
  if (row === undefined) throw new Error(`no ${code}`);
  return row.row - 1;
}
/** 其他收入 of a 项, in column L of 财决03. */
export const earned = whole.figures.find(
  ({ sheet, column, value }) => sheet === 'income' && column === 'other' && value > 0,
);
export const text = (value: string): Partial<GridCell> => ({ text: value, isNumber: false });
/** @param row as in the grid */
export const verdictOf = (reading: ImportReading, report: string, row: number) =>
  tableOf(reading, report).rows.find((each) => each.row === row + 1);
