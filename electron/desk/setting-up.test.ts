import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewBook } from '../../core/setting-up/setting-up.ts';
import { bookFolder } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { Desk } from './desk.ts';

const folder = bookFolder('setting-up');
let saveAs: string | null;
let desk: Desk;

beforeEach(() => {
  saveAs = null;
  desk = new Desk({
    root: resolve(import.meta.dirname, '../..'),
    dataFolder: folder.path,
    documentsFolder: folder.path,
    version: '0.0.0',
    frame: 'hidden',
    now: () => new Date('2026-11-22T06:00:00Z'),
    askForBook: async () => null,
    askForFile: async () => null,
    askWhereToSave: async () => saveAs,
    showInFolder: () => undefined,
    controlWindow: () => undefined,
    reviewScript: new URL('../review/review-worker.ts', import.meta.url),
    readingScript: new URL('../import/reading-worker.ts', import.meta.url),
    cardsScript: new URL('../import/cards-worker.ts', import.meta.url),
    tell: () => undefined,
    giveUp: async () => false,
    exportWithout: async () => false,
    readyToClose: () => undefined,
  });
});
afterEach(() => desk.close());

const NEW_BOOK: NewBook = {
  department: { name: '新街道办事处', region: '上海市', money: 'yuan' },
  profile: 'shanghai',
  year: 2024,
  units: [
    { was: null, code: '001', name: '新街道办事处（本级）', kind: 'administrative' },
    { was: null, code: '002', name: '新街道文化站', kind: 'institution' },
  ],
};
const NEXT = { from: 2024, to: 2025, codes: [] };

describe('a new book', () => {
  it('lies where the clerk says, with its units and nothing keyed, and everything can be asked of it', async () => {
    saveAs = join(folder.path, '新街道');
    const book = await desk.handlers.newBook(NEW_BOOK);
    expect(existsSync(`${saveAs}.mzb`)).toBe(true);
    expect(book).toMatchObject({
      name: '新街道办事处',
      region: '上海市',
      money: 'yuan',
      profile: 'shanghai',
    });
    expect(book?.years).toEqual([{ year: 2024, units: NEW_BOOK.units.map(({ was: _, ...unit }) => unit) }]);
    expect(await desk.handlers.bookYears()).toEqual([{ year: 2024, units: 2, hasFigures: false }]);
    for (const unit of [null, '001', '002']) {
      const { pack } = await desk.handlers.tables({ year: 2024, unit });
      expect(pack.tables.length).toBeGreaterThan(0);
    }
    expect((await desk.handlers.editState()).canUndo).toBe(false);
  });

  it('is not made when no place is chosen, and never over another book', async () => {
    expect(await desk.handlers.newBook(NEW_BOOK)).toBeNull();
    saveAs = join(folder.path, 'one.mzb');
    await desk.handlers.newBook(NEW_BOOK);
    desk.close();
    expect(await problemOf(() => desk.handlers.newBook(NEW_BOOK))).toBe('cannot-write');
  });

  it('takes units, and another name', async () => {
    saveAs = join(folder.path, 'book.mzb');
    await desk.handlers.newBook(NEW_BOOK);
    const units = NEW_BOOK.units.map((unit) => ({ ...unit, was: unit.code }));
    const added = { was: null, code: '003', name: '新街道服务中心', kind: 'institution' } as const;
    const book = await desk.handlers.changeUnits({ year: 2024, units: [...units, added] });
    expect(book.years[0]?.units.map(({ code }) => code)).toEqual(['001', '002', '003']);
    const renamed = await desk.handlers.changeDepartment({ name: '改名', region: '', money: 'wan' });
    expect(renamed).toMatchObject({ name: '改名', region: '', money: 'wan' });
  });
});

describe('a new year of the sample', () => {
  it('is opened as planned, once', async () => {
    await desk.handlers.openSample();
    const plan = await desk.handlers.planYear(NEXT);
    expect(plan).toMatchObject({ units: 3, obstacle: null, unknown: [] });
    const book = await desk.handlers.openYear(NEXT);
    expect(book.years.map(({ year, units }) => [year, units.length])).toEqual([
      [2025, 3],
      [2024, 3],
    ]);
    expect(await desk.handlers.bookYears()).toMatchObject([
      { year: 2025, hasFigures: true },
      { year: 2024, hasFigures: true },
    ]);
    expect((await desk.handlers.editState()).canUndo).toBe(false);
    expect(await problemOf(() => desk.handlers.openYear(NEXT))).toBe('year-not-opened');
    expect((await desk.handlers.planYear(NEXT)).obstacle).toContain('已经有');
  });

  it('prints as 年初 what the old one printed as 年末, and finds no error', async () => {
    await desk.handlers.openSample();
    const printed = async (year: number, label: string) => {
      const { pack } = await desk.handlers.tables({ year, unit: null });
      return pack.tables[0]?.rows.find((row) => row.label === label)?.cells['amount']?.exact;
    };
    const closing = await printed(2024, '年末结转和结余');
    await desk.handlers.openYear(NEXT);
    expect(closing).toBe(143_210_000);
    expect(await printed(2025, '年初结转和结余')).toBe(closing);
    const { findings } = await desk.handlers.checks({ year: 2025, unit: null });
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is not opened with a code that is none', async () => {
    await desk.handlers.openSample();
    const codes = [{ from: '2010301', to: '20103' }];
    expect(await problemOf(() => desk.handlers.openYear({ ...NEXT, codes }))).toBe('not-an-item');
    expect((await desk.handlers.bookYears()).map(({ year }) => year)).toEqual([2024]);
  });
});
