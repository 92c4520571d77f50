import type { Classification } from '../classification/classification.ts';
import { codeOfRow } from '../figures/row.ts';
import type { Fund } from '../figures/sheets.ts';
import type { Fen } from '../money/fen.ts';
import { type FormulaTerm, sheetTerms } from '../tables/formula.ts';
import type { FigureSums } from '../tables/sums.ts';

export const EVERY_ROW = { under: '' } as const;

export function evaluate(sums: FigureSums, terms: readonly FormulaTerm[]): Fen | null {
  return sums.evaluate({ rule: 'sum', terms });
}

/** 人员经费 and 公用经费 of one fund, as the totals of the table by economic classification take them. */
export function basicEconomicTerms(
  sums: FigureSums,
  classification: Classification,
  fund: Fund,
): FormulaTerm[] {
  const rows = sums
    .rows('economic', [fund], 'actual')
    .filter((row) => classification.economicGroup(codeOfRow(row)) !== 'other');
  return sheetTerms('economic', { select: { rows }, funds: [fund] });
}
