import { FUNDS } from '../../figures/sheets.ts';
import type { FigureSums } from '../../tables/sums.ts';
import type { FigureFacts } from '../facts.ts';

export const KEYED_FUNDS = FUNDS.filter((fund) => fund !== '');

/**
 * What the book holds of the same unit in the year before. `null`: no such year, or the unit was not in it, as one that
 * is new or has another code: then nothing can be said of it.
 */
export function lastYearOf({ last }: Pick<FigureFacts, 'last'>): FigureSums | null {
  if (last === null) return null;
  const isThere = ['income', 'expenditure', 'balance'].some(
    (sheet) => last.rows(sheet, KEYED_FUNDS, 'actual').length > 0,
  );
  return isThere ? last : null;
}

/** Whether 决算 of this year is keyed at all: before that, everything is still missing and nothing is said of it. */
export function isBegun({ sums }: Pick<FigureFacts, 'sums'>): boolean {
  return ['income', 'expenditure'].some((sheet) => sums.rows(sheet, KEYED_FUNDS, 'actual').length > 0);
}
