import { describe, expect, it } from 'vitest';
import type { PrintedCell, TableModel } from '../tables/model.ts';
import { packOfBook, sampleBook, tableOf } from '../testing/sample.ts';
import { builtInProfile } from './built-in.ts';
import { editionOf, yearsOf } from './profile.ts';
import { columnKeys } from './table-columns.ts';

/** Facts of domain/tables.md §0, §1, §9 and §11, by hand from there: number and title of every table in its order. */

const FUND = '政府性基金预算财政拨款收入支出决算表';
const FUND_BASIC = '政府性基金预算财政拨款基本支出决算表';
const CAPITAL = '国有资本经营预算财政拨款支出决算表';
const THREE_PUBLIC = '财政拨款“三公”经费支出决算表';
const GENERAL_THREE_PUBLIC = '一般公共预算财政拨款“三公”经费支出决算表';
const BASIC = '一般公共预算财政拨款基本支出决算表';
const FIRST_FIVE = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '一般公共预算财政拨款支出决算表',
];
const MOF_FIRST_SIX = [...FIRST_FIVE, '一般公共预算财政拨款基本支出决算明细表'];
const PROCUREMENT = '政府采购情况表';
const SERVICES_2021 = '政府购买服务支出情况表';
const SERVICES = '政府购买服务决算公开情况表';
const BEIJING_2020 = [
  ...FIRST_FIVE,
  BASIC,
  FUND,
  FUND_BASIC,
  CAPITAL,
  THREE_PUBLIC,
  PROCUREMENT,
  SERVICES_2021,
];
const BEIJING_2023 = [
  ...FIRST_FIVE.slice(0, 4),
  '一般公共预算财政拨款收入支出决算表',
  '一般公共预算财政拨款支出决算表',
  BASIC,
  FUND,
  FUND_BASIC,
  CAPITAL,
  THREE_PUBLIC,
  PROCUREMENT,
  SERVICES,
];
const BEIJING_2024 = [...BEIJING_2020.slice(0, -1), SERVICES];
const SHANGHAI = [
  ...FIRST_FIVE,
  BASIC,
  THREE_PUBLIC,
  FUND,
  // the 收入支出 form, where the central set prints 支出 alone
  '国有资本经营预算财政拨款收入支出决算表',
];

const TITLES: readonly (readonly [string, number, readonly string[]])[] = [
  // 三公 comes before the two funds until 2021, and covers the general budget alone
  ['mof', 2019, [...MOF_FIRST_SIX, GENERAL_THREE_PUBLIC, FUND]],
  ['mof', 2020, [...MOF_FIRST_SIX, GENERAL_THREE_PUBLIC, FUND, CAPITAL]],
  ['mof', 2021, [...MOF_FIRST_SIX, GENERAL_THREE_PUBLIC, FUND, CAPITAL]],
  ['mof', 2022, [...MOF_FIRST_SIX, FUND, CAPITAL, THREE_PUBLIC]],
  ['mof', 2023, [...MOF_FIRST_SIX, FUND, CAPITAL, THREE_PUBLIC]],
  ['mof', 2024, [...MOF_FIRST_SIX, FUND, CAPITAL, THREE_PUBLIC]],
  ['mof', 2025, [...MOF_FIRST_SIX, FUND, CAPITAL, THREE_PUBLIC]],
  ['beijing', 2019, BEIJING_2020.filter((title) => title !== CAPITAL)],
  ['beijing', 2020, BEIJING_2020],
  ['beijing', 2021, BEIJING_2020],
  ['beijing', 2022, BEIJING_2023],
  ['beijing', 2023, BEIJING_2023],
  ['beijing', 2024, BEIJING_2024],
  ['beijing', 2025, BEIJING_2024],
  ['shanghai', 2024, SHANGHAI],
  ['shanghai', 2025, SHANGHAI],
];

const CHINESE = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三'.split(' ');

function numberOf(profile: string, index: number): string {
  if (profile === 'mof') return `公开0${index + 1}表`;
  return profile === 'beijing' ? `${CHINESE[index]}、` : '';
}

function edition(id: string, year: number) {
  const profile = builtInProfile(id);
  if (profile === undefined) throw new Error(`no profile ${id}`);
  return editionOf(profile, year);
}

/** A table of the invented department as another year would have printed it. */
function table(profile: string, year: number, id: string): TableModel {
  const book = sampleBook('example-street-2024');
  const years = book.years.map((each) => ({ ...each, year }));
  return tableOf(packOfBook({ ...book, years }, null, profile), id);
}

const inColumn = (lines: readonly (readonly PrintedCell[])[], at: number): string[] =>
  lines.map((line) => line.find((cell) => cell.column === at)?.text ?? '');

/** 行次 of the two sides, the first and the last. */
function lineNumbers(model: TableModel): [string | undefined, string | undefined][] {
  return model.columns.flatMap(({ key }, at) => {
    if (!key.endsWith('line_number')) return [];
    const numbers = inColumn(model.body, at);
    return [[numbers[0], numbers.at(-1)]];
  });
}

const labels = (model: TableModel, side: string) =>
  model.rows.filter((row) => row.side === side).map((row) => row.label);
/** the lines of 类, numbered 一、二、 */
const numbered = (model: TableModel, side: string) =>
  labels(model, side).filter((label) => /^[一二三四五六七八九十]+、/.test(label));

describe('the built-in profiles', () => {
  it.each(TITLES)('%s %i prints its tables in their order, by number and title', (id, year, titles) => {
    const { tables, numberPlace } = edition(id, year).edition;
    expect(tables.map(({ number, title }) => [number, title])).toEqual(
      titles.map((title, index) => [numberOf(id, index), title]),
    );
    expect(numberPlace).toBe(id === 'beijing' ? 'title' : 'corner');
  });

  it('say which years and layouts no document at hand confirms', () => {
    for (const [id, year] of TITLES) {
      const { edition: used, unconfirmed } = edition(id, year);
      expect(unconfirmed.length === 0, `${id} ${year}`).toBe(id === 'shanghai');
      const borrowed = unconfirmed.some((doubt) => doubt.includes(`按${yearsOf(used)}年度的版式排印`));
      expect(borrowed, `${id} ${year}`).toBe(year === 2025 && id !== 'shanghai');
    }
  });

  it('number the lines of 2019 from 1 to 28 and from 29, without the income line of 国有资本经营预算', () => {
    const summary = table('mof', 2019, 'summary');
    expect(lineNumbers(summary)).toEqual([
      ['1', '28'],
      ['29', '56'],
    ]);
    // 24 lines of 支出, 本年合计, 年初, that of two funds, 总计
    expect(lineNumbers(table('mof', 2019, 'appropriation-summary'))).toEqual([
      ['1', '29'],
      ['30', '58'],
    ]);
    expect(labels(summary, 'income').slice(0, 3)).toEqual([
      '一、一般公共预算财政拨款收入',
      '二、政府性基金预算财政拨款收入',
      '三、上级补助收入',
    ]);
    expect(numbered(summary, 'income')).toHaveLength(7);
    expect(summary.header.flat().map(({ text }) => text)).toEqual(
      expect.arrayContaining(['收入', '支出', '项目', '行次', '金额', '栏次', '1', '2']),
    );
  });

  it.each([
    ['mof', 2021],
    ['mof', 2022],
    ['mof', 2024],
    ['beijing', 2023],
    ['beijing', 2024],
  ])(
    '%s %i lists 8 lines of 收入 and 26 of 支出: 行次 1–31, 32–62, and 1–32, 33–64 in the table of 财政拨款',
    (id, year) => {
      const summary = table(id, year, 'summary');
      expect(lineNumbers(summary)).toEqual([
        ['1', '31'],
        ['32', '62'],
      ]);
      expect(numbered(summary, 'income')).toHaveLength(8);
      expect(numbered(summary, 'expenditure')).toHaveLength(26);
      expect(numbered(summary, 'expenditure').slice(-3)).toEqual([
        '二十四、债务还本支出',
        '二十五、债务付息支出',
        '二十六、抗疫特别国债安排的支出',
      ]);
      // 27 本年收入合计, 28 使用非财政拨款结余, 29 年初, 30 a line without text, 31 总计
      const at = summary.columns.findIndex(({ key }) => key === 'income_label');
      const printed = inColumn(summary.body, at);
      expect([printed[26], printed[28], printed[29], printed[30]]).toEqual([
        '本年收入合计',
        '年初结转和结余',
        '',
        '总计',
      ]);
      const appropriation = table(id, year, 'appropriation-summary');
      expect(lineNumbers(appropriation)).toEqual([
        ['1', '32'],
        ['33', '64'],
      ]);
      expect(appropriation.header.at(-1)?.map(({ text }) => text)).toEqual([
        '栏次',
        '',
        '1',
        '栏次',
        '',
        '2',
        '3',
        '4',
        '5',
      ]);
    },
  );

  it('shanghai lists 24 lines of 支出 and numbers neither lines nor columns', () => {
    const summary = table('shanghai', 2024, 'summary');
    expect(numbered(summary, 'income')).toHaveLength(8);
    expect(numbered(summary, 'expenditure')).toHaveLength(24);
    expect(numbered(summary, 'expenditure').at(-1)).toBe('二十四、抗疫特别国债安排的支出');
    for (const { id } of edition('shanghai', 2024).edition.tables) {
      const { header, body } = table('shanghai', 2024, id);
      expect([...header, ...body].flat().filter(({ kind }) => kind === 'order')).toEqual([]);
    }
  });

  it('name 使用非财政拨款结余 with 专用结余 in the central set since 2024 alone', () => {
    const named = (id: string, year: number) => labels(table(id, year, 'summary'), 'income').at(-3);
    expect(named('mof', 2024)).toBe('使用非财政拨款结余（含专用结余）');
    expect(named('mof', 2023)).toBe('使用非财政拨款结余');
    expect(named('shanghai', 2024)).toBe('使用非财政拨款结余');
    expect(named('beijing', 2024)).toBe('使用非财政拨款结余');
  });

  it('pair 预算数 and 决算数 of 三公 in Shanghai, and put one block after the other with 栏次 1–12 elsewhere', () => {
    const keys = (id: string) => {
      const found = edition(id, 2024).edition.tables.find((each) => each.id === 'three-public');
      return columnKeys(found?.columns ?? []).map((key) => key.split('_').at(-1));
    };
    const budgets = Array.from({ length: 6 }, () => 'budget');
    const actuals = Array.from({ length: 6 }, () => 'actual');
    expect(keys('shanghai')).toEqual(budgets.flatMap((budget) => [budget, 'actual']));
    for (const id of ['mof', 'beijing']) {
      expect(keys(id)).toEqual([...budgets, ...actuals]);
      const numbers = table(id, 2024, 'three-public')
        .header.at(-1)
        ?.map(({ text }) => text);
      expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1)));
    }
  });

  it('print 合计 first where the central set does, and last in the Shanghai table of 一般公共预算支出', () => {
    const place = (id: string, tableId: string) =>
      edition(id, 2024).edition.tables.find((each) => each.id === tableId)?.total;
    for (const id of ['income', 'expenditure', 'gov-fund', 'state-capital']) {
      expect([place('mof', id), place('shanghai', id)]).toEqual(['first', 'first']);
    }
    expect([place('mof', 'general-expenditure'), place('shanghai', 'general-expenditure')]).toEqual([
      'first',
      'last',
    ]);
  });

  it('number the columns of the central set: 1–7 收入, 1–6 支出 and 基金, 1–3 一般公共 and 国资', () => {
    const highest = (id: string) =>
      (table('mof', 2024, id).header.at(-1) ?? []).map(({ text }) => Number(text)).filter(Number.isInteger);
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
    expect(highest('income')).toEqual(upTo(7));
    expect(highest('expenditure')).toEqual(upTo(6));
    expect(highest('general-expenditure')).toEqual(upTo(3));
    expect(highest('gov-fund')).toEqual(upTo(6));
    expect(highest('state-capital')).toEqual(upTo(3));
  });

  it('part the codes of 功能分类 into 类 款 项 in the central set, and print them whole in Shanghai', () => {
    const parts = (id: string) =>
      table(id, 2024, 'income')
        .columns.map(({ key }) => key)
        .slice(0, 4);
    expect(parts('mof')).toEqual(['code_1', 'code_2', 'code_3', 'name']);
    expect(parts('shanghai').slice(0, 2)).toEqual(['code', 'name']);
  });
});
