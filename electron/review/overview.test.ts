import { expect, it } from 'vitest';
import type { Overview } from '../../core/overview/overview.ts';
import type { BookStore } from '../store/book-store.ts';
import { BY, bookFolder, CELL, NOW, openToWrite } from '../testing/books.ts';
import { Reviewer } from './review.ts';

const folder = bookFolder('overview');
const YEAR = { year: 2024, unit: null };

const key = (store: BookStore, at: string, edit: typeof CELL) =>
  store.commit({ year: 2024, unit: '001', kind: 'key', edits: [edit] }, { ...BY, at });

const timesOf = ({ sheets }: Overview) =>
  Object.fromEntries(sheets.map(({ sheet, changedAt }) => [sheet, changedAt]));

it('tells when each sheet was last changed, of a unit and of the department, as a new look at the history does', async () => {
  const store = await openToWrite(await folder.newBook());
  const reviewer = new Reviewer();
  expect(timesOf(reviewer.overview(store, YEAR))).toMatchObject({ income: NOW, staff: null });
  const later = '2026-11-22T08:00:00.000Z';
  key(store, BY.at, CELL);
  key(store, later, { ...CELL, sheet: 'staff', row: 'retired', fund: '', column: 'count', value: 3 });
  const after = reviewer.overview(store, YEAR);
  expect(timesOf(after)).toMatchObject({ income: NOW, expenditure: BY.at, staff: later });
  expect(after).toEqual(new Reviewer().overview(store, YEAR));
  expect(timesOf(reviewer.overview(store, { ...YEAR, unit: '002' }))).toMatchObject({
    expenditure: NOW,
    staff: null,
  });
  store.undo(BY);
  expect(timesOf(reviewer.overview(store, YEAR))['staff']).not.toBeNull();
  store.close();
});

it('follows what is keyed: the equation, and what is missing', async () => {
  const store = await openToWrite(await folder.newBook());
  const reviewer = new Reviewer();
  const before = reviewer.overview(store, YEAR);
  key(store, BY.at, { ...CELL, measure: 'initial', value: 0 });
  const after = reviewer.overview(store, YEAR);
  expect(after.equation).toEqual(before.equation);
  const [had, has] = [before, after].map(({ sheets }) => sheets.find(({ sheet }) => sheet === 'expenditure'));
  expect(has?.filled).toBe((had?.filled ?? 0) + 1);
  expect(has?.expected).toBe(had?.expected);
  expect(has?.missing[0]).not.toEqual(had?.missing[0]);
  store.close();
});
