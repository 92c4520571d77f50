import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardsProgress } from '../../core/api.ts';
import type { CardsPreview } from '../../core/registers/incoming/plan-cards.ts';
import { readCards } from '../../core/registers/register-content.ts';
import type { BookStore } from '../store/book-store.ts';
import { BY, bookFolder, openToWrite } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { CardImports } from './card-imports.ts';

const folder = bookFolder('cards');
const TODAY = '2026-11-22';
const PLACE = { year: 2024, unit: '001', today: TODAY };
const HEAD = [
  '资产编号',
  '资产名称',
  '资产分类',
  '取得日期',
  '账面原值',
  '累计折旧/摊销',
  '净值',
  '存放地点',
];

type Row = readonly (string | number | Date | null)[];

const DESK: Row = ['TY001', '办公桌', '家具和用具', '2019-05-01', 3000.5, 1200.25, 1800.25, '201'];
const HOUSE: Row = [
  'FW001',
  '办公楼',
  '房屋',
  new Date(Date.UTC(1998, 8, 30)),
  8_000_000,
  2_600_000,
  5_400_000,
  '',
];
const PRINTER: Row = ['TY002', '打印机', 'A02021003', 20210815, 2400, 2400, 0, '105'];

let store: BookStore;
let imports: CardImports;
let told: CardsProgress[];

beforeEach(async () => {
  store = await openToWrite(await folder.newBook());
  told = [];
  imports = new CardImports(
    {
      cardsScript: new URL('../import/cards-worker.ts', import.meta.url),
      root: join(import.meta.dirname, '../..'),
    },
    (progress) => told.push(progress),
  );
});
afterEach(() => {
  imports.leave();
  store.close();
});

async function listOf(rows: readonly Row[], name = '资产.xlsx'): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('资产清单');
  sheet.addRow(['某单位资产卡片清单']);
  sheet.addRow(HEAD);
  for (const row of rows) sheet.addRow([...row]);
  const file = join(folder.path, name);
  await workbook.xlsx.writeFile(file);
  return file;
}

const begin = async (rows: readonly Row[]) => imports.begin(store.file, await listOf(rows), PLACE);

function cards() {
  return readCards(store.register('assets', 2024, '001'));
}

function totals(row: string, year = 2024): Record<string, number> {
  const figures = store
    .sums(year, '001')
    .filter((figure) => figure.sheet === 'asset_cards' && figure.row === row);
  return Object.fromEntries(figures.map(({ column, value }) => [column, value]));
}

async function take(preview: CardsPreview): Promise<void> {
  expect(preview.obstacle).toBeNull();
  await imports.take(store.file, BY);
}

describe('a list of asset cards', () => {
  it('goes in whole: classes by word or code, days as texts, numbers and dates, totals to the 分', async () => {
    const preview = await begin([
      DESK,
      HOUSE,
      PRINTER,
      [null, '合计', null, null, 8_005_400.5, null, null, null],
    ]);
    expect(preview.counts).toMatchObject({ rows: 3, added: 3, bad: 0, left: 1 });
    expect(preview.columns.find(({ heading }) => heading === '存放地点')?.meaning).toBe('');
    await take(preview);
    expect(cards().map(({ events }) => [events[0]?.date, events[0]?.fields['class']])).toEqual([
      ['2019-05-01', 'furniture'],
      ['1998-09-30', 'buildings'],
      ['2021-08-15', 'equipment'],
    ]);
    expect(totals('fixed')).toEqual({ count: 3, original: 800_540_050, depreciation: 260_360_025 });
    // 折旧 of other years was never stated
    expect(totals('furniture')).toEqual({ count: 1, original: 300_050, depreciation: 120_025 });
    expect(told.map(({ doing }) => doing)).toContain('存入');
  });

  it('changes what differs when a later list is read, and says what is missing in it', async () => {
    await take(await begin([DESK, HOUSE, PRINTER]));
    const later: Row = ['TY001', '办公桌', '家具和用具', '2019-05-01', 3000.5, 1500.3, 1500.2, '201'];
    store.openYear(
      { year: 2025, units: [{ code: '001', name: '本级', kind: 'administrative' }], figures: [], texts: [] },
      BY,
    );
    const file = await listOf([later, PRINTER], '2025.xlsx');
    const preview = await imports.begin(store.file, file, { ...PLACE, year: 2025 });
    expect(preview.counts).toMatchObject({ added: 0, changed: 1, same: 1, missing: 1 });
    expect(preview.changed[0]?.what).toBe('累计折旧 0.120025 → 0.15003');
    expect(preview.missing.map(({ number }) => number)).toEqual(['FW001']);
    const chosen = await imports.preview(store.file, { ...preview.choices, disposeMissing: true }, TODAY);
    await take(chosen);
    expect(totals('fixed', 2025)).toEqual({ count: 2, original: 540_050, depreciation: 390_030 });
    // the end of the year before stays as it was
    expect(totals('fixed', 2024)).toEqual({ count: 3, original: 800_540_050, depreciation: 260_360_025 });
  });

  it.each([
    ['a day before 1949', ['A1', '柜', '家具', '1948-01-01', 1, 0, 1], '早于 1949 年'],
    ['a day to come', ['A1', '柜', '家具', '2026-11-23', 1, 0, 1], '在今天'],
    ['no day', ['A1', '柜', '家具', '不详', 1, 0, 1], '不是日期'],
    ['a negative value', ['A1', '柜', '家具', '2020-01-01', -5, 0, -5], '是负数'],
    ['a depreciation over its value', ['A1', '柜', '家具', '2020-01-01', 5, 6, null], '大于原值'],
    ['a net value that is not the rest', ['A1', '柜', '家具', '2020-01-01', 5, 2, 4], '不等于净值'],
    ['a class that nobody knows', ['A1', '柜', '杂项', '2020-01-01', 5, 2, 3], '资产类别“杂项”不认识'],
    ['no number', [null, '柜', '家具', '2020-01-01', 5, 2, 3], '资产编号没有填'],
    ['no amount', ['A1', '柜', '家具', '2020-01-01', '约五元', 2, 3], '不是金额'],
  ] as const)('is not taken with %s, which is said with its row', async (_, row, sentence) => {
    const preview = await begin([DESK, row]);
    expect(preview.bad.map((bad) => [bad.row, bad.sentence])).toEqual([
      [4, expect.stringContaining(sentence)],
    ]);
    expect(preview.obstacle).toContain('有 1 行不能读入');
    expect(await problemOf(() => imports.take(store.file, BY))).toBe('unknown-import');
    expect(cards()).toEqual([]);
  });

  it('names both rows of a number that is there twice', async () => {
    const preview = await begin([DESK, DESK, HOUSE]);
    expect(preview.bad.map(({ row }) => row)).toEqual([3, 4]);
    expect(preview.bad[0]?.sentence).toContain('第 4 行又有');
  });

  it('learns a word for a class, and a heading, and knows them the next time', async () => {
    const preview = await begin([['A1', '柜', '杂项', '2020-01-01', 5, 2, 3]]);
    expect(preview.unknownClasses).toEqual([{ word: '杂项', count: 1 }]);
    const classes = { 杂项: 'other' };
    await take(await imports.preview(store.file, { ...preview.choices, classes }, TODAY));
    const again = await begin([['A2', '箱', '杂项', '2020-01-01', 5, 2, 3]]);
    expect(again.obstacle).toBeNull();
  });

  it('asks for a column that it cannot find', async () => {
    const file = join(folder.path, '清单.csv');
    writeFileSync(file, '编号,资产名称,资产类别,取得日期,原值\nA1,柜,家具,2020-01-01,12.5\n');
    const preview = await imports.begin(store.file, file, PLACE);
    expect(preview.obstacle).toContain('没有找到“资产编号”这一栏');
    const columns = { 编号: 'number' };
    await take(await imports.preview(store.file, { ...preview.choices, columns }, TODAY));
    expect(totals('furniture')).toEqual({ count: 1, original: 1250 });
  });

  it('is not stored beside what was recorded after it was looked at', async () => {
    await begin([DESK]);
    store.lockYear(2024, BY);
    expect(await problemOf(() => imports.take(store.file, BY))).toBe('year-locked');
    store.unlockYear({ year: 2024, reason: '改' }, BY);
    expect(await problemOf(() => imports.take(store.file, BY))).toBe('import-changed');
    expect(cards()).toEqual([]);
  });

  it('can be given up while it is stored, and then nothing of it is in the book', async () => {
    const many = Array.from({ length: 3000 }, (_, index): Row => [`N${index}`, ...DESK.slice(1)]);
    await begin(many);
    const taking = problemOf(() => imports.take(store.file, BY));
    imports.leave();
    expect(await taking).toBe('import-cancelled');
    expect(cards()).toEqual([]);
  });
});
