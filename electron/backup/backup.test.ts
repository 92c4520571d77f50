import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../core/figures/figure.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import { BookStore } from '../store/book-store.ts';
import { BY, bookFolder, CELL, MIGRATIONS, NOW, openToWrite, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { backupFolderOf, listBackups, pathOfBackup } from './backup-folder.ts';
import { factsOfCopy } from './copy-check.ts';
import { hasChangedSinceBackup, makeBackup, newestGoodBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const folder = bookFolder('backup');
const at = { year: 2024, unit: '001' };
const key = (store: BookStore, value: number, minute = 0) =>
  store.commit(
    { ...at, kind: 'key', edits: [{ ...CELL, value }] },
    { ...BY, at: `2026-11-22T07:${String(minute).padStart(2, '0')}:00.000Z` },
  );
const textOf = (store: BookStore) => writeBook(store.export(), 'yuan');
const moment = (minute: number) => new Date(2026, 10, 22, 14, minute, 5);

async function textIn(file: string): Promise<string> {
  const store = await BookStore.open(file, {
    migrations: MIGRATIONS,
    now: () => new Date(NOW),
    thorough: true,
  });
  const text = textOf(store);
  store.close();
  return text;
}

/** A file with the bytes of some pages overwritten. */
function spoil(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 8_192, 24_576);
  writeFileSync(file, bytes);
}

describe('a backup', () => {
  it('is a book of its own, of the moment, made while the book is open and has a log', async () => {
    const store = await openToWrite(await folder.newBook());
    expect(hasChangedSinceBackup(store)).toBe(true);
    key(store, 1);
    const info = await makeBackup(store, 'manual', moment(30));
    expect(info).toMatchObject({
      id: '2026-11-22 143005 手工.mzb',
      kind: 'manual',
      at: moment(30).toISOString(),
    });
    const text = textOf(store);
    expect(hasChangedSinceBackup(store)).toBe(false);
    key(store, 2, 1);
    expect(hasChangedSinceBackup(store)).toBe(true);
    await makeBackup(store, 'timed', moment(30));
    await makeBackup(store, 'timed', moment(30));
    store.close();
    expect(readdirSync(folder.path).sort()).toEqual(['book-备份', 'book.mzb']);
    const copy = pathOfBackup(store.file, info.id);
    expect(await textIn(copy)).toBe(text);
    expect(listBackups(store.file).map(({ id }) => id)).toEqual([
      '2026-11-22 143005 定时-2.mzb',
      '2026-11-22 143005 定时.mzb',
      '2026-11-22 143005 手工.mzb',
    ]);
    expect(readdirSync(backupFolderOf(store.file)).length).toBe(3);
    const again = await openToWrite(copy);
    expect(again.undo(BY)?.kind).toBe('key');
    again.close();
  });

  it('holds one moment of a book that is worked on meanwhile', async () => {
    const years = Array.from({ length: 40 }, (_, index) => ({ ...street.years[0], year: 2024 + index }));
    const store = await openToWrite(await folder.newBook({ ...street, years } as Book));
    const texts = new Map([[store.lastStep(), textOf(store)]]);
    let isMaking = true;
    const making = makeBackup(store, 'timed', moment(0)).finally(() => {
      isMaking = false;
    });
    for (let value = 1; isMaking; value += 1) {
      key(store, value, value % 60);
      texts.set(store.lastStep(), textOf(store));
      await setImmediate();
    }
    const copy = pathOfBackup(store.file, (await making).id);
    expect(texts.size).toBeGreaterThan(3);
    expect(await textIn(copy)).toBe(texts.get(factsOfCopy(copy)?.step ?? ''));
    store.close();
  });

  it('takes the oldest ones with it, and leaves other files alone', async () => {
    const store = await openToWrite(await folder.newBook());
    mkdirSync(backupFolderOf(store.file));
    writeFileSync(join(backupFolderOf(store.file), '说明.txt'), '');
    writeFileSync(join(backupFolderOf(store.file), '.unfinished-1-crashed.tmp'), '');
    for (let minute = 0; minute < 8; minute += 1) await makeBackup(store, 'timed', moment(minute));
    store.close();
    expect(listBackups(store.file).map(({ at: made }) => new Date(made).getMinutes())).toEqual([
      7, 6, 5, 4, 3,
    ]);
    expect(readdirSync(backupFolderOf(store.file)).length).toBe(6);
  });

  it.each([
    ['the folder cannot be made', (file: string) => writeFileSync(backupFolderOf(file), '')],
    [
      'a page of the book is damaged',
      (file: string) => {
        mkdirSync(backupFolderOf(file));
        const database = new Sqlite(file);
        database.pragma('wal_checkpoint(TRUNCATE)');
        const root = Number(
          database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'record_history'").pluck().get(),
        );
        database.close();
        const bytes = readFileSync(file);
        bytes.fill(0x5a, (root - 1) * 4096, root * 4096);
        writeFileSync(file, bytes);
      },
    ],
    [
      'a figure is not what its history says',
      (file: string) => {
        mkdirSync(backupFolderOf(file));
        const database = new Sqlite(file);
        database.exec('DROP TRIGGER figure_update_recorded; UPDATE figure SET value = 5 WHERE value = 3');
        database.close();
      },
    ],
  ])('is not made, and leaves nothing behind, when %s', async (_, spoilBook) => {
    const store = await openToWrite(await folder.newBook());
    key(store, 3);
    spoilBook(store.file);
    expect(await problemOf(() => makeBackup(store, 'manual', moment(0)))).toBe('backup-not-made');
    expect(['none', 'damaged-book']).toContain(await problemOf(() => store.close()));
    expect(existsSync(`${store.file}-lock`)).toBe(false);
    expect(listBackups(store.file)).toEqual([]);
  });
});

describe('restoring', () => {
  /** A book, changed after its backup; its present text and that of the copy. */
  async function changedBook() {
    const store = await openToWrite(await folder.newBook());
    key(store, 1);
    const { id } = await makeBackup(store, 'manual', moment(0));
    const copied = textOf(store);
    key(store, 2, 1);
    const present = textOf(store);
    store.close();
    return { file: store.file, id, copied, present };
  }

  it('puts the copy in place and keeps the book as it was, so that restoring can be taken back', async () => {
    const { file, id, copied, present } = await changedBook();
    const kept = await restoreBackup(file, id, moment(10));
    expect(kept?.kind).toBe('restore');
    expect(await textIn(file)).toBe(copied);
    expect(readdirSync(folder.path).sort()).toEqual(['book-备份', 'book.mzb']);
    const store = await openToWrite(file);
    expect(hasChangedSinceBackup(store)).toBe(true);
    expect(store.undo(BY)).not.toBeNull();
    store.close();
    await restoreBackup(file, kept?.id ?? '', moment(20));
    expect(await textIn(file)).toBe(present);
  });

  it.each([
    ['overwritten', spoil],
    ['cut short', (file: string) => truncateSync(file, 30_000)],
    ['no book at all', (file: string) => writeFileSync(file, '')],
  ])('takes the newest good copy for a damaged book (%s), which is kept with its log', async (_, damage) => {
    const { file, id, copied } = await changedBook();
    const store = await openToWrite(file);
    await makeBackup(store, 'timed', moment(1));
    store.close();
    spoil(pathOfBackup(file, listBackups(file)[0]?.id ?? ''));
    damage(file);
    writeFileSync(`${file}-wal`, 'a log');
    expect(newestGoodBackup(file)?.id).toBe(id);
    const kept = await restoreBackup(file, id, moment(10));
    expect(kept?.kind).toBe('damaged');
    expect(await textIn(file)).toBe(copied);
    expect(newestGoodBackup(file)?.id).toBe(id);
    expect(readdirSync(folder.path).sort()).toEqual(['book-备份', 'book.mzb']);
  });

  it('goes by what a copy holds, not by the clock that named it', async () => {
    const store = await openToWrite(await folder.newBook());
    key(store, 1);
    const early = await makeBackup(store, 'timed', new Date(2030, 0, 1));
    key(store, 2, 1);
    const late = await makeBackup(store, 'timed', moment(0));
    store.close();
    expect(newestGoodBackup(store.file)).toEqual({ ...late, department: street.department.name });
    spoil(pathOfBackup(store.file, late.id));
    expect(newestGoodBackup(store.file)?.id).toBe(early.id);
  });

  it('does not put the copy of another book in place that had the same name', async () => {
    const other = { ...street, department: { ...street.department, name: '别的部门' } };
    const before = await openToWrite(await folder.newBook(other));
    const copy = await makeBackup(before, 'manual', moment(0));
    before.close();
    rmSync(before.file);
    const file = await folder.newBook();
    const text = await textIn(file);
    const restoring = restoreBackup(file, copy.id, moment(1));
    expect(await problemOf(() => restoring)).toBe('unusable-backup');
    await expect(restoring).rejects.toThrow('别的部门');
    expect(await textIn(file)).toBe(text);
  });

  it('brings back a book that is gone', async () => {
    const { file, id, copied } = await changedBook();
    rmSync(file);
    expect(await restoreBackup(file, id, moment(10))).toBeNull();
    expect(await textIn(file)).toBe(copied);
  });

  it('changes nothing when it cannot be done', async () => {
    const { file, id } = await changedBook();
    const before = readFileSync(file);
    const names = readdirSync(folder.path).sort();
    const refused = async (of: string, code: string) => {
      expect(await problemOf(() => restoreBackup(file, of, moment(10)))).toBe(code);
      expect(readFileSync(file).equals(before)).toBe(true);
    };
    await refused('2026-11-22 000000 手工.mzb', 'unknown-backup');
    copyFileSync(file, join(folder.path, 'other.mzb'));
    await refused('../other.mzb', 'unknown-backup');
    rmSync(join(folder.path, 'other.mzb'));
    const reader = await BookStore.open(file, { migrations: MIGRATIONS, now: () => new Date(NOW) });
    expect(reader.years()).toEqual([2024]);
    await refused(id, 'book-busy');
    reader.close();
    const writer = await openToWrite(file);
    await refused(id, 'book-in-use');
    writer.close();
    spoil(pathOfBackup(file, id));
    await refused(id, 'unusable-backup');
    expect(newestGoodBackup(file)).toBeNull();
    expect(readdirSync(folder.path).sort()).toEqual(names);
    expect(readdirSync(backupFolderOf(file))).toEqual([id]);
    expect(existsSync(`${file}-lock`)).toBe(false);
  });

  it('restores a copy of an older format, which is brought up when it is opened', async () => {
    const file = await folder.newBook();
    const step = { version: MIGRATIONS.length + 1, sql: 'CREATE TABLE extra (id INTEGER) STRICT' };
    const newer = { migrations: [...MIGRATIONS, step], now: () => moment(0) };
    (await BookStore.open(file, newer)).close();
    const [copy] = listBackups(file);
    expect(copy?.kind).toBe('migration');
    await restoreBackup(file, copy?.id ?? '', moment(1));
    expect(await textIn(file)).toBe(writeBook(street, 'yuan'));
    (await BookStore.open(file, newer)).close();
  });
});
