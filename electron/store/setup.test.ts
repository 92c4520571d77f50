import { describe, expect, it } from 'vitest';
import type { UnitDraft } from '../../core/setting-up/setting-up.ts';
import { BY, bookFolder, CELL, openToWrite, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import type { BookStore } from './book-store.ts';

const folder = bookFolder('setup');
const year = 2024;

function draftOf(store: BookStore): UnitDraft[] {
  return store.units(year).map((unit) => ({ was: unit.code, ...unit }));
}

const added: UnitDraft = { was: null, code: '004', name: '示例街道文化站', kind: 'institution' };

describe('the units of a year', () => {
  it('are added, renamed and ordered, and their figures stay', async () => {
    const store = await openToWrite(await folder.newBook());
    const figures = store.sums(year, null);
    const [first, second, third] = draftOf(store);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three units');
    const units = [
      added,
      third,
      { ...first, name: '新名称', kind: 'civil-service-managed' as const },
      second,
    ];
    store.changeUnits({ year, units }, BY);
    expect(store.units(year)).toEqual(units.map(({ was: _, ...unit }) => unit));
    expect(store.sums(year, null)).toEqual(figures);
    store.close();
  });

  it('leave the book as it was when nothing is changed', async () => {
    const store = await openToWrite(await folder.newBook());
    const step = store.lastStep();
    store.changeUnits({ year, units: draftOf(store) }, BY);
    expect(store.lastStep()).toBe(step);
    store.close();
  });

  it('are not taken away, nor given another code, as long as anything is theirs', async () => {
    const store = await openToWrite(await folder.newBook());
    const step = store.lastStep();
    const [first, ...others] = draftOf(store);
    if (first === undefined) throw new Error('a unit');
    expect(() => store.changeUnits({ year, units: others }, BY)).toThrow('没有移去');
    const recoded = [{ ...first, code: '009' }, ...others];
    expect(() => store.changeUnits({ year, units: recoded }, BY)).toThrow('代码没有改');
    expect(store.lastStep()).toBe(step);
    store.close();
  });

  it('change places with their codes while they are empty, and can be taken away', async () => {
    const store = await openToWrite(await folder.newBook());
    const other: UnitDraft = { ...added, code: '005', name: '另一个' };
    store.changeUnits({ year, units: [...draftOf(store), added, other] }, BY);
    const swapped = draftOf(store).map((unit) =>
      unit.code === '004' ? { ...unit, code: '005' } : unit.code === '005' ? { ...unit, code: '004' } : unit,
    );
    store.changeUnits({ year, units: swapped }, BY);
    expect(store.units(year).slice(3)).toMatchObject([
      { code: '005', name: '示例街道文化站' },
      { code: '004', name: '另一个' },
    ]);
    store.changeUnits({ year, units: draftOf(store).slice(0, 3) }, BY);
    expect(store.units(year)).toEqual(street.years[0]?.units);
    store.close();
  });

  it('have codes of their own, and are those that the book has', async () => {
    const store = await openToWrite(await folder.newBook());
    const units = draftOf(store);
    const refused = (draft: UnitDraft[]) => problemOf(() => store.changeUnits({ year, units: draft }, BY));
    expect(await refused([...units, { ...added, code: '001' }])).toBe('unit-code-twice');
    const twice = units.slice(0, 1).map((unit) => ({ ...unit, code: '008' }));
    expect(await refused([...units, ...twice])).toBe('unit-code-twice');
    expect(await refused([...units, { ...added, was: '007' }])).toBe('unknown-unit');
    store.close();
  });

  it('let undo go on past a new name, and end it where a unit is taken away', async () => {
    const store = await openToWrite(await folder.newBook());
    store.changeUnits({ year, units: [...draftOf(store), added] }, BY);
    store.commit({ year, unit: '004', kind: 'key', edits: [CELL] }, BY);
    store.commit({ year, unit: '004', kind: 'clear', edits: [{ ...CELL, value: null }] }, BY);
    store.changeUnits(
      { year, units: draftOf(store).map((unit) => ({ ...unit, name: `${unit.name}二` })) },
      BY,
    );
    expect(store.editState().canUndo).toBe(true);
    store.changeUnits({ year, units: draftOf(store).slice(0, 3) }, BY);
    expect(store.editState().canUndo).toBe(false);
    store.close();
  });
});

describe('the department of a book', () => {
  it('takes another name, region and unit of money', async () => {
    const store = await openToWrite(await folder.newBook());
    store.changeDepartment({ name: '新名称', region: '北京市', money: 'yuan' }, BY);
    expect(store.department()).toMatchObject({ name: '新名称', region: '北京市' });
    expect(store.money()).toBe('yuan');
    store.close();
  });
});
