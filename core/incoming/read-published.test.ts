import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import type { SheetGrid } from '../recognition/grid.ts';
import { sheet, under, type Value } from '../testing/sheet-lines.ts';
import { noChoices } from './choices.ts';
import { readPublished } from './read-published.ts';

const KEYS = ['科目编码', '科目名称'];
const INCOME = ['财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
const HEADS = {
  支出决算表: ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
  收入决算表: ['本年收入合计', ...INCOME],
  一般公共预算财政拨款支出决算表: ['本年支出合计', '基本支出', '项目支出'],
  政府性基金预算财政拨款收入支出决算表: ['本年收入', '本年支出', '基本支出', '项目支出'],
  国有资本经营预算财政拨款支出决算表: ['本年支出', '基本支出', '项目支出'],
} as const;

interface Page {
  readonly year?: string;
  readonly unit?: string;
  readonly money?: string;
  readonly heads?: readonly string[];
}

/** A table with rows of a code and its amounts; 2023 in 万元 if nothing else is said. */
function page(
  title: keyof typeof HEADS,
  rows: readonly (readonly [code: string, ...amounts: (number | null)[]])[],
  {
    year = '2023年度',
    unit = '示例街道办事处（本级）',
    money = '单位：万元',
    heads = HEADS[title],
  }: Page = {},
): SheetGrid {
  const lines: Value[][] = [
    [title],
    [`部门：${unit}`, ...under(3), year, null, money],
    [...KEYS, ...heads],
    ...rows.map(([code, ...amounts]) => [code, '行政运行', ...amounts]),
  ];
  return sheet(title.slice(0, 8), lines);
}

const spending = (more: Page = {}) => page('支出决算表', [['2010301', 5, 5]], more);
const general = (basic: number, more: Page = {}) =>
  page('一般公共预算财政拨款支出决算表', [['2010301', basic, basic]], more);
const noFund = page('政府性基金预算财政拨款收入支出决算表', []);
const noCapital = page('国有资本经营预算财政拨款支出决算表', []);

function read(sheets: readonly SheetGrid[], unitCount = 1) {
  const choices = noChoices(2024, '001');
  const reading = readPublished(sheets, { choices, classification: new Classification(2024), unitCount });
  const figures = reading.figures.map(({ fund, column, value }) => `${fund} ${column} ${value}`);
  const faults = reading.tables.map(({ fault }) => fault).filter((fault) => fault !== '');
  return { ...reading, short: figures, faults, said: reading.remarks.join() };
}

describe('last year’s published tables', () => {
  it('say whose they are and when; of another year nothing is read', () => {
    expect(read([spending()])).toMatchObject({
      stated: { unit: '示例街道办事处（本级）', year: 2023 },
      faults: [],
    });
    const cover = (year: number) => sheet('封面', [[`示例街道办事处${year}年度部门决算`]]);
    for (const sheets of [[spending({ year: '2021年度' })], [cover(2021), general(5, { year: '' })]]) {
      const { faults, figures } = read(sheets);
      expect(faults).toEqual([expect.stringMatching(/2021 年度，上年应是 2023 年度/)]);
      expect(figures).toEqual([]);
    }
    expect(read([cover(2023), general(5, { year: '' })])).toMatchObject({
      stated: { year: 2023 },
      faults: [],
    });
    expect(read([spending({ year: '' })]).stated.year).toBeNull();
    const inOne = { unit: '某局　　2021年度    单位：万元', year: '', money: '' };
    expect(read([spending(inOne)])).toMatchObject({
      stated: { unit: '某局', year: 2021 },
      faults: [expect.stringMatching(/2021 年度/)],
    });
  });

  it('are in the unit of money that they state; none or two of them are told', () => {
    expect(read([general(5)])).toMatchObject({ short: ['general basic 5000000'] });
    expect(read([general(5)]).said).not.toMatch(/金额单位/);
    expect(read([general(5, { money: '单位：元' })])).toMatchObject({
      short: ['general basic 500'],
      said: '',
    });
    expect(read([general(5, { money: '' })]).said).toMatch(/没有写明金额单位，照万元读入/);
    const heads = ['本年支出合计', '基本支出（元）', '项目支出'];
    expect(read([general(5, { heads })])).toMatchObject({
      faults: [expect.stringMatching(/既写了元，又写了万元/)],
      figures: [],
    });
  });

  it('tell 非财政拨款 where every table of 财政拨款 is there, be it empty, and says no more than the whole', () => {
    const others = (...sheets: SheetGrid[]) => {
      const { short, said } = read([spending(), ...sheets]);
      return { rest: short.filter((each) => each.startsWith('other')), said };
    };
    const all = others(general(3), noFund, noCapital);
    expect(all.rest).toEqual(['other basic 2000000']);
    expect(all.said).not.toMatch(/分不出/);
    const missing = others(general(3), noFund);
    expect(missing.rest).toEqual([]);
    expect(missing.said).toMatch(/没有读到国有资本经营预算财政拨款支出决算表，分不出非财政拨款/);
    const more = others(general(6), noFund, noCapital);
    expect(more.rest).toEqual([]);
    expect(more.said).toMatch(/支出决算表里 2010301 的数小于各财政拨款表的数之和/);
  });

  it('tell no income of 一般公共预算 beside a fund whose table prints only what was spent', () => {
    const income = page('收入决算表', [
      ['2010301', 5, 5],
      ['2230101', 7, 7],
    ]);
    const capital = page('国有资本经营预算财政拨款支出决算表', [['2230101', 6, 6]]);
    const { short, said } = read([income, noFund, capital]);
    expect(short.filter((each) => each.includes('appropriation'))).toEqual(['general appropriation 5000000']);
    expect(said).toMatch(/里有 2230101，却没有收入栏，分不出一般公共预算的财政拨款收入/);
  });

  it('are those of the whole department, which is said where it has several units', () => {
    expect(read([general(5)], 3).said).toMatch(/账簿有 3 个单位/);
    expect(read([general(5)]).said).not.toMatch(/个单位/);
  });
});
