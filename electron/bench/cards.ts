import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { CardImports } from '../desk/card-imports.ts';
import { exampleStreetFile, migrationsFolder } from '../folders.ts';
import { readBookFile } from '../import/read-book-file.ts';
import { BookStore } from '../store/book-store.ts';
import { loadMigrations } from '../store/migrations.ts';

// Run by `npm run bench`: 20,000 asset cards from a workbook to committed rows, beside exceljs reading the same file alone
// plus the same rows put into a plain table.

const CARDS = 20_000;
const ROUNDS = 3;
const HEAD = [
  '资产编号',
  '资产名称',
  '资产分类',
  '取得日期',
  '账面原值',
  '累计折旧',
  '净值',
  '使用部门',
  '存放地点',
  '规格型号',
];
const root = join(import.meta.dirname, '../..');
const by = { at: '2026-11-22T07:00:00.000Z', actor: '录入员' };
const month = (index: number) => String(1 + (index % 12)).padStart(2, '0');

async function writeList(file: string): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = workbook.addWorksheet('资产卡片');
  sheet.addRow(HEAD).commit();
  for (let index = 0; index < CARDS; index += 1) {
    const value = 1000 + (index % 9000) + 0.5;
    const depreciation = Math.floor(value / 3);
    const kind = ['设备', '家具和用具', 'A02010105', '图书和档案'][index % 4] ?? '';
    const day = `20${10 + (index % 14)}-${month(index)}-15`;
    const code = `ZC${String(index).padStart(8, '0')}`;
    sheet
      .addRow([
        code,
        `物品${index % 300}`,
        kind,
        day,
        value,
        depreciation,
        value - depreciation,
        '办公室',
        '一楼',
        'X-1',
      ])
      .commit();
  }
  await workbook.commit();
}

async function ours(book: string, list: string): Promise<number> {
  const scripts = { cardsScript: join(root, 'out', 'main', 'cards.cjs'), root };
  const imports = new CardImports(scripts, () => undefined);
  const start = performance.now();
  const preview = await imports.begin(book, list, { year: 2024, unit: '001', today: '2026-11-22' });
  if (preview.obstacle !== null) throw new Error(preview.obstacle);
  await imports.take(book, by);
  return performance.now() - start;
}

async function plain(file: string, list: string): Promise<number> {
  const start = performance.now();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(list);
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const columns = HEAD.map((_, index) => `c${index}`);
  database.exec(`CREATE TABLE card (${columns.join(', ')})`);
  const insert = database.prepare(`INSERT INTO card VALUES (${columns.map(() => '?').join(', ')})`);
  database.transaction(() => {
    workbook.worksheets[0]?.eachRow((row) => {
      insert.run(HEAD.map((_, index) => row.getCell(index + 1).text));
    });
  })();
  database.close();
  return performance.now() - start;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
try {
  const list = join(folder, 'cards.xlsx');
  await writeList(list);
  const times = { ours: [] as number[], plain: [] as number[] };
  // in turns, so that a noisy minute meets both
  for (let round = 0; round < ROUNDS; round += 1) {
    const book = join(folder, `${round}.mzb`);
    const migrations = loadMigrations(migrationsFolder(root));
    await BookStore.create(book, readBookFile(exampleStreetFile(root)), {
      change: { ...by, reason: '' },
      migrations,
    });
    const store = await BookStore.open(book, { migrations, now: () => new Date(), writing: true });
    times.ours.push(await ours(book, list));
    store.close();
    times.plain.push(await plain(join(folder, `${round}.db`), list));
  }
  const [own, other] = [median(times.ours), median(times.plain)];
  console.log(`${CARDS} asset cards, xlsx to committed rows   median ${own.toFixed(0)} ms`);
  console.log(
    `  exceljs reading, plain inserts            median ${other.toFixed(0)} ms   ratio ${(own / other).toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
