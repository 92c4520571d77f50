import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { copyProfile } from '../../core/profiles/profile-file.ts';
import { BY, bookFolder, CELL, MIGRATIONS, NOW, openToWrite, withServices } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { BookStore } from './book-store.ts';

const folder = bookFolder('damage');
const at = { year: 2024, unit: '001' };
const openThorough = (file: string) =>
  BookStore.open(file, { migrations: MIGRATIONS, now: () => new Date(NOW), thorough: true });

/** A book with figures changed, blanked and noted, all of it in its file. */
async function workedBook(): Promise<string> {
  const store = await openToWrite(
    await folder.newBook(withServices([{ unit: '001', row: 'a', name: '养老服务' }])),
  );
  store.saveProfile(copyProfile(store.profile('mof'), 'own', '自有格式'), BY);
  store.commit({ ...at, kind: 'key', edits: [CELL, { ...CELL, column: 'project', value: 1 }] }, BY);
  store.commit({ ...at, kind: 'key', edits: [{ ...CELL, column: 'project', value: null }] }, BY);
  store.writeNote({ ...at, note: { ...CELL, body: '见凭证' } }, BY);
  store.undo(BY);
  store.redo(BY);
  store.close();
  return store.file;
}

describe('what no page check sees', () => {
  it.each([
    ['a digit', 'UPDATE figure SET value = value + 64 WHERE value = 7', /1 处数/],
    ['a code', `UPDATE figure SET "row" = '2010311' WHERE value = 7`, /2 处数/],
    ['a reason', `UPDATE figure SET reason = '别的' WHERE unit = '差额表'`, /2 处数/],
    ['figures that are gone', `DELETE FROM figure WHERE unit = '001' AND "row" = 'abroad_groups'`, /1 处数/],
    [
      'a figure from nowhere',
      `INSERT INTO figure SELECT 2025, sheet, unit, "row", fund, "column", measure, value, reason FROM figure WHERE value = 7`,
      /1 处/,
    ],
    ['a profile', `UPDATE profile SET body = replace(body, '自有', '目有')`, /1 处报表格式/],
    ['a profile that is gone', 'DELETE FROM profile', /1 处报表格式/],
    ['the name of a row', "UPDATE cell_text SET body = '养老服劣'", /1 处文字/],
    ['a note', "UPDATE figure_note SET body = '见凭正'", /1 处批注/],
  ])('is found by the history: %s', async (_, sql, sentence) => {
    const file = await workedBook();
    const fine = await openThorough(file);
    fine.close();
    const database = new Sqlite(file);
    database.pragma('foreign_keys = OFF');
    const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
    for (const name of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
    database.exec(sql);
    database.close();
    const opening = openThorough(file);
    expect(await problemOf(() => opening)).toBe('damaged-book');
    await expect(opening).rejects.toThrow(sentence);
    expect(existsSync(`${file}-lock`)).toBe(false);
  });
});

describe('a book that was not closed cleanly', () => {
  it('is read through before it is trusted: its log is there, but a page of it has gone bad', async () => {
    const file = await workedBook();
    const crashed = new Sqlite(file);
    crashed.pragma('journal_mode = WAL');
    crashed.exec(
      "INSERT INTO change_set (at, actor, kind, reason) VALUES ('2026-11-22T07:00:00Z', '甲', 'key', '')",
    );
    // as a crash leaves it: the log beside the file, nobody at work
    const log = readFileSync(`${file}-wal`);
    const page = readFileSync(file);
    crashed.close();
    page.fill(0x5a, 8_192, 24_576);
    writeFileSync(file, page);
    writeFileSync(`${file}-wal`, log);
    expect(await problemOf(() => openToWrite(file))).toBe('damaged-book');
  });
});

describe('a book whose file is no longer there', () => {
  it.each([
    ['taken away', (file: string) => rmSync(file)],
    [
      'replaced by another',
      (file: string) => {
        copyFileSync(file, `${file}.new`);
        renameSync(`${file}.new`, file);
      },
    ],
  ])('takes no edit any more: %s', async (_, spoil) => {
    const store = await openToWrite(await workedBook());
    spoil(store.file);
    const edits = [{ ...CELL, value: 12 }];
    expect(await problemOf(() => store.commit({ ...at, kind: 'key', edits }, BY))).toBe('book-moved');
    expect(await problemOf(() => store.undo(BY))).toBe('book-moved');
    store.close();
  });
});

/** The sample as version 1 of the format had it. */
async function bookOfVersion1(): Promise<string> {
  const file = join(folder.path, 'old.mzb');
  const old = new Sqlite(file);
  old.exec(MIGRATIONS[0]?.sql ?? '');
  old.exec(`ATTACH '${await folder.newBook()}' AS now`);
  old.exec(`
    BEGIN;
    INSERT INTO change_set (id, at, actor, kind, reason) VALUES (1, '${NOW}', '录入员', 'import', '测试');
    INSERT INTO open_change_set (id, change_set) VALUES (1, 1);
    INSERT INTO department (id, name, region, profile) SELECT 1, name, region, profile FROM now.department;
    INSERT INTO unit (year, code, name, kind, position) SELECT year, code, name, kind, position FROM now.unit;
    INSERT INTO figure SELECT * FROM now.figure;
    DELETE FROM open_change_set;
    COMMIT`);
  old.pragma('user_version = 1');
  old.close();
  return file;
}

describe('the steps from a book without notes, profiles and texts', () => {
  it('keeps all that was there, with its history, and takes them from then on', async () => {
    const file = await bookOfVersion1();
    const rowsOf = (path: string) => {
      const database = new Sqlite(path);
      const tables = [
        'department',
        'unit',
        'figure',
        'unit_text',
        'change_set',
        'figure_history',
        'record_history',
      ];
      const columns = (table: string) => (table === 'department' ? 'name, region, profile' : '*');
      const rows = tables.map((table) =>
        database
          .prepare(`SELECT ${columns(table)} FROM ${table}`)
          .raw()
          .all(),
      );
      database.close();
      return rows;
    };
    const before = rowsOf(file);
    expect(before.every((rows, index) => rows.length > 0 || index === 3)).toBe(true);
    const store = await openToWrite(file);
    store.writeNote({ ...at, note: { ...CELL, body: '见凭证' } }, BY);
    expect(store.undo(BY)?.notes).toMatchObject([{ body: null }]);
    store.saveProfile(copyProfile(store.profile('mof'), 'own', '自有格式'), BY);
    expect(store.profiles()).toMatchObject([{ id: 'own' }]);
    expect(store.money()).toBe('wan');
    store.close();
    const after = rowsOf(file);
    after[4] = after[4]?.slice(0, 1) ?? [];
    expect(after).toEqual(before);
    const database = new Sqlite(file);
    const history = ['figure_note_history', 'profile_history'];
    for (const table of history) {
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/history only grows/);
    }
    for (const values of [
      "figure_note VALUES (2024, 'x', '001', '', '', 'x', 'actual', 'y')",
      "cell_text VALUES (2024, 'x', '001', 'x', 'x', 'y')",
      "profile VALUES ('x', '{}')",
      "figure_source VALUES (1, 2024, 'x', '001', '', '', 'x', 'actual', 1, 'x', 'x', 'x')",
    ]) {
      expect(() => database.exec(`INSERT INTO ${values}`)).toThrow(/no open change set/);
    }
    expect(database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    database.close();
  });
});
