import { FUND_NAMES, FUNDS, type Fund, findSheet } from '../../figures/sheets.ts';
import type { FormulaTerm } from '../../tables/formula.ts';
import type { FigureSums } from '../../tables/sums.ts';
import { evaluate } from '../amounts.ts';
import { equal, notice } from '../claim.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { budgetMeasure, CONTROL_FIGURES, type Control } from './control-figures.ts';

const VEHICLES = 'vehicles_kept';
const BUDGET = 'budget_approved';

const CONTROL_ROWS = ((rows) => (rows?.kind === 'list' ? rows.items : []))(findSheet('control')?.rows);

function controlTerms(row: string, fund: Fund, column: 'amount' | 'count'): FormulaTerm[] {
  return [
    {
      sign: 1,
      sheet: 'control',
      measure: 'actual',
      columns: [column],
      funds: [fund],
      select: { rows: [row] },
    },
  ];
}

/** K01 to K19, in the order of the sheet. */
function ruleId(row: string): string {
  const place = CONTROL_ROWS.findIndex(({ id }) => id === row) + 1;
  return `K${String(place).padStart(2, '0')}`;
}

/** The totals by 项 and 款 of one fund stand in a report of their own. */
const PAPERS: Readonly<Record<string, string>> = {
  general: '财决07',
  gov_fund: '财决09',
  state_capital: '财决11',
};
const CODE_REPORTS = ['财决02', '财决03', '财决04'];

function namesOf({ what, there = what, paper, whole }: Control, fund: Fund) {
  const kind = fund === '' ? whole : FUND_NAMES[fund];
  const suffix = kind === '' ? '' : `（${kind}）`;
  const report = CODE_REPORTS.includes(paper) ? (PAPERS[fund] ?? paper) : paper;
  return { book: `账簿${what}${suffix}`, paper: `核对数 ${report} ${there}${suffix}` };
}

/** Whether anything in the book answers to a control figure; one that does not is said to be compared with nothing. */
function isComparable(sums: FigureSums, row: string, fund: Fund): boolean {
  if (CONTROL_FIGURES[row]?.funds.includes(fund) !== true) return false;
  return row !== BUDGET || budgetMeasure(sums, fund) !== null;
}

const amountLaw =
  (row: string, control: Control): ClaimsOf =>
  ({ figures, classification }) => {
    if (figures === null) return [];
    return FUNDS.flatMap((fund) => {
      const terms = controlTerms(row, fund, 'amount');
      // a control that was not keyed says nothing
      if (evaluate(figures.sums, terms) === null || !isComparable(figures.sums, row, fund)) return [];
      const names = namesOf(control, fund);
      return [
        equal(
          fund,
          control.book({ figures, classification, fund }, names.book),
          figures.operand(names.paper, terms),
        ),
      ];
    });
  };

/** Counts: 保有量 as keyed with 三公's counts. */
const vehiclesKept: ClaimsOf = ({ figures }) => {
  const terms = controlTerms(VEHICLES, '', 'count');
  if (figures === null || evaluate(figures.sums, terms) === null) return [];
  const kept: FormulaTerm = {
    sign: 1,
    sheet: 'counts',
    measure: 'actual',
    columns: ['count'],
    funds: [''],
    select: { rows: [VEHICLES] },
  };
  const paper = figures.operand('核对数 财决附03 公务用车保有量', terms);
  return [equal('', figures.operand('账簿公务用车保有量', [kept]), paper, { unit: '个' })];
};

interface KeyedControl {
  readonly row: string;
  readonly fund: Fund;
  readonly name: string;
  readonly isCompared: boolean;
}

/** The control figures that were keyed, each with whether anything in the book answers to it. */
function keyedControls(sums: FigureSums): KeyedControl[] {
  return CONTROL_ROWS.flatMap(({ id, name }) => {
    const amounts = FUNDS.flatMap((fund): KeyedControl[] => {
      if (evaluate(sums, controlTerms(id, fund, 'amount')) === null) return [];
      const named = fund === '' ? name : `${name}（${FUND_NAMES[fund]}）`;
      return [{ row: id, fund, name: named, isCompared: isComparable(sums, id, fund) }];
    });
    if (evaluate(sums, controlTerms(id, '', 'count')) === null) return amounts;
    return [...amounts, { row: id, fund: '' as const, name, isCompared: id === VEHICLES }];
  });
}

/** Says which control figures were keyed and compared with nothing, so that nobody takes them for agreed. */
const notCompared: ClaimsOf = ({ figures }) =>
  figures === null
    ? []
    : keyedControls(figures.sums).map(({ row, fund, name, isCompared }) =>
        notice([row, fund].join('/'), isCompared, `核对数“${name}”在账簿里没有可比的数，没有比较`),
      );

/**
 * True when a unit's 决算 was compared with at least one control figure; otherwise it is 未核对. 预算批复数 alone says
 * nothing about 决算.
 */
export function hasControls({ sums }: { readonly sums: FigureSums }): boolean {
  return keyedControls(sums).some(({ row, isCompared }) => isCompared && row !== BUDGET);
}

/** How many of a unit's control figures were keyed, and how many of those were compared; 预算批复数 included. */
export interface ControlCount {
  readonly keyed: number;
  readonly compared: number;
}

export function countControls({ sums }: { readonly sums: FigureSums }): ControlCount {
  const keyed = keyedControls(sums);
  return { keyed: keyed.length, compared: keyed.filter(({ isCompared }) => isCompared).length };
}

/** The totals of the 批复 that show at once whether a unit is missing from the department, or counted twice. */
const TOTALS = ['income_total', 'expenditure_total', 'opening', 'closing'];

/** A single unit is the department; of several, each may agree with its own paper and their sum with none. */
const uncontrolled: ClaimsOf = ({ figures, scope }) => {
  if (figures === null) return [];
  const isControlled = hasControls(figures);
  if (scope !== 'department') return [notice('', isControlled, '没有录入可比的决算核对数，未核对')];
  if (figures.units.length < 2) return [];
  const names = CONTROL_ROWS.filter(({ id }) => TOTALS.includes(id)).map(({ name }) => name);
  const message = `没有录入部门的核对数，未与批复的部门汇总数核对：${names.join('、')}`;
  return [notice('', isControlled, message, { name: '部门汇总未核对' })];
};

/** Control figures, keyed or imported apart from the book and compared exactly; one rule for each kind. */
export const CONTROLS: Laws = {
  ...Object.fromEntries(
    Object.entries(CONTROL_FIGURES).map(([row, control]) => [ruleId(row), amountLaw(row, control)]),
  ),
  [ruleId(VEHICLES)]: vehiclesKept,
  K99: notCompared,
  K00: uncontrolled,
};
