import { describe, expect, it } from 'vitest';
import { line, ruleOn } from '../../testing/example-findings.ts';

const spent = [
  line({ code: '2010301', fund: 'general', basic: '580' }),
  line({ code: '2296002', fund: 'gov_fund', project: '20' }),
];
const control = (item: string, amount: string, fund = '') =>
  line(fund === '' ? { item, amount } : { item, fund, amount });

describe('control figures', () => {
  it('name both sides as the clerk knows them', () => {
    const sidesOf = (rule: string, item: string, fund?: string) =>
      ruleOn(rule, { expenditure: spent, control: [control(item, '1', fund)] }).findings.map(
        ({ left, right }) => [left?.name, right?.name],
      );
    expect(sidesOf('K02', 'expenditure_total')).toEqual([
      ['账簿本年支出（全部资金）', '核对数 财决04 本年支出（全部资金）'],
    ]);
    expect(sidesOf('K02', 'expenditure_total', 'gov_fund')).toEqual([
      ['账簿本年支出（政府性基金）', '核对数 财决09 本年支出（政府性基金）'],
    ]);
    expect(sidesOf('K07', 'treasury_paid')).toEqual([
      ['账簿本年支出（财政拨款）', '核对数 国库对账单 国库支付数（财政拨款）'],
    ]);
    expect(sidesOf('K13', 'table_expenditure')).toEqual([
      ['账簿支出决算表合计', '核对数 批复 支出决算表合计'],
    ]);
  });

  it.each([
    ['K07', 'treasury_paid', 'other'],
    ['K09', 'operating', 'gov_fund'],
    ['K15', 'table_general_expenditure', 'gov_fund'],
    ['K17', 'table_gov_fund', 'general'],
  ])('%s says nothing of a figure of a fund that it does not count, and K99 says so', (rule, item, fund) => {
    const sheets = { expenditure: spent, control: [control(item, '1', fund)] };
    expect(ruleOn(rule, sheets).claims).toBe(0);
    expect(ruleOn('K99', sheets).findings).toHaveLength(1);
    expect(ruleOn('K00', sheets).findings).toHaveLength(1);
  });

  it('compare 预算批复数 with 年初预算, without it with 全年预算, and do not take it for a check of 决算', () => {
    const budget = (measure: string, basic: string) =>
      line({ code: '2010301', fund: 'general', measure, basic });
    const approved = (...expenditure: ReturnType<typeof budget>[]) => ({
      expenditure,
      control: [control('budget_approved', '600')],
    });
    const both = approved(budget('initial', '600'), budget('final', '650'));
    expect(ruleOn('K08', both)).toMatchObject({ claims: 1, findings: [] });
    expect(ruleOn('K00', both).findings).toHaveLength(1);
    expect(ruleOn('K08', approved(budget('final', '650'))).findings).toMatchObject([
      { left: { name: '账簿全年预算支出（全部资金）', amount: '650' }, right: { amount: '600' } },
    ]);
    expect(ruleOn('K08', approved(budget('actual', '600'))).claims).toBe(0);
    expect(ruleOn('K99', approved(budget('actual', '600'))).findings).toHaveLength(1);
  });

  it('count 三公 as the 报表格式 of the year does', () => {
    const sheets = {
      three_public: [
        line({ item: 'reception', fund: 'general', project: '2' }),
        line({ item: 'reception', fund: 'gov_fund', project: '1' }),
      ],
      control: [control('table_three_public', '2')],
    };
    expect(ruleOn('K19', sheets, { year: 2020, profile: 'mof' }).findings).toEqual([]);
    expect(ruleOn('K19', sheets, { year: 2024 }).findings).toMatchObject([{ left: { amount: '3' } }]);
    const part = { ...sheets, control: [control('table_three_public', '1', 'gov_fund')] };
    expect(ruleOn('K19', part)).toMatchObject({ claims: 1, findings: [] });
  });
});

describe('control figures of the department', () => {
  const office = [line({ code: '30201', fund: 'general', amount: '80' })];
  const centre = {
    code: '002',
    name: '某中心',
    kind: 'institution' as const,
    sheets: {
      economic: [
        line({ code: '30201', fund: 'general', amount: '50' }),
        line({ code: '30202', fund: 'general', org: 'administrative', amount: '7' }),
      ],
    },
  };

  it('hold 机关运行经费 against what each unit has by its own kind', () => {
    const found = (amount: string) =>
      ruleOn(
        'K09',
        { economic: office },
        {
          scope: 'department',
          units: [centre],
          control: [control('operating', amount)],
        },
      ).findings;
    expect(found('87')).toEqual([]);
    expect(found('137')).toMatchObject([
      {
        left: {
          amount: '87',
          parts: [{ place: { unit: '001' } }, { place: { unit: '002', row: '30202//administrative' } }],
        },
      },
    ]);
  });

  it('are asked for where there are several units, whatever each of them has', () => {
    const own = { economic: office, control: [control('operating', '80')] };
    const asked = (more: Parameters<typeof ruleOn>[2]) =>
      ruleOn('K00', own, { scope: 'department', ...more }).findings.map(({ level }) => level);
    expect(asked({})).toEqual([]);
    expect(asked({ units: [centre] })).toEqual(['hint']);
    expect(asked({ units: [centre], control: [control('operating', '87')] })).toEqual([]);
  });
});
