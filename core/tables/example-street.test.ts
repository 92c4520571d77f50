import { describe, expect, it } from 'vitest';
import { packOfBook, printedCells, sampleBook, tableOf } from '../testing/sample.ts';

/**
 * 一般公共预算财政拨款收入支出决算表, which Beijing printed for 2022 and 2023: 年初 = 上年末 + adjustments, 年末 = 年初 +
 * 收入 − 支出.
 * 2010301: 收入 1500, 支出 1500 basic · 2010302: 年初 120 + 2 − 30 = 92, 收入 800, 支出 780 project, 年末 92 + 800 − 780 =
 * 112 · 2010350: 400, 400 basic · 2080505: 100, 100 basic · 2120199: 年初 8 − 8 = 0, 收入 300, 支出 300 project, 年末 0.
 * 20103 and 201: 年初 92, 收入 1500 + 800 + 400 = 2700, 支出 1500 + 780 + 400 = 2680 (basic 1900), 年末 112.
 * 合计: 年初 92, 收入 2700 + 100 + 300 = 3100, 支出 2680 + 100 + 300 = 3080 (basic 2000), 年末 112.
 */
const GENERAL_BALANCE = {
  total: ['92.00', '3,100.00', '3,080.00', '2,000.00', '1,080.00', '112.00'],
  '201': ['92.00', '2,700.00', '2,680.00', '1,900.00', '780.00', '112.00'],
  '20103': ['92.00', '2,700.00', '2,680.00', '1,900.00', '780.00', '112.00'],
  '2010301': ['', '1,500.00', '1,500.00', '1,500.00', '', ''],
  '2010302': ['92.00', '800.00', '780.00', '', '780.00', '112.00'],
  '2010350': ['', '400.00', '400.00', '400.00', '', ''],
  '208': ['', '100.00', '100.00', '100.00', '', ''],
  '20805': ['', '100.00', '100.00', '100.00', '', ''],
  '2080505': ['', '100.00', '100.00', '100.00', '', ''],
  '212': ['', '300.00', '300.00', '', '300.00', ''],
  '21201': ['', '300.00', '300.00', '', '300.00', ''],
  '2120199': ['', '300.00', '300.00', '', '300.00', ''],
};

describe('示例街道 2024', () => {
  const book = sampleBook('example-street-2024');
  const pack = packOfBook(book);

  it('prints all tables of the profile in its order, and only the empty one says why it is empty', () => {
    expect(pack.tables.map((table) => table.id)).toEqual([
      'summary',
      'income',
      'expenditure',
      'appropriation-summary',
      'general-expenditure',
      'general-basic',
      'three-public',
      'gov-fund',
      'state-capital',
    ]);
    const empty = pack.tables.filter((table) => table.empty);
    expect(empty.map((table) => table.notes.at(-1))).toEqual([
      '说明：示例街道办事处本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。',
    ]);
  });

  it('carries each 项 of 一般公共预算 on in the table that Beijing printed for 2023, as worked out by hand', () => {
    const years = book.years.map((each) => ({ ...each, year: 2023 }));
    const beijing = packOfBook({ ...book, years }, null, 'beijing');
    const columns = ['opening', 'income', 'total', 'basic', 'project', 'closing'];
    const rows = tableOf(beijing, 'general-balance').rows.map((row) => [
      row.code ?? row.kind,
      columns.map((column) => row.cells[column]?.printed),
    ]);
    expect(rows).toHaveLength(Object.keys(GENERAL_BALANCE).length);
    expect(Object.fromEntries(rows)).toEqual(GENERAL_BALANCE);
    // the department bought nothing by 政府采购 and spent no 基金 on 基本支出, so these tables are empty and say so
    for (const id of ['gov-fund-basic', 'procurement', 'purchased-services']) {
      const table = tableOf(beijing, id);
      expect(printedCells(table)).toEqual({});
      expect(table.notes.at(-1)).toMatch(/^说明：示例街道办事处本年度没有.*，故本表无数据。$/);
    }
  });

  it('keeps the 差额表 out of a single unit: 003 received its 5 from 001, who spent it', () => {
    const unit003 = printedCells(tableOf(packOfBook(book, '003'), 'income'));
    expect(unit003['2120199 superior']).toBe('5.00');
    const unit001 = printedCells(tableOf(packOfBook(book, '001'), 'expenditure'));
    expect(unit001['2010302 project']).toBe('788.00');
    const notes = tableOf(packOfBook(book, '001'), 'summary').notes;
    expect(notes).toEqual(['注：本表反映单位本年度的总收支和年末结转结余情况。']);
  });
});
