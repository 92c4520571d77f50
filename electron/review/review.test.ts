import { describe, expect, it } from 'vitest';
import type { BookStore } from '../store/book-store.ts';
import { BY, bookFolder, CELL, KEPT_VEHICLES, openToWrite } from '../testing/books.ts';
import { Reviewer } from './review.ts';

const folder = bookFolder('review');
const QUESTION = { year: 2024, unit: '001', sheet: 'expenditure' };

/** Each table that says something has moved, and how much. */
function moved(reviewer: Reviewer, store: BookStore, question = QUESTION): Record<string, number> {
  const { tables } = reviewer.review(store, question);
  expect(tables.length).toBeGreaterThan(0);
  return Object.fromEntries(
    tables.filter((table) => table.moved > 0).map((table) => [table.id, table.moved]),
  );
}

const key = (store: BookStore, value: number) =>
  store.commit({ year: 2024, unit: '001', kind: 'key', edits: [{ ...CELL, value }] }, BY);

describe('what stands beside a sheet', () => {
  it('marks what the last step has moved, as often as it is asked, and nothing else', async () => {
    const store = await openToWrite(await folder.newBook());
    const reviewer = new Reviewer();
    expect(moved(reviewer, store)).toEqual({});
    key(store, 1_700_000_000);
    const first = moved(reviewer, store);
    expect(first['expenditure']).toBeGreaterThan(0);
    expect(moved(reviewer, store)).toEqual(first);
    store.close();
  });

  it.each([{ sheet: 'income' }, { unit: '002' }])(
    'marks nothing on first sight of another sheet or unit: %o',
    async (other) => {
      const store = await openToWrite(await folder.newBook());
      const reviewer = new Reviewer();
      moved(reviewer, store);
      key(store, 1_700_000_000);
      expect(moved(reviewer, store)).not.toEqual({});
      expect(moved(reviewer, store, { ...QUESTION, ...other })).toEqual({});
      store.close();
    },
  );

  it('compares with the step before alone, and by what is printed', async () => {
    const store = await openToWrite(await folder.newBook());
    const reviewer = new Reviewer();
    moved(reviewer, store);
    key(store, 1_700_000_000);
    const first = moved(reviewer, store);
    key(store, 1_700_000_001);
    // a single 分 moves no number of 万元 that is printed
    expect(moved(reviewer, store)).toEqual({});
    key(store, 1_500_000_000);
    expect(moved(reviewer, store)).toEqual(first);
    store.close();
  });

  it('marks nothing after another 报表格式 was chosen or changed: a layout moves no number', async () => {
    const store = await openToWrite(await folder.newBook());
    const reviewer = new Reviewer();
    key(store, 1_700_000_000);
    expect(moved(reviewer, store)).toEqual({});
    store.chooseProfile('beijing', BY);
    expect(moved(reviewer, store)).toEqual({});
    const beijing = store.profile('beijing');
    const own = { ...beijing, id: 'own', name: '自有格式' };
    store.saveProfile(own, BY);
    store.chooseProfile('own', BY);
    expect(moved(reviewer, store)).toEqual({});
    const filled = own.editions.map((edition) => ({ ...edition, zero: 'filled' as const }));
    store.saveProfile({ ...own, editions: filled }, BY);
    expect(moved(reviewer, store)).toEqual({});
    // and figures keyed in the new layout are marked again
    key(store, 1_500_000_000);
    expect(moved(reviewer, store)['expenditure']).toBeGreaterThan(0);
    store.close();
  });

  it('is the tables that the sheet feeds, and no others', async () => {
    const store = await openToWrite(await folder.newBook());
    const { tables } = new Reviewer().review(store, { ...QUESTION, sheet: 'three_public' });
    expect(tables.map(({ id }) => id)).toEqual(['three-public']);
    store.close();
  });
});

describe('what the registers say in the published text', () => {
  it('waits for every unit, and has what was keyed for one without a register', async () => {
    const store = await openToWrite(await folder.newBook());
    const reviewer = new Reviewer();
    const disclosed = () =>
      reviewer.register(store, { register: 'vehicles', year: 2024, unit: null }).disclosure;
    expect(disclosed()).toMatchObject({
      vehicles: expect.stringContaining('公务用车保有量1辆'),
      assets: expect.stringContaining('本部门共有车辆2辆'),
      lacking: [],
    });
    const units = store.units(2024).map((unit) => ({ ...unit, was: unit.code }));
    const added = { code: '004', name: '新单位', kind: 'institution' as const, was: null };
    store.changeUnits({ year: 2024, units: [...units, added] }, BY);
    store.commit({ year: 2024, unit: '004', kind: 'key', edits: [{ ...KEPT_VEHICLES, value: 3 }] }, BY);
    expect(disclosed()).toMatchObject({
      vehicles: expect.stringContaining('公务用车保有量4辆'),
      assets: null,
      lacking: [{ unit: { code: '004' }, registers: ['vehicles', 'equipment'] }],
    });
    store.close();
  });
});
