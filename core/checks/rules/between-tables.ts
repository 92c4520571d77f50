import { FISCAL_FUNDS, FUND_NAMES } from '../../figures/sheets.ts';
import { sheetTerms } from '../../tables/formula.ts';
import { basicEconomicTerms, EVERY_ROW } from '../amounts.ts';
import { equal } from '../claim.ts';
import type { ClaimsOf, Laws } from '../rule.ts';

/** domain/tables.md B9, by fund: what table 03 calls 基本支出 is 人员经费 and 公用经费 of the economic table. */
const basicByEconomic: ClaimsOf = ({ figures, classification }) => {
  if (figures === null) return [];
  return FISCAL_FUNDS.map((fund) =>
    equal(
      fund,
      figures.operand(
        `支出表基本支出（${FUND_NAMES[fund]}）`,
        sheetTerms('expenditure', { select: EVERY_ROW, funds: [fund], columns: ['basic'] }),
      ),
      figures.operand(
        `人员经费和公用经费合计（${FUND_NAMES[fund]}）`,
        basicEconomicTerms(figures.sums, classification, fund),
      ),
    ),
  );
};

/** domain/tables.md §12.2: what tables say of each other. */
export const BETWEEN_TABLES: Laws = { B9: basicByEconomic };
