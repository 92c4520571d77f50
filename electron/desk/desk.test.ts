import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BookStore } from '../store/book-store.ts';
import { MIGRATIONS, NOW, withServices } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { Desk } from './desk.ts';
import type { Surroundings } from './surroundings.ts';

const whole = { year: 2024, unit: null };

let folder: string;
let answers: {
  book: string | null;
  file: string | null;
  save: string | null;
  giveUp: boolean;
  exportAnyway: boolean;
};
let told: unknown[];
let asked: number[];
let shown: string[];
let suggested: string[];
let desk: Desk;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-desk-'));
  answers = { book: null, file: null, save: null, giveUp: false, exportAnyway: false };
  told = [];
  asked = [];
  shown = [];
  suggested = [];
  desk = new Desk(surroundings());
});
afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

function surroundings(): Surroundings {
  return {
    root: resolve(import.meta.dirname, '../..'),
    dataFolder: folder,
    documentsFolder: folder,
    version: '0.0.0',
    frame: 'hidden',
    now: () => new Date('2026-11-22T06:00:00Z'),
    askForBook: async () => answers.book,
    askForFile: async () => answers.file,
    askWhereToSave: async (_what, suggestion) => {
      suggested.push(basename(suggestion));
      return answers.save;
    },
    showInFolder: (path) => shown.push(path),
    controlWindow: () => undefined,
    reviewScript: new URL('../review/review-worker.ts', import.meta.url),
    readingScript: new URL('../import/reading-worker.ts', import.meta.url),
    cardsScript: new URL('../import/cards-worker.ts', import.meta.url),
    tell: (event, payload) => told.push([event, payload]),
    giveUp: async (unsaved) => {
      asked.push(unsaved.length);
      return answers.giveUp;
    },
    exportWithout: async () => answers.exportAnyway,
    readyToClose: () => undefined,
  };
}

describe('a book that is double-clicked', () => {
  const other = () => join(folder, '另一本.mzb');
  const handOverBeside = async (file: string) => {
    await desk.handlers.openSample();
    copyFileSync(join(folder, '示例街道.mzb'), other());
    told = [];
    desk.handOver(file);
  };

  it('is told to the page, which asks for it once', async () => {
    await handOverBeside(other());
    expect(told).toEqual([['bookHanded', null]]);
    expect(await desk.handlers.closeBook([])).toBe(true);
    expect(await desk.handlers.openHandedBook()).toMatchObject({ path: other() });
    await desk.handlers.closeBook([]);
    expect(await desk.handlers.openHandedBook()).toBeNull();
  });

  it('is nothing new when it is the one that is open', async () => {
    await handOverBeside(join(folder, '示例街道.mzb'));
    expect(told).toEqual([]);
    expect(await desk.handlers.openHandedBook()).toBeNull();
  });

  it('does not open later, when the clerk stayed with the open book', async () => {
    await handOverBeside(other());
    expect(await desk.handlers.closeBook([{ place: '支出 2010301 基本支出', text: '1x' }])).toBe(false);
    expect(await desk.handlers.openHandedBook()).toBeNull();
  });

  it('that is no book is refused with its sentence', async () => {
    writeFileSync(other(), '不是账簿');
    desk.handOver(other());
    expect(await problemOf(() => desk.handlers.openHandedBook())).toBe('not-a-book');
  });
});

describe('the desk', () => {
  it('keeps what was changed in the sample: it is made once, and listed as a book like any other', async () => {
    await desk.handlers.openSample();
    const file = join(folder, '示例街道.mzb');
    desk.close();
    const before = readFileSync(file);
    await desk.handlers.openSample();
    desk.close();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await desk.handlers.recentBooks()).toMatchObject([
      { name: '示例街道办事处', year: 2024, found: true, path: file },
    ]);
  });

  it('has no tables without a book, and none of a year or unit that is not there', async () => {
    expect(await problemOf(() => desk.handlers.tables(whole))).toBe('no-book-open');
    await desk.handlers.openSample();
    expect(await problemOf(() => desk.handlers.tables({ year: 2019, unit: null }))).toBe(
      'year-without-figures',
    );
    expect(await problemOf(() => desk.handlers.tables({ year: 2024, unit: '404' }))).toBe('unknown-unit');
  });

  it('says for each number of each table where it comes from, in lines that add up to it exactly', async () => {
    await desk.handlers.openSample();
    const { pack } = await desk.handlers.tables(whole);
    for (const table of pack.tables) {
      for (const [row, { cells }] of table.rows.entries()) {
        for (const [column, cell] of Object.entries(cells)) {
          const origin = await desk.handlers.origin({ ...whole, table: table.id, row, column });
          const sum = origin.lines.reduce((total, line) => total + fenOf(line.amount), 0);
          expect(sum, `${table.title} ${origin.path.join(' ')}`).toBe(cell.exact ?? 0);
          for (const { parts, amount } of origin.lines) {
            if (parts !== undefined)
              expect(parts.reduce((total, part) => total + fenOf(part.amount), 0)).toBe(fenOf(amount));
          }
          expect(origin.rule).not.toBe('');
        }
      }
    }
    expect(
      await problemOf(() => desk.handlers.origin({ ...whole, table: 'summary', row: 999, column: 'amount' })),
    ).toBe('unknown-cell');
  });

  it('tells many figures by unit, each to be opened, and names the 差额表 with its reason', async () => {
    await desk.handlers.openSample();
    const { pack } = await desk.handlers.tables(whole);
    const row = pack.tables[0]?.rows.findIndex((each) => each.label === '本年支出合计') ?? -1;
    const origin = await desk.handlers.origin({ ...whole, table: 'summary', row, column: 'amount' });
    expect(origin.total).toBe(origin.lines.length);
    const closing = pack.tables[0]?.rows.findIndex((each) => each.label === '年末结转和结余') ?? -1;
    const long = await desk.handlers.origin({ ...whole, table: 'summary', row: closing, column: 'amount' });
    expect(long.lines.map((line) => line.title)).toEqual([
      '001 示例街道办事处（本级）',
      '002 示例街道社区事务受理服务中心',
      '003 示例街道市政管理服务中心',
      '差额表',
    ]);
    expect(
      long.lines.flatMap((line) => line.parts ?? []).some((part) => part.detail.includes('部门内部往来')),
    ).toBe(true);
  });

  it('sees what another program changed in the open book', async () => {
    await desk.handlers.openSample();
    const total = async () =>
      (await desk.handlers.tables(whole)).pack.tables[1]?.rows[0]?.cells['total']?.printed;
    expect(await total()).toBe('3,186.20');
    const other = new Sqlite(join(folder, '示例街道.mzb'));
    other.exec(`INSERT INTO change_set (id, at, actor, kind, reason) VALUES (2, '${NOW}', '别处', 'key', '');
      INSERT INTO open_change_set VALUES (1, 2);
      UPDATE figure SET value = value + 1000000 WHERE sheet = 'income' AND "row" = '2010301';
      DELETE FROM open_change_set`);
    other.close();
    expect(await total()).toBe('3,187.20');
    expect((await desk.handlers.tables(whole)).findings.some(({ level }) => level === 'error')).toBe(true);
  });

  it('finds a 差额表 that takes more from income than from expenditure', async () => {
    await desk.handlers.openSample();
    const other = new Sqlite(join(folder, '示例街道.mzb'));
    other.exec(`INSERT INTO open_change_set VALUES (1, 1);
      UPDATE figure SET value = value - 1 WHERE unit = '差额表' AND sheet = 'income'; DELETE FROM open_change_set`);
    other.close();
    const { findings } = await desk.handlers.tables(whole);
    expect(findings.filter(({ where }) => where === '差额表')).toMatchObject([
      { rule: 'D1', level: 'error', difference: '-0.000001' },
    ]);
  });
});

it('calls a row of the clerk’s own by its name where a number comes from', async () => {
  answers.book = join(folder, '服务.mzb');
  const book = withServices([
    { unit: '001', row: 'a', name: '养老服务', amount: 5_000_000 },
    { unit: '002', row: 'b', name: '食堂服务', amount: 2_500_000 },
  ]);
  const department = { ...book.department, profile: 'beijing' };
  const change = { at: NOW, actor: '录入员', reason: '测试' };
  await BookStore.create(answers.book, { ...book, department }, { change, migrations: MIGRATIONS });
  await desk.handlers.openBookFile();
  const { pack } = await desk.handlers.tables(whole);
  const rows = pack.tables.find(({ id }) => id === 'purchased-services')?.rows ?? [];
  const originOf = (item: string) =>
    desk.handlers.origin({
      ...whole,
      table: 'purchased-services',
      row: rows.findIndex((row) => row.item === item),
      column: 'amount',
    });
  expect(await originOf('a')).toMatchObject({
    rule: '政府购买服务表“金额”养老服务之和，全部资金，决算',
    lines: [{ title: '养老服务 · 金额', detail: '001 示例街道办事处（本级）', amount: '5.00' }],
  });
  expect((await originOf('total')).lines.map(({ title }) => title)).toEqual([
    '养老服务 · 金额',
    '食堂服务 · 金额',
  ]);
});

describe('the 报表格式 of the open book', () => {
  it('is copied, changed, used, carried out and in, and deleted; the tables follow at once', async () => {
    const { handlers } = desk;
    expect(await problemOf(() => handlers.importProfile())).toBe('no-book-open');
    const opened = await handlers.openSample();
    const built = await handlers.profile(opened.profile);
    const own = { ...built, id: 'own', name: '自有格式' };
    expect((await handlers.saveProfile(own)).at(-1)).toEqual({
      id: 'own',
      name: '自有格式',
      builtIn: false,
      inUse: false,
    });
    await handlers.tables(whole);
    expect((await handlers.chooseProfile('own')).profile).toBe('own');
    expect((await handlers.tables(whole)).pack.profile.name).toBe('自有格式');
    await handlers.saveProfile({ ...own, name: '新名称' });
    expect((await handlers.tables(whole)).pack.profile.name).toBe('新名称');
    expect(await problemOf(() => handlers.deleteProfile('own'))).toBe('profile-in-use');
    expect(await handlers.exportProfile('own')).toBeNull();
    expect(await handlers.importProfile()).toBeNull();
    answers.save = join(folder, '带走');
    answers.file = join(folder, '带走.json');
    expect(await handlers.exportProfile('own')).toBe(answers.file);
    await handlers.chooseProfile(built.id);
    expect((await handlers.deleteProfile('own')).map(({ id, inUse }) => [id, inUse])).toEqual(
      (await handlers.profiles()).filter(({ builtIn }) => builtIn).map(({ id }) => [id, id === built.id]),
    );
    expect(await handlers.importProfile()).toEqual({ ...own, name: '新名称' });
    expect(await handlers.profile('own')).toEqual({ ...own, name: '新名称' });
  });
});

describe('exporting', () => {
  it('suggests a name that says which of the two workbooks it is, of the department or of a unit', async () => {
    await desk.handlers.openSample();
    const sizes: number[] = [];
    for (const [unit, kind] of [
      [null, 'published'],
      [null, 'working'],
      ['002', 'working'],
    ] as const) {
      answers.save = join(folder, `${unit}-${kind}.xlsx`);
      await desk.handlers.exportPack({ year: 2024, unit }, [], kind);
      sizes.push(readFileSync(answers.save).length);
    }
    expect(suggested).toEqual([
      '示例街道办事处2024年度部门决算公开表.xlsx',
      '示例街道办事处2024年度部门决算核对底稿.xlsx',
      '示例街道社区事务受理服务中心2024年度单位决算核对底稿.xlsx',
    ]);
    // with the lists of origins and of keyed figures
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
  });

  it('never writes over a book, adds the ending that is missing, and shows the file in its folder', async () => {
    await desk.handlers.openSample();
    const book = join(folder, '示例街道.mzb');
    const before = readFileSync(book);
    answers.save = book;
    expect(await problemOf(() => desk.handlers.exportPack(whole, [], 'published'))).toBe('export-over-book');
    expect(readFileSync(book).equals(before)).toBe(true);
    answers.save = join(folder, '公开表');
    expect(await desk.handlers.exportPack(whole, [], 'published')).toEqual({
      path: join(folder, '公开表.xlsx'),
      tables: 9,
    });
    await desk.handlers.showExported();
    expect(shown).toEqual([join(folder, '公开表.xlsx')]);
    answers.save = null;
    expect(await desk.handlers.exportPack(whole, [], 'published')).toBeNull();
  });
});

describe('comparing', () => {
  it('finds no difference from what was just exported, for the unit asked; a closed dialog answers nothing', async () => {
    const { handlers } = desk;
    expect(await problemOf(() => handlers.compareTables(whole))).toBe('no-book-open');
    await handlers.openSample();
    expect(await handlers.compareTables(whole)).toBeNull();
    answers.file = answers.save = join(folder, '批复.xlsx');
    await handlers.exportPack(whole, [], 'published');
    expect(await handlers.compareTables(whole)).toMatchObject({ file: '批复.xlsx', differences: [] });
    const ofUnit = await handlers.compareTables({ year: 2024, unit: '002' });
    expect(ofUnit?.differences.length).toBeGreaterThan(50);
  });
});

describe('opening', () => {
  it('keeps the open book when another one cannot be opened', async () => {
    await desk.handlers.openSample();
    answers.book = join(folder, 'missing.mzb');
    expect(await problemOf(() => desk.handlers.openBookFile())).toBe('file-missing');
    expect((await desk.handlers.tables(whole)).pack.name).toBe('示例街道办事处');
  });

  it('does not take a book that is gone for the one still open', async () => {
    await desk.handlers.openSample();
    const [recent] = await desk.handlers.recentBooks();
    rmSync(join(folder, '示例街道.mzb'));
    expect(await problemOf(() => desk.handlers.openRecentBook(recent?.id ?? ''))).toBe('file-missing');
    expect(await desk.handlers.recentBooks()).toMatchObject([{ found: false }]);
    expect(await problemOf(() => desk.handlers.openRecentBook('no such id'))).toBe('unknown-recent-book');
  });

  it('opens a book even where the list of recent books cannot be written', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    mkdirSync(join(folder, 'recent-books.json'));
    expect((await desk.handlers.openSample()).name).toBe('示例街道办事处');
    expect(await problemOf(() => desk.handlers.forgetRecentBook('x'))).toBe('cannot-write');
  });

  it('lists the ten books opened last, newest first, each once', async () => {
    await desk.handlers.openSample();
    desk.close();
    for (let index = 0; index < 11; index += 1) {
      answers.book = join(folder, `${index % 11}.mzb`);
      copyFileSync(join(folder, '示例街道.mzb'), answers.book);
      await desk.handlers.openBookFile();
    }
    answers.book = join(folder, '5.mzb');
    await desk.handlers.openBookFile();
    const names = (await desk.handlers.recentBooks()).map((book) => book.path.slice(folder.length + 1));
    expect(names).toEqual([
      '5.mzb',
      '10.mzb',
      '9.mzb',
      '8.mzb',
      '7.mzb',
      '6.mzb',
      '4.mzb',
      '3.mzb',
      '2.mzb',
      '1.mzb',
    ]);
    expect(existsSync(join(folder, '0.mzb'))).toBe(true);
  });
});

/** 万元 as the panel shows it, in 分. */
function fenOf(amount: string): number {
  const [integer = '', fraction = ''] = amount.replaceAll(',', '').split('.');
  const size = Number(integer.replace('-', '') + fraction.padEnd(6, '0'));
  return amount.startsWith('-') ? -size : size;
}
