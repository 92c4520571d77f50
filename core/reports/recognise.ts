import type { Grid } from '../recognition/grid.ts';
import { yearsIn } from '../recognition/stated.ts';
import { plain } from '../recognition/words.ts';
import { isReportNumber, type ReportTable, tablesOf, WORDS } from './mapping.ts';
import { unitName } from './texts.ts';

/** What stands over a table: rows 1 to 8 at most. */
export interface ReportTop {
  /** `03`; `null`: it does not say */
  readonly number: string | null;
  readonly title: string;
  /** as it is written, without 本级: `示例局（汇总）` is another one than 示例局 */
  readonly unit: string | null;
  /** all that are stated: they should be one */
  readonly years: readonly number[];
  /** 元, 万元 …: they should be one */
  readonly money: readonly string[];
  /** first row below it */
  readonly bottom: number;
}

export type Recognised =
  | { readonly table: ReportTable; readonly top: ReportTop }
  /** why the worksheet is none of ours */
  | { readonly reason: string };

const TOP_ROWS = 8;
const NUMBER = /财决(附?\d\d(-\d)?)表/;
const PUBLIC = /公开(\d\d(-\d)?)表/;
const PREFIX = /^([ZF])(\d\d)(?:[_-](\d)(?!\d))?/;
const MONEY = /(?:金额单位|货币单位|计量单位|^单位|\(单位):?(?:人民币)?([百千万亿]*元)/;
const UNIT = /^(?:编制单位|填报单位|单位名称)[：:]/;
/** The year of the table, and neither a date of it nor an amount that looks like one. */
const YEAR =
  /^\(?(?:(?:报表|会计|决算|所属)?年度:?(?:20\d\d|二[〇○零O0]..)(?:年度?)?|(?:20\d\d|二[〇○零O0]..)年度?)(?:\(?决算\)?)?\)?$/;
/** What it says stands in the next cell. */
const LABEL =
  /^(?:编制单位|填报单位|单位名称|金额单位|货币单位|计量单位|单位|(?:报表|会计|决算|所属)?年度):$/;
const YEAR_LABEL = /^(?:报表|会计|决算|所属)?年度$/;

/** The number in a mark `财决08-1表`, or in the name of the worksheet, whose end may be cut off. */
function numberOf(texts: readonly string[], sheet: string): string | null {
  const marked = [...texts, sheet].flatMap((text) => NUMBER.exec(text)?.[1] ?? []);
  if (marked[0] !== undefined) return marked[0];
  const [, series, first, second] = PREFIX.exec(sheet) ?? [];
  if (first === undefined) return null;
  return `${series === 'F' ? '附' : ''}${first}${second === undefined ? '' : `-${second}`}`;
}

const bareTitle = (text: string) =>
  text.replace(/(\([^()]*\))+$/, '').replace(/^.*(20\d\d|二[〇○零O0]..)年度?(?=.)/, '');

/** The title in a cell, else the one in the name of the worksheet. */
function titleOf(texts: readonly string[], sheet: string): string {
  const inCells = texts.map(bareTitle).filter((text) => /.{3}表$/.test(text) && !/财决|公开|:/.test(text));
  return (
    inCells[0] ??
    bareTitle(sheet.replace(/^[A-Z]{1,3}\d+([_-]\d+)?[-_]?/, '').replace(/\((财决|公开)[^()]*\)?$/, ''))
  );
}

/** The cells of a row, a label together with what stands behind it. */
function saidIn(grid: Grid, row: number): { readonly row: number; readonly text: string }[] {
  const cells = grid.row(row);
  return cells.map(({ text }, index) => {
    const next = cells[index + 1]?.text ?? '';
    const isLabel = YEAR_LABEL.test(plain(text)) ? /^20\d\d$/.test(plain(next)) : LABEL.test(plain(text));
    return { row, text: isLabel ? `${text}${next}` : text };
  });
}

function readTop(grid: Grid): ReportTop {
  const sheet = plain(grid.name);
  const cells = grid.rows.filter((row) => row < TOP_ROWS).flatMap((row) => saidIn(grid, row));
  const texts = cells.map(({ text }) => plain(text));
  const title = titleOf(texts, sheet);
  const isTop = (text: string) =>
    NUMBER.test(text) || UNIT.test(text) || MONEY.test(text) || YEAR.test(text) || bareTitle(text) === title;
  const top = cells.filter(({ text }) => isTop(plain(text)));
  const topTexts = top.map(({ text }) => plain(text));
  const unit = top
    .find(({ text }) => UNIT.test(plain(text)))
    ?.text.normalize('NFKC')
    .replace(/^[^:]*:/, '')
    // some places write the whole line into one cell
    .split(/\s{2,}|20\d\d年|金额单位/)[0];
  return {
    number: numberOf(texts, sheet),
    title,
    unit: unit === undefined || unit.trim() === '' ? null : unitName(unit),
    years: [...new Set(topTexts.flatMap(yearsIn))],
    money: topTexts.flatMap((text) => MONEY.exec(text)?.[1] ?? []),
    bottom: Math.max(-1, ...top.map(({ row }) => row)) + 1,
  };
}

/**
 * Which table a worksheet is. A number alone is no proof: 财决11 and 附03 meant other tables in other years, and names
 * of worksheets are cut at 31 characters, so number and title must agree.
 */
export function recogniseReport(grid: Grid, year: number): Recognised {
  const top = readTop(grid);
  const early = grid.rows.filter((row) => row < 2 * TOP_ROWS).flatMap((row) => grid.row(row));
  const texts = early.map(({ text }) => plain(text));
  if (texts.some((text) => PUBLIC.test(text)) || PUBLIC.test(plain(grid.name)) || /^GK\d/.test(grid.name)) {
    return { reason: '是公开表（万元），不是财决表，不取数' };
  }
  const table = tablesOf(year).find(
    ({ must, mustNot }) => must.test(top.title) && !(mustNot?.test(top.title) ?? false),
  );
  const isNumbered = isReportNumber(top.number);
  const likeness =
    table === undefined && !isNumbered
      ? undefined
      : WORDS.lookAlikes.find(({ words }) => texts.some((text) => words.test(text)) || words.test(top.title));
  if (likeness !== undefined) return { reason: likeness.reason };
  if (table === undefined) {
    if (!isNumbered)
      return { reason: top.number === null ? '不是要取数的财决表' : `财决${top.number}表，不用取数` };
    return { reason: `表号是财决${top.number}，标题“${top.title}”却不是 ${year} 年的那张表，不取数` };
  }
  if (top.number === null && table.number !== undefined && top.money.includes('万元')) {
    return { reason: '没有财决表号，金额单位是万元，像公开表，不取数' };
  }
  if (top.number !== null && table.number !== undefined && top.number !== table.number) {
    return { reason: `标题是“${top.title}”，表号却是财决${top.number}，两者不符，不取数` };
  }
  return { table, top };
}
