import { describe, expect, it } from 'vitest';
import { readBook } from '../../interchange/read-book.ts';
import { yearToCheck } from '../../testing/year-to-check.ts';
import { checkYear } from '../check-year.ts';

type Line = Readonly<Record<string, string | number>>;
type Sheets = Readonly<Record<string, readonly Line[]>>;

/** What some rules say of a unit with these lines (万元): rule, level and sentence. */
function said(rules: readonly string[], sheets: Sheets, last?: Sheets): string[][] {
  const unit = (own: Sheets) => ({ code: '001', name: '某局', kind: 'administrative', sheets: own });
  const book = readBook(
    JSON.stringify({
      format: 'mingzhang-book/1',
      money: 'wan',
      department: { name: '某部门', region: '某区', profile: 'shanghai' },
      years: [
        ...(last === undefined ? [] : [{ year: 2023, units: [unit(last)] }]),
        { year: 2024, units: [unit(sheets)] },
      ],
    }),
    '某部门',
  );
  if (!book.ok) throw new Error(book.error.message);
  return checkYear(yearToCheck(book.value), '001')
    .findings.filter(({ rule }) => rules.includes(rule))
    .map(({ rule, level, message }) => [rule, level, message]);
}

const spent = (code: string, amount: string, measure = 'actual'): Line => ({
  code,
  fund: 'general',
  measure,
  project: amount,
});
const of = (code: string, actual: string | null, budgets: Readonly<Record<string, string>>): Line[] => [
  ...(actual === null ? [] : [spent(code, actual)]),
  ...Object.entries(budgets).map(([measure, amount]) => spent(code, amount, measure)),
];

describe('决算 beside its budget', () => {
  const rules = ['Y1', 'Y2', 'Y4', 'Y5'];
  const name = '2010302 一般行政管理事务（一般公共预算）';
  const found = (actual: string | null, budgets: Readonly<Record<string, string>>) =>
    said(rules, {
      expenditure: [spent('2010301', '5'), spent('2010301', '5', 'final'), ...of('2010302', actual, budgets)],
    });

  it.each([
    ['within the budget', '11.8', '12', []],
    [
      'above it',
      '13',
      '12',
      [['Y1', 'verify', `${name}决算 13.00 万元，全年预算 12.00 万元，超出 1.00 万元（8.33%）`]],
    ],
    [
      'exactly 120 %: still Y1',
      '14.4',
      '12',
      [['Y1', 'verify', `${name}决算 14.40 万元，全年预算 12.00 万元，超出 2.40 万元（20.00%）`]],
    ],
    [
      'above 120 %: Y2 alone',
      '15',
      '12',
      [['Y2', 'verify', `${name}全年预算 12.00 万元，决算 15.00 万元，完成 125.00%，高于 120%`]],
    ],
    [
      'far above, little money: Y1 says it',
      '0.5',
      '0.3',
      [['Y1', 'verify', `${name}决算 0.50 万元，全年预算 0.30 万元，超出 0.20 万元（66.67%）`]],
    ],
    ['exactly 80 %', '9.6', '12', []],
    [
      'below 80 %',
      '9.59',
      '12',
      [['Y2', 'verify', `${name}全年预算 12.00 万元，决算 9.59 万元，完成 79.92%，低于 80%`]],
    ],
    ['below 80 %, little money', '0.3', '1.2', []],
    [
      'a 0 is keyed',
      '0',
      '12',
      [['Y2', 'verify', `${name}全年预算 12.00 万元，决算 0.00 万元，完成 0.00%，低于 80%`]],
    ],
    [
      'nothing is keyed',
      null,
      '12',
      [['Y4', 'verify', `${name}全年预算 12.00 万元，决算为空：补录；没有支出录 0 并说明`]],
    ],
    ['a budget of 0', '3', '0', [['Y1', 'verify', `${name}决算 3.00 万元，全年预算 0.00 万元`]]],
  ] as const)('%s', (_, actual, final, expected) => {
    expect(found(actual, { final })).toEqual(expected);
  });

  it('is silent where no budget is keyed, and says once which 项 lack one', () => {
    expect(said(rules, { expenditure: [spent('2010302', '15')] })).toEqual([]);
    expect(found('15', {})).toEqual([
      ['Y5', 'hint', '一般公共预算有决算、没有录预算的：2010302 一般行政管理事务 15.00 万元'],
    ]);
  });

  it('asks for 决算 only once some 决算 is keyed, and takes 年初预算 where there is no 全年预算', () => {
    expect(said(rules, { expenditure: [spent('2010302', '15', 'final')] })).toEqual([]);
    expect(found(null, { initial: '12' }).map(([rule, , message]) => [rule, message?.slice(-39)])).toEqual([
      ['Y4', expect.stringContaining('年初预算 12.00 万元，决算为空')],
    ]);
  });
});

describe('决算 beside last year', () => {
  const now = { expenditure: [spent('2010301', '100'), spent('2010302', '31'), spent('2010350', '12')] };

  it('compares with last year’s book, or with 上年决算 where that is keyed, and names new 项 together', () => {
    const last = { expenditure: [spent('2010301', '83.4')] };
    const fresh = [
      'Y3',
      'verify',
      '一般公共预算上年没有决算、本年有支出的：2010302 一般行政管理事务 31.00 万元、2010350 事业运行 12.00 万元',
    ];
    expect(said(['Y3'], now, last)).toEqual([fresh]);
    const prior = [...now.expenditure, spent('2010301', '80', 'prior')];
    expect(said(['Y3'], { expenditure: prior }, last)).toEqual([
      [
        'Y3',
        'verify',
        '2010301 行政运行（一般公共预算）支出本年决算 100.00 万元，上年 80.00 万元，增加 20.00 万元（25.00%）',
      ],
      fresh,
    ]);
    expect(said(['Y3'], now)).toEqual([]);
  });

  it('takes a smaller amount for 三公', () => {
    const reception = (amount: string) => ({
      three_public: [{ item: 'reception', fund: 'general', measure: 'actual', project: amount }],
    });
    expect(said(['Y3'], reception('1.5'), reception('2.4'))).toEqual([]);
    expect(said(['Y3'], reception('1.5'), reception('2.5'))).toEqual([
      ['Y3', 'verify', '公务接待费本年决算 1.50 万元，上年 2.50 万元，减少 1.00 万元（40.00%）'],
    ]);
  });
});

describe('结转结余', () => {
  const flow = (code: string, income: string, expenditure: string) => ({
    income: [{ code, fund: 'general', measure: 'actual', appropriation: income }],
    expenditure: [spent(code, expenditure)],
  });
  const balance = (line: Line) => [{ fund: 'general', measure: 'actual', ...line }];

  it('is asked for where a 项 spent more than there was (J2)', () => {
    const at = flow('2010302', '800', '850');
    expect(said(['J2'], { ...at, balance: balance({ code: '2010302', last_closing: '50' }) })).toEqual([]);
    expect(said(['J2'], { ...at, balance: balance({ code: '2010302', last_closing: '49.999999' }) })).toEqual(
      [['J2', 'verify', '2010302 一般行政管理事务（一般公共预算）年末结转和结余算得 -0.000001 万元']],
    );
    expect(said(['J2'], { ...at, balance: balance({ last_closing: '50' }) })).toEqual([]);
    expect(said(['J2'], at)).toEqual([
      ['J2', 'verify', '一般公共预算没有录结转结余，支出大于收入的有 2010302 一般行政管理事务'],
    ]);
  });
});

describe('经济分类 by 项 (E2)', () => {
  const basic = (code: string, amount: string) => ({
    code,
    fund: 'general',
    measure: 'actual',
    basic: amount,
  });
  const economic = (code: string, amount: string, item?: string) => ({
    code,
    fund: 'general',
    measure: 'actual',
    amount,
    ...(item === undefined ? {} : { item }),
  });
  const expenditure = [basic('2010301', '30'), basic('2080505', '8')];
  const levels = (rows: readonly Line[]) =>
    said(['E2'], { expenditure, economic: rows }).map(([, level, message]) => [level, message]);

  it('is compared with 基本支出 of the 项; what may be among other rows is a hint', () => {
    const whole = [economic('30101', '30', '2010301'), economic('30108', '8', '2080505')];
    expect(levels(whole)).toEqual([]);
    expect(levels([economic('30101', '30', '2010301'), economic('30108', '8')])).toEqual([]);
    expect(levels([economic('30101', '31', '2010301'), economic('30108', '7')])).toMatchObject([
      ['error', expect.anything()],
    ]);
    expect(levels([economic('30101', '20', '2010301'), economic('30108', '18')])).toEqual([
      [
        'hint',
        '2010301 行政运行（一般公共预算）按项录入的经济分类各款之和应等于该项的基本支出；这项资金另有 1 行没有分项，不参加比较',
      ],
    ]);
    expect(levels([economic('30101', '30', '2010301')])).toEqual([
      ['error', expect.stringMatching(/^2080505 .*经济分类的其他行都分了项/)],
    ]);
  });
});

describe('实物量', () => {
  const operation = {
    three_public: [{ item: 'vehicle_operation', fund: 'general', measure: 'actual', project: '1.41' }],
  };
  const count = (item: string, value: number) => ({ item, measure: 'actual', count: value });

  it('tells what was not keyed from 0 (S1)', () => {
    expect(said(['S1'], operation)).toEqual([
      ['S1', 'verify', expect.stringContaining('公务用车保有量没有录入')],
    ]);
    expect(said(['S1'], { ...operation, counts: [count('vehicles_kept', 0)] })).toEqual([
      ['S1', 'verify', expect.stringContaining('公务用车保有量录的是 0')],
    ]);
    expect(said(['S1'], { ...operation, counts: [count('vehicles_kept', 2)] })).toEqual([]);
  });
});

describe('a figure by itself', () => {
  it('is asked about where the classification gives its 项 to another fund, once for all its sheets', () => {
    const line = { code: '2120801', fund: 'general', measure: 'actual' };
    const found = said(['E3'], {
      expenditure: [{ ...line, project: '3' }],
      income: [
        { ...line, appropriation: '3' },
        { ...line, fund: 'gov_fund', appropriation: '3' },
      ],
    });
    expect(found).toMatchObject([['E3', 'verify', expect.stringContaining('在科目表里属政府性基金')]]);
  });

  it('is asked about where it is negative, and other money by B12 alone', () => {
    const rules = ['E4', 'B12'];
    expect(
      said(rules, {
        expenditure: [spent('2010301', '-2.5')],
        procurement: [{ item: 'goods', measure: 'actual', amount: '-1' }],
      }),
    ).toEqual([
      ['E4', 'verify', '2010301 行政运行（一般公共预算）项目支出是负数：-2.50 万元'],
      ['E4', 'verify', expect.stringMatching(/^政府采购.*货物.*是负数：-1.00 万元$/)],
    ]);
    const other = said(rules, {
      expenditure: [spent('2010301', '5'), { ...spent('2010301', '-1'), fund: 'other' }],
    });
    expect(new Set(other.map(([rule]) => rule))).toEqual(new Set(['B12']));
  });
});
