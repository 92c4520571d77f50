import type { Classification } from '../classification/classification.ts';
import { FISCAL_FUNDS, FUND_NAMES } from '../figures/sheets.ts';
import type { Reports } from './direct-figures.ts';
import type { Report } from './report.ts';

/** The three tables of 财政拨款, by fund. */
export const FUND_TABLES = { general: '07', gov_fund: '09', state_capital: '11' } as const;
type FiscalFund = keyof typeof FUND_TABLES;

/** Those that the file has. */
export function fundReports(reports: Reports): Report[] {
  return FISCAL_FUNDS.flatMap((fund) => reports.get(FUND_TABLES[fund]) ?? []);
}

/** Said of a rest where a file lacks tables of funds and nothing in it speaks of their money. */
export const FEW_TABLES = '没有财决09或11，余下的都算作非财政拨款，核对有没有政府性基金或国有资本经营的数。';

/** Why what is left of a 项 beside 财政拨款 cannot be told to be 非财政拨款; `''`: it can. */
export type WhyNoRest = (code: string) => string;

/** @param found all tables of the file, also those that nothing is taken of: they still tell which funds there are */
export function whyNoRest(
  reports: Reports,
  found: readonly Report[],
  classification: Classification,
): WhyNoRest {
  if (!reports.has(FUND_TABLES.general)) return () => '没有财决07，分不出非财政拨款';
  const tables = fundReports(reports);
  const listing = ['02', '03', '04'].flatMap((id) => reports.get(id) ?? []);
  const isListed = (code: string) => listing.length === 0 || listing.some((report) => report.lists(code));
  for (const table of tables) {
    const nameless = table.nameless(isListed);
    if (nameless !== undefined) {
      const code = nameless.hasItem ? '与别的行重复或与别的表对不上' : '不能用';
      return () => `${table.source}第 ${nameless.row} 行有金额没有取，科目编码${code}，分不出非财政拨款`;
    }
  }
  const absent = FISCAL_FUNDS.filter((fund) => !reports.has(FUND_TABLES[fund]));
  const known = absent.find((fund) => isSaid(found, fund));
  if (known !== undefined) {
    return () => `没有取财决${FUND_TABLES[known]}，而文件里有${FUND_NAMES[known]}的数，分不出非财政拨款`;
  }
  return (code) => {
    const missing = tables.find((table) => table.isMissing(code));
    if (missing !== undefined) return `${missing.source}里 ${code} 一行没有取，分不出非财政拨款`;
    const own = absent.find((fund) => classification.function(code)?.fund === fund);
    return own === undefined
      ? ''
      : `没有取财决${FUND_TABLES[own]}，${code} 是${FUND_NAMES[own]}的科目，分不出非财政拨款`;
  };
}

/** Whether some table of the file says that there is money of a fund. */
function isSaid(found: readonly Report[], fund: FiscalFund): boolean {
  return found.some((report) => {
    const { table, rows } = report.content;
    if (table.form === 'lines' || table.fund !== fund) return report.hasMoneyOf(fund);
    // a table whose lines were not found may hold anything
    return rows.length === 0 || report.hasMoney;
  });
}
