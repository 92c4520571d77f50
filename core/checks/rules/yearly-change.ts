import { Decimal } from 'decimal.js';
import { bridgedCode } from '../../classification/bridges.ts';
import {
  FISCAL_FUNDS,
  FUND_NAMES,
  FUNDS,
  type Fund,
  findSheet,
  listItemName,
  type Measure,
} from '../../figures/sheets.ts';
import { type FormulaTerm, sheetTerms } from '../../tables/formula.ts';
import { THREE_PUBLIC_ITEMS, threePublicTerms } from '../../tables/three-public-table.ts';
import { EVERY_ROW, evaluate } from '../amounts.ts';
import { type Claim, compared, type Operand } from '../claim.ts';
import type { Facts, FigureFacts } from '../facts.ts';
import type { ClaimsOf } from '../rule.ts';
import { isBegun } from './last-year.ts';
import { inWan, itemName, itemOfFund, limitOf, listed, percentText, wanLimit } from './wording.ts';

const KEYED_FUNDS = FUNDS.filter((fund) => fund !== '');

/** A number of this year beside the same of last year. */
interface Change {
  readonly subject: string;
  /** `2010308 信访事务（一般公共预算）支出` */
  readonly name: string;
  readonly now: Operand;
  readonly before: Operand;
  /** 分; a smaller change needs no words */
  readonly least: number;
}

/** What last year's number is made of: of the keyed measure `prior`, or of last year's own figures. */
interface Compared extends Pick<Change, 'subject' | 'name' | 'least'> {
  readonly terms: readonly FormulaTerm[];
  readonly prior: readonly FormulaTerm[];
}

function changeOf(figures: FigureFacts, isPriorKeyed: boolean, what: Compared): Change {
  const { subject, name, terms, prior, least } = what;
  return {
    subject,
    name,
    least,
    now: figures.operand(`本年决算，${name}`, terms),
    before: isPriorKeyed
      ? figures.operand(`上年决算，${name}`, prior)
      : figures.lastOperand(`上年决算，${name}`, terms),
  };
}

function hasBudgetOnly({ sums }: FigureFacts, terms: (measure: Measure) => readonly FormulaTerm[]): boolean {
  return (
    evaluate(sums, terms('actual')) === null &&
    (['final', 'initial'] as const).some((measure) => (evaluate(sums, terms(measure)) ?? 0) !== 0)
  );
}

/** The 支出 of one fund: of this year, and last year's. */
interface FundRows {
  readonly fund: Fund;
  /** 项 whose 上年决算 was keyed; the others are read from last year in the book */
  readonly prior: ReadonlySet<string>;
  /** 项 that have something to be compared with */
  readonly known: readonly string[];
  /** 项 of which last year had nothing */
  readonly fresh: readonly string[];
}

function rowsOfFunds({ year }: Facts, figures: FigureFacts): FundRows[] {
  const { sums, last } = figures;
  const isPriorKeyed = sums.rows('expenditure', KEYED_FUNDS, 'prior').length > 0;
  if (!isPriorKeyed && last === null) return [];
  return KEYED_FUNDS.map((fund) => {
    const prior = new Set(sums.rows('expenditure', [fund], 'prior'));
    const lastRows = last?.rows('expenditure', [fund], 'actual') ?? [];
    // a 项 that goes on under another code is not gone
    const unread = lastRows.filter((row) => !prior.has(bridgedCode(row, year)));
    const before = [...new Set([...prior, ...unread])].sort();
    const now = sums.rows('expenditure', [fund], 'actual');
    const isBefore = new Set(before);
    return {
      fund,
      prior,
      // what is missing beside its budget is said by Y4; once it is keyed, it is compared
      known: before.filter((row) => !hasBudgetOnly(figures, (measure) => spent([row], fund, measure))),
      fresh: now.filter((row) => !isBefore.has(row)),
    };
  });
}

function spent(rows: readonly string[], fund: Fund, measure: Measure): FormulaTerm[] {
  return sheetTerms('expenditure', { select: { rows }, funds: [fund], measure });
}

function expenditureChanges(facts: Facts, figures: FigureFacts, least: number): Change[] {
  return rowsOfFunds(facts, figures).flatMap(({ fund, prior: keyed, known }) =>
    known.map((row) => {
      const name = `${itemOfFund(row, fund, facts.classification)}支出`;
      const [terms, prior] = [spent([row], fund, 'actual'), spent([row], fund, 'prior')];
      return changeOf(figures, keyed.has(row), { subject: `${row}/${fund}`, name, least, terms, prior });
    }),
  );
}

/** 项 that last year did not know, said together: where last year was keyed as one sum they would all say the same. */
function freshItems(facts: Facts, figures: FigureFacts, least: number): Claim[] {
  return rowsOfFunds(facts, figures).map(({ fund, prior, fresh }) => {
    const amountOf = (row: string) => evaluate(figures.sums, spent([row], fund, 'actual')) ?? 0;
    const large = fresh.filter((row) => Math.abs(amountOf(row)) >= least);
    const { now, before } = changeOf(figures, prior.size > 0, {
      subject: '',
      name: `上年没有的项（${FUND_NAMES[fund]}）`,
      least,
      terms: spent(large, fund, 'actual'),
      prior: spent(large, fund, 'prior'),
    });
    const names = listed(
      large.map((row) => `${itemName(row, facts.classification)} ${inWan(amountOf(row))}`),
    );
    return compared(`new/${fund}`, now, before, {
      holds: large.length === 0,
      message: `${FUND_NAMES[fund]}上年没有决算、本年有支出的：${names}`,
      ...(large.length === 0 ? {} : { places: now.parts().map(({ place }) => place) }),
    });
  });
}

/** 收入 that is not 财政拨款, as a whole: what is appropriated follows its 支出. */
function ownIncomeChange(figures: FigureFacts, least: number): Change[] {
  const { sums, last } = figures;
  const terms = (measure: Measure) => sheetTerms('income', { select: EVERY_ROW, funds: ['other'], measure });
  const isPriorKeyed = sums.rows('income', KEYED_FUNDS, 'prior').length > 0;
  if (!isPriorKeyed && last === null) return [];
  const what = { subject: 'income/other', name: '非财政拨款收入合计', least };
  return [changeOf(figures, isPriorKeyed, { ...what, terms: terms('actual'), prior: terms('prior') })];
}

function threePublicChanges(figures: FigureFacts, least: number): Change[] {
  const { sums, last } = figures;
  const sheet = findSheet('three_public');
  const isCounted = isBegun(figures) || evaluate(sums, threePublicTerms(THREE_PUBLIC_ITEMS)) !== null;
  if (!isCounted) return [];
  const isPriorKeyed = sums.rows('three_public', FISCAL_FUNDS, 'prior').length > 0;
  if (sheet === undefined || (!isPriorKeyed && last === null)) return [];
  return THREE_PUBLIC_ITEMS.map((item) =>
    changeOf(figures, isPriorKeyed, {
      subject: item,
      name: listItemName(sheet, item) ?? item,
      least,
      terms: threePublicTerms([item]),
      prior: sheetTerms('three_public', {
        select: { rows: [item] },
        funds: FISCAL_FUNDS,
        columns: ['amount'],
        measure: 'prior',
      }),
    }),
  );
}

function claimOf({ subject, name, now, before, least }: Change, percent: number): Claim[] {
  if (now.amount === null && before.amount === null) return [];
  const [amount, base] = [now.amount ?? 0, before.amount ?? 0];
  const change = amount - base;
  const isLarge =
    Math.abs(change) >= least &&
    (base === 0 || new Decimal(change).abs().times(100).greaterThan(new Decimal(base).abs().times(percent)));
  if (!isLarge) return [compared(subject, now, before, { holds: true })];
  const was = before.amount === null ? '上年没有决算' : `上年 ${inWan(base)}`;
  const is = now.amount === null ? '本年没有决算' : `本年决算 ${inWan(amount)}`;
  const share = base > 0 ? `（${percentText(Math.abs(change), base)}）` : '';
  return [
    compared(subject, now, before, {
      holds: false,
      message: `${name}${is}，${was}，${change > 0 ? '增加' : '减少'} ${inWan(Math.abs(change))}${share}`,
      places: now.parts().map(({ place }) => place),
    }),
  ];
}

/** What changed against last year by much, in percent and in money: 支出 by 项 and fund, 收入 of one's own, 三公. */
export const yearlyChange: ClaimsOf = (facts, limits) => {
  const { figures } = facts;
  if (figures === null) return [];
  const least = wanLimit(limits, 'amount');
  const isCounted = isBegun(figures);
  const changes = [
    ...(isCounted ? expenditureChanges(facts, figures, least) : []),
    ...(isCounted ? ownIncomeChange(figures, least) : []),
    ...threePublicChanges(figures, wanLimit(limits, 'three_public_amount')),
  ];
  const percent = limitOf(limits, 'percent');
  return [...changes.flatMap((change) => claimOf(change, percent)), ...freshItems(facts, figures, least)];
};
