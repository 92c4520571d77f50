import { codeOfRow, readEconomicRow } from '../../figures/row.ts';
import { FISCAL_FUNDS, FUNDS, type Fund } from '../../figures/sheets.ts';
import { sheetTerms } from '../../tables/formula.ts';
import { EVERY_ROW, evaluate } from '../amounts.ts';
import { type Claim, equal, notice } from '../claim.ts';
import type { Facts, FigureFacts } from '../facts.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { ADJUSTMENTS } from './adjustments.ts';
import { BALANCES } from './balances.ts';
import { COUNTS } from './counts.ts';
import { fundsOfItems } from './funds-of-items.ts';
import { negativeSpending } from './negative-amounts.ts';
import { PROCUREMENT } from './procurement.ts';
import { itemOfFund } from './wording.ts';

/** domain/tables.md §6.2 [INF]: 309, 311 and 313 are project money; the table shows them but adds them to no total. */
const projectMoneyInBasic: ClaimsOf = ({ figures, classification }) => {
  if (figures === null) return [];
  const rows = figures.sums.rows('economic', FUNDS, 'actual');
  const codes = [...new Set(rows.map(codeOfRow))];
  return codes.map((code) => {
    const isProjectMoney = classification.economicGroup(code) === 'other';
    const terms = sheetTerms('economic', { select: { under: code }, funds: FUNDS });
    return notice(
      code,
      !isProjectMoney,
      `经济分类 ${code}${classification.economic(code)?.name ?? ''} 一般属项目支出，列在基本支出里不计入人员经费和公用经费合计，核实是否录错`,
      isProjectMoney
        ? {
            places: figures
              .operand('', terms)
              .parts()
              .map(({ place }) => place),
          }
        : {},
    );
  });
};

/** The rows of 经济分类 of one fund by the 项 that they were keyed with. */
interface KeyedByItem {
  readonly byItem: ReadonlyMap<string, readonly string[]>;
  /** how many rows belong to no 项 */
  readonly apart: number;
}

function keyedByItem({ sums }: FigureFacts, fund: Fund): KeyedByItem {
  const byItem = new Map<string, string[]>();
  let apart = 0;
  for (const row of sums.rows('economic', [fund], 'actual')) {
    const { item } = readEconomicRow(row);
    if (item === undefined) apart += 1;
    else byItem.set(item, [...(byItem.get(item) ?? []), row]);
  }
  return { byItem, apart };
}

function basicOf(select: { readonly rows: readonly string[] }, fund: Fund) {
  return sheetTerms('expenditure', { select, funds: [fund], columns: ['basic'] });
}

/** Σ款 of one 项 = its 基本支出, where 款 were keyed with the 项. */
function basicOfItems({ classification }: Facts, figures: FigureFacts, fund: Fund): Claim[] {
  const { byItem, apart } = keyedByItem(figures, fund);
  if (byItem.size === 0) return [];
  // where all 款 name their 项, one whose 款 are missing is seen too
  const isWhole = apart === 0 && (FISCAL_FUNDS as readonly Fund[]).includes(fund);
  const spent = isWhole ? figures.sums.rows('expenditure', [fund], 'actual') : [];
  const missing = spent.filter(
    (item) => !byItem.has(item) && (evaluate(figures.sums, basicOf({ rows: [item] }, fund)) ?? 0) !== 0,
  );
  return [...byItem.keys(), ...missing].sort().map((item) => {
    const rows = byItem.get(item) ?? [];
    const name = itemOfFund(item, fund, classification);
    const economic = sheetTerms('economic', { select: { rows }, funds: [fund] });
    const left = figures.operand(`经济分类各款合计，${name}`, economic);
    const right = figures.operand(`支出表基本支出，${name}`, basicOf({ rows: [item] }, fund));
    const said = `${name}按项录入的经济分类各款之和应等于该项的基本支出`;
    if (rows.length === 0) {
      return equal(`${item}/${fund}`, left, right, {
        message: `${name}有基本支出，经济分类的其他行都分了项，没有一行属于该项`,
      });
    }
    const isPart = apart > 0;
    const isLess = (left.amount ?? 0) < (right.amount ?? 0);
    return equal(`${item}/${fund}`, left, right, {
      message: isPart ? `${said}；这项资金另有 ${apart} 行没有分项，不参加比较` : said,
      // the rest of this 项 may be among the rows that name none
      ...(isPart && isLess ? { level: 'hint' } : {}),
    });
  });
}

const basicByItem: ClaimsOf = (facts) => {
  const { figures } = facts;
  return figures === null ? [] : FUNDS.flatMap((fund) => basicOfItems(facts, figures, fund));
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
export const FIGURES: Laws = {
  E1: projectMoneyInBasic,
  E2: basicByItem,
  E3: fundsOfItems,
  E4: negativeSpending,
  ...PROCUREMENT,
  ...COUNTS,
  ...BALANCES,
  D1: adjustmentsAgree,
  ...ADJUSTMENTS,
};
