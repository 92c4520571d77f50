import { FISCAL_FUNDS } from '../../figures/sheets.ts';
import { INCOME_LINES, type TableId } from '../../profiles/profile.ts';
import type { Claim } from '../claim.ts';
import type { Facts, TableFacts } from '../facts.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import {
  classLine,
  numberOfCode,
  openingOf,
  printedNumber,
  prints,
  rowOfCode,
  rowOfItem,
  rowOfRole,
  sameNumber,
  sumOf,
  TOTAL_ROW,
} from './quantities.ts';

const INCOME_TOTAL = rowOfRole('income', 'subtotal');
const SPENT_TOTAL = rowOfRole('expenditure', 'subtotal');
const incomeLine = (line: string) => rowOfItem(line, 'income');

/** domain/tables.md B1. */
const incomeTotals: ClaimsOf = (facts) =>
  sameNumber(
    facts,
    '',
    printedNumber(facts.tables, 'summary', INCOME_TOTAL, 'amount'),
    printedNumber(facts.tables, 'income', TOTAL_ROW, 'total'),
  );

/** domain/tables.md B2: the three lines of 财政拨款 together, the others one by one. */
const incomeLines: ClaimsOf = (facts) => {
  const { tables } = facts;
  const printed = (line: string) => printedNumber(tables, 'summary', incomeLine(line), 'amount');
  const others = INCOME_LINES.slice(FISCAL_FUNDS.length);
  return [
    ...sameNumber(
      facts,
      'appropriation',
      sumOf('收入支出决算总表三项财政拨款收入', FISCAL_FUNDS.map(printed)),
      printedNumber(tables, 'income', TOTAL_ROW, 'appropriation'),
    ),
    ...others.flatMap((line) =>
      sameNumber(facts, line, printed(line), printedNumber(tables, 'income', TOTAL_ROW, line)),
    ),
  ];
};

/** domain/tables.md B3. */
const expenditureTotals: ClaimsOf = (facts) =>
  sameNumber(
    facts,
    '',
    printedNumber(facts.tables, 'summary', SPENT_TOTAL, 'amount'),
    printedNumber(facts.tables, 'expenditure', TOTAL_ROW, 'total'),
  );

/** Each 类 of a summary table against the same of a table by code. */
function classes(
  facts: Facts,
  [summary, amount]: readonly [TableId, string],
  [byCode, total]: readonly [TableId, string],
): Claim[] {
  const { tables } = facts;
  const codes = [
    ...(tables.table(summary)?.rows ?? []).flatMap(({ side, code }) =>
      side === 'expenditure' && code !== undefined ? [code] : [],
    ),
    ...(tables.table(byCode)?.rows ?? []).flatMap(({ code }) => (code?.length === 3 ? [code] : [])),
  ];
  return [...new Set(codes)].flatMap((code) =>
    sameNumber(
      facts,
      code,
      numberOfCode(tables, summary, { row: classLine(code), code, column: amount }),
      numberOfCode(tables, byCode, { row: rowOfCode(code), code, column: total }),
    ),
  );
}

/** domain/tables.md B4. */
const classesSpent: ClaimsOf = (facts) => classes(facts, ['summary', 'amount'], ['expenditure', 'total']);

/** domain/tables.md B5. */
const fiscalIncome: ClaimsOf = (facts) =>
  FISCAL_FUNDS.flatMap((fund) =>
    sameNumber(
      facts,
      fund,
      printedNumber(facts.tables, 'summary', incomeLine(fund), 'amount'),
      printedNumber(facts.tables, 'appropriation-summary', incomeLine(fund), 'amount'),
    ),
  );

/** domain/tables.md B6. */
const appropriation: ClaimsOf = (facts) =>
  sameNumber(
    facts,
    '',
    printedNumber(facts.tables, 'income', TOTAL_ROW, 'appropriation'),
    printedNumber(facts.tables, 'appropriation-summary', INCOME_TOTAL, 'amount'),
  );

/** domain/tables.md B7. */
const generalTotals: ClaimsOf = (facts) =>
  sameNumber(
    facts,
    '',
    printedNumber(facts.tables, 'appropriation-summary', SPENT_TOTAL, 'general'),
    printedNumber(facts.tables, 'general-expenditure', TOTAL_ROW, 'total'),
  );

/** domain/tables.md B8. */
const generalClasses: ClaimsOf = (facts) =>
  classes(facts, ['appropriation-summary', 'general'], ['general-expenditure', 'total']);

/** What a fund carried in, took in, spent and carries on, in 财政拨款收入支出决算总表 and in the table of the fund. */
function fundCarried(facts: Facts, id: TableId, fund: (typeof FISCAL_FUNDS)[number]): Claim[] {
  const { tables } = facts;
  const summary = (row: Parameters<typeof printedNumber>[2], column: string) =>
    printedNumber(tables, 'appropriation-summary', row, column);
  const carried = {
    opening: summary(openingOf(fund), 'amount'),
    income: summary(incomeLine(fund), 'amount'),
    total: summary(SPENT_TOTAL, fund),
    closing: summary(rowOfRole('expenditure', 'closing'), fund),
  };
  return Object.entries(carried).flatMap(([column, operand]) =>
    sameNumber(facts, column, operand, printedNumber(tables, id, TOTAL_ROW, column)),
  );
}

/** domain/tables.md B20: what Beijing prints beside the nine tables. */
const beijing: ClaimsOf = (facts) => {
  const { tables } = facts;
  return [
    ...fundCarried(facts, 'general-balance', 'general'),
    ...sameByCode(facts, tables),
    ...sameNumber(
      facts,
      'gov-fund-basic',
      sumOf(
        '政府性基金基本支出表的人员经费和公用经费合计',
        ['personnel_total', 'public_total'].map((item) =>
          printedNumber(tables, 'gov-fund-basic', rowOfItem(item), 'amount'),
        ),
      ),
      printedNumber(tables, 'gov-fund', TOTAL_ROW, 'basic'),
    ),
  ];
};

/** The expenditure of general-balance, code by code, is that of general-expenditure. */
function sameByCode(facts: Facts, tables: TableFacts): Claim[] {
  const [balance, spent] = [tables.table('general-balance'), tables.table('general-expenditure')];
  if (balance === null || spent === null) return [];
  const codes = spent.rows.flatMap(({ code }) => (code === undefined ? [] : [code]));
  const columns = ['total', 'basic', 'project'].filter((column) => prints(balance, column));
  const totals = columns.flatMap((column) =>
    sameNumber(
      facts,
      `spent/${column}`,
      printedNumber(tables, 'general-balance', TOTAL_ROW, column),
      printedNumber(tables, 'general-expenditure', TOTAL_ROW, column),
    ),
  );
  const byCode = [...new Set(codes)].flatMap((code) => {
    // a row that is missing is one slip: its first number tells it
    const isMissing = !balance.rows.some((row) => row.code === code);
    return columns
      .slice(0, isMissing ? 1 : columns.length)
      .flatMap((column) =>
        sameNumber(
          facts,
          `${code}/${column}`,
          numberOfCode(tables, 'general-balance', { row: rowOfCode(code), code, column }),
          numberOfCode(tables, 'general-expenditure', { row: rowOfCode(code), code, column }),
        ),
      );
  });
  return [...totals, ...byCode];
}

/** domain/tables.md §12.2: the identities, one number in two tables. */
export const SAME_NUMBERS: Laws = {
  B1: incomeTotals,
  B2: incomeLines,
  B3: expenditureTotals,
  B4: classesSpent,
  B5: fiscalIncome,
  B6: appropriation,
  B7: generalTotals,
  B8: generalClasses,
  B10: (facts) => fundCarried(facts, 'gov-fund', 'gov_fund'),
  B11: (facts) => fundCarried(facts, 'state-capital', 'state_capital'),
  B20: beijing,
};
