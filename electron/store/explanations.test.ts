import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readBook } from '../../core/interchange/read-book.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import { BY, bookFolder, CELL, MIGRATIONS, NOW, openToWrite } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { BookStore } from './book-store.ts';
import type { ExplanationToWrite } from './explanations.ts';

const folder = bookFolder('explanations');
const BODY = '因机构改革划入人员 12 人，增加 45.6 万元';
const EXPLANATION: ExplanationToWrite = { year: 2024, unit: '001', slot: 'explain.E1.30901', body: BODY };
const bodies = (store: BookStore) =>
  store.texts(2024).flatMap(({ slot, body }) => (slot === EXPLANATION.slot ? [body] : []));

describe('an explanation', () => {
  it('is kept with who and when, changed, and taken away by what is blank', async () => {
    const store = await openToWrite(await folder.newBook());
    const written = store.writeExplanation({ ...EXPLANATION, body: ` ${BODY}\n` }, BY);
    expect(written.state.savedAt).toBe(BY.at);
    expect(bodies(store)).toEqual([BODY]);
    expect(store.writeExplanation(EXPLANATION, BY).changeSet).toBeNull();
    store.writeExplanation({ ...EXPLANATION, body: '改' }, BY);
    expect(bodies(store)).toEqual(['改']);
    const removed = store.writeExplanation({ ...EXPLANATION, body: ' \n' }, BY);
    expect(bodies(store)).toEqual([]);
    expect(store.writeExplanation({ ...EXPLANATION, body: null }, BY).changeSet).toBeNull();
    store.close();
    const database = new Sqlite(store.file);
    const rows = database.prepare(
      `SELECT change_set.actor, change_set.kind, old_value ->> 'body' AS old, new_value ->> 'body' AS new
       FROM record_history JOIN change_set ON change_set.id = change_set WHERE change_set BETWEEN ? AND ?
       ORDER BY record_history.id`,
    );
    const by = { actor: BY.actor, kind: 'explain' };
    expect(rows.all(written.changeSet, removed.changeSet)).toEqual([
      { ...by, old: null, new: BODY },
      { ...by, old: BODY, new: '改' },
      { ...by, old: '改', new: null },
    ]);
    database.close();
  });

  it('is no step of undo: what was keyed before it is taken back, and it stays', async () => {
    const store = await openToWrite(await folder.newBook());
    store.commit({ year: 2024, unit: '001', kind: 'key', edits: [CELL] }, BY);
    expect(store.writeExplanation(EXPLANATION, BY).state.canUndo).toBe(true);
    expect(store.undo(BY)?.figures).toHaveLength(1);
    expect(bodies(store)).toEqual([BODY]);
    expect(store.redo(BY)?.figures).toEqual([CELL]);
    expect(store.undo(BY)).not.toBeNull();
    expect(store.undo(BY)).toBeNull();
    expect(bodies(store)).toEqual([BODY]);
    store.close();
  });

  it('is refused for what is no unit, and by a book that is only read', async () => {
    const file = await folder.newBook();
    const store = await openToWrite(file);
    for (const unit of ['404', '部门']) {
      expect(await problemOf(() => store.writeExplanation({ ...EXPLANATION, unit }, BY))).toBe(
        'unknown-unit',
      );
    }
    const adjustments = { ...EXPLANATION, unit: '差额表' };
    expect(await problemOf(() => store.writeExplanation(adjustments, BY))).toBe('adjustment-not-keyed');
    store.close();
    const reader = await BookStore.open(file, { migrations: MIGRATIONS, now: () => new Date(NOW) });
    expect(() => reader.writeExplanation(EXPLANATION, BY)).toThrow();
    expect(bodies(reader)).toEqual([]);
    reader.close();
  });

  it('stands behind those that were written before it, in a year of its own', async () => {
    const store = await openToWrite(await folder.newBook());
    const slots = ['explain.Z9', 'explain.A1', 'explain.M5'];
    for (const slot of slots) store.writeExplanation({ ...EXPLANATION, slot }, BY);
    const written = () =>
      store.texts(2024).flatMap(({ unit, slot }) => (unit === '001' && slots.includes(slot) ? [slot] : []));
    expect(written()).toEqual(slots);
    store.writeExplanation({ ...EXPLANATION, slot: 'explain.Z9', body: '改' }, BY);
    expect(written()).toEqual(['explain.A1', 'explain.M5', 'explain.Z9']);
    store.close();
  });

  it('travels with the book as an interchange file', async () => {
    const store = await openToWrite(await folder.newBook());
    store.writeExplanation(EXPLANATION, BY);
    const carried = readBook(writeBook(store.export(), 'wan'), 'book.json');
    store.close();
    if (!carried.ok) throw new Error(carried.error.message);
    const copy = await openToWrite(await folder.newBook(carried.value, 'copy.mzb'));
    expect(bodies(copy)).toEqual([BODY]);
    copy.close();
  });
});
