import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import { packOfBook, printedCells, sampleBook, tableOf } from '../testing/sample.ts';

const book = sampleBook('zhanlanlu-street-2023');
const pack = packOfBook(book);

/** What the document itself states (domain/tables.md, appendix): these numbers are not assumed. */
const STATED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  summary: {
    'income/一般公共预算财政拨款收入 amount': '42,742.46',
    'income/政府性基金预算财政拨款收入 amount': '2.35',
    'income/本年收入合计 amount': '42,744.81',
    'income/总计 amount': '42,744.81',
    'expenditure/一般公共服务支出 amount': '10,133.21',
    'expenditure/国防支出 amount': '32.24',
    'expenditure/公共安全支出 amount': '90.16',
    'expenditure/教育支出 amount': '289.09',
    'expenditure/科学技术支出 amount': '9.50',
    'expenditure/文化旅游体育与传媒支出 amount': '125.00',
    'expenditure/社会保障和就业支出 amount': '17,521.25',
    'expenditure/卫生健康支出 amount': '1,264.85',
    'expenditure/节能环保支出 amount': '419.24',
    'expenditure/城乡社区支出 amount': '11,287.68',
    'expenditure/住房保障支出 amount': '1,570.24',
    'expenditure/其他支出 amount': '2.35',
    'expenditure/本年支出合计 amount': '42,744.81',
    'expenditure/总计 amount': '42,744.81',
  },
  'gov-fund': {
    'total income': '2.35',
    'total total': '2.35',
    'total project': '2.35',
    '229 income': '2.35',
    '229 total': '2.35',
    '229 project': '2.35',
    '22960 income': '2.35',
    '22960 total': '2.35',
    '22960 project': '2.35',
    '2296002 income': '2.35',
    '2296002 total': '2.35',
    '2296002 project': '2.35',
  },
  'gov-fund-basic': {},
  'state-capital': {},
  'three-public': {
    'total budget': '7.52',
    'total actual': '1.41',
    'vehicle_total budget': '2.45',
    'vehicle_total actual': '1.41',
    'vehicle_operation budget': '2.45',
    'vehicle_operation actual': '1.41',
    'reception budget': '5.07',
  },
  procurement: {
    // 350.84 + 1564.27 + 8447.03
    'total amount': '10,362.14',
    'goods amount': '350.84',
    'works amount': '1,564.27',
    'services amount': '8,447.03',
    'sme amount': '5,544.70',
    'micro amount': '3,124.40',
  },
};

/** The 项 that the document describes; the rest of each 类 stands in one line that is marked as assumed. */
const STATED_ITEMS: Readonly<Record<string, string>> = {
  '2010301': '4,914.57',
  '2010350': '2,245.53',
  '2010399': '984.96',
  '2013299': '1,647.06',
  '2080208': '7,630.36',
  '2080505': '709.46',
  '2080599': '689.73',
  '2080801': '570.31',
  '2080899': '521.05',
  '2080902': '2,936.70',
  '2081901': '1,475.99',
  '2089999': '544.03',
  '2101101': '632.01',
  '2120104': '767.67',
  '2120399': '1,246.81',
  '2120501': '1,095.61',
  '2129999': '8,155.05',
  '2210201': '774.69',
  '2210203': '795.55',
};

describe('展览路街道 2023', () => {
  it.each(Object.entries(STATED))('%s prints what the document states', (id, cells) => {
    expect(printedCells(tableOf(pack, id))).toEqual(cells);
  });

  it('meets the stated totals of 支出, 基本支出, 项目支出 and 公用经费', () => {
    const expenditure = printedCells(tableOf(pack, 'expenditure'));
    expect([expenditure['total total'], expenditure['total basic'], expenditure['total project']]).toEqual([
      '42,744.81',
      '11,205.61',
      '31,539.20',
    ]);
    const general = printedCells(tableOf(pack, 'general-expenditure'));
    expect([general['total total'], general['total basic'], general['total project']]).toEqual([
      '42,742.46',
      '11,205.61',
      '31,536.85',
    ]);
    const basic = printedCells(tableOf(pack, 'general-basic'));
    // 11205.61 − 699.18
    expect([basic['personnel_total amount'], basic['public_total amount']]).toEqual(['10,506.43', '699.18']);
    expect(basic['30231 amount']).toBe('1.41');
  });

  it('carries 一般公共预算 on without balances, so that 收入 is 支出 in every row', () => {
    const cells = printedCells(tableOf(pack, 'general-balance'));
    expect(Object.keys(cells).filter((cell) => /opening|closing/.test(cell))).toEqual([]);
    expect([cells['total income'], cells['total total']]).toEqual(['42,742.46', '42,742.46']);
    for (const [code, amount] of Object.entries(STATED_ITEMS)) {
      expect([cells[`${code} income`], cells[`${code} total`]], code).toEqual([amount, amount]);
    }
  });

  it('lists 政府购买服务 by the one name that was published with its total', () => {
    const rows = tableOf(pack, 'purchased-services').rows;
    expect(rows.map(({ label, cells }) => [label, cells['amount']?.printed])).toEqual([
      ['合计', '5,078.99'],
      ['政府购买服务（合计，未分项）', '5,078.99'],
    ]);
  });

  it('marks every assumed 项 at its figure', () => {
    const [year] = book.years;
    const items = (year?.figures ?? []).filter(
      ({ sheet, measure, fund }) => sheet === 'expenditure' && measure === 'actual' && fund === 'general',
    );
    for (const { row, column } of items.filter((figure) => STATED_ITEMS[figure.row] === undefined)) {
      const at = year?.notes?.filter(
        (note) => note.sheet === 'expenditure' && note.row === row && note.measure === 'actual',
      );
      expect(at?.map((note) => [note.column, note.body.slice(0, 3)])).toEqual([[column, '推定：']]);
    }
    expect(new Set(items.map(({ row }) => row)).size).toBe(Object.keys(STATED_ITEMS).length + 10);
  });

  it('says below every table, in every profile, that it holds assumed numbers', () => {
    for (const { id } of BUILT_IN_PROFILES) {
      for (const unit of [null, '001']) {
        const { tables } = packOfBook(book, unit, id);
        expect(tables.length).toBeGreaterThanOrEqual(9);
        for (const table of tables)
          expect(table.notes.at(-1), `${id} ${table.id}`).toBe('含推定数，非公开数据');
      }
    }
  });
});
