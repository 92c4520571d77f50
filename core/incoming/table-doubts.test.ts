import { describe, expect, it } from 'vitest';
import { readLines as read, short } from '../testing/table-lines.ts';
import type { ImportChoices } from './choices.ts';

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

  it('a heading goes on to the right only over columns that are its own', () => {
    const levels = [
      '单位：元',
      '科目编码\t一般公共预算\t\t\t政府性基金',
      '\t年初预算\t\t决算\t决算',
      '\t基本支出\t项目支出\t基本支出\t基本支出',
      '2010301\t1\t2\t3\t4',
    ];
    expect(short(read(levels))).toEqual([
      'expenditure 2010301 general basic initial 100',
      'expenditure 2010301 general project initial 200',
      'expenditure 2010301 general basic actual 300',
      'expenditure 2010301 gov_fund basic actual 400',
    ]);
    const general = { fund: 'general' } as const;
    // 决算 has no heading below it: 基本支出 beside it is not known to be 决算
    const alone = ['支出 单位：元', '科目编码\t决算\t\t', '\t\t基本支出\t项目支出', '2010301\t9\t1\t2'];
    expect(faultOf(alone, general)).toMatch(/选定口径/);
    const centred = [
      '支出 单位：元',
      '科目编码\t\t年初预算\t\t\t决算\t',
      '\t基本支出\t项目支出\t经营支出\t基本支出\t项目支出\t经营支出',
      '2010301\t1\t2\t3\t4\t5\t6',
    ];
    expect(faultOf(centred, { ...general, measure: 'actual' })).toMatch(/含义相同/);
  });

  it('what stands behind a table, which a row about 编制 does not end', () => {
    const lines = [
      '单位：元',
      '项目名称\t指导性目录\t决算数',
      '编制街道规划\tA01\t100',
      '保洁\tA02\t30',
      '制表人：某某',
    ];
    const choices = { sheet: 'purchased_services' };
    expect(values(lines, choices)).toEqual([10_000, 3000]);
    expect(read(lines, { choices }).remarks).toEqual([]);
    const more = [...lines, '保安\tA03\t7'];
    expect(values(more, choices)).toEqual([10_000, 3000]);
    expect(read(more, { choices }).remarks).toEqual([expect.stringMatching(/第 6 行在表尾.*下面，还有数/)]);
  });

  it('what a table says otherwise than the clerk did for all of them', () => {
    const first = ['科目编码\t口径\t基本支出', '2010301\t决算\t5'];
    const also = ['政府性基金支出 单位：万元', ...first];
    const choices = { money: 'yuan', fund: 'general', leftTables: ['粘贴'] } satisfies Partial<ImportChoices>;
    const reading = read(first, { choices, also });
    // the rows of a table that is left out are not in the way of another's
    expect(short(reading)).toEqual(['expenditure 2010301 general basic actual 500']);
    expect(reading.remarks).toEqual([
      expect.stringMatching(/“另表”上写的金额单位是万元，照元读入/),
      expect.stringMatching(/“另表”的标题写的是政府性基金.*，照选定的一般公共预算.*读入/),
    ]);
  });

  it('a fund that the clerk names goes before the title, which may name several', () => {
    const lines = [
      '非财政拨款支出（不含一般公共预算） 单位：元',
      '科目编码\t口径\t基本支出',
      '2010301\t决算\t5',
    ];
    expect(faultOf(lines)).toMatch(/选定资金/);
    const without = ['财政拨款支出（不含政府性基金） 单位：元', ...lines.slice(1)];
    expect(faultOf(without)).toMatch(/选定资金/);
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
