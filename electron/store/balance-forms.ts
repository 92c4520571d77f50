import type { Database } from 'better-sqlite3';
import { FUND_NAMES, type Fund } from '../../core/figures/sheets.ts';
import { type ProblemPlace, problem } from '../../core/problems.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';

/**
 * Balances of a unit and fund stand by 项 or in one blank row, never both. Each file keeps to one form
 * (core/interchange); what comes together in a book must too.
 *
 * @param unit only this one; `null`: every unit of the year
 */
export function refuseBalanceInTwoForms(
  database: Database,
  { year, unit }: { readonly year: number; readonly unit: string | null },
  place: ProblemPlace,
): void {
  const only = unit === null ? '' : 'AND unit = @unit';
  const mixed = prepared(
    database,
    `SELECT unit, fund FROM figure WHERE year = @year AND sheet = 'balance' ${only}
     GROUP BY unit, fund, measure HAVING count(DISTINCT "row" = '') > 1 LIMIT 1`,
  ).get({ year, ...(unit === null ? {} : { unit }) }) as
    | { readonly unit: string; readonly fund: Fund }
    | undefined;
  if (mixed === undefined) return;
  const details = { ...place, unit: mixed.unit, fund: FUND_NAMES[mixed.fund] };
  throw new ProblemError(problem('balance-both', details));
}
