import { describe, expect, it } from 'vitest';
import type { FigureEdit } from '../../core/entry/edit.ts';
import { DEPARTMENT_UNIT } from '../../core/figures/figure.ts';
import { packOf } from '../desk/pack.ts';
import { BY, bookFolder, openToWrite, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import type { BookStore } from './book-store.ts';

const folder = bookFolder('department-control');
const CONTROL: FigureEdit = {
  sheet: 'control',
  row: 'income_total',
  fund: '',
  column: 'amount',
  measure: 'actual',
  value: 4_200,
};
/** The sample before anybody keyed control figures of the department. */
const bare = {
  ...street,
  years: street.years.map((year) => ({
    ...year,
    figures: year.figures.filter(({ unit }) => unit !== DEPARTMENT_UNIT),
  })),
};

const key = (store: BookStore, edits: readonly FigureEdit[], year = 2024) =>
  store.commit({ year, unit: DEPARTMENT_UNIT, kind: 'key', edits }, BY);
const own = (store: BookStore, unit: string | null) => store.sheet(2024, unit, 'control').figures;

describe('control figures of the department', () => {
  it('are its own, no sum of the units’, in the sheet and in the sums', async () => {
    const store = await openToWrite(await folder.newBook(bare));
    expect(own(store, '001')).not.toEqual([]);
    expect(own(store, null)).toEqual([]);
    expect(store.sums(2024, null).filter(({ sheet }) => sheet === 'control')).toEqual([]);
    key(store, [CONTROL]);
    expect(own(store, null)).toEqual([CONTROL]);
    expect(own(store, DEPARTMENT_UNIT)).toEqual([CONTROL]);
    expect(store.sums(2024, null).filter(({ sheet }) => sheet === 'control')).toEqual([CONTROL]);
    store.close();
  });

  it('make no unit and enter no table; they are undone, and travel with the book', async () => {
    const store = await openToWrite(await folder.newBook(bare));
    const units = store.units(2024);
    const pack = packOf(store, { year: 2024, unit: null });
    key(store, [CONTROL]);
    expect(store.units(2024)).toEqual(units);
    expect(packOf(store, { year: 2024, unit: null })).toEqual(pack);
    const copy = await openToWrite(await folder.newBook(store.export(), 'copy.mzb'));
    expect(own(copy, null)).toEqual([CONTROL]);
    copy.close();
    expect(store.undo(BY)).toMatchObject({ unit: DEPARTMENT_UNIT, figures: [{ value: null }] });
    expect(own(store, null)).toEqual([]);
    expect(store.redo(BY)).toMatchObject({ figures: [CONTROL] });
    store.close();
  });

  it('leave no trace where nothing was keyed', async () => {
    const store = await openToWrite(await folder.newBook(bare));
    const step = store.lastStep();
    expect(key(store, [CONTROL, { ...CONTROL, value: null }]).changeSet).toBeNull();
    expect(store.lastStep()).toBe(step);
    store.close();
  });

  it('are all that the department has: other sheets, notes and years without units are refused', async () => {
    const store = await openToWrite(await folder.newBook(bare));
    const income: FigureEdit = {
      ...CONTROL,
      sheet: 'income',
      row: '2010301',
      fund: 'general',
      column: 'appropriation',
    };
    expect(await problemOf(() => key(store, [CONTROL, income]))).toBe('unknown-unit');
    expect(await problemOf(() => key(store, [CONTROL], 2023))).toBe('unknown-unit');
    const { value: _, ...cell } = CONTROL;
    const note = { year: 2024, unit: DEPARTMENT_UNIT, note: { ...cell, body: '注' } };
    expect(await problemOf(() => store.writeNote(note, BY))).toBe('unknown-unit');
    expect(await problemOf(() => store.sheet(2024, DEPARTMENT_UNIT, 'income'))).toBe('unknown-unit');
    expect(own(store, null)).toEqual([]);
    store.close();
  });
});
