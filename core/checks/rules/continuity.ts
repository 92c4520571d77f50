import { bridgedCode } from '../../classification/bridges.ts';
import { FUND_NAMES, type Fund } from '../../figures/sheets.ts';
import { balanceTerms, closingTerms, type RowSelection, sheetTerms } from '../../tables/formula.ts';
import type { FigureSums } from '../../tables/sums.ts';
import { EVERY_ROW, evaluate } from '../amounts.ts';
import { type Claim, equal, notice } from '../claim.ts';
import type { Facts, FigureFacts } from '../facts.ts';
import type { Place } from '../finding.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { ruleText } from '../rule-book.ts';
import { isBegun, KEYED_FUNDS, lastYearOf } from './last-year.ts';
import { priorAsLastYear } from './prior.ts';
import { inWan, itemName, itemOfFund, listed, ownCell, wanLimit } from './wording.ts';

const FLOWS = ['income', 'expenditure'] as const;

/** 上年末结转和结余 of a fund, or of one 项 of it. */
interface Carried {
  readonly subject: string;
  readonly row: string;
  readonly fund: Fund;
  readonly select: RowSelection;
}

const closedLast = (last: FigureSums, { select, fund }: Pick<Carried, 'select' | 'fund'>) =>
  evaluate(last, closingTerms(select, [fund]));
const carriedTerms = ({ select, fund }: Pick<Carried, 'select' | 'fund'>) =>
  balanceTerms(['last_closing'], { select, funds: [fund] });

/** The figures of last year, and the year that takes them over. */
interface LastYear {
  readonly last: FigureSums;
  readonly year: number;
}

function wholeFund(fund: Fund): Carried {
  return { subject: fund, row: '', fund, select: EVERY_ROW };
}

/**
 * By 项 where both years are; where one of them has one line for the whole fund, by fund. A 项 that goes on under another
 * code is one with itself.
 */
function carriedOf({ sums }: FigureFacts, { last, year }: LastYear, fund: Fund): Carried[] {
  const [now, before] = [sums, last].map((each) => each.rows('balance', [fund], 'actual'));
  if (now?.includes('') || before?.includes('')) return [wholeFund(fund)];
  const flowed = FLOWS.flatMap((sheet) => last.rows(sheet, [fund], 'actual'));
  const rows = [...new Set([...(now ?? []), ...(before ?? []), ...flowed])].sort();
  const codes = [...new Set(rows.map((row) => bridgedCode(row, year)))].sort();
  return codes.flatMap((row): Carried[] => {
    const select = { rows: rows.filter((each) => bridgedCode(each, year) === row) };
    const carried = { subject: `${row}/${fund}`, row, fund, select };
    const isKeyed = evaluate(sums, carriedTerms(carried)) !== null;
    return isKeyed || closedLast(last, carried) ? [carried] : [];
  });
}

function lastClosingCell(facts: Facts, figures: FigureFacts, { row, fund }: Carried): Place {
  return ownCell(facts, figures, { sheet: 'balance', row, fund, column: 'last_closing', measure: 'actual' });
}

function carriedClaim(
  facts: Facts,
  figures: FigureFacts,
  carried: Carried,
  details: { isMoved: boolean },
): Claim {
  const { subject, row, fund, select } = carried;
  const name = itemOfFund(row, fund, facts.classification);
  const left = figures.operand(`本年录入的上年末结转和结余，${name}`, carriedTerms(carried));
  const right = figures.lastOperand(`上年账簿的年末结转和结余，${name}`, closingTerms(select, [fund]));
  const keyed = left.amount === null ? '没有录入' : `录入 ${inWan(left.amount)}`;
  const said = `${name}上年末结转和结余${keyed}，上年账簿年末 ${inWan(right.amount ?? 0)}`;
  return equal(subject, left, right, {
    message: details.isMoved ? `${said}；该资金合计与上年一致，核对是否科目调整` : said,
    places:
      row === '' && left.amount !== null
        ? left.parts().map(({ place }) => place)
        : [lastClosingCell(facts, figures, carried)],
    ...(details.isMoved ? { level: 'verify' as const } : {}),
  });
}

/**
 * domain/tables.md B19. It is soft there because 年初 may have been adjusted; the sheet parts 上年末 from its
 * adjustments, and last year's figures are in the same book, so here a difference is an error. Only where the fund as a
 * whole agrees may the money have gone to another 项, as when 科目 change.
 *
 * Of documents it cannot be run: one document shows one year.
 */
const carriedOver: ClaimsOf = (facts) => {
  const { figures } = facts;
  const last = figures && lastYearOf(figures);
  if (figures === null || last === null) return [];
  return KEYED_FUNDS.flatMap((fund): Claim[] => {
    const carried = evaluate(figures.sums, carriedTerms(wholeFund(fund)));
    if (carried === null) return [];
    const isSame = carried === (closedLast(last, wholeFund(fund)) ?? 0);
    return carriedOf(figures, { last, year: facts.year }, fund).map((each) =>
      carriedClaim(facts, figures, each, { isMoved: isSame && each.row !== '' }),
    );
  });
};

/** A fund that ended last year with money, and of which no 上年末 was keyed at all. */
const nothingCarried: ClaimsOf = (facts) => {
  const { figures } = facts;
  const last = figures && lastYearOf(figures);
  if (figures === null || last === null || !isBegun(figures)) return [];
  return KEYED_FUNDS.flatMap((fund): Claim[] => {
    const whole = wholeFund(fund);
    const left = figures.operand(`本年录入的上年末结转和结余，${FUND_NAMES[fund]}`, carriedTerms(whole));
    if (closedLast(last, whole) === null) return [];
    if (left.amount !== null) return [notice(fund, true, '')];
    const right = figures.lastOperand(
      `上年账簿的年末结转和结余，${FUND_NAMES[fund]}`,
      closingTerms(EVERY_ROW, [fund]),
    );
    return [
      equal(fund, left, right, {
        message: `${FUND_NAMES[fund]}上年账簿年末结转和结余 ${inWan(right.amount ?? 0)}，本年没有录上年末结转和结余`,
        places: carriedOf(figures, { last, year: facts.year }, fund).map((each) =>
          lastClosingCell(facts, figures, each),
        ),
      }),
    ];
  });
};

/** 项 of a fund that moved money last year and of which this year has nothing at all, budgets included. */
function goneRows({ sums }: FigureFacts, { last, year }: LastYear, fund: Fund): string[] {
  const now = FLOWS.flatMap((sheet) =>
    (['initial', 'final', 'actual'] as const).flatMap((measure) => sums.rows(sheet, [fund], measure)),
  );
  const before = FLOWS.flatMap((sheet) => [
    ...last.rows(sheet, [fund], 'actual'),
    ...sums.rows(sheet, [fund], 'prior'),
  ]);
  const going = new Set(now.map((row) => bridgedCode(row, year)));
  return [...new Set(before)].filter((row) => !going.has(bridgedCode(row, year))).sort();
}

/** What 支出 of a 项 was last year, or where it had none, its 收入. */
function amountBefore({ sums }: FigureFacts, last: FigureSums, row: string, fund: Fund) {
  for (const sheet of ['expenditure', 'income'] as const) {
    const terms = (measure: 'actual' | 'prior') =>
      sheetTerms(sheet, { select: { rows: [row] }, funds: [fund], measure });
    const amount = evaluate(last, terms('actual')) ?? evaluate(sums, terms('prior'));
    if (amount) return { sheet, amount };
  }
  return null;
}

/** One finding for each fund. 支出 of some size is left to Y3, which asks why it changed. */
const goneThisYear: ClaimsOf = (facts) => {
  const { figures } = facts;
  const last = figures && lastYearOf(figures);
  if (figures === null || last === null || !isBegun(figures)) return [];
  const large = wanLimit(ruleText('Y3').limits ?? {}, 'amount');
  return KEYED_FUNDS.filter((fund) =>
    FLOWS.some((sheet) => last.rows(sheet, [fund], 'actual').length > 0),
  ).map((fund) => {
    const gone = goneRows(figures, { last, year: facts.year }, fund).flatMap((row) => {
      const before = amountBefore(figures, last, row, fund);
      if (before === null || (before.sheet === 'expenditure' && before.amount >= large)) return [];
      const what = before.sheet === 'expenditure' ? '支出' : '收入';
      return [`${itemName(row, facts.classification)} ${what} ${inWan(before.amount)}`];
    });
    const message = `${FUND_NAMES[fund]}上年有数、本年没有录入的：${listed(gone)}。核对是否漏录`;
    return notice(fund, gone.length === 0, message);
  });
};

/** What this year takes over from last year, where the same book has it. */
export const CONTINUITY: Laws = {
  L1: carriedOver,
  L2: priorAsLastYear,
  L3: goneThisYear,
  L4: nothingCarried,
};
