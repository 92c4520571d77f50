import type { Classification } from '../../classification/classification.ts';
import { readEconomicRow } from '../../figures/row.ts';
import { FISCAL_FUNDS, FUND_NAMES, type Fund, findSheet, type Measure } from '../../figures/sheets.ts';
import type { FormulaTerm, RowSelection } from '../../tables/formula.ts';
import { type Claim, notice } from '../claim.ts';
import type { FigureFacts } from '../facts.ts';
import type { ClaimsOf } from '../rule.ts';
import { itemOfFund } from './wording.ts';

const SHEETS = ['income', 'expenditure', 'balance', 'economic'];
/** Last year's figures stand under last year's classification. */
const MEASURES: readonly Measure[] = ['actual', 'initial', 'final'];

/** The rows of a sheet that belong to a 项, by the 项. */
function rowsByItem({ sums }: FigureFacts, sheet: string, fund: Fund): Map<string, string[]> {
  const rows = new Set(MEASURES.flatMap((measure) => sums.rows(sheet, [fund], measure)));
  const byItem = new Map<string, string[]>();
  for (const row of rows) {
    const item = sheet === 'economic' ? readEconomicRow(row).item : row;
    if (item) byItem.set(item, [...(byItem.get(item) ?? []), row]);
  }
  return byItem;
}

function termsOf(sheet: string, fund: Fund, select: RowSelection): FormulaTerm[] {
  const columns = (findSheet(sheet)?.columns ?? []).map(({ id }) => id);
  return MEASURES.map((measure) => ({ sign: 1, sheet, measure, columns, funds: [fund], select }));
}

function itemClaim(
  figures: FigureFacts,
  classification: Classification,
  { item, fund, terms }: { item: string; fund: Fund; terms: readonly FormulaTerm[] },
): Claim[] {
  const entry = classification.function(item);
  // a code that our list lacks is named by A19
  if (entry === undefined) return [];
  const subject = `${item}/${fund}`;
  if (entry.fund === fund) return [notice(subject, true, '')];
  const message = `${itemOfFund(item, fund, classification)}在科目表里属${FUND_NAMES[entry.fund]}，核实是否录错资金或科目`;
  const parts = figures.operand('', terms).parts();
  return [
    notice(subject, false, message, {
      places: parts.map(({ place }) => place),
      // what no document confirms is no ground to ask for reasons
      ...(entry.confirmed ? {} : { level: 'hint' }),
    }),
  ];
}

/** domain/tables.md A19: the classification's own fund of each 项, which the grid marks as well. */
export const fundsOfItems: ClaimsOf = ({ figures, classification }) => {
  if (figures === null) return [];
  return FISCAL_FUNDS.flatMap((fund) => {
    const terms = new Map<string, FormulaTerm[]>();
    for (const sheet of SHEETS) {
      for (const [item, rows] of rowsByItem(figures, sheet, fund)) {
        terms.set(item, [...(terms.get(item) ?? []), ...termsOf(sheet, fund, { rows })]);
      }
    }
    return [...terms.keys()]
      .sort()
      .flatMap((item) => itemClaim(figures, classification, { item, fund, terms: terms.get(item) ?? [] }));
  });
};
