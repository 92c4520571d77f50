import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explanationSlot } from '../../core/checks/explanations/explanations.ts';
import type { FigureEdit } from '../../core/entry/edit.ts';
import type { Book } from '../../core/figures/figure.ts';
import { checkYear } from '../desk/pack.ts';
import type { BookStore } from '../store/book-store.ts';
import { BY, bookFolder, CELL, NOW, openToWrite, street, withServices } from '../testing/books.ts';
import { LiveBook } from './live-book.ts';

const folder = bookFolder('live-book');
const years = street.years.flatMap((year) => [{ ...year, year: year.year - 1 }, year]);
/** The sample with an equal year before. */
const twoYears: Book = { ...street, years };
const IMPORT = { change: { at: NOW, actor: '录入员', reason: '测试' } };

const key = (store: BookStore, edit: Partial<FigureEdit>, year = 2024, unit = '001') =>
  store.commit({ year, unit, kind: 'key', edits: [{ ...CELL, ...edit }] }, BY);

function agrees(live: LiveBook, store: BookStore, year = 2024): void {
  for (const unit of [null, '001', '003']) {
    expect(live.checksOf(store, year).report(unit)).toEqual(checkYear(store, { year, unit }));
  }
}

describe('the checks of an open book', () => {
  it('follow all that is done to it, without being begun anew', async () => {
    const store = await openToWrite(await folder.newBook(twoYears));
    const live = new LiveBook();
    agrees(live, store);
    const begun = live.checksOf(store, 2024);
    const steps: (() => unknown)[] = [
      () => key(store, { value: 1_700_000_000 }),
      () => key(store, { sheet: 'economic', row: '30901', column: 'amount', value: 12 }, 2024, '002'),
      () => key(store, { value: null }, 2023),
      () => store.undo(BY),
      () => store.undo(BY),
      () => store.redo(BY),
      () =>
        store.writeExplanation(
          { year: 2024, unit: '002', slot: explanationSlot('E1', '30901'), body: '因机构改革划入 12 分' },
          BY,
        ),
      () => store.writeExplanation({ year: 2023, unit: '001', slot: 'explain.E1', body: '旧' }, BY),
      () =>
        key(store, { sheet: 'control', row: 'closing', column: 'amount', fund: '', value: 3 }, 2024, '部门'),
    ];
    for (const step of steps) {
      step();
      agrees(live, store);
    }
    expect(live.checksOf(store, 2024)).toBe(begun);
    store.close();
  });

  it('follow an import of figures and names', async () => {
    const store = await openToWrite(await folder.newBook());
    const live = new LiveBook();
    agrees(live, store);
    const begun = live.checksOf(store, 2024);
    store.import(withServices([{ unit: '001', row: '001-001', name: '保洁' }]), IMPORT);
    agrees(live, store);
    expect(live.checksOf(store, 2024)).toBe(begun);
    store.close();
  });

  it.each<[string, (store: BookStore) => unknown]>([
    ['another 报表格式', (store) => store.chooseProfile('beijing', BY)],
    [
      'a year before that was not there',
      (store) => store.import({ ...street, years: years.slice(0, 1) }, IMPORT),
    ],
    [
      'another unit',
      (store) => {
        const units = [{ code: '009', name: '新单位', kind: 'institution' as const }];
        const added = street.years.map((year) => ({
          ...year,
          figures: [],
          units: [...year.units, ...units],
        }));
        store.import({ ...street, years: added }, IMPORT);
      },
    ],
  ])('begin anew after %s', async (_, change) => {
    const store = await openToWrite(await folder.newBook());
    const live = new LiveBook();
    agrees(live, store);
    const begun = live.checksOf(store, 2024);
    change(store);
    agrees(live, store);
    expect(live.checksOf(store, 2024)).not.toBe(begun);
    store.close();
  });

  it('begin anew for another year and another book', async () => {
    const store = await openToWrite(await folder.newBook(twoYears));
    const other = await openToWrite(await folder.newBook(street, 'other.mzb'));
    const live = new LiveBook();
    key(other, { value: 5 });
    agrees(live, store, 2024);
    agrees(live, store, 2023);
    agrees(live, other, 2024);
    store.close();
    other.close();
  });

  it('begin anew when the history does not go on from the step they know, as in a book put back', async () => {
    const store = await openToWrite(await folder.newBook());
    const live = new LiveBook();
    key(store, { value: 8 });
    agrees(live, store);
    const step = store.lastStep();
    await store.copyTo(`${folder.path}/copy.mzb`);
    key(store, { value: 9 });
    agrees(live, store);
    const newer = store.lastStep();
    store.close();
    renameSync(`${folder.path}/copy.mzb`, store.file);
    const restored = await openToWrite(store.file);
    expect(restored.lastStep()).toBe(step);
    agrees(live, restored);
    // a step of the number that was known, made at another moment
    const later = { ...BY, at: '2026-11-22T08:00:00.000Z' };
    restored.commit(
      { year: 2024, unit: '002', kind: 'key', edits: [{ ...CELL, row: '2010350', value: 3 }] },
      later,
    );
    expect(restored.changesSince(newer)).toBeNull();
    expect(restored.changesSince(step)?.figures).toEqual([{ year: 2024, unit: '002', sheet: 'expenditure' }]);
    agrees(live, restored);
    restored.close();
  });
});
