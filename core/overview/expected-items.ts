import { EVERY_ROW, evaluate } from '../checks/amounts.ts';
import { isBegun, lastYearOf } from '../checks/rules/last-year.ts';
import { inWan } from '../checks/rules/wording.ts';
import { FUND_NAMES, type Fund, findSheet, type Measure } from '../figures/sheets.ts';
import {
  adjustmentTerms,
  balanceTerms,
  closingTerms,
  openingTerms,
  type RowSelection,
  sheetTerms,
} from '../tables/formula.ts';
import { columnOf, type Expectation, expectation, itemAndMeasure, type YearScope } from './expectation.ts';
import type { RuleOf } from './expected-rules.ts';

/** Sheets whose rows are 项. */
type ItemSheet = 'income' | 'expenditure';

const isItemSheet = (sheet: string): sheet is ItemSheet => sheet === 'income' || sheet === 'expenditure';

/** The 项 of a fund that have an amount, 0 apart. */
function itemsWith({ figures }: YearScope, sheet: ItemSheet, fund: Fund, measure: Measure): string[] {
  const { sums } = figures;
  return sums
    .rows(sheet, [fund], measure)
    .filter((row) => evaluate(sums, itemTerms(sheet, row, fund, measure)) !== 0);
}

function itemTerms(sheet: ItemSheet, row: string, fund: Fund, measure: Measure) {
  return sheetTerms(sheet, { select: { rows: [row] }, funds: [fund], measure });
}

/** Any column that takes the fund: the first of the sheet. */
function firstColumn(sheet: string, fund: Fund): string {
  const own = findSheet(sheet)?.columns.find(({ funds }) => funds.includes(fund));
  if (own === undefined) throw new Error(`${sheet} takes no ${fund}`);
  return own.id;
}

/** Something of 决算 stands in the sheet; until then there is no cell to point at, only the page. */
export function begunSheet(scope: YearScope, { sheet }: RuleOf<'begun'>): Expectation[] {
  if (!isItemSheet(sheet)) return [];
  const { figures, book } = scope;
  const terms = sheetTerms(sheet, {
    select: EVERY_ROW,
    funds: ['general', 'gov_fund', 'state_capital', 'other'],
  });
  return [
    {
      sheet,
      name: `本年${findSheet(sheet)?.name}`,
      place: { kind: 'page', page: sheet, unit: book.unit.code },
      terms,
      isThere: evaluate(figures.sums, terms) !== null,
    },
  ];
}

/**
 * Money that was spent came from somewhere: from the beginning of the year, or from income. Of a fund whose balances are
 * one line nobody can say which 项 had what.
 */
export function incomeOfSpending(scope: YearScope, { funds }: RuleOf<'income-of-spending'>): Expectation[] {
  const { sums } = scope.figures;
  return funds.flatMap((fund) => {
    if (sums.rows('balance', [fund], 'actual').includes('')) return [];
    return itemsWith(scope, 'expenditure', fund, 'actual').flatMap((row) => {
      const select = { rows: [row] };
      const had = evaluate(sums, [
        ...openingTerms(select, [fund]),
        ...balanceTerms(['surplus_used'], { select, funds: [fund] }),
      ]);
      const gone = evaluate(sums, [
        ...itemTerms('expenditure', row, fund, 'actual'),
        ...balanceTerms(['distribution'], { select, funds: [fund] }),
      ]);
      if ((gone ?? 0) <= (had ?? 0)) return [];
      return [
        expectation(scope, 'income', {
          name: itemAndMeasure(scope, row, fund, 'actual'),
          cell: { row, fund, column: firstColumn('income', fund), measure: 'actual' },
          terms: itemTerms('income', row, fund, 'actual'),
        }),
      ];
    });
  });
}

export function itemsAnswered(scope: YearScope, rule: RuleOf<'items'>): Expectation[] {
  const { sheet, given, measure, funds, once } = rule;
  if (!isItemSheet(sheet)) return [];
  return funds.flatMap((fund) => {
    if (once === 'begun' && scope.figures.sums.rows(sheet, [fund], measure).length === 0) return [];
    return itemsWith(scope, sheet, fund, given).map((row) =>
      expectation(scope, sheet, {
        name: itemAndMeasure(scope, row, fund, measure),
        cell: {
          row,
          fund,
          column: columnOf(scope, itemTerms(sheet, row, fund, given)) ?? firstColumn(sheet, fund),
          measure,
        },
        terms: itemTerms(sheet, row, fund, measure),
      }),
    );
  });
}

/** One figure of 上年决算 is enough: a 项 that is new this year has none. */
export function priorOfFunds(scope: YearScope, { sheet, funds }: RuleOf<'prior'>): Expectation[] {
  if (!isItemSheet(sheet) || lastYearOf(scope.figures) !== null) return [];
  return funds.flatMap((fund) => {
    const [row] = itemsWith(scope, sheet, fund, 'actual');
    if (row === undefined) return [];
    return [
      expectation(scope, sheet, {
        name: `${FUND_NAMES[fund]}上年决算`,
        cell: {
          row,
          fund,
          column: columnOf(scope, itemTerms(sheet, row, fund, 'actual')) ?? firstColumn(sheet, fund),
          measure: 'prior',
        },
        terms: sheetTerms(sheet, { select: EVERY_ROW, funds: [fund], measure: 'prior' }),
      }),
    ];
  });
}

/** 款 that add up to less than 基本支出 are not all there. */
export function economicSum(scope: YearScope, { fund, begin }: RuleOf<'economic-sum'>): Expectation[] {
  const { sums } = scope.figures;
  const basic = evaluate(
    sums,
    sheetTerms('expenditure', { select: EVERY_ROW, funds: [fund], columns: ['basic'] }),
  );
  if (basic === null || basic <= 0) return [];
  const terms = sheetTerms('economic', { select: EVERY_ROW, funds: [fund] });
  const listed = evaluate(sums, terms) ?? 0;
  const row = sums.rows('economic', [fund], 'actual')[0] ?? begin;
  const asked = expectation(scope, 'economic', {
    name: `${FUND_NAMES[fund]}基本支出的款，还差 ${inWan(basic - listed)}`,
    cell: { row, fund, column: 'amount', measure: 'actual' },
    terms,
  });
  return [{ ...asked, isThere: listed >= basic }];
}

/** What moved in a fund this year, apart from 上年末, does not come to nothing; or the year before left something. */
function isCarriedOver({ figures }: YearScope, fund: Fund): boolean {
  const { sums } = figures;
  const isMoved = (select: RowSelection) =>
    evaluate(sums, [
      ...closingTerms(select, [fund]),
      ...balanceTerms(['last_closing'], { select, funds: [fund], sign: -1 }),
    ]);
  if ((isMoved(EVERY_ROW) ?? 0) !== 0) return true;
  for (const { value } of sums.behind(adjustmentTerms(EVERY_ROW, [fund]))) if (value !== 0) return true;
  const last = lastYearOf(figures);
  return last !== null && (evaluate(last, closingTerms(EVERY_ROW, [fund])) ?? 0) !== 0;
}

export function lastClosings(scope: YearScope, { funds }: RuleOf<'last-closing'>): Expectation[] {
  const { sums } = scope.figures;
  return funds.flatMap((fund) => {
    if (!isBegun(scope.figures) || !isCarriedOver(scope, fund)) return [];
    const rows = ['balance', 'expenditure', 'income'].flatMap((sheet) => sums.rows(sheet, [fund], 'actual'));
    return [
      expectation(scope, 'balance', {
        name: `${FUND_NAMES[fund]}上年末结转和结余`,
        cell: { row: rows[0] ?? '', fund, column: 'last_closing', measure: 'actual' },
        terms: balanceTerms(['last_closing'], { select: EVERY_ROW, funds: [fund] }),
      }),
    ];
  });
}
