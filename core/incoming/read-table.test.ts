import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import type { CellText } from '../figures/figure.ts';
import { type ImportChoices, noChoices } from './choices.ts';
import { readTables } from './read-table.ts';
import type { RememberedColumn } from './remembered.ts';
import { textGrid } from './text-grid.ts';

interface More {
  readonly choices?: Partial<ImportChoices>;
  readonly named?: readonly CellText[];
  readonly remembered?: readonly RememberedColumn[];
  readonly name?: string;
}

function read(lines: readonly string[], { choices, named = [], remembered = [], name = '粘贴' }: More = {}) {
  return readTables([textGrid(name, lines.join('\n'))], {
    choices: { ...noChoices(2024, '001'), ...choices },
    classification: new Classification(2024),
    named,
    remembered,
    source: '粘贴',
  });
}

const short = (reading: ReturnType<typeof read>) =>
  reading.figures.map(({ sheet, row, fund, column, measure, value }) =>
    [sheet, row, fund, column, measure, value].join(' '),
  );
const verdicts = ({ tables }: ReturnType<typeof read>) => tables[0]?.rows.map(({ verdict }) => verdict);

describe('a table of one of our sheets', () => {
  it('is known by its head words, with fund and measure in columns of their own', () => {
    const reading = read([
      '单位：元',
      '科目编码\t科目名称\t资金\t口径\t基本支出\t项目支出',
      '2010301\t行政运行\t一般公共预算\t决算\t1,500.50\t—',
      '2010302\t一般行政管理事务\t政府性基金\t年初预算\t\t0',
      '合计\t\t\t\t1,500.50\t0',
    ]);
    expect(short(reading)).toEqual([
      'expenditure 2010301 general basic actual 150050',
      'expenditure 2010302 gov_fund project initial 0',
    ]);
    expect(verdicts(reading)).toEqual(['taken', 'taken', 'compared']);
    expect(reading.figures[0]).toMatchObject({
      source: '粘贴',
      place: '粘贴!E3，2010301 行政运行，基本支出',
    });
  });

  it('has measure and fund as levels of its head, over columns that are not merged', () => {
    const reading = read(
      [
        '2024年度部门支出（单位：万元）',
        '科目编码\t科目名称\t年初预算\t\t决算\t',
        '\t\t基本支出\t项目支出\t基本支出\t项目支出',
        '201\t一般公共服务支出\t1\t2\t3.5\t4',
        '2010301\t行政运行\t1\t2\t3.5\t4',
      ],
      { choices: { fund: 'general' } },
    );
    expect(short(reading)).toEqual([
      'expenditure 2010301 general basic initial 1000000',
      'expenditure 2010301 general project initial 2000000',
      'expenditure 2010301 general basic actual 3500000',
      'expenditure 2010301 general project actual 4000000',
    ]);
    expect(verdicts(reading)).toEqual(['compared', 'taken']);
    expect(reading.stated.year).toBe(2024);
  });

  it('asks for what it does not say, one thing after the other, and takes nothing before', () => {
    const lines = ['科目编码\t财政拨款收入\t事业收入', '2010301\t5\t'];
    const faults = [{}, { money: 'yuan' }, { money: 'yuan', measure: 'actual' }].map((choices) => {
      const reading = read(lines, { choices: choices as Partial<ImportChoices> });
      expect(reading.figures).toEqual([]);
      return reading.tables[0]?.fault;
    });
    expect(faults).toEqual([
      '表上没有写明金额单位，选定是元还是万元。',
      '表上没有写明是年初预算、全年预算、决算还是上年决算，选定口径。',
      '表上没有写明是哪种资金，选定资金。',
    ]);
    const all = { money: 'yuan', measure: 'actual', fund: 'general' } as const;
    expect(short(read(lines, { choices: all }))).toEqual(['income 2010301 general appropriation actual 500']);
  });

  it('refuses another year, and the same figure twice', () => {
    const head = ['2023年度收入表 单位：元', '科目编码\t口径\t其他收入'];
    expect(read([...head, '2010301\t决算\t5']).tables[0]?.fault).toContain('2023 年度');
    const twice = read(['单位：元', '科目编码\t口径\t其他收入', '2010301\t决算\t5', '2010301\t决算\t5']);
    expect(verdicts(twice)).toEqual(['taken', 'refused']);
    expect(twice.figures).toHaveLength(1);
  });

  it('names each bad row, which is mended or left out', () => {
    const lines = [
      '单位：元',
      '科目编码\t科目名称\t口径\t其他收入',
      '20103O1\t行政运行\t决算\t5',
      '2010302\t一般行政管理事务\t决算\t1,23.4',
      '20805\t行政事业单位养老支出\t决算\t7',
      '2010350\t事业运行\t估计\t5',
      '2019876\t新增科目\t决算\t6',
      '合计\t\t\t100',
    ];
    const bad = read(lines);
    expect(verdicts(bad)).toEqual(['refused', 'refused', 'refused', 'refused', 'doubtful', 'doubtful']);
    expect(bad.tables[0]?.rows.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('20103O1'),
      expect.stringContaining('1,23.4'),
      expect.stringContaining('要到项级'),
      expect.stringContaining('估计'),
      expect.stringContaining('科目表里没有 2019876'),
      expect.stringContaining('相差'),
    ]);
    const mended = [
      { row: 3, column: 0, text: '2010301' },
      { row: 4, column: 3, text: '123.4' },
      { row: 5, column: 0, text: '2080505' },
    ].map((each) => ({ ...each, table: '粘贴' }));
    const good = read(lines, { choices: { mended, leftRows: [{ table: '粘贴', row: 6 }] } });
    expect(verdicts(good)?.slice(0, 4)).toEqual(['taken', 'taken', 'doubtful', 'left']);
    expect(short(good)).toContain('income 2010302 other other actual 12340');
  });

  it('takes a column for what the clerk says, now or earlier', () => {
    const lines = ['单位：元', '科目编码\t口径\t利息等\t其他收入', '2010301\t决算\t5\t6'];
    expect(short(read(lines))).toEqual(['income 2010301 other other actual 600']);
    const remembered = [
      { report: '收入', path: '利息等', meaning: 'other' },
      { report: '收入', path: '其他收入', meaning: '' },
    ];
    const reading = read(lines, { remembered });
    expect(short(reading)).toEqual(['income 2010301 other other actual 500']);
    expect(reading.tables[0]?.columns.map(({ isChosen }) => isChosen)).toEqual([false, false, true, true]);
    const meanings = [{ table: '粘贴', path: '利息等', meaning: '' }];
    expect(short(read(lines, { remembered, choices: { meanings } }))).toEqual([]);
  });

  it('finds the lines of a list by their names, and of the clerk its own rows or new ones', () => {
    const list = read(
      ['“三公”经费 单位：万元', '项目\t年初预算\t上年决算', '合计\t4\t3', '1．公务接待费\t4\t3'],
      {
        choices: { fund: 'general' },
      },
    );
    expect(short(list)).toEqual([
      'three_public reception general amount initial 4000000',
      'three_public reception general amount prior 3000000',
    ]);
    const named = [
      { unit: '001', sheet: 'purchased_services', row: '001-007', column: 'name', body: '保洁' },
      { unit: '002', sheet: 'purchased_services', row: '002-001', column: 'name', body: '保安' },
    ];
    const lines = ['项目名称\t指导性目录\t决算（元）', '保洁\tA01\t5', '保安\tA02\t6'];
    const free = read(lines, { named, name: '政府购买服务' });
    const [own, other] = free.figures;
    expect([own?.row, own?.value, other?.value]).toEqual(['001-007', 500, 600]);
    expect(other?.row).toMatch(/^001-[0-9a-f]{8}$/);
    expect(read(lines, { named, name: '政府购买服务' }).figures).toEqual(free.figures);
    expect(free.cellTexts.map(({ column, body }) => `${column} ${body}`)).toEqual([
      'name 保洁',
      'catalog A01',
      'name 保安',
      'catalog A02',
    ]);
  });
});

describe('what a table leaves in doubt is asked, never guessed', () => {
  const code = '科目编码\t资金\t口径';
  const row = '2010301\t一般公共预算\t决算';
  const faultOf = (lines: readonly string[], choices: Partial<ImportChoices> = {}) => {
    const reading = read(lines, { choices });
    const fault = reading.tables[0]?.fault ?? '';
    expect(fault === '' || reading.figures.length === 0).toBe(true);
    return fault;
  };
  const values = (lines: readonly string[], choices: Partial<ImportChoices> = {}) =>
    read(lines, { choices }).figures.map(({ value }) => value);

  it('two units of money in one table', () => {
    const mixed = [`${code}\t基本支出（万元）\t项目支出（元）`, `${row}\t1\t2`];
    expect(faultOf(mixed)).toMatch(/“基本支出”是万元，“项目支出”不是/);
    const meanings = [{ table: '粘贴', path: '项目支出', meaning: '' }];
    expect(values(mixed, { meanings })).toEqual([1_000_000]);
    // a column that is not taken has no say
    expect(values(['单位：万元', `${code}\t基本支出\t人均（元）`, `${row}\t1\t2`])).toEqual([1_000_000]);
    const other = ['单位：元', `${code}\t基本支出（万元）\t项目支出（万元）`, `${row}\t1\t2`];
    expect(faultOf(other)).toMatch(/写的金额单位是元，栏名里写的是万元/);
    expect(values(other, { money: 'wan' })).toEqual([1_000_000, 2_000_000]);
    expect(faultOf(['单位：元', `${code}\t基本支出（万元）\t项目支出`, `${row}\t1\t2`])).toMatch(/不是/);
  });

  it('another year, wherever it is written', () => {
    for (const title of ['报表年度：2023年', '会计年度：2023', '支出表（2023年度）', '二〇二三年度支出表']) {
      expect(faultOf([`${title} 单位：元`, `${code}\t基本支出`, `${row}\t1`])).toMatch(/2023 年度/);
    }
    const heading = ['单位：元', '科目编码\t科目名称\t2022年决算数', '30101\t基本工资\t100'];
    expect(faultOf(heading, { fund: 'general' })).toMatch(/“决算数”栏写的是 2022 年/);
  });

  it('last year beside this year is 上年决算', () => {
    const lines = ['单位：元', '科目编码\t2024年基本支出\t2023年基本支出\t2022年基本支出', '2010301\t4\t3\t'];
    const choices = { fund: 'general', measure: 'actual' } as const;
    expect(faultOf(lines, choices)).toMatch(/“基本支出（第 3 处）”栏写的是 2022 年/);
    const meanings = [{ table: '粘贴', path: '基本支出（第 3 处）', meaning: '' }];
    expect(short(read(lines, { choices: { ...choices, meanings } }))).toEqual([
      'expenditure 2010301 general basic actual 400',
      'expenditure 2010301 general basic prior 300',
    ]);
  });

  it('amounts under a heading that nobody knows', () => {
    const lines = [
      '单位：元',
      `${code}\t基本支出\t\t项目支出`,
      '\t\t\t人员经费\t公用经费\t',
      `${row}\t1000\t500\t0`,
    ];
    const leftRows = [{ table: '粘贴', row: 3 }];
    expect(faultOf(lines, { leftRows })).toMatch(/^E 列有数，上面没有栏名/);
    const meanings = [{ table: '粘贴', path: 'E 列（没有栏名）', meaning: '' }];
    expect(values(lines, { leftRows, meanings })).toEqual([100_000, 0]);
    expect(faultOf(['单位：元', `${code}\t基本支出`, `${row}\t1000\t500`])).toMatch(/^E 列有数/);
    expect(faultOf(['单位：元', `序\t${code}\t基本支出`, `1\t${row}\t1000`])).toBe('');
  });

  it('a fund that the clerk names goes before the title, which may name several', () => {
    const lines = [
      '非财政拨款支出（不含一般公共预算） 单位：元',
      '科目编码\t口径\t基本支出',
      '2010301\t决算\t5',
    ];
    expect(faultOf(lines)).toMatch(/选定资金/);
    const reading = read(lines, { choices: { fund: 'other' } });
    expect(reading.figures.map(({ fund }) => fund)).toEqual(['other']);
  });

  it('a row of the clerk’s own is the same row however its name is broken', () => {
    const lines = [
      '单位：元',
      '项目名称\t指导性目录\t决算数',
      '城市  管理\tA01\t100',
      '"街道\n保洁"\tA02\t30',
    ];
    const choices = { sheet: 'purchased_services' };
    const first = read(lines, { choices });
    const named = first.cellTexts.map((text) => ({ ...text, unit: '001' }));
    expect(read(lines, { choices, named }).figures).toEqual(first.figures);
  });
});

describe('a text of cells', () => {
  const cells = (text: string) =>
    textGrid('x', text).cells.map(({ row, column, text }) => [row, column, text]);

  it('keeps quoted commas, line breaks and quotation marks', () => {
    expect(cells('\ufeffa,"1,5",\r\n"x ""y""\nz",3')).toEqual([
      [0, 0, 'a'],
      [0, 1, '1,5'],
      [1, 0, 'x "y"\nz'],
      [1, 1, '3'],
    ]);
  });

  it('loses nothing behind a quotation mark that is never closed', () => {
    expect(cells('"a\tb\n1\t2')).toEqual([
      [0, 0, '"a'],
      [0, 1, 'b'],
      [1, 0, '1'],
      [1, 1, '2'],
    ]);
  });
});
