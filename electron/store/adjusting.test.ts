import { describe, expect, it } from 'vitest';
import { proposedReason, proposeTransfers, transferLines } from '../../core/adjustments/transfers.ts';
import type { FigureEdit } from '../../core/entry/edit.ts';
import { ADJUSTMENT_UNIT } from '../../core/figures/figure.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import { checkYear, packOf } from '../desk/pack.ts';
import { LiveBook } from '../review/live-book.ts';
import { BY, bookFolder, openToWrite, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import type { BookStore } from './book-store.ts';

const folder = bookFolder('adjusting');

/** The sample before anything was eliminated. */
const bare = {
  ...street,
  years: street.years.map((year) => ({
    ...year,
    figures: year.figures.filter(({ unit }) => unit !== ADJUSTMENT_UNIT),
  })),
};
const INCOME: FigureEdit = {
  sheet: 'income',
  row: '2120199',
  fund: 'other',
  column: 'superior',
  measure: 'actual',
  value: -5_000_000,
  reason: '本级拨给 003 的款项',
};
const PAID: FigureEdit = { ...INCOME, sheet: 'expenditure', row: '2010302', column: 'project' };

const key = (store: BookStore, ...edits: FigureEdit[]) =>
  store.commit({ year: 2024, unit: ADJUSTMENT_UNIT, kind: 'key', edits }, BY);
const lines = (store: BookStore, sheet = 'income') => store.sheet(2024, ADJUSTMENT_UNIT, sheet).figures;

describe('the 差额表', () => {
  it('is keyed with reasons, taken off the department and no unit, and travels with the book', async () => {
    const store = await openToWrite(await folder.newBook(bare));
    expect(lines(store)).toEqual([]);
    const [units, own] = [store.units(2024), packOf(store, { year: 2024, unit: '001' })];
    const before = store.sheet(2024, null, 'expenditure').figures;
    key(store, INCOME, { ...PAID, reason: ` ${PAID.reason} ` });
    expect([lines(store), lines(store, 'expenditure')]).toEqual([[INCOME], [PAID]]);
    expect(store.units(2024)).toEqual(units);
    expect(packOf(store, { year: 2024, unit: '001' })).toEqual(own);
    const after = store.sheet(2024, null, 'expenditure').figures;
    const sum = (figures: typeof after) => figures.reduce((all, { value }) => all + value, 0);
    expect(sum(after) - sum(before)).toBe(-5_000_000);
    const copy = await openToWrite(await folder.newBook(store.export(), 'copy.mzb'));
    expect(writeBook(copy.export(), 'wan')).toBe(writeBook(store.export(), 'wan'));
    copy.close();
    store.close();
  });

  it('gets another reason as a step of its own, and its reasons back with undo and redo', async () => {
    const store = await openToWrite(await folder.newBook(bare));
    key(store, INCOME);
    expect(key(store, INCOME).changeSet).toBeNull();
    key(store, { ...INCOME, reason: '另一条' });
    expect(lines(store)).toEqual([{ ...INCOME, reason: '另一条' }]);
    const { reason: _, ...address } = INCOME;
    key(store, { ...address, value: null });
    expect(lines(store)).toEqual([]);
    expect(store.undo(BY)).toMatchObject({
      unit: ADJUSTMENT_UNIT,
      figures: [{ ...INCOME, reason: '另一条' }],
    });
    expect(store.undo(BY)).toMatchObject({ figures: [INCOME] });
    expect(lines(store)).toEqual([INCOME]);
    expect(store.undo(BY)?.figures).toEqual([{ ...address, value: null }]);
    expect(store.redo(BY)).toMatchObject({ figures: [INCOME] });
    expect(lines(store)).toEqual([INCOME]);
    store.close();
  });

  it('takes the proposed pair, after which the department is as the sample has it, found by the live checks too', async () => {
    const store = await openToWrite(await folder.newBook(bare));
    const live = new LiveBook();
    const seen = () => live.checksOf(store, 2024).report(null);
    const before = seen();
    const figures = store.transferFigures(2024);
    const units = store.units(2024).map(({ code }) => code);
    const found = proposeTransfers({ figures, units, measure: 'actual', declined: new Set() });
    key(store, ...found.flatMap((each) => transferLines(each, proposedReason(each), figures)));
    const sample = await openToWrite(await folder.newBook(street, 'sample.mzb'));
    expect(store.sums(2024, null)).toEqual(sample.sums(2024, null));
    sample.close();
    expect(seen()).toEqual(checkYear(store, { year: 2024, unit: null }));
    expect(seen()).not.toEqual(before);
    key(store, { ...INCOME, value: 7 });
    expect(seen()).toEqual(checkYear(store, { year: 2024, unit: null }));
    expect(seen().findings.map(({ rule }) => rule)).toContain('D1');
    store.close();
  });

  it.each<[string, Partial<FigureEdit>, string]>([
    ['a figure without a reason', { reason: '  ' }, 'adjustment-reason'],
    ['财政拨款', { sheet: 'expenditure', fund: 'general', column: 'basic' }, 'adjustment-fund'],
    ['another sheet', { sheet: 'balance', column: 'last_closing' }, 'adjustment-not-keyed'],
    ['what no sheet takes', { column: 'appropriation' }, 'fund-not-taken'],
  ])('refuses %s, and all that was keyed with it', async (_, change, code) => {
    const store = await openToWrite(await folder.newBook(bare));
    const before = store.lastStep();
    expect(await problemOf(() => key(store, PAID, { ...INCOME, ...change }))).toBe(code);
    expect(store.lastStep()).toBe(before);
    store.close();
  });

  it('takes no notes, no rows of the clerk’s own and no year without units; and a unit takes no reasons', async () => {
    const store = await openToWrite(await folder.newBook(bare));
    const { value: _value, reason: _reason, ...cell } = INCOME;
    const note = { year: 2024, unit: ADJUSTMENT_UNIT, note: { ...cell, body: '注' } };
    expect(await problemOf(() => store.writeNote(note, BY))).toBe('adjustment-not-keyed');
    const edits = { kind: 'key', edits: [INCOME] } as const;
    expect(await problemOf(() => store.commit({ ...edits, year: 2023, unit: ADJUSTMENT_UNIT }, BY))).toBe(
      'unknown-unit',
    );
    const texts = [{ sheet: 'purchased_services', row: 'a1', column: 'name', body: '服务' }];
    expect(
      await problemOf(() => store.commit({ ...edits, year: 2024, unit: ADJUSTMENT_UNIT, texts }, BY)),
    ).toBe('unknown-unit');
    expect(await problemOf(() => store.sheet(2024, ADJUSTMENT_UNIT, 'balance'))).toBe('unknown-unit');
    expect(await problemOf(() => store.commit({ ...edits, year: 2024, unit: '003' }, BY))).toBe(
      'reason-not-taken',
    );
    store.close();
  });
});
