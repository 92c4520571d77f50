import { describe, expect, it } from 'vitest';
import { compareTables } from '../comparison/compare-tables.ts';
import { packOfBook, sampleBook, tableOf } from '../testing/sample.ts';
import { sheet, under, type Value, wide } from '../testing/sheet-lines.ts';
import type { GridCell, SheetGrid } from './grid.ts';
import { recogniseTables } from './recognise.ts';

const book = sampleBook('example-street-2024');
const pack = packOfBook(book, null, 'shanghai');

const compare = (...sheets: SheetGrid[]) => compareTables(pack, '批复.xlsx', recogniseTables(sheets, 2024));
/** Where and how the numbers differ, in short. */
const found = (...sheets: SheetGrid[]) =>
  compare(...sheets).differences.map(({ place, ours, theirs, where }) => [place, ours, theirs, where]);

/** What was not compared, of the tables that were found. */
const unsaid = (...sheets: SheetGrid[]) =>
  compare(...sheets).compared.flatMap(({ uncompared }) => uncompared);

/** 支出决算表 of the sample, as another program may print it: codes whole in the column 类, 0.00 everywhere. */
const expenditure = tableOf(pack, 'expenditure');
const COLUMNS = ['total', 'basic', 'project', 'remit', 'business', 'subsidy'];
const amounts = (row: (typeof expenditure.rows)[number], blank: Value = '0.00'): Value[] =>
  COLUMNS.map((column) => row.cells[column]?.printed || blank);
const byCode = expenditure.rows.filter(({ code }) => code !== undefined);
const total = expenditure.rows.filter(({ kind }) => kind === 'total');
const HEADS: Value[] = [
  '本年支出合计',
  '基本支出',
  '项目支出',
  '上缴\n上级支出',
  '经营支出',
  '对附属单位 补助支出',
];

const S6_LINES: (readonly Value[])[] = [
  [wide('上海市示例街道办事处2024年度 支出决算表 ', 10)],
  [...under(9), '单位：万元'],
  [wide('项目', 4), ...under(3), ...HEADS],
  [wide('支出功能分类科目编码', 3), ...under(2), '科目名称'],
  ['类', '款', '项', '合　计', ...total.flatMap((row) => amounts(row))],
  ...byCode.map((row) => [row.code ?? '', null, null, row.label, ...amounts(row)]),
  ['注：本表反映部门本年度各项支出情况。'],
];

describe('recognising tables by their heads', () => {
  it('reads whole codes in the column 类, the totals in the line of 类 款 项, texts and 0.00', () => {
    expect(compare(sheet('Sheet1', S6_LINES))).toMatchObject({
      differences: [],
      compared: [{ table: 'expenditure', sheet: 'Sheet1', equal: 36 }],
      unrecognised: [],
    });
  });

  it('reads codes in parts, as numbers, and only the lowest part printed', () => {
    const parted = (code: string): Value[] => [
      code.length === 3 ? Number(code) : null,
      code.length === 5 ? Number(code.slice(3)) : null,
      code.length === 7 ? Number(code.slice(5)) : null,
    ];
    const lines = [
      ...S6_LINES.slice(0, 5),
      ...byCode.map((row) => [...parted(row.code ?? ''), row.label, ...amounts(row, null)]),
    ];
    expect(compare(sheet('3', lines))).toMatchObject({ differences: [], compared: [{ equal: 36 }] });
  });

  it('names each cell of a column that slipped by one row, by the label beside it', () => {
    const basic = [total, byCode].flat().map((row) => row.cells['basic']?.printed ?? '');
    const slipped = S6_LINES.map((line, index) =>
      index < 4 || index > 4 + byCode.length ? line : line.with(5, basic[index - 5] ?? null),
    );
    const expected = [total, byCode].flat().flatMap((row, index) => {
      const [ours = '', theirs = ''] = [basic[index], basic[index - 1]];
      const name = row.code === undefined ? row.label : `${row.code} ${row.label}`;
      return ours === theirs ? [] : [[`${name} › 基本支出`, ours, theirs, `3!F${index + 5}`]];
    });
    expect(expected.length).toBeGreaterThan(5);
    expect(found(sheet('3', slipped))).toEqual(expected);
  });

  it('lists a row that stands on one side alone, once', () => {
    const without = S6_LINES.filter((line) => line[0] !== '2080505');
    expect(found(sheet('3', without))).toEqual([
      ['2080505 机关事业单位基本养老保险缴费支出', '本年支出合计 100.00，基本支出 100.00', '', ''],
    ]);
    const renamed = S6_LINES.map((line) => (line[0] === '2080505' ? line.with(0, '2080506') : line));
    expect(found(sheet('3', renamed))).toContainEqual([
      '2080506 机关事业单位基本养老保险缴费支出',
      '',
      '本年支出合计 100.00，基本支出 100.00',
      expect.stringMatching(/^3!E\d+$/),
    ]);
  });

  it('compares 元 with the exact amount, to 0.01 元', () => {
    const income = (amount: Value): SheetGrid =>
      sheet('T1', [
        ['收入支出决算总表'],
        ['单位：元'],
        ['收入', null, '支出', null],
        ['项目', '金额', '项目', '金额'],
        ['本年收入合计', amount, '本年支出合计', 31_695_000],
      ]);
    const own = (sheets: SheetGrid) =>
      found(sheets).filter(([place]) => place === '收入 › 本年收入合计 › 决算数');
    expect(own(income('31,862,000.00'))).toEqual([]);
    expect(own(income(31_862_000.01))).toEqual([
      ['收入 › 本年收入合计 › 决算数', '31,862,000.00 元', '31,862,000.01 元', 'T1!B5'],
    ]);
  });

  it('tells 年初 of a fund from its income of the same name, and knows former names of lines and 类', () => {
    const approved = sheet('4', [
      ['四、财政拨款收入支出决算总表（续）'],
      ['编制单位：元氏县某局', null, null, null, null, null, '金额单位：万元'],
      [wide('收入', 2), null, wide('支出', 5)],
      [
        '项目',
        '决算数',
        '项目',
        '小计',
        '一般公共预算\n财政拨款',
        '政府性基金预算财政拨款',
        '国有资本经营预算财政拨款',
      ],
      ['一、一般公共预算财政拨款', 3100, '一、一般公共服务', 2680, 2680, '—', 0],
      ['二、政府性基金预算财政拨款', 20, '八、社会保障和就业', 100, 100, null, null],
      [null, null, '十、城乡社区事务', 300, 300, null, null],
      [null, null, '二十三、其他支出', 18.5, '', 18.5, null],
      ['本年收入合计', 3120, '本年支出合计', 3098.5, 3080, 18.5, null],
      ['年初财政拨款结转和结余', 96, '年末财政拨款结转和结余', 117.5, 112, 5.5, null],
      ['　其中：一般公共预算财政拨款', 92, null, null, null, null, null],
      ['（二）政府性基金预算财政拨款', '4.00', null, null, null, null, null],
      ['总　计', 3216, '总　计', 3216, 3192, 24, null],
    ]);
    expect(compare(approved)).toMatchObject({
      differences: [],
      compared: [{ table: 'appropriation-summary' }],
    });
  });

  it('reads the template in which 合计, 基本支出 and 项目支出 stand in the line of 合计', () => {
    const flawed = sheet('7', [
      ['政府性基金预算财政拨款收入支出决算表'],
      [
        wide('项目', 2),
        null,
        '年初结转和结余',
        '本年收入',
        wide('本年支出', 3),
        null,
        null,
        '年末结转和结余',
      ],
      ['功能分类科目编码', '科目名称'],
      [wide('合计', 2), null, 4, 20, '合计', '基本支出', '项目支出', 5.6],
      ['229', '其他支出', 4, 20, 18.5, null, 18.5, 5.5],
      ['22960', '彩票公益金安排的支出', 4, 20, 18.5, null, 18.5, 5.5],
      ['2296002', '用于社会福利的彩票公益金支出', 4, 20, 18.5, null, 18.5, 5.5],
    ]);
    expect(found(flawed)).toEqual([['合计 › 年末结转和结余', '5.50', '5.60', '7!H4']]);
    // ours prints 18.50 twice in that line
    expect(unsaid(flawed)).toEqual(['对方的“合计”没有印“小计”', '对方的“合计”没有印“项目支出”']);
  });

  it('finds tables below each other on one worksheet', () => {
    const economic = tableOf(pack, 'general-basic').rows;
    const basic: Value[][] = economic
      .filter(({ code }) => code !== undefined)
      .map(({ code = '', label, cells }) => [
        code.slice(0, 3),
        code.slice(3),
        label,
        cells['amount']?.printed ?? null,
      ]);
    const all = sheet('全部', [
      ...S6_LINES,
      [],
      ['公开05表'],
      ['一般公共预算财政拨款基本支出决算明细表'],
      ['部门：示例街道办事处', null, null, '金额单位：万元'],
      [wide('科目编码', 2), null, '科目名称', '金额'],
      ['类', '款'],
      ...basic,
      [wide('人员经费合计', 3), null, null, 1700],
      [wide('公用经费合计', 3), null, null, '300.01'],
      ['合计', null, null, 2000.01],
      ['注：本表金额由元换算。'],
      ['2024年度财政拨款“三公”经费支出决算表'],
      ['项目', '年初预算数', '决算数'],
      ['合计', '2.85', 2.01],
      ['1.因公出国（境）费用', null, null],
      ['（1）公务用车购置费', '/', 0],
      ['3.公务接待费', '2.85', 0.6],
    ]);
    const { compared, differences } = compare(all);
    expect(compared.map(({ table }) => table)).toEqual(['expenditure', 'general-basic', 'three-public']);
    expect(differences.filter(({ table }) => table === 'general-basic')).toMatchObject([
      { place: '公用经费合计 › 决算数', ours: '300.00', theirs: '300.01', difference: '-0.01' },
      // we print no 合计 there, but know what it must be
      { place: '合计', row: null, theirs: '决算数 2,000.01' },
    ]);
    expect(differences.filter(({ table }) => table === 'three-public').map(({ place }) => place)).toEqual([
      '合计 › 预算数',
      '公务用车购置及运行维护费小计',
      '公务用车运行维护费',
      '公务接待费 › 预算数',
      '公务接待费 › 决算数',
    ]);
  });
});

describe('what is not recognised', () => {
  const reasons = (...sheets: SheetGrid[]) => compare(...sheets).unrecognised;

  it('is told with its reason: no table, an unknown one, a title with a foreign head, another year, a second print', () => {
    const retitled = (title: string) => [[title], ...S6_LINES.slice(1)];
    expect(
      reasons(
        sheet('目录', [['目录'], ['1', '收入支出决算总表'], ['2', '收入决算表']]),
        sheet('自评', [['项目支出绩效自评表'], ['项目名称', '金额'], ['甲', 5]]),
        sheet('错题', retitled('财政拨款收入支出决算总表')),
        sheet('去年', retitled('2023年度支出决算表')),
        sheet(
          '无题',
          S6_LINES.slice(2).map((line) => line.slice(0, 7)),
        ),
        sheet('三', S6_LINES),
        sheet('三（2）', S6_LINES),
        sheet('空', []),
      ),
    ).toEqual([
      { sheet: '目录', reason: '没有找到公开表的标题和表头' },
      { sheet: '自评', reason: '“项目支出绩效自评表”不是本程序认识的公开表' },
      { sheet: '错题', reason: '标题是“财政拨款收入支出决算总表”，表头却不是这张表的，分不清是哪一张' },
      { sheet: '去年', reason: '标题“2023年度支出决算表”写的是 2023 年度，没有与 2024 年度核对' },
      { sheet: '无题', reason: '表上没有标题，只看表头分不清是哪一张公开表' },
      { sheet: '空', reason: '工作表是空的' },
      { sheet: '三（2）', reason: '与“三”里的是同一张表，只核对了那里的' },
    ]);
  });

  it('in a cell: an error, a formula without a value and a text are differences that say what stands there', () => {
    const broken = (cell: Partial<GridCell>): SheetGrid => {
      const { name, cells } = sheet('3', S6_LINES);
      return {
        name,
        cells: cells.map((each) => (each.row === 4 && each.column === 4 ? { ...each, ...cell } : each)),
      };
    };
    const theirs = (cell: Partial<GridCell>) => compare(broken(cell)).differences;
    const place = { place: '合计 › 本年支出合计', ours: '3,169.50', difference: '', where: '3!E5' };
    expect(theirs({ text: '#REF!', fault: 'error' })).toMatchObject([{ ...place, theirs: '公式错误 #REF!' }]);
    expect(theirs({ text: '', fault: 'no-value' })).toMatchObject([{ ...place, theirs: '公式没有算出的值' }]);
    expect(theirs({ text: '见附件' })).toMatchObject([{ ...place, theirs: '“见附件”不是金额' }]);
  });

  it('in a number: nothing, whatever form it has', () => {
    const forms = [
      '3,169.50',
      '3169.5',
      '３１６９．５０',
      '3169.4999999999995',
      ' 3169.50 ',
      '3169.50万元',
      '31695000元',
    ];
    const numbers = [3169.5, 3169.4999999999995, 3169.504, 3169.495];
    for (const value of [...forms, ...numbers]) {
      expect([
        value,
        found(
          sheet('3', S6_LINES.with(4, ['类', '款', '项', '合计', value, ...(S6_LINES[4]?.slice(5) ?? [])])),
        ),
      ]).toEqual([value, []]);
    }
  });
});
