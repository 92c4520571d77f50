import { describe, expect, it } from 'vitest';
import { packOfBook, printedCells, sampleBook, tableOf } from '../testing/sample.ts';

/**
 * Every printed number of the invented department 示例街道, worked out by hand from its figures (DESIGN §11):
 * table → row → `column number`, blank cells left out.
 */
const BY_HAND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  summary: {
    'income/一般公共预算财政拨款收入': 'amount 3,100.00',
    'expenditure/一般公共服务支出': 'amount 2,708.00',
    'income/政府性基金预算财政拨款收入': 'amount 20.00',
    'income/事业收入': 'amount 50.00',
    'income/其他收入': 'amount 16.20',
    'expenditure/社会保障和就业支出': 'amount 100.00',
    'expenditure/城乡社区支出': 'amount 343.00',
    'expenditure/其他支出': 'amount 18.50',
    'income/本年收入合计': 'amount 3,186.20',
    'expenditure/本年支出合计': 'amount 3,169.50',
    'income/使用非财政拨款结余': 'amount 15.00',
    'expenditure/结余分配': 'amount 12.00',
    'income/年初结转和结余': 'amount 123.51',
    'expenditure/年末结转和结余': 'amount 143.21',
    'income/总计': 'amount 3,324.71',
    'expenditure/总计': 'amount 3,324.71',
  },
  income: {
    '201': 'total 2,716.20, appropriation 2,700.00, other 16.20',
    '208': 'total 100.00, appropriation 100.00',
    '212': 'total 350.00, appropriation 300.00, undertaking 50.00',
    '229': 'total 20.00, appropriation 20.00',
    '20103': 'total 2,716.20, appropriation 2,700.00, other 16.20',
    '20805': 'total 100.00, appropriation 100.00',
    '21201': 'total 350.00, appropriation 300.00, undertaking 50.00',
    '22960': 'total 20.00, appropriation 20.00',
    '2010301': 'total 1,500.00, appropriation 1,500.00',
    '2010302': 'total 806.20, appropriation 800.00, other 6.20',
    '2010350': 'total 410.00, appropriation 400.00, other 10.00',
    '2080505': 'total 100.00, appropriation 100.00',
    '2120199': 'total 350.00, appropriation 300.00, undertaking 50.00',
    '2296002': 'total 20.00, appropriation 20.00',
    total: 'total 3,186.20, appropriation 3,120.00, undertaking 50.00, other 16.20',
  },
  expenditure: {
    '201': 'total 2,708.00, basic 1,925.00, project 783.00',
    '208': 'total 100.00, basic 100.00',
    '212': 'total 343.00, basic 43.00, project 300.00',
    '229': 'total 18.50, project 18.50',
    '20103': 'total 2,708.00, basic 1,925.00, project 783.00',
    '20805': 'total 100.00, basic 100.00',
    '21201': 'total 343.00, basic 43.00, project 300.00',
    '22960': 'total 18.50, project 18.50',
    '2010301': 'total 1,500.00, basic 1,500.00',
    '2010302': 'total 783.00, project 783.00',
    '2010350': 'total 425.00, basic 425.00',
    '2080505': 'total 100.00, basic 100.00',
    '2120199': 'total 343.00, basic 43.00, project 300.00',
    '2296002': 'total 18.50, project 18.50',
    total: 'total 3,169.50, basic 2,068.00, project 1,101.50',
  },
  'appropriation-summary': {
    'income/一般公共预算财政拨款': 'amount 3,100.00',
    'expenditure/一般公共服务支出': 'total 2,680.00, general 2,680.00',
    'income/政府性基金预算财政拨款': 'amount 20.00',
    'expenditure/社会保障和就业支出': 'total 100.00, general 100.00',
    'expenditure/城乡社区支出': 'total 300.00, general 300.00',
    'expenditure/其他支出': 'total 18.50, gov_fund 18.50',
    'income/本年收入合计': 'amount 3,120.00',
    'expenditure/本年支出合计': 'total 3,098.50, general 3,080.00, gov_fund 18.50',
    'income/年初财政拨款结转和结余': 'amount 96.00',
    'expenditure/年末财政拨款结转和结余': 'total 117.50, general 112.00, gov_fund 5.50',
    'income/opening_general': 'amount 92.00',
    'income/opening_gov_fund': 'amount 4.00',
    'income/总计': 'amount 3,216.00',
    'expenditure/总计': 'total 3,216.00, general 3,192.00, gov_fund 24.00',
  },
  'general-expenditure': {
    '201': 'total 2,680.00, basic 1,900.00, project 780.00',
    '208': 'total 100.00, basic 100.00',
    '212': 'total 300.00, project 300.00',
    '20103': 'total 2,680.00, basic 1,900.00, project 780.00',
    '20805': 'total 100.00, basic 100.00',
    '21201': 'total 300.00, project 300.00',
    '2010301': 'total 1,500.00, basic 1,500.00',
    '2010302': 'total 780.00, project 780.00',
    '2010350': 'total 400.00, basic 400.00',
    '2080505': 'total 100.00, basic 100.00',
    '2120199': 'total 300.00, project 300.00',
    total: 'total 3,080.00, basic 2,000.00, project 1,080.00',
  },
  'general-basic': {
    '301': 'amount 1,670.00',
    '302': 'amount 290.00',
    '303': 'amount 30.00',
    '310': 'amount 10.00',
    '30101': 'amount 420.00',
    '30102': 'amount 480.00',
    '30103': 'amount 150.00',
    '30107': 'amount 140.00',
    '30108': 'amount 140.00',
    '30109': 'amount 50.00',
    '30110': 'amount 85.00',
    '30113': 'amount 185.00',
    '30199': 'amount 20.00',
    '30201': 'amount 80.59',
    '30202': 'amount 8.00',
    '30206': 'amount 10.00',
    '30207': 'amount 12.00',
    '30209': 'amount 12.00',
    '30211': 'amount 15.00',
    '30213': 'amount 20.00',
    '30215': 'amount 5.00',
    '30216': 'amount 8.00',
    '30226': 'amount 10.00',
    '30228': 'amount 25.00',
    '30229': 'amount 30.00',
    '30231': 'amount 1.41',
    '30239': 'amount 40.00',
    '30299': 'amount 13.00',
    '30302': 'amount 30.00',
    '31002': 'amount 10.00',
    personnel_total: 'amount 1,700.00',
    public_total: 'amount 300.00',
  },
  'three-public': {
    total: 'actual 2.01',
    vehicle_total: 'actual 2.01',
    vehicle_operation: 'actual 2.01',
  },
  'gov-fund': {
    '229': 'opening 4.00, income 20.00, total 18.50, project 18.50, closing 5.50',
    '22960': 'opening 4.00, income 20.00, total 18.50, project 18.50, closing 5.50',
    '2296002': 'opening 4.00, income 20.00, total 18.50, project 18.50, closing 5.50',
    total: 'opening 4.00, income 20.00, total 18.50, project 18.50, closing 5.50',
  },
  'state-capital': {},
};

function byRow(cells: Readonly<Record<string, string>>): Record<string, string> {
  const rows: Record<string, string> = {};
  for (const [cell, text] of Object.entries(cells)) {
    const split = cell.lastIndexOf(' ');
    const row = cell.slice(0, split);
    const printed = `${cell.slice(split + 1)} ${text}`;
    rows[row] = rows[row] === undefined ? printed : `${rows[row]}, ${printed}`;
  }
  return rows;
}

describe('示例街道 2024', () => {
  const book = sampleBook('example-street-2024');
  const pack = packOfBook(book);

  it.each(Object.entries(BY_HAND))('%s is as worked out by hand', (id, rows) => {
    expect(byRow(printedCells(tableOf(pack, id)))).toEqual(rows);
  });

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

  it('keeps the 差额表 out of a single unit: 003 received its 5 from 001, who spent it', () => {
    const unit003 = printedCells(tableOf(packOfBook(book, '003'), 'income'));
    expect(unit003['2120199 superior']).toBe('5.00');
    const unit001 = printedCells(tableOf(packOfBook(book, '001'), 'expenditure'));
    expect(unit001['2010302 project']).toBe('788.00');
    const notes = tableOf(packOfBook(book, '001'), 'summary').notes;
    expect(notes).toEqual(['注：本表反映单位本年度的总收支和年末结转结余情况。']);
  });
});
