import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { FigureEdit } from '../../core/entry/edit.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import { BY, bookFolder, CELL, NOW, openToWrite, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import type { BookStore } from './book-store.ts';

const folder = bookFolder('commit');

const at = { year: 2024, unit: '001' };
const key = (store: BookStore, ...edits: FigureEdit[]) => store.commit({ ...at, kind: 'key', edits }, BY);
const figureOf = (store: BookStore, { value: _, ...cell }: FigureEdit, unit: string | null = '001') =>
  store
    .sheet(2024, unit, cell.sheet)
    .figures.find((each) => JSON.stringify({ ...each, value: 0 }) === JSON.stringify({ ...cell, value: 0 }))
    ?.value ?? null;

describe('keying', () => {
  it('stores figures and blanks as one step, under who and when, and shows them in unit and department', async () => {
    const store = await openToWrite(await folder.newBook());
    const blank = { ...CELL, column: 'project', row: '2010302', value: null };
    const before = figureOf(store, CELL, null) ?? 0;
    const was = figureOf(store, CELL) ?? 0;
    expect(figureOf(store, blank)).not.toBeNull();
    const { changeSet, state } = store.commit({ ...at, kind: 'paste', edits: [CELL, blank] }, BY);
    expect(state).toEqual({ savedAt: BY.at, canUndo: true, canRedo: false });
    expect([figureOf(store, CELL), figureOf(store, blank)]).toEqual([7, null]);
    expect(figureOf(store, CELL, null)).toBe(before - was + 7);
    store.close();
    const database = new Sqlite(store.file);
    const head = database.prepare('SELECT at, actor, kind, undo_of FROM change_set WHERE id = ?');
    expect(head.get(changeSet)).toEqual({ ...BY, kind: 'paste', undo_of: null });
    const rows = database.prepare('SELECT new_value FROM figure_history WHERE change_set = ? ORDER BY id');
    expect(rows.pluck().all(changeSet)).toEqual([7, null]);
    database.close();
  });

  it('tells 0 from blank, and leaves no trace of what was so already', async () => {
    const store = await openToWrite(await folder.newBook());
    const fresh = { ...CELL, row: '2010350' };
    expect(key(store, { ...fresh, value: null })).toEqual({
      changeSet: null,
      state: { savedAt: NOW, canUndo: false, canRedo: false },
    });
    expect(key(store, { ...fresh, value: 0 }).changeSet).not.toBeNull();
    expect(figureOf(store, fresh)).toBe(0);
    expect(key(store, { ...fresh, value: 0 }).changeSet).toBeNull();
    expect(key(store, { ...fresh, value: 1 }, { ...fresh, value: 0 }).changeSet).toBeNull();
    store.close();
  });

  it.each([
    ['a unit that is not there', { unit: '404' }, CELL, 'unknown-unit'],
    ['a year that is not there', { year: 2030 }, CELL, 'unknown-unit'],
    ['what no sheet takes', {}, { ...CELL, fund: 'other', sheet: 'three_public' }, 'unknown-word'],
    [
      'balances in a second form',
      {},
      { ...CELL, sheet: 'balance', row: '', column: 'last_closing' },
      'balance-both',
    ],
  ] as const)('refuses %s, and all that was keyed with it', async (_, where, edit, code) => {
    const store = await openToWrite(await folder.newBook());
    const before = writeBook(store.export(), 'yuan');
    const fine = { ...CELL, column: 'project' };
    expect(
      await problemOf(() => store.commit({ ...at, ...where, kind: 'key', edits: [fine, edit] }, BY)),
    ).toBe(code);
    expect(writeBook(store.export(), 'yuan')).toBe(before);
    expect(store.lastChange()).toBe(NOW);
    store.close();
  });

  it('refuses sums that would no longer be exact, by a count that survives refusals, imports and undo', async () => {
    const store = await openToWrite(await folder.newBook());
    const huge = (row: string) => ({ ...CELL, row, value: 1e15 });
    key(store, huge('2010303'));
    for (let time = 0; time < 3; time += 1) {
      expect(await problemOf(() => key(store, huge('2010304')))).toBe('sum-too-large');
    }
    // one goes as the other comes, in either order
    key(store, huge('2010304'), { ...huge('2010303'), value: null });
    expect(await problemOf(() => key(store, huge('2010303')))).toBe('sum-too-large');
    store.undo(BY);
    store.undo(BY);
    key(store, huge('2010305'));
    key(store, { ...huge('2010305'), value: 5 });
    // other measures and sheets are sums of their own
    key(store, { ...huge('2010303'), measure: 'initial' }, huge('2010306'));
    key(store, { ...huge('2010306'), value: null });
    const [year] = street.years;
    if (year === undefined) throw new Error('the sample has a year');
    const figures = [{ ...huge('2010307'), unit: '002' }];
    store.import({ ...street, years: [{ ...year, figures }] }, { change: { ...BY, reason: '' } });
    expect(await problemOf(() => key(store, huge('2010308')))).toBe('sum-too-large');
    store.close();
  });
});

describe('notes', () => {
  const note = {
    sheet: CELL.sheet,
    row: CELL.row,
    fund: CELL.fund,
    column: CELL.column,
    measure: CELL.measure,
  };

  it('are kept beside a cell, blank or not, with their history, and travel with the book', async () => {
    const store = await openToWrite(await folder.newBook());
    const blank = { ...note, row: '2010350' };
    store.writeNote({ ...at, note: { ...note, body: '见 3 号凭证' } }, BY);
    store.writeNote({ ...at, note: { ...blank, body: '待补' } }, BY);
    expect(store.writeNote({ ...at, note: { ...blank, body: '待补' } }, BY).changeSet).toBeNull();
    expect(store.sheet(2024, '001', 'expenditure').notes).toEqual([
      { ...note, body: '见 3 号凭证' },
      { ...blank, body: '待补' },
    ]);
    expect(store.sheet(2024, null, 'expenditure').notes).toEqual([]);
    const copy = await openToWrite(await folder.newBook(store.export(), 'copy.mzb'));
    expect(writeBook(copy.export(), 'wan')).toBe(writeBook(store.export(), 'wan'));
    copy.close();
    store.writeNote({ ...at, note: { ...blank, body: '  ' } }, BY);
    expect(store.sheet(2024, '001', 'expenditure').notes).toEqual([{ ...note, body: '见 3 号凭证' }]);
    expect(
      await problemOf(() => store.writeNote({ ...at, note: { ...note, row: '201', body: 'x' } }, BY)),
    ).toBe('not-an-item');
    store.close();
  });

  it('that an import brings are taken, left alone when equal, and refused when they differ', async () => {
    const store = await openToWrite(await folder.newBook());
    const withNote = (body: string) => ({
      ...street,
      years: street.years.map((year) => ({ ...year, notes: [{ ...note, unit: '001', body }] })),
    });
    const change = { ...BY, reason: '' };
    store.import(withNote('甲'), { change });
    store.import(withNote('甲'), { change: { ...change, at: '2030-01-01T00:00:00.000Z' } });
    expect(store.lastChange()).toBe(BY.at);
    expect(await problemOf(() => store.import(withNote('乙'), { change }))).toBe('import-conflict');
    expect(store.export().years[0]?.notes).toEqual([{ ...note, unit: '001', body: '甲' }]);
    store.close();
  });
});
