import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book, Figure, SummedFigure } from '../../core/figures/figure.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import { figuresOfRegisters } from '../../core/registers/book-figures.ts';
import { randomBook } from '../../core/testing/random-book.ts';
import { packOfBook, sampleBook, sumFigures, tableOf } from '../../core/testing/sample.ts';
import { packOf } from '../desk/pack.ts';
import { problemOf } from '../testing/problem-of.ts';
import { BookStore } from './book-store.ts';
import { storeFailure } from './failure.ts';
import { importBook } from './import-book.ts';
import { loadMigrations, type Migration } from './migrations.ts';
import { SheetTotals } from './sheet-totals.ts';

const migrations = loadMigrations(join(import.meta.dirname, '../../migrations'));
const now = () => new Date('2026-11-22T06:00:00Z');
const change = { at: '2026-11-22T06:00:00.000Z', actor: '录入员', reason: '测试' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const street = sampleBook('example-street-2024');

async function newBook(book: Book = street, name = 'book.mzb'): Promise<string> {
  const file = join(folder, name);
  await BookStore.create(file, book, { change, migrations });
  return file;
}

function open(file: string, steps: readonly Migration[] = migrations, thorough = false): Promise<BookStore> {
  return BookStore.open(file, { migrations: steps, now, thorough, writing: true });
}

describe('a book', () => {
  it('keeps any figures exactly: what is imported comes out the same, after closing and opening', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, async (book) => {
        const store = await open(await newBook(book));
        expect(writeBook(store.export(), 'yuan')).toBe(writeBook(book, 'yuan'));
        const key = (figure: SummedFigure) => JSON.stringify(figure);
        const figures = book.years[0]?.figures ?? [];
        const order = (sums: SummedFigure[]) => sums.map(key).sort();
        const named = ({ sheet, row, fund, column, measure, value }: SummedFigure) => ({
          sheet,
          row,
          fund,
          column,
          measure,
          value,
        });
        expect(order(store.sums(2024, null).map(named))).toEqual(order(sumFigures(figures).map(named)));
        store.close();
        rmSync(store.file);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the tables that core computes from the same figures', async () => {
    const store = await open(await newBook());
    for (const unit of [null, '001', '003']) {
      expect(packOf(store, { year: 2024, unit })).toEqual(packOfBook(street, unit));
    }
    store.close();
  });

  it('says where each printed number comes from: the figures behind it add up to it', async () => {
    const store = await open(await newBook());
    const pack = packOf(store, { year: 2024, unit: null });
    for (const table of pack.tables) {
      for (const row of table.rows) {
        for (const { formula, exact } of Object.values(row.cells)) {
          const behind = store.figuresBehind(2024, null, formula.terms);
          expect(behind.reduce((sum, figure) => sum + figure.value, 0)).toBe(exact ?? 0);
          expect(behind.length > 0).toBe(exact !== null);
        }
      }
    }
    const line = tableOf(pack, 'summary').rows.find((row) => row.code === '201');
    const behind = store.figuresBehind(2024, null, line?.cells['amount']?.formula.terms ?? []);
    expect(behind.map(({ unit, row, value, reason }) => [unit, row, value / 1e6, reason])).toEqual(
      [
        ['001', '2010301', 1500, undefined],
        ['001', '2010302', 780, undefined],
        ['001', '2010302', 8, undefined],
        ['差额表', '2010302', -5, '本级拨给 003 的款项，部门内部往来'],
        ['002', '2010350', 400, undefined],
        ['002', '2010350', 25, undefined],
      ].sort((a, b) => String(a[1]).localeCompare(String(b[1])) || 0),
    );
    store.close();
  });

  it('shows 基本支出 of “三公” where it is keyed once, in 经济分类, and adds it up as the public table does', async () => {
    const store = await open(await newBook());
    for (const unit of ['001', null]) {
      const { figures } = store.sheet(2024, unit, 'three_public');
      const lent = figures.filter(({ fund, column }) => fund === 'general' && column === 'basic');
      expect(lent.length).toBeGreaterThan(0);
      const spent = figures.filter(
        ({ column, measure }) => measure === 'actual' && (column === 'basic' || column === 'project'),
      );
      const table = packOf(store, { year: 2024, unit }).tables.find(({ id }) => id === 'three-public');
      const total = table?.rows.find(({ kind }) => kind === 'total')?.cells['actual'];
      expect(spent.reduce((sum, { value }) => sum + value, 0)).toBe(total?.exact);
    }
    store.close();
  });

  it('is one file when closed', async () => {
    const store = await open(await newBook());
    store.close();
    expect(readdirSync(folder)).toEqual(['book.mzb']);
  });
});

describe('importing', () => {
  it('adds what is new to a book and leaves alone what is there and equal', async () => {
    const file = await newBook();
    const store = await open(file);
    const [year] = street.years;
    if (year === undefined) throw new Error('the sample has a year');
    const unit004 = { code: '004', name: '新单位', kind: 'institution' as const };
    const figure = {
      unit: '004',
      sheet: 'income',
      row: '2010350',
      fund: 'general' as const,
      column: 'appropriation',
      measure: 'actual' as const,
      value: 700,
    };
    store.import(
      {
        ...street,
        years: [{ ...year, units: [...year.units, unit004], figures: [...year.figures, figure] }],
      },
      { change },
    );
    expect(store.units(2024).map((unit) => unit.code)).toEqual(['001', '002', '003', '004']);
    expect(store.export().years[0]?.figures.length).toBe(year.figures.length + 1);
    store.close();
  });

  it('is all or nothing: one figure that differs refuses the whole file, and nothing of it stays', async () => {
    const store = await open(await newBook());
    const before = writeBook(store.export(), 'yuan');
    const [year] = street.years;
    if (year === undefined) throw new Error('the sample has a year');
    const figures = year.figures.map((figure, index) =>
      index === year.figures.length - 1 ? { ...figure, value: figure.value + 1 } : figure,
    );
    const extra = { ...year, year: 2025 };
    expect(
      await problemOf(() => store.import({ ...street, years: [extra, { ...year, figures }] }, { change })),
    ).toBe('import-conflict');
    expect(writeBook(store.export(), 'yuan')).toBe(before);
    expect(store.years()).toEqual([2024]);
    store.close();
  });

  it('keeps the 报表格式 of a book that figures are added to', async () => {
    const store = await open(await newBook());
    const year = {
      ...street.years[0],
      year: 2025,
      units: [{ code: '009', name: '新单位', kind: 'administrative' as const }],
      figures: [],
      texts: [],
    };
    await store.import({ department: { ...street.department, profile: 'mof' }, years: [year] }, { change });
    expect(store.department().profile).toBe('shanghai');
    expect(store.units(2025).map(({ code }) => code)).toEqual(['009']);
    store.close();
  });

  it.each([
    [
      'another region',
      { ...street, department: { ...street.department, region: '别的区' } },
      'department-differs',
    ],
    [
      'another department',
      { ...street, department: { ...street.department, name: '别的局' } },
      'other-department',
    ],
    [
      'a unit under another name',
      {
        ...street,
        years: street.years.map((year) => ({
          ...year,
          units: year.units.map((unit) => ({ ...unit, name: '改名' })),
        })),
      },
      'unit-differs',
    ],
  ])('refuses %s', async (_, book, code) => {
    const store = await open(await newBook());
    expect(await problemOf(() => store.import(book, { change }))).toBe(code);
    store.close();
  });

  it('leaves no file behind when a new book cannot be filled or written', async () => {
    const [year] = street.years;
    const broken = {
      ...street,
      years: [{ ...year, figures: [...(year?.figures ?? []), { ...year?.figures[0], unit: '999' }] }],
    } as Book;
    await expect(newBook(broken)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'file'), '');
    expect(await problemOf(() => newBook(street, 'file/book.mzb'))).toBe('cannot-write');
  });

  it('is not misled by the log that a deleted book left behind', async () => {
    const file = await newBook();
    const database = new Sqlite(file);
    database.exec(
      `INSERT INTO open_change_set VALUES (1, 1); UPDATE figure SET value = 7; DELETE FROM open_change_set`,
    );
    copyFileSync(`${file}-wal`, join(folder, 'log'));
    database.close();
    rmSync(file);
    copyFileSync(join(folder, 'log'), `${file}-wal`);
    const store = await open(await newBook());
    expect(writeBook(store.export(), 'yuan')).toBe(writeBook(street, 'yuan'));
    store.close();
  });

  it('never puts a new book over one that is there', async () => {
    const file = await newBook();
    const before = readFileSync(file);
    expect(await problemOf(() => newBook())).toBe('cannot-write');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['book.mzb']);
  });

  it('leaves no trace in the history when the file brings nothing new', async () => {
    const store = await open(await newBook());
    store.import(street, { change: { ...change, at: '2030-01-01T00:00:00.000Z' } });
    expect(store.lastChange()).toBe(change.at);
    store.close();
  });

  it('refuses a text that differs, balances in a second form, and sums that would no longer be exact', async () => {
    const [year] = street.years;
    if (year === undefined) throw new Error('the sample has a year');
    const withText = (body: string) => ({
      ...street,
      years: [{ ...year, texts: [{ unit: '001', slot: 'duties', body }] }],
    });
    const withFigures = (...figures: Figure[]) => ({ ...street, years: [{ ...year, figures }] });
    const store = await open(await newBook(withText('负责')));
    expect(await problemOf(() => store.import(withText('另一段'), { change }))).toBe('import-conflict');
    const whole: Figure = {
      unit: '001',
      sheet: 'balance',
      row: '',
      fund: 'general',
      column: 'last_closing',
      measure: 'actual',
      value: 1,
    };
    expect(await problemOf(() => store.import(withFigures(whole), { change }))).toBe('balance-both');
    const huge = (row: string): Figure => ({
      ...whole,
      sheet: 'income',
      row,
      column: 'appropriation',
      value: 1e15,
    });
    const both = withFigures(huge('2010303'), huge('2010304'));
    expect(await problemOf(() => store.import(both, { change }))).toBe('sum-too-large');
    store.close();
  });

  it('says so when the disk is full, and changes nothing', async () => {
    const file = await newBook();
    const database = new Sqlite(file);
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 1}`);
    const many = Array.from(
      { length: 5 },
      (_, index) => ({ ...street.years[0], year: 2030 + index }) as Book['years'][0],
    );
    const filling = () => {
      try {
        importBook(database, new SheetTotals(database), { ...street, years: many }, { change });
      } catch (error) {
        throw storeFailure(error, file);
      }
    };
    expect(await problemOf(filling)).toBe('disk-full');
    database.close();
    const store = await open(file);
    expect(writeBook(store.export(), 'yuan')).toBe(writeBook(street, 'yuan'));
    store.close();
  });

  it('waits for another program that writes the book, then says that it is busy', async () => {
    const file = await newBook();
    const other = new Sqlite(file);
    const store = await BookStore.open(file, { migrations, now, patience: 20, writing: true });
    other.exec('BEGIN IMMEDIATE');
    expect(await problemOf(() => store.import(street, { change }))).toBe('book-busy');
    other.exec('ROLLBACK');
    expect(await problemOf(() => store.import(street, { change }))).toBe('none');
    other.close();
    store.close();
  });
});

describe('history', () => {
  it('records every figure under its change set, and refuses a change without one', async () => {
    const file = await newBook();
    const database = new Sqlite(file);
    const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    const ofRegisters = figuresOfRegisters(street.registers ?? [], 2024).length;
    expect(count('figure_history')).toBe((street.years[0]?.figures.length ?? 0) + ofRegisters);
    expect(count('change_set')).toBe(1);
    expect(count('open_change_set')).toBe(0);
    for (const sql of [
      'UPDATE figure SET value = 0',
      'DELETE FROM figure',
      'INSERT INTO figure SELECT year, sheet, unit, \'x\', fund, "column", measure, value, reason FROM figure LIMIT 1',
      "UPDATE department SET name = '别的'",
      'DELETE FROM unit_text WHERE 1; UPDATE unit SET name = code',
    ]) {
      expect(() => database.exec(sql), sql).toThrow(/no open change set/);
    }
    database.close();
  });

  it('writes from, to and who for an edit, and only grows', async () => {
    const database = new Sqlite(await newBook());
    database.exec(`
      INSERT INTO change_set (at, actor, kind, reason) VALUES ('2026-11-22T07:00:00Z', '录入员', 'edit', '');
      INSERT INTO open_change_set VALUES (1, 2);
      UPDATE figure SET value = 1 WHERE unit = '001' AND "row" = 'vehicles_kept' AND sheet = 'counts';
      UPDATE figure SET value = 5 WHERE unit = '001' AND "row" = 'vehicles_kept' AND sheet = 'counts';
      DELETE FROM figure WHERE unit = '001' AND "row" = 'vehicles_kept' AND sheet = 'counts';
      DELETE FROM open_change_set`);
    const rows = database
      .prepare('SELECT old_value, new_value FROM figure_history WHERE change_set = 2 ORDER BY id')
      .raw()
      .all();
    expect(rows).toEqual([
      [1, 1],
      [1, 5],
      [5, null],
    ]);
    for (const sql of [
      'DELETE FROM figure_history',
      'UPDATE change_set SET actor = 1',
      'DELETE FROM record_history',
    ]) {
      expect(() => database.exec(sql), sql).toThrow(/history only grows/);
    }
    database.close();
  });

  it('refuses by the schema itself what no book may hold', async () => {
    const database = new Sqlite(await newBook());
    database.exec('INSERT INTO open_change_set VALUES (1, 1)');
    const insert = (fund: string, value: string, unit = '001') =>
      `INSERT INTO figure VALUES (2024, 'income', '${unit}', '2010350', '${fund}', 'other', 'actual', ${value}, NULL)`;
    expect(() => database.exec(insert('lottery', '1'))).toThrow(/CHECK/);
    expect(() => database.exec(insert('other', '1.5'))).toThrow(/cannot store REAL/);
    expect(() => database.exec(insert('other', "'12x'"))).toThrow(/cannot store TEXT/);
    expect(() => database.exec(insert('other', '1000000000000001'))).toThrow(/CHECK/);
    database.pragma('foreign_keys = ON');
    expect(() => database.exec(insert('other', '1', '404'))).toThrow(/FOREIGN KEY/);
    database.close();
  });
});

describe('opening', () => {
  it.each([
    ['a missing file', () => 'missing.mzb', 'file-missing'],
    [
      'an empty file',
      (file: string) => {
        writeFileSync(file, '');
        return file;
      },
      'not-a-book',
    ],
    [
      'a text',
      (file: string) => {
        writeFileSync(file, '明账'.repeat(99));
        return file;
      },
      'not-a-book',
    ],
    [
      'another SQLite database',
      (file: string) => {
        rmSync(file);
        new Sqlite(file).exec('CREATE TABLE t (a)').close();
        return file;
      },
      'not-a-book',
    ],
    [
      'a newer book',
      (file: string) => {
        const d = new Sqlite(file);
        d.pragma('user_version = 9');
        d.close();
        return file;
      },
      'newer-book',
    ],
    [
      'a book cut short',
      (file: string) => {
        truncateSync(file, 30_000);
        return file;
      },
      'damaged-book',
    ],
    [
      'a book overwritten in the middle',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 8_192, 24_576);
        writeFileSync(file, bytes);
        return file;
      },
      'damaged-book',
    ],
    ['a folder', () => folder, 'cannot-read'],
  ])('refuses %s and does not touch it', async (_, spoil, code) => {
    const file = spoil(await newBook());
    const before = existsSync(file) && file !== folder ? readFileSync(file) : null;
    expect(await problemOf(() => open(file, migrations, true))).toBe(code);
    if (before !== null) expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('sees in a copied write-ahead log what had been committed before a crash', async () => {
    const file = await newBook();
    const store = await open(file);
    store.import(street, { change: { ...change, reason: '再次导入' } });
    const crashed = join(folder, 'crashed.mzb');
    copyFileSync(file, crashed);
    copyFileSync(`${file}-wal`, `${crashed}-wal`);
    const reopened = await open(crashed);
    expect(reopened.lastChange()).toBe(change.at);
    expect(reopened.export()).toEqual(store.export());
    reopened.close();
    store.close();
  });
});

describe('migrating', () => {
  const better: Migration = {
    version: migrations.length + 1,
    sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT',
  };

  it('brings an older book to the newest format and keeps a checked copy of it as it was', async () => {
    const file = await newBook();
    const before = writeBook(street, 'yuan');
    const store = await open(file, [...migrations, better]);
    expect(writeBook(store.export(), 'yuan')).toBe(before);
    store.close();
    const backups = readdirSync(join(folder, 'book-备份'));
    expect(backups).toEqual([expect.stringMatching(/^2026-11-22 \d{6} 升级前\.mzb$/)]);
    const backup = await open(join(folder, 'book-备份', backups[0] ?? ''));
    expect(writeBook(backup.export(), 'yuan')).toBe(before);
    backup.close();
  });

  it('leaves the book as it was when a step fails, dangling references included', async () => {
    const file = await newBook();
    const steps = [
      { version: migrations.length + 1, sql: 'CREATE TABLE half (a); INSERT INTO nowhere VALUES (1)' },
      {
        version: migrations.length + 1,
        sql: "DROP TRIGGER unit_delete_recorded; DELETE FROM unit WHERE code = '001'",
      },
    ];
    for (const step of steps) {
      expect(await problemOf(() => open(file, [...migrations, step]))).toBe('migration-failed');
      const store = await open(file);
      expect(writeBook(store.export(), 'yuan')).toBe(writeBook(street, 'yuan'));
      store.close();
    }
  });

  it('does not begin without a backup', async () => {
    const file = await newBook();
    writeFileSync(join(folder, 'book-备份'), 'in the way');
    expect(await problemOf(() => open(file, [...migrations, better]))).toBe('backup-failed');
    const store = await open(file);
    expect(store.years()).toEqual([2024]);
    store.close();
  });

  it('never changes a step that was shipped', () => {
    // A changed step would leave books of one version in two shapes. Add a new step instead.
    const shipped = [
      'fbd78084449d8267110f3f4273ba3ff9fd25a3a4ec8e4ae6eff5a5c8498f3981',
      '73c3d89cd7cd52e29952b84c0a54b1b6907d25332e91763e9c9a98237cd0439c',
      'eaf3418eaba391e41d15b4b0b4e4632e01af4d96261bc2bd9b9516b20e22dfb4',
      'd1570416d17730c6a9c40674c3fbc1d66496ae3d272739c0815a27c38af89e14',
      '1d81bfe589748363df862e7a06763cf82391d6cfdcbb98ae235f8a1babef8769',
    ];
    const hashes = migrations.map(({ sql }) => createHash('sha256').update(sql).digest('hex'));
    expect(hashes.slice(0, shipped.length)).toEqual(shipped);
  });
});
