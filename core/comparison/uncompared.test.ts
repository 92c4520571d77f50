import { describe, expect, it } from 'vitest';
import type { SheetGrid } from '../recognition/grid.ts';
import { recogniseTables } from '../recognition/recognise.ts';
import { packOfBook, sampleBook, tableOf } from '../testing/sample.ts';
import { sheet, type Value, wide } from '../testing/sheet-lines.ts';
import { compareTables } from './compare-tables.ts';

const pack = packOfBook(sampleBook('example-street-2024'), null, 'shanghai');

const compare = (...sheets: SheetGrid[]) => compareTables(pack, '批复.xlsx', recogniseTables(sheets, 2024));
/** Where and how the numbers differ, in short. */
const found = (...sheets: SheetGrid[]) =>
  compare(...sheets).differences.map(({ place, ours, theirs, where }) => [place, ours, theirs, where]);

/** What was not compared, of the tables that were found. */
const unsaid = (...sheets: SheetGrid[]) =>
  compare(...sheets).compared.flatMap(({ uncompared }) => uncompared);

/** 支出决算表 of the sample, in the way of another program. */
const EXPENDITURE: (readonly Value[])[] = [
  ['支出决算表'],
  ['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
  ...tableOf(pack, 'expenditure').rows.map(({ code, label, cells }) => [
    code ?? null,
    label,
    ...['total', 'basic', 'project'].map((column) => cells[column]?.printed ?? null),
  ]),
  ['注：本表反映部门本年度各项支出情况。'],
];

describe('what is not compared is said', () => {
  const income = tableOf(pack, 'income');
  const keys = ['total', 'appropriation', 'superior', 'undertaking', 'business', 'affiliate', 'other'];
  const INCOME_HEADS = [
    '本年收入合计',
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
  ];
  /** 收入决算表 of the sample with another heading over 其他收入, and 9999 below it. */
  const headed = (title: Value) =>
    sheet('2', [
      ['收入决算表'],
      ['功能分类科目编码', '科目名称', ...INCOME_HEADS, title],
      ...income.rows.map(({ code, label, cells }) => [
        code ?? null,
        label,
        ...keys.map((key) => (key === 'other' ? 9999 : (cells[key]?.printed ?? null))),
      ]),
    ]);

  it('of a column whose heading is another one, blank, or there twice, and of one that is gone', () => {
    const gone = '对方没有“其他收入”栏，或认不出';
    const told = (of: SheetGrid) => [found(of), unsaid(of)];
    expect(told(headed('其他各项收入'))).toEqual([[], [gone, '对方的“其他各项收入”栏认不出是哪一栏']]);
    expect(told(headed(null))).toEqual([[], [gone, '对方工作表 I 列有数，上面没有栏目名']]);
    expect(told(headed('事业收入'))).toEqual([[], [gone, '对方的“事业收入”栏认不出是哪一栏']]);
    const { name, cells } = headed('其他收入');
    expect(told({ name, cells: cells.filter(({ column }) => column < 8) })).toEqual([[], [gone]]);
    // nobody misses a column without numbers
    expect(unsaid({ name, cells: cells.filter(({ column }) => column !== 7) })).toEqual([]);
  });

  it('of a row that is missing and had its numbers in such columns alone', () => {
    const headAlone = sheet('2', [
      ['收入决算表'],
      ['功能分类科目编码', '科目名称', '本年收入合计', '财政拨款收入'],
    ]);
    expect(unsaid(headAlone)).toContain('对方没有“其他收入”栏，或认不出');
  });

  it('of numbers below the notes, and of a second print that says something else', () => {
    const below = [...EXPENDITURE, ['2130101', '行政运行', 5], [null, null, null, '6.00']];
    const said = compare(sheet('3', below));
    expect(said.differences).toEqual([]);
    const rows = `${EXPENDITURE.length + 1}、${EXPENDITURE.length + 2}`;
    expect(said.compared[0]?.uncompared).toEqual([`对方工作表第 ${rows} 行还有数，认不出是表里的哪一行`]);
    const once = sheet('3', EXPENDITURE);
    const unread = (second: readonly (readonly Value[])[]) =>
      compare(once, sheet('3（2）', second)).unrecognised.map(({ uncompared }) => uncompared);
    expect(unread(EXPENDITURE)).toEqual([undefined]);
    expect(unread(EXPENDITURE.with(2, [null, '合计', 1]))).toEqual([true]);
  });

  it('not where a year stands before 决算数, or the number of a column has a remark', () => {
    const lines = (heading: string, order: string): SheetGrid =>
      sheet('1', [
        ['收入支出决算总表'],
        [wide('收入', 2), null, wide('支出', 2)],
        ['项目', heading, '项目', heading],
        ['栏次', order, '栏次', '2'],
        ['本年收入合计', 1, '本年支出合计', 2],
      ]);
    for (const heading of ['决算数', '2024年决算数', '2024 年度决算数', '2024年度\n决算数（万元）']) {
      for (const order of ['1', '1（调整）']) {
        const { compared, differences } = compare(lines(heading, order));
        expect(compared).toMatchObject([{ table: 'summary', uncompared: [] }]);
        expect(differences.find(({ where }) => where === '1!B5')?.theirs).toBe('1.00');
      }
    }
  });

  it('of a worksheet that is titled as our empty table and holds numbers under another head', () => {
    const titled = (number: number) =>
      compare(
        sheet('3', EXPENDITURE),
        sheet('8', [
          ['国有资本经营预算财政拨款支出决算表'],
          ['科目编码', '科目名称', '金额'],
          ['223', '甲', number],
        ]),
      ).unrecognised.map(({ uncompared }) => uncompared);
    expect(titled(0)).toEqual([undefined]);
    expect(titled(5)).toEqual([true]);
  });
});
