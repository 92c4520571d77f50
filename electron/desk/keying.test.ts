import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackedUp } from '../../core/api.ts';
import { problemOf } from '../testing/problem-of.ts';
import { Desk } from './desk.ts';

const scope = { year: 2024, unit: '001' };
const cell = {
  sheet: 'expenditure',
  row: '2010302',
  fund: 'general',
  column: 'project',
  measure: 'actual',
} as const;

let folder: string;
let desk: Desk;
let told: BackedUp[];
let asked: number;
let exportAsked: number;
let saveAsked: number;
let book: string | null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-keying-'));
  told = [];
  asked = 0;
  exportAsked = 0;
  saveAsked = 0;
  book = null;
  desk = new Desk({
    root: resolve(import.meta.dirname, '../..'),
    dataFolder: folder,
    documentsFolder: folder,
    version: '0.0.0',
    frame: 'hidden',
    now: () => new Date('2026-11-22T06:00:00Z'),
    askForBook: async () => book,
    askForFile: async () => null,
    askWhereToSave: async () => {
      saveAsked += 1;
      return null;
    },
    showInFolder: () => undefined,
    controlWindow: () => undefined,
    reviewScript: new URL('../review/review-worker.ts', import.meta.url),
    readingScript: new URL('../import/reading-worker.ts', import.meta.url),
    cardsScript: new URL('../import/cards-worker.ts', import.meta.url),
    tell: (event, payload) => {
      if (event === 'backedUp' && payload !== null && 'ok' in payload) told.push(payload);
    },
    giveUp: async (unsaved) => {
      asked += unsaved.length;
      return false;
    },
    exportWithout: async (unsaved) => {
      exportAsked += unsaved.length;
      return false;
    },
    readyToClose: () => undefined,
  });
  await desk.handlers.openSample();
});
afterEach(async () => {
  await desk.backUpBeforeClosing();
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const key = (value: number | null) =>
  desk.handlers.commit({ ...scope, kind: 'key', edits: [{ ...cell, value }] });
const copies = () => readdirSync(join(folder, '示例街道-备份')).length;

describe('keying at the desk', () => {
  it('is in the book, in its tables and in what stands beside the sheet when the call returns', async () => {
    const question = { ...scope, sheet: 'expenditure' };
    await desk.handlers.review(question);
    expect(key(790_000_000).changeSet).not.toBeNull();
    const content = await desk.handlers.sheet(question);
    expect(content.figures).toContainEqual({ ...cell, value: 790_000_000 });
    const { pack } = await desk.handlers.tables(scope);
    const table = pack.tables.find(({ id }) => id === 'expenditure');
    expect(table?.rows[0]?.cells['project']?.printed).toBe('816.50');

    const { tables, findings } = await desk.handlers.review(question);
    const preview = tables.find(({ id }) => id === 'expenditure');
    expect(preview?.rows[0]?.cells.map(({ text, moved }) => [text, moved])).toEqual([
      ['2,416.50', true],
      ['1,600.00', false],
      ['816.50', true],
    ]);
    // the control figures of the sample no longer agree
    expect(findings.map(({ rule }) => rule)).toContain('K02');

    expect(desk.handlers.undo()).toMatchObject({ figures: [{ ...cell, value: 780_000_000 }] });
    expect((await desk.handlers.review(question)).findings.map(({ rule }) => rule)).not.toContain('K02');
  });

  it('refuses what no sheet takes, and a unit that is not there, and changes nothing', async () => {
    const wrong = { ...scope, kind: 'key' as const, edits: [{ ...cell, row: '20103', value: 1 }] };
    expect(await problemOf(() => desk.handlers.commit(wrong))).toBe('not-an-item');
    const elsewhere = { year: 2024, unit: '999', kind: 'key' as const, edits: [{ ...cell, value: 1 }] };
    expect(await problemOf(() => desk.handlers.commit(elsewhere))).toBe('unknown-unit');
    expect(await desk.handlers.editState()).toMatchObject({ canUndo: false, canRedo: false });
  });

  it('backs up before a file is taken in, which is not undone', async () => {
    const text = '科目编码\t资金\t口径\t项目支出（元）\n2010302\t一般公共预算\t决算\t7';
    const { id, choices } = await desk.handlers.pasteImport({ ...scope, text });
    expect(await desk.handlers.takeImport(id, choices)).toMatchObject({ added: 0, changed: 1 });
    expect(copies()).toBe(1);
    const { figures } = await desk.handlers.sheet({ ...scope, sheet: 'expenditure' });
    const source = '粘贴 · 粘贴!D2，2010302 一般行政管理事务，项目支出（粘贴的内容）';
    expect(figures).toContainEqual({ ...cell, value: 700, source });
    expect(desk.handlers.undo()).toBeNull();
  });

  it('backs up once for each change, on time and at closing, and tells of it', async () => {
    await desk.backUpIfChanged();
    await desk.backUpIfChanged();
    expect([copies(), told.length]).toEqual([1, 1]);
    key(1);
    await desk.backUpIfChanged();
    expect(copies()).toBe(2);
    await desk.handlers.closeBook([]);
    expect(copies()).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('.mzb'))).toEqual(['示例街道.mzb']);
  });

  it('stays in the book while the clerk wants to mend a cell', async () => {
    expect(await desk.handlers.closeBook([{ place: '支出', text: 'x' }])).toBe(false);
    expect(asked).toBe(1);
    expect(key(2).changeSet).not.toBeNull();
  });

  it('asks before it exports tables that lack what was not stored', async () => {
    expect(await desk.handlers.exportPack(scope, [{ place: '支出', text: 'x' }], 'published')).toBeNull();
    expect(exportAsked).toBe(1);
    // all is stored: the dialog for the file comes at once, and is closed here
    expect(await desk.handlers.exportPack(scope, [], 'published')).toBeNull();
    expect([exportAsked, saveAsked]).toEqual([1, 1]);
  });

  it('puts a copy in the place of the open book, keeps the present one, and goes on with the copy', async () => {
    const { backups } = await desk.handlers.backUpNow();
    key(5_000_000);
    expect(await problemOf(() => desk.handlers.restoreBackup('../示例街道.mzb'))).toBe('unknown-backup');
    // a restore that was refused leaves the book open
    expect(key(6_000_000).changeSet).not.toBeNull();
    await desk.handlers.restoreBackup(backups[0]?.id ?? '');
    const { figures } = await desk.handlers.sheet({ ...scope, sheet: 'expenditure' });
    expect(figures).toContainEqual({ ...cell, value: 780_000_000 });
    expect((await desk.handlers.backups()).backups.map(({ kind }) => kind).sort()).toEqual([
      'manual',
      'restore',
    ]);
  });

  it('remembers a damaged book, also one that is no book any more, and what could take its place', async () => {
    key(7_000_000);
    await desk.handlers.closeBook([]);
    const file = join(folder, '示例街道.mzb');
    copyFileSync(file, join(folder, 'kept'));
    book = file;
    for (const spoil of [
      (bytes: Buffer) => bytes.fill(0xa5, 4096, 4096 * 6),
      (bytes: Buffer) => bytes.fill(0, 0, 100),
    ]) {
      writeFileSync(file, spoil(readFileSync(join(folder, 'kept'))));
      expect(await problemOf(async () => desk.handlers.openBookFile())).toBe('damaged-book');
      expect(await desk.handlers.damagedBook()).toMatchObject({
        path: file,
        newestGood: { kind: 'closing' },
      });
      await desk.handlers.restoreDamaged();
      const { figures } = await desk.handlers.sheet({ ...scope, sheet: 'expenditure' });
      expect(figures).toContainEqual({ ...cell, value: 7_000_000 });
      await desk.handlers.closeBook([]);
    }
  });
});
