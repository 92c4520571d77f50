import { EVERY_ROW, evaluate } from '../checks/amounts.ts';
import type { BookScope } from '../checks/book-facts.ts';
import type { CheckReport } from '../checks/check-year.ts';
import { lastYearOf } from '../checks/rules/last-year.ts';
import { Classification } from '../classification/classification.ts';
import { FUNDS, type Measure } from '../figures/sheets.ts';
import { balanceTerms, closingTerms, openingTerms, sheetTerms } from '../tables/formula.ts';
import type { FigureSums } from '../tables/sums.ts';
import { nextSteps } from './next-steps.ts';
import type { Overview } from './overview.ts';
import { sheetProgress } from './sheet-progress.ts';

/**
 * A year at a glance.
 *
 * @param scopes as the checks of the unit, or of the department, looked at them; see sheetProgress
 * @param report what the checks said of them
 * @param changedAt when a figure of a sheet last changed, ISO 8601 in UTC
 */
export function overviewOf(
  scopes: readonly BookScope[],
  report: CheckReport,
  changedAt: ReadonlyMap<string, string>,
): Overview {
  // the department is the last of its scopes, and a unit the only one
  const whole = scopes.at(-1);
  if (whole === undefined) throw new Error('an overview is of a unit or of the department');
  const sheets = sheetProgress(scopes, changedAt);
  return {
    equation: equationOf(whole.sums),
    sheets,
    next: nextSteps(sheets, report),
    byClass: byClass(whole),
    balances: balancesOf(whole.sums),
  };
}

/** The numbers of 收入支出决算总表 below its lines, by the formulas of the table. */
function equationOf(sums: FigureSums): Overview['equation'] {
  const amount = (terms: Parameters<typeof evaluate>[1]) => evaluate(sums, terms);
  const parts = {
    income: amount(sheetTerms('income', { select: EVERY_ROW, funds: FUNDS })),
    surplusUsed: amount(balanceTerms(['surplus_used'], { select: EVERY_ROW, funds: FUNDS })),
    opening: amount(openingTerms(EVERY_ROW, FUNDS)),
    expenditure: amount(sheetTerms('expenditure', { select: EVERY_ROW, funds: FUNDS })),
    distribution: amount(balanceTerms(['distribution'], { select: EVERY_ROW, funds: FUNDS })),
    closing: amount(closingTerms(EVERY_ROW, FUNDS)),
  };
  if (Object.values(parts).every((part) => part === null)) return null;
  return {
    income: parts.income ?? 0,
    surplusUsed: parts.surplusUsed ?? 0,
    opening: parts.opening ?? 0,
    expenditure: parts.expenditure ?? 0,
    distribution: parts.distribution ?? 0,
    closing: parts.closing ?? 0,
  };
}

/** Last year is that of the same book; where it has none, 上年决算 as keyed. */
function byClass({ year, sums, last }: BookScope): Overview['byClass'] {
  const classification = new Classification(year);
  const before = lastYearOf({ last });
  const spent = (of: FigureSums, code: string, measure: Measure) =>
    evaluate(of, sheetTerms('expenditure', { select: { under: code }, funds: FUNDS, measure }));
  const codes = new Set(sums.rows('expenditure', FUNDS, 'actual').map((row) => row.slice(0, 3)));
  return [...codes]
    .map((code) => ({
      code,
      name: classification.function(code)?.name ?? code,
      amount: spent(sums, code, 'actual') ?? 0,
      last: before === null ? spent(sums, code, 'prior') : spent(before, code, 'actual'),
    }))
    .sort((one, other) => other.amount - one.amount || (one.code < other.code ? -1 : 1));
}

/** Of the funds that had or have money. */
function balancesOf(sums: FigureSums): Overview['balances'] {
  return FUNDS.flatMap((fund) => {
    const opening = evaluate(sums, openingTerms(EVERY_ROW, [fund])) ?? 0;
    const closing = evaluate(sums, closingTerms(EVERY_ROW, [fund])) ?? 0;
    return opening === 0 && closing === 0 ? [] : [{ fund, opening, closing }];
  });
}
