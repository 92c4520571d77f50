import { describe, expect, it } from 'vitest';
import { ADJUSTMENT_UNIT, type SummedFigure, type UnitKind } from '../figures/figure.ts';
import { type Fund, findSheet, type Measure } from '../figures/sheets.ts';
import { fen } from '../money/fen.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import type { Profile } from '../profiles/profile.ts';
import { sampleBook } from '../testing/sample.ts';
import { yearToCheck } from '../testing/year-to-check.ts';
import { checkYear, type YearToCheck } from './check-year.ts';
import type { Finding } from './finding.ts';

type Line = readonly [
  sheet: string,
  row: string,
  fund: Fund,
  column: string,
  value: number,
  measure?: Measure,
];

const [profile] = BUILT_IN_PROFILES as readonly [Profile];

/** A book's year with the lines as figures of one unit. */
function year(lines: readonly Line[], kind: UnitKind = 'administrative', code = '001'): YearToCheck {
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
    year: 2024,
    name: '某部门',
    profile,
    units: [{ code: '001', name: '某局', kind }],
    figures: new Map([[code, figures]]),
    last: null,
    texts: [],
    lastTexts: [],
    cellTexts: [],
  };
}

const report = (lines: readonly Line[], kind?: UnitKind) => checkYear(year(lines, kind), '001');
/** Rules whose own examples show them, and that simple figures break. */
const APART: readonly string[] = ['K00', 'J2', 'S2', 'S6', 'T1', 'T3'];

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
/** The findings apart from 未核对, which every unit without control figures gets. */
const broken = (lines: readonly Line[], kind?: UnitKind) =>
  report(lines, kind).findings.filter(({ rule }) => !APART.includes(rule));

const balanced: readonly Line[] = [
  ['expenditure', '2010301', 'general', 'basic', 300],
  ['economic', '30101', 'general', 'amount', 100],
  ['economic', '30201', 'general', 'amount', 200],
];

const control = findSheet('control');
const CONTROL_ROWS = control?.rows.kind === 'list' ? control.rows.items.map(({ id }) => id) : [];

describe('checks', () => {
  it('find nothing in the sample, whose control figures were worked out by hand', () => {
    const checked = yearToCheck(sampleBook('example-street-2024'));
    for (const unit of checked.units) {
      const { findings } = checkYear(checked, unit.code);
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    }
    expect(checkYear(checked, null).findings.filter(({ level }) => level === 'error')).toEqual([]);
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

  it('name the codes whose names cannot be printed in one finding, however many there are (A19)', () => {
    const unlisted = Array.from({ length: 20 }, (_, index) => `20198${index + 10}`);
    const missing = (lines: readonly Line[]) =>
      broken(lines)
        .filter(({ rule }) => rule === 'A19')
        .map(({ level, message }) => [level, message.replace(/ 不在.*/, '')]);
    expect(
      missing([
        ['income', '2019876', 'general', 'appropriation', 1],
        ['expenditure', '2019876', 'general', 'project', 1],
        ['economic', '30298', 'other', 'amount', 1],
      ]),
    ).toEqual([['hint', '科目 20198、2019876、30298']]);
    expect(missing(unlisted.map((code): Line => ['income', code, 'general', 'appropriation', 1]))).toEqual([
      ['hint', `科目 20198、${unlisted.slice(0, 11).join('、')} 等 21 个科目`],
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
    expect(broken([...spent, ...controls])).toEqual([]);
  });

  it.each(controls.map((line, index) => [line[1], line[2], index] as const))(
    'find the control figure %s (%s) that is off by one',
    (row, _, index) => {
      const rule = `K${String(CONTROL_ROWS.indexOf(row) + 1).padStart(2, '0')}`;
      const off = controls.map(
        (line, at): Line => (at === index ? [line[0], line[1], line[2], line[3], line[4] + 1] : line),
      );
      expect(rulesOf(broken([...spent, ...off]))).toEqual([rule]);
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
    expect(rulesOf(report(balanced).findings)).toContain('K00');
    const onlyUncompared = report([...balanced, ['control', 'budget_approved', '', 'amount', 5]]);
    expect(rulesOf(onlyUncompared.findings)).toEqual(expect.arrayContaining(['K99', 'K00']));
    expect(onlyUncompared).toMatchObject({
      controlled: false,
      uncontrolled: ['某局'],
      controlFigures: { keyed: 1, compared: 0 },
    });
    const oneOfTwo: readonly Line[] = [
      ['control', 'budget_approved', '', 'amount', 5],
      ['control', 'income_total', '', 'amount', 5],
    ];
    expect(report([...balanced, ...oneOfTwo])).toMatchObject({
      controlled: true,
      controlFigures: { keyed: 2, compared: 1 },
    });
  });

  it('want the 差额表 to take as much from expenditure as from income (D1)', () => {
    const lines: readonly Line[] = [
      ['income', '2120199', 'other', 'superior', -5],
      ['expenditure', '2010302', 'other', 'project', -5],
    ];
    const found = (adjusted: readonly Line[]) =>
      checkYear(year(adjusted, 'administrative', ADJUSTMENT_UNIT), null).findings;
    expect(rulesOf(found(lines))).not.toContain('D1');
    expect(rulesOf(found(lines.slice(1)))).toContain('D1');
  });
});
