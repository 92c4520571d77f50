import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import type { SummedFigure, UnitKind } from '../figures/figure.ts';
import { type Fund, findSheet, type Measure } from '../figures/sheets.ts';
import { fen } from '../money/fen.ts';
import { FigureSums } from '../tables/sums.ts';
import { sampleBook, sumFigures } from '../testing/sample.ts';
import { checkAdjustments, checkUnit } from './check.ts';
import { hasControls } from './control-rules.ts';
import type { Finding } from './finding.ts';
import type { UnitFacts } from './rules.ts';

type Line = readonly [
  sheet: string,
  row: string,
  fund: Fund,
  column: string,
  value: number,
  measure?: Measure,
];

function facts(lines: readonly Line[], kind: UnitKind = 'administrative'): UnitFacts {
  const figures = lines.map(
    ([sheet, row, fund, column, value, measure = 'actual']): SummedFigure => ({
      sheet,
      row,
      fund,
      column,
      measure,
      value: fen(value),
    }),
  );
  return {
    unit: { code: '001', name: '某局', kind },
    classification: new Classification(2024),
    sums: new FigureSums(figures),
  };
}

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
/** The findings apart from 未核对, which every unit without control figures gets. */
const broken = (lines: readonly Line[], kind?: UnitKind) =>
  checkUnit(facts(lines, kind)).filter(({ rule }) => rule !== 'K00');

const balanced: readonly Line[] = [
  ['expenditure', '2010301', 'general', 'basic', 300],
  ['economic', '30101', 'general', 'amount', 100],
  ['economic', '30201', 'general', 'amount', 200],
];

const control = findSheet('control');
const CONTROL_ROWS = control?.rows.kind === 'list' ? control.rows.items.map(({ id }) => id) : [];

describe('checks', () => {
  it('find nothing in the sample, whose control figures were worked out by hand', () => {
    const book = sampleBook('example-street-2024');
    const [year] = book.years;
    const classification = new Classification(2024);
    for (const unit of year?.units ?? []) {
      const sums = new FigureSums(sumFigures(year?.figures ?? [], unit.code));
      const found = checkUnit({ unit, sums, classification });
      expect(found.filter(({ level }) => level !== 'hint')).toEqual([]);
      expect(rulesOf(found)).toEqual(unit.code === '001' ? ['A19b'] : []);
    }
  });

  it('hold 基本支出 against 人员 and 公用 of each fund (B9)', () => {
    expect(broken(balanced)).toEqual([]);
    expect(broken([...balanced, ['economic', '30217', 'general', 'amount', 1]])).toMatchObject([
      {
        rule: 'B9',
        level: 'error',
        left: { amount: '0.0003' },
        right: { amount: '0.000301' },
        difference: '-0.000001',
      },
    ]);
    expect(rulesOf(broken([...balanced, ['expenditure', '2296002', 'gov_fund', 'basic', 5]]))).toContain(
      'B9',
    );
  });

  it('see project money among 基本支出, which no total of the table takes (E1)', () => {
    const withProjectMoney: readonly Line[] = [
      ['expenditure', '2010301', 'general', 'basic', 310],
      ...balanced.slice(1),
      ['economic', '30901', 'general', 'amount', 10],
    ];
    expect(broken(withProjectMoney)).toMatchObject([
      { rule: 'B9', difference: '0.00001' },
      { rule: 'E1', level: 'verify', left: null },
    ]);
  });

  it('name each code once whose name cannot be printed (A19)', () => {
    const found = broken([
      ['income', '2019876', 'general', 'appropriation', 1],
      ['expenditure', '2019876', 'general', 'project', 1],
      ['economic', '30298', 'other', 'amount', 1],
    ]).filter(({ rule }) => rule === 'A19');
    expect(found.map(({ rule, level, message }) => [rule, level, message.slice(0, 10)])).toEqual([
      ['A19', 'hint', '科目 20198 不'],
      ['A19', 'hint', '科目 2019876'],
      ['A19', 'hint', '科目 30298 不'],
    ]);
  });

  it('name codes whose names no document at hand confirms', () => {
    expect(broken([['income', '2296002', 'gov_fund', 'appropriation', 1]])).toMatchObject([
      { rule: 'A19b', level: 'hint', message: expect.stringMatching(/：22960 彩票公益金安排的支出$/) },
    ]);
  });

  const spent: readonly Line[] = [
    ...balanced,
    ['income', '2010301', 'general', 'appropriation', 1_000],
    ['income', '2010301', 'other', 'other', 50],
    ['expenditure', '2010302', 'general', 'project', 400],
    ['balance', '', 'general', 'last_closing', 30],
    ['balance', '', 'other', 'surplus_used', 7],
    ['three_public', 'reception', 'general', 'project', 9],
    ['counts', 'vehicles_kept', '', 'count', 2],
  ];
  const controls: readonly Line[] = [
    ['control', 'income_total', '', 'amount', 1_050],
    ['control', 'income_total', 'other', 'amount', 50],
    ['control', 'expenditure_total', 'general', 'amount', 700],
    ['control', 'basic_total', '', 'amount', 300],
    ['control', 'project_total', '', 'amount', 400],
    ['control', 'opening', '', 'amount', 30],
    ['control', 'closing', '', 'amount', 387],
    ['control', 'closing', 'general', 'amount', 330],
    ['control', 'treasury_paid', '', 'amount', 700],
    ['control', 'operating', '', 'amount', 200],
    ['control', 'vehicles_kept', '', 'count', 2],
    ['control', 'table_summary', '', 'amount', 1_087],
    ['control', 'table_income', '', 'amount', 1_050],
    ['control', 'table_expenditure', '', 'amount', 700],
    ['control', 'table_appropriation_summary', '', 'amount', 1_030],
    ['control', 'table_general_expenditure', '', 'amount', 700],
    ['control', 'table_general_basic', '', 'amount', 300],
    ['control', 'table_gov_fund', '', 'amount', 0],
    ['control', 'table_state_capital', '', 'amount', 0],
    ['control', 'table_three_public', '', 'amount', 9],
  ];

  it('agree with control figures that are right, to the 分', () => {
    expect(checkUnit(facts([...spent, ...controls]))).toEqual([]);
  });

  it.each(controls.map((line, index) => [line[1], line[2], index] as const))(
    'find the control figure %s (%s) that is off by one',
    (row, _, index) => {
      const rule = `K${String(CONTROL_ROWS.indexOf(row) + 1).padStart(2, '0')}`;
      const off = controls.map(
        (line, at): Line => (at === index ? [line[0], line[1], line[2], line[3], line[4] + 1] : line),
      );
      expect(rulesOf(checkUnit(facts([...spent, ...off])))).toEqual([rule]);
    },
  );

  it('count 机关运行经费 for 行政 and 参公 bodies only, also inside an institution', () => {
    const keyed: Line = ['control', 'operating', '', 'amount', 200];
    expect(rulesOf(broken([...balanced, keyed], 'civil-service-managed'))).toEqual([]);
    expect(rulesOf(broken([...balanced, keyed], 'institution'))).toEqual(['K09']);
    const mixed: readonly Line[] = [
      ['expenditure', '2010301', 'general', 'basic', 300],
      ['economic', '30201//administrative', 'general', 'amount', 200],
      ['economic', '30201//institution', 'general', 'amount', 100],
    ];
    expect(broken([...mixed, keyed], 'institution')).toEqual([]);
  });

  it('never let a control figure pass for agreed that was compared with nothing', () => {
    expect(broken([...balanced, ['control', 'budget_approved', '', 'amount', 5]])).toMatchObject([
      { rule: 'K99', level: 'hint', message: '核对数“预算批复数”在账簿里没有可比的数，没有比较' },
    ]);
    expect(rulesOf(checkUnit(facts(balanced)))).toEqual(['K00']);
    const onlyUncompared = facts([...balanced, ['control', 'budget_approved', '', 'amount', 5]]);
    expect(rulesOf(checkUnit(onlyUncompared))).toEqual(['K99', 'K00']);
    expect(hasControls(onlyUncompared)).toBe(false);
  });

  it('want the 差额表 to take as much from expenditure as from income (D1)', () => {
    const lines: readonly Line[] = [
      ['income', '2120199', 'other', 'superior', -5],
      ['expenditure', '2010302', 'other', 'project', -5],
    ];
    expect(checkAdjustments(facts(lines))).toEqual([]);
    expect(rulesOf(checkAdjustments(facts(lines.slice(1))))).toEqual(['D1']);
  });
});
