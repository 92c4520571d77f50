import { FISCAL_FUNDS, FUND_NAMES, FUNDS, type Fund, findColumn, findSheet } from '../../figures/sheets.ts';
import {
  balanceTerms,
  closingTerms,
  type FormulaTerm,
  openingTerms,
  type RowSelection,
  sheetTerms,
} from '../../tables/formula.ts';
import { EVERY_ROW, evaluate } from '../amounts.ts';
import { atMost, type Claim, equal, notice, type Operand } from '../claim.ts';
import type { Facts, FigureFacts } from '../facts.ts';
import type { Place } from '../finding.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { inWan, itemName, itemOfFund, listed, ownCell } from './wording.ts';

const KEYED_FUNDS = FUNDS.filter((fund) => fund !== '');
const NOTHING: Operand = { name: '应为', amount: 0, parts: () => [] };

/** DESIGN §2: 单位内部调剂 moves money from one 项 to another of the same unit. */
const reallocationsCancel: ClaimsOf = ({ figures }) => {
  if (figures === null) return [];
  return KEYED_FUNDS.flatMap((fund) => {
    const terms = balanceTerms(['reallocated'], { select: EVERY_ROW, funds: [fund] });
    if (evaluate(figures.sums, terms) === null) return [];
    const moved = figures.operand(`单位内部调剂合计（${FUND_NAMES[fund]}）`, terms);
    const places = moved.parts().map(({ place }) => place);
    return [equal(fund, moved, NOTHING, { places })];
  });
};

/** What a fund, or one 项 of it, had to spend, and what went out of it. */
interface Purse {
  readonly subject: string;
  readonly name: string;
  readonly row: string;
  readonly fund: Fund;
  readonly select: RowSelection;
}

const available = ({ select, fund }: Purse): FormulaTerm[] => [
  ...openingTerms(select, [fund]),
  ...sheetTerms('income', { select, funds: [fund] }),
  ...balanceTerms(['surplus_used'], { select, funds: [fund] }),
];
const gone = ({ select, fund }: Purse): FormulaTerm[] => [
  ...sheetTerms('expenditure', { select, funds: [fund] }),
  ...balanceTerms(['distribution'], { select, funds: [fund] }),
];

function lastClosingOf(facts: Facts, figures: FigureFacts, { row, fund }: Purse): Place {
  return ownCell(facts, figures, {
    sheet: 'balance',
    row,
    fund,
    column: 'last_closing',
    measure: 'actual',
  });
}

function notOverspent(facts: Facts, figures: FigureFacts, purse: Purse): Claim {
  const { subject, name, select, fund } = purse;
  const closing = evaluate(figures.sums, closingTerms(select, [fund])) ?? 0;
  const left = figures.operand('本年支出和结余分配', gone(purse));
  const right = figures.operand('年初结转和结余、本年收入和使用非财政拨款结余', available(purse));
  if (closing >= 0) return atMost(subject, left, right);
  const last = balanceTerms(['last_closing'], { select, funds: [fund] });
  const isLastKeyed = evaluate(figures.sums, last) !== null;
  return atMost(subject, left, right, {
    message: `${name}年末结转和结余算得 ${inWan(closing)}${isLastKeyed ? '' : '，上年末结转和结余没有录入'}`,
    places: isLastKeyed
      ? [...left.parts(), ...right.parts()].map(({ place }) => place)
      : [lastClosingOf(facts, figures, purse)],
  });
}

/**
 * Before any balance of a fund is keyed, each 项 that spent last year's money would say the same: they are one finding,
 * about what they lack together.
 */
function overspentTogether(facts: Facts, figures: FigureFacts, fund: Fund, purses: readonly Purse[]): Claim {
  const short = purses.filter(
    ({ select }) => (evaluate(figures.sums, closingTerms(select, [fund])) ?? 0) < 0,
  );
  const select = { rows: short.map(({ row }) => row) };
  const purse: Purse = { subject: fund, name: FUND_NAMES[fund], row: '', fund, select };
  const names = listed(short.map(({ row }) => itemName(row, facts.classification)));
  const left = figures.operand('这些项的本年支出', gone(purse));
  const right = figures.operand('这些项的本年收入', available(purse));
  return atMost(fund, left, right, {
    message: `${FUND_NAMES[fund]}没有录结转结余，支出大于收入的有 ${names}`,
    places: short.map((each) => lastClosingOf(facts, figures, each)),
  });
}

/** Nothing can be spent that was not there: 年末结转和结余 of each 项, or of a fund keyed in one line, is not below 0. */
const closingsNotNegative: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null) return [];
  return KEYED_FUNDS.flatMap((fund): Claim[] => {
    const balances = figures.sums.rows('balance', [fund], 'actual');
    if (balances.includes('')) {
      const whole = { subject: fund, name: FUND_NAMES[fund], row: '', fund, select: EVERY_ROW };
      return [notOverspent(facts, figures, whole)];
    }
    const moved = ['income', 'expenditure'].flatMap((sheet) => figures.sums.rows(sheet, [fund], 'actual'));
    const purses = [...new Set([...balances, ...moved])].sort().map((row) => ({
      subject: `${row}/${fund}`,
      name: itemOfFund(row, fund, facts.classification),
      row,
      fund,
      select: { rows: [row] },
    }));
    if (purses.length === 0) return [];
    return balances.length === 0
      ? [overspentTogether(facts, figures, fund, purses)]
      : purses.map((purse) => notOverspent(facts, figures, purse));
  });
};

/** Which sign each column of the sheet `balance` is keyed with (DESIGN §2); the others take both. */
const SIGNS: Readonly<Record<string, 1 | -1>> = {
  collected_in: 1,
  collected_out: -1,
  surrendered: -1,
  surplus_used: 1,
  distribution: 1,
};

interface SignAsked {
  readonly column: string;
  readonly sign: 1 | -1;
  readonly funds: readonly Fund[];
  readonly advice: string;
}

function signsOf({ figures, classification }: Facts, { column, sign, funds, advice }: SignAsked): Claim[] {
  const sheet = findSheet('balance');
  if (figures === null || sheet === undefined) return [];
  const keyed = figures.operand('', balanceTerms([column], { select: EVERY_ROW, funds }));
  return keyed.parts().flatMap(({ amount, place }) => {
    if (place.kind !== 'figure') return [];
    const name = `${itemOfFund(place.row, place.fund, classification)}${findColumn(sheet, column)?.name}`;
    const subject = `${column}/${place.row}/${place.fund}`;
    const message = `${name} ${inWan(amount)}，${advice}`;
    return [notice(subject, amount * sign >= 0, message, { places: [place] })];
  });
}

const signsAsKeyed: ClaimsOf = (facts) =>
  Object.entries(SIGNS).flatMap(([column, sign]) =>
    signsOf(facts, {
      column,
      sign,
      funds: KEYED_FUNDS,
      advice: sign === 1 ? '应录正数：核对正负号' : '减少的数应录负数：核对正负号',
    }),
  );

/** Of 财政拨款 there is no debt; money of one's own may have been overspent, as 经营亏损 is. */
const lastClosingsNotNegative: ClaimsOf = (facts) =>
  signsOf(facts, {
    column: 'last_closing',
    sign: 1,
    funds: FISCAL_FUNDS,
    advice: '财政拨款结转和结余不会是负数：与上年决算核对',
  });

/** What the sheet `balance` says of itself, and of 收入 and 支出. */
export const BALANCES: Laws = {
  J1: reallocationsCancel,
  J2: closingsNotNegative,
  J3: signsAsKeyed,
  J4: lastClosingsNotNegative,
};
