import { economicGroupOf } from '../classification/classification.ts';
import { writeEconomicRow } from '../figures/row.ts';
import { type Fund, findColumn, findSheet, type Measure } from '../figures/sheets.ts';
import { type Gathering, plus } from './gathering.ts';
import type { CodeTable, LineTable } from './mapping.ts';
import type { Report } from './report.ts';

/** The tables of a file whose figures go in, by id of the mapping. */
export type Reports = ReadonlyMap<string, Report>;

/** Whether a sheet takes such a figure: 财决附03 also prints a budget beside what has none in the book. */
export function takes(sheetId: string, columnId: string, fund: Fund, measure: Measure): boolean {
  const sheet = findSheet(sheetId);
  const column = sheet && findColumn(sheet, columnId);
  if (sheet === undefined || column === undefined) return false;
  return (column.measures ?? sheet.measures).includes(measure) && column.funds.includes(fund);
}

/** The figures that stand in one cell of a report each. */
export function addDirect(reports: Reports, gathering: Gathering) {
  // fixed lines first: 核对数 come from 财决01 and 01-1 where the file has them
  for (const report of reports.values()) {
    const { table } = report.content;
    if (table.form === 'lines') addLines(report, table, gathering);
  }
  for (const report of reports.values()) {
    const { table } = report.content;
    if (table.form === 'codes') addCodes(report, table, gathering);
  }
}

function addLines(report: Report, table: LineTable, gathering: Gathering) {
  for (const line of table.lines) {
    for (const feed of line.feeds) {
      for (const { id, measure, fund: own } of table.columns) {
        if (measure === undefined) continue;
        const isOf = feed.fund === 'by-column' ? own !== undefined : own === undefined;
        const fund = feed.fund === 'by-column' ? own : feed.fund;
        if (!isOf || fund === undefined || !takes(feed.sheet, feed.column, fund, measure)) continue;
        const { sheet, row, column } = feed;
        gathering.add({ sheet, row, fund, column, measure }, plus(report.line(line.id, id)));
      }
    }
  }
}

function addCodes(report: Report, table: CodeTable, gathering: Gathering) {
  for (const { id, feed, control } of table.columns) {
    if (feed !== undefined) {
      for (const row of report.codes) {
        gathering.add({ ...feed, row, measure: 'actual' }, plus(report.item(row, id)));
      }
    }
    if (control !== undefined) {
      const address = { sheet: 'control', row: control, column: 'amount', measure: 'actual' } as const;
      gathering.add({ ...address, fund: table.fund ?? '' }, plus(report.total(id)));
    }
  }
  const { economicFeed } = table;
  if (economicFeed === undefined) return;
  const codes = report.content.columns.map(({ meaning }) => meaning).filter((each) => /^\d{5}$/.test(each));
  for (const item of report.codes) {
    for (const code of codes) {
      const row = writeEconomicRow({ code, item });
      const spot = report.item(item, code);
      gathering.add({ ...economicFeed, row, measure: 'actual' }, plus(spot));
      if (spot !== undefined && spot.amount !== 0 && economicGroupOf(code) === 'other') {
        gathering.doubt(spot, `${code} 一般不在基本支出里列支，核对是不是填错了栏。`);
      }
    }
  }
}
