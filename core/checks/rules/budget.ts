import { Decimal } from 'decimal.js';
import { FUND_NAMES, FUNDS, type Fund, type Measure } from '../../figures/sheets.ts';
import { fen } from '../../money/fen.ts';
import { sheetTerms } from '../../tables/formula.ts';
import { EVERY_ROW, evaluate } from '../amounts.ts';
import { atMost, type Claim, compared, notice, type Operand } from '../claim.ts';
import type { Facts, FigureFacts } from '../facts.ts';
import type { Place } from '../finding.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { ruleText } from '../rule-book.ts';
import { inWan, itemName, itemOfFund, limitOf, listed, percentText, wanLimit } from './wording.ts';
import { yearlyChange } from './yearly-change.ts';

const KEYED_FUNDS = FUNDS.filter((fund) => fund !== '');
/** 收入 that is not 财政拨款: what is appropriated follows its 支出, and would say everything twice. */
const OWN_INCOME = 'income/other';

/** A 项 and fund of 支出, or the own income as a whole, beside its budget. */
interface Budgeted {
  readonly subject: string;
  /** `2010308 信访事务（一般公共预算）` */
  readonly name: string;
  readonly row: string;
  readonly fund: Fund;
  readonly amount: (measure: Measure) => number | null;
  readonly operand: (measure: Measure) => Operand;
}

const OPERAND_NAMES: Readonly<Record<Measure, string>> = {
  initial: '年初预算',
  final: '全年预算',
  actual: '决算',
  prior: '上年决算',
};

function ofItem({ classification }: Facts, figures: FigureFacts, row: string, fund: Fund): Budgeted {
  const name = itemOfFund(row, fund, classification);
  const terms = (measure: Measure) =>
    sheetTerms('expenditure', { select: { rows: [row] }, funds: [fund], measure });
  return {
    subject: `${row}/${fund}`,
    name,
    row,
    fund,
    amount: (measure) => evaluate(figures.sums, terms(measure)),
    operand: (measure) => figures.operand(`${OPERAND_NAMES[measure]}，${name}`, terms(measure)),
  };
}

function ownIncome(figures: FigureFacts): Budgeted {
  const name = '非财政拨款收入合计';
  const terms = (measure: Measure) => sheetTerms('income', { select: EVERY_ROW, funds: ['other'], measure });
  return {
    subject: OWN_INCOME,
    name,
    row: '',
    fund: 'other',
    amount: (measure) => evaluate(figures.sums, terms(measure)),
    operand: (measure) => figures.operand(`${OPERAND_NAMES[measure]}，${name}`, terms(measure)),
  };
}

/** The 项 of 支出 that have a figure of one of the measures. */
function itemsWith(facts: Facts, figures: FigureFacts, measures: readonly Measure[]): Budgeted[] {
  return KEYED_FUNDS.flatMap((fund) => {
    const rows = measures.flatMap((measure) => figures.sums.rows('expenditure', [fund], measure));
    return [...new Set(rows)].sort().map((row) => ofItem(facts, figures, row, fund));
  });
}

interface Executed {
  readonly budget: number;
  readonly actual: number;
}

/** 全年预算 and 决算 where both are keyed. */
function executedOf({ amount }: Budgeted): Executed | null {
  const [budget, actual] = [amount('final'), amount('actual')];
  return budget === null || actual === null ? null : { budget, actual };
}

const cellsOf = ({ parts }: Operand): Place[] => parts().map(({ place }) => place);

type Limits = Readonly<Record<string, number>>;

/** How far 决算 lies outside of what is usual. A difference of little money is nobody's concern, whatever its percent. */
function completionOf({ budget, actual }: Executed, limits: Limits): 'low' | 'high' | 'usual' {
  if (budget <= 0 || Math.abs(actual - budget) < wanLimit(limits, 'amount')) return 'usual';
  const percent = new Decimal(actual).times(100).div(budget);
  if (percent.lessThan(limitOf(limits, 'low'))) return 'low';
  return percent.greaterThan(limitOf(limits, 'high')) ? 'high' : 'usual';
}

/** Above 全年预算, where the degree of completion does not say it already. */
const aboveBudget: ClaimsOf = (facts, limits) => {
  const { figures } = facts;
  if (figures === null) return [];
  const completion = ruleText('Y2').limits ?? {};
  const tail = wanLimit(limits, 'amount');
  return itemsWith(facts, figures, ['final']).flatMap((item): Claim[] => {
    const executed = executedOf(item);
    if (executed === null || completionOf(executed, completion) === 'high') return [];
    const { budget, actual } = executed;
    const [left, right] = [item.operand('actual'), item.operand('final')];
    if (actual - budget <= tail) return [atMost(item.subject, left, right, { tail })];
    const over = actual - budget;
    const said = `${item.name}决算 ${inWan(actual)}`;
    return [
      atMost(item.subject, left, right, {
        tail,
        message:
          budget > 0
            ? `${said}，全年预算 ${inWan(budget)}，超出 ${inWan(over)}（${percentText(over, budget)}）`
            : `${said}，全年预算 ${inWan(budget)}`,
        places: cellsOf(left),
      }),
    ];
  });
};

/** 完成率: 决算 against 全年预算. */
const completed: ClaimsOf = (facts, limits) => {
  const { figures } = facts;
  if (figures === null) return [];
  return [...itemsWith(facts, figures, ['final']), ownIncome(figures)].flatMap((item): Claim[] => {
    const executed = executedOf(item);
    if (executed === null) return [];
    const { budget, actual } = executed;
    const [left, right] = [item.operand('actual'), item.operand('final')];
    const completion = completionOf(executed, limits);
    if (completion === 'usual') return [compared(item.subject, left, right, { holds: true })];
    const bound =
      completion === 'low' ? `低于 ${limitOf(limits, 'low')}%` : `高于 ${limitOf(limits, 'high')}%`;
    return [
      compared(item.subject, left, right, {
        holds: false,
        message: `${item.name}全年预算 ${inWan(budget)}，决算 ${inWan(actual)}，完成 ${percentText(actual, budget)}，${bound}`,
        places: cellsOf(left),
      }),
    ];
  });
};

/** The cells in which the 决算 of a budget would stand. */
function actualCells(budget: Operand): Place[] {
  return cellsOf(budget).map((place) => (place.kind === 'figure' ? { ...place, measure: 'actual' } : place));
}

/** A 项 with a budget and no 决算. Nothing is said before any 决算 is keyed at all. */
const withoutActual: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null || figures.sums.rows('expenditure', KEYED_FUNDS, 'actual').length === 0) return [];
  return itemsWith(facts, figures, ['final', 'initial']).map((item) => {
    const measure = item.amount('final') === null ? 'initial' : 'final';
    const budget = item.amount(measure) ?? 0;
    const isMissing = budget !== 0 && item.amount('actual') === null;
    if (!isMissing) return notice(item.subject, true, '');
    return notice(
      item.subject,
      false,
      `${item.name}${OPERAND_NAMES[measure]} ${inWan(budget)}，决算为空：补录；没有支出录 0 并说明`,
      { stake: fen(Math.abs(budget)), places: actualCells(item.operand(measure)) },
    );
  });
};

/** 决算 without any budget, said once for each fund: a clerk who is still keying budgets needs no list of the rest. */
const withoutBudget: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null) return [];
  const { sums } = figures;
  return KEYED_FUNDS.flatMap((fund): Claim[] => {
    const budgeted = (['final', 'initial'] as const).flatMap((measure) =>
      sums.rows('expenditure', [fund], measure),
    );
    if (budgeted.length === 0) return [];
    const without = sums
      .rows('expenditure', [fund], 'actual')
      .filter((row) => !budgeted.includes(row))
      .map((row) => ofItem(facts, figures, row, fund))
      .filter(({ amount }) => (amount('actual') ?? 0) !== 0);
    const names = listed(
      without.map(
        ({ row, amount }) => `${itemName(row, facts.classification)} ${inWan(amount('actual') ?? 0)}`,
      ),
    );
    return [
      notice(fund, without.length === 0, `${FUND_NAMES[fund]}有决算、没有录预算的：${names}`, {
        places: without.flatMap(({ operand }) => cellsOf(operand('actual'))),
      }),
    ];
  });
};

/** What 决算 says beside the budget, and beside last year. */
export const BUDGET: Laws = {
  Y1: aboveBudget,
  Y2: completed,
  Y3: yearlyChange,
  Y4: withoutActual,
  Y5: withoutBudget,
};
