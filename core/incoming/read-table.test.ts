import { describe, expect, it } from 'vitest';
import { readLines as read, short } from '../testing/table-lines.ts';
import type { ImportChoices } from './choices.ts';

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
