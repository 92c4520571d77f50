import type { Figure } from '../figures/figure.ts';
import { FUNDS, type Fund } from '../figures/sheets.ts';
import { closingTerms, type RowSelection } from '../tables/formula.ts';
import type { FigureSums } from '../tables/sums.ts';

const EVERY_ROW: RowSelection = { under: '' };
const FLOWS = ['balance', 'income', 'expenditure'] as const;

/** The rows on which a fund's balances go on: its 项, or one blank row where last year had one for the whole fund. */
function rowsOf(sums: FigureSums, fund: Fund): { readonly row: string; readonly select: RowSelection }[] {
  if (sums.rows('balance', [fund], 'actual').includes('')) return [{ row: '', select: EVERY_ROW }];
  const rows = new Set(FLOWS.flatMap((sheet) => sums.rows(sheet, [fund], 'actual')));
  return [...rows].sort().map((row) => ({ row, select: { rows: [row] } }));
}

/**
 * 年末结转和结余 of a unit as the new year's 上年末, under last year's codes. A 项 that ended with nothing is left out:
 * it would stand on the new year's tables as a line of zeros.
 */
export function closingsOf(unit: string, sums: FigureSums): Figure[] {
  return FUNDS.filter((fund) => fund !== '').flatMap((fund) =>
    rowsOf(sums, fund).flatMap(({ row, select }): Figure[] => {
      const value = sums.evaluate({ rule: 'closing', terms: closingTerms(select, [fund]) }) ?? 0;
      if (value === 0) return [];
      return [{ unit, sheet: 'balance', row, fund, column: 'last_closing', measure: 'actual', value }];
    }),
  );
}
