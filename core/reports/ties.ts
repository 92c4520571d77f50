import { type Classification, economicGroupOf } from '../classification/classification.ts';
import { FISCAL_FUNDS, FUND_NAMES } from '../figures/sheets.ts';
import type { Reports } from './direct-figures.ts';
import { type Gathering, minus, plus } from './gathering.ts';
import type { Report } from './report.ts';
import { FUND_TABLES, fundReports } from './rest.ts';
import { tieThreePublic } from './three-public.ts';

/** The exact laws between the tables of one file. A difference is told with both sides; nothing is adjusted. */
export function tieReports(reports: Reports, gathering: Gathering, classification: Classification) {
  tieSummary(reports, gathering);
  tieFunds(reports, gathering, classification);
  tieBasic(reports, gathering);
  for (const report of reports.values()) tieBalance(report, gathering);
  tieThreePublic(reports, gathering);
  tieAppropriationSummary(reports, gathering);
}

/** The 项 of some tables, but for those with a line that is left out or waits to be mended. */
function comparable(reports: readonly Report[]): string[] {
  const codes = new Set(reports.flatMap((report) => report.codes));
  return [...codes].filter((code) => !reports.some((report) => report.isMissing(code))).sort();
}

function tieSummary(reports: Reports, gathering: Gathering) {
  const summary = reports.get('01');
  if (summary === undefined) return;
  const pairs = [
    ['income_total', '本年收入', '03', 'total'],
    ['expenditure_total', '本年支出', '04', 'total'],
    ['basic_total', '基本支出', '04', 'basic'],
    ['project_total', '项目支出', '04', 'project'],
    ['opening', '年初结转和结余', '02', 'opening'],
    ['closing', '年末结转和结余', '02', 'closing'],
  ] as const;
  for (const [line, name, table, column] of pairs) {
    const report = reports.get(table);
    // a line that waits to be mended says nothing yet
    if (report === undefined || !report.hasTotal) continue;
    gathering.tie(
      `财决01 ${name} ＝ 财决${table} ${name}合计`,
      plus(summary.line(line, 'actual')),
      plus(report.total(column)),
    );
  }
}

/** 财决03 and 04 against the tables of the three funds, where the file has all that hold money. */
function tieFunds(reports: Reports, gathering: Gathering, classification: Classification) {
  const funds = fundReports(reports);
  if (!reports.has(FUND_TABLES.general)) return;
  const numbers = FISCAL_FUNDS.map((fund) => FUND_TABLES[fund]).filter((id) => reports.has(id));
  const sum = `财决${numbers.join('＋')}`;
  const named = (code: string) => `${code} ${classification.function(code)?.name ?? ''}`.trim();
  const income = reports.get('03');
  for (const code of comparable(income === undefined ? [] : [income, ...funds])) {
    gathering.tie(
      `财决03 财政拨款收入 ${named(code)} ＝ ${sum} 本年收入`,
      plus(income?.item(code, 'appropriation')),
      funds.flatMap((report) => plus(report.item(code, 'income'))),
    );
  }
  const spending = reports.get('04');
  for (const code of comparable(spending === undefined ? [] : [spending, ...funds])) {
    for (const [column, name] of [
      ['basic', '基本支出'],
      ['project', '项目支出'],
    ] as const) {
      gathering.tie(
        `财决04 ${name} ${named(code)} ≥ ${sum} ${name}`,
        plus(spending?.item(code, column)),
        funds.flatMap((report) => plus(report.item(code, column))),
        '≥',
      );
    }
  }
}

/** 基本支出 of a fund against its 明细表, with 人员经费 and 公用经费 where the table parts them. */
function tieBasic(reports: Reports, gathering: Gathering) {
  for (const [table, detail] of [
    ['07', '08-1'],
    ['09', '10-1'],
  ] as const) {
    const [fund, economic] = [reports.get(table), reports.get(detail)];
    if (fund === undefined || economic === undefined) continue;
    const groups = economic.content.columns
      .map(({ meaning }) => meaning)
      .filter((each) => /^\d{3}$/.test(each));
    for (const code of comparable([fund, economic])) {
      const within = (isTaken: (group: string) => boolean) =>
        groups.filter(isTaken).flatMap((group) => plus(economic.item(code, group)));
      const isPersonnel = (group: string) => economicGroupOf(group) === 'personnel';
      gathering.tie(
        `财决${detail} 合计 ${code} ＝ 财决${table} 基本支出`,
        plus(economic.item(code, 'total')),
        plus(fund.item(code, 'basic')),
      );
      if (!fund.has('staff') || !fund.has('running')) continue;
      gathering.tie(
        `财决${detail} 301＋303 ${code} ＝ 财决${table} 人员经费`,
        within(isPersonnel),
        plus(fund.item(code, 'staff')),
      );
      gathering.tie(
        `财决${detail} 其余各类 ${code} ＝ 财决${table} 公用经费`,
        within((group) => !isPersonnel(group)),
        plus(fund.item(code, 'running')),
      );
    }
  }
}

/** 年初 ＋ 收入 － 支出 ＝ 年末, in each line of 02, 07, 09 and 11. */
function tieBalance(report: Report, gathering: Gathering) {
  const { table } = report.content;
  const balances = table.form === 'codes' ? (table.laws ?? []).filter(({ less }) => less !== undefined) : [];
  const nameOf = (id: string) =>
    table.columns.find((column) => column.id === id)?.name.replace(/^本年支出：/, '') ?? id;
  for (const { whole, parts, less = [] } of balances) {
    const law = `${parts.map(nameOf).join('＋')}－${less.map(nameOf).join('－')} ＝ ${nameOf(whole)}`;
    for (const code of report.codes) {
      gathering.tie(
        `${report.source} ${law}（${code}）`,
        [
          ...parts.flatMap((part) => plus(report.item(code, part))),
          ...less.flatMap((part) => minus(report.item(code, part))),
        ],
        plus(report.item(code, whole)),
      );
    }
  }
}

function tieAppropriationSummary(reports: Reports, gathering: Gathering) {
  const summary = reports.get('01-1');
  if (summary === undefined) return;
  for (const fund of FISCAL_FUNDS) {
    const report = reports.get(FUND_TABLES[fund]);
    if (report === undefined || !report.hasTotal) continue;
    const tie = (name: string, line: string, column: string, total: string) =>
      gathering.tie(
        `财决01-1 ${name}（${FUND_NAMES[fund]}） ＝ ${report.source} ${name}合计`,
        plus(summary.line(line, column)),
        plus(report.total(total)),
      );
    tie('本年收入', `income_total.${fund}`, 'actual', 'income');
    tie('年初结转和结余', `opening.${fund}`, 'actual', 'opening');
    tie('本年支出', 'expenditure_total', `actual.${fund}`, 'total');
    tie('年末结转和结余', 'closing', `actual.${fund}`, 'closing');
    tie('基本支出', 'basic_total', `actual.${fund}`, 'basic');
    tie('项目支出', 'project_total', `actual.${fund}`, 'project');
  }
}
