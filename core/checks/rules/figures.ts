import { codeOfRow } from '../../figures/row.ts';
import { FUNDS } from '../../figures/sheets.ts';
import { sheetTerms } from '../../tables/formula.ts';
import { EVERY_ROW } from '../amounts.ts';
import { equal, notice } from '../claim.ts';
import type { ClaimsOf, Laws } from '../rule.ts';

/** domain/tables.md §6.2 [INF]: 309, 311 and 313 are project money; the table shows them but adds them to no total. */
const projectMoneyInBasic: ClaimsOf = ({ figures, classification }) => {
  const rows = figures?.sums.rows('economic', FUNDS, 'actual') ?? [];
  const codes = [...new Set(rows.map(codeOfRow))];
  return codes.map((code) =>
    notice(
      code,
      classification.economicGroup(code) !== 'other',
      `经济分类 ${code}${classification.economic(code)?.name ?? ''} 一般属项目支出，列在基本支出里不计入人员经费和公用经费合计，核实是否录错`,
    ),
  );
};

/** What the 差额表 takes from income it must take from expenditure, or a balance would move. */
const adjustmentsAgree: ClaimsOf = ({ figures }) =>
  figures === null
    ? []
    : [
        equal(
          '',
          figures.operand('差额表收入', sheetTerms('income', { select: EVERY_ROW, funds: FUNDS })),
          figures.operand('差额表支出', sheetTerms('expenditure', { select: EVERY_ROW, funds: FUNDS })),
        ),
      ];

/** What separately keyed figures say of each other. */
export const FIGURES: Laws = { E1: projectMoneyInBasic, D1: adjustmentsAgree };
