import type { Classification } from '../classification/classification.ts';
import { plusAll } from './report-amounts.ts';
import { type Amount, ReportPage, type ReportStyle, writeHeadings } from './report-page.ts';

/** A column of a table of 项: its headings from the top down, and what it says of each 项. */
export interface PageColumn {
  readonly path: readonly string[];
  readonly of: (code: string) => Amount;
  /** 其中 columns and such are no part of the sum of the line */
  readonly total?: Amount;
}

export interface CodePage {
  readonly sheet: string;
  readonly title: string;
  readonly number: string;
  readonly unit: string;
  readonly year: number;
  readonly codes: readonly string[];
  readonly columns: readonly PageColumn[];
}

const KEYS = 4;
const HEAD = 3;

/** A table of 项 as the official program prints it: 合计 first, then the lines, then a note. */
export function codePage(table: CodePage, classification: Classification, style: ReportStyle): ReportPage {
  const { codes, columns } = table;
  const page = new ReportPage(table.sheet, style);
  page.top(table.title, table.number, table, KEYS + columns.length);
  const paths = columns.map(({ path }) => path);
  const depth = writeHeadings(page, { row: HEAD, column: KEYS }, paths, 2);
  const orders = HEAD + depth;
  page.text(HEAD, 0, '项目', { columns: KEYS });
  page.text(HEAD + 1, 0, '支出功能分类科目编码', { rows: depth - 1, columns: 3 });
  page.text(HEAD + 1, 3, '科目名称', { rows: depth - 1 });
  for (const [column, part] of ['类', '款', '项'].entries()) page.text(orders, column, part);
  if (style.orders) page.text(orders, 3, '栏次');
  if (style.orders) for (const index of columns.keys()) page.number(orders, KEYS + index, index + 1);
  let row = orders + 1;
  page.text(row, 0, '合计', { columns: KEYS });
  const write = (own: readonly string[]) => {
    for (const [index, column] of columns.entries()) {
      page.amount(row, KEYS + index, plusAll(...own.map((code) => column.of(code))));
    }
    row += 1;
  };
  write(codes);
  for (const line of linesOf(codes, style)) {
    writeCode(page, row, line, style);
    page.text(row, 3, `\u3000\u3000${classification.function(line)?.name ?? '未列科目'}`);
    write(codes.filter((code) => code.startsWith(line)));
  }
  page.text(row, 0, '注：本表反映单位本年度的决算情况。', { columns: KEYS + columns.length });
  page.text(row + 1, 0, '单位负责人：');
  page.text(row + 1, KEYS, '制表人：');
  return page;
}

function linesOf(codes: readonly string[], style: ReportStyle): string[] {
  const sums = style.sums ? codes.flatMap((code) => [code.slice(0, 3), code.slice(0, 5)]) : [];
  return [...new Set([...sums, ...codes])].sort();
}

function writeCode(page: ReportPage, row: number, code: string, style: ReportStyle) {
  if (style.codes === 'whole') {
    page.text(row, 0, code, { columns: 3 });
    return;
  }
  const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5)];
  for (const [column, part] of parts.entries()) if (part !== '') page.number(row, column, Number(part));
}
