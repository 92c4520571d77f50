import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDIT_KINDS } from '../../core/entry/edit.ts';
import type { Figure } from '../../core/figures/figure.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import { copyProfile } from '../../core/profiles/profile-file.ts';
import { randomFigure } from '../../core/testing/random-book.ts';
import { BY, bookFolder, CELL, openToWrite, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import type { BookStore } from './book-store.ts';

const folder = bookFolder('undo');

const at = { year: 2024, unit: '001' };
const textOf = (store: BookStore) => writeBook(store.export(), 'yuan');
const units = street.years[0]?.units ?? [];
// the rows of the clerk's own that random figures stand on
const FREE_SHEETS = ['purchased_services', 'projects'];
const cellTexts = units.flatMap(({ code }) =>
  FREE_SHEETS.flatMap((sheet) =>
    ['001', '002', 'x'].map((row) => ({
      unit: code,
      sheet,
      row: `${code}-${row}`,
      column: 'name',
      body: `服务 ${row}`,
    })),
  ),
);
const twoYears = {
  ...street,
  years: street.years.flatMap((year) => [2024, 2025].map((each) => ({ ...year, year: each, cellTexts }))),
};

/** One step: figures of one unit and year, some of them made blank, what rows are called, or a note. */
const step = fc.constantFrom(...units).chain((unit) =>
  fc.record({
    kind: fc.constantFrom(...EDIT_KINDS),
    year: fc.constantFrom(2024, 2025),
    unit: fc.constant(unit.code),
    figures: fc.array(fc.tuple(randomFigure([unit]), fc.boolean()), { minLength: 1, maxLength: 5 }),
    body: fc.option(fc.constantFrom('核对过', '见附件')),
    texts: fc.array(
      fc.record({
        sheet: fc.constantFrom(...FREE_SHEETS),
        row: fc.constantFrom(`${unit.code}-001`, `${unit.code}-x`, `${unit.code}-new`),
        column: fc.constant('name'),
        body: fc.option(fc.constantFrom('养老服务', '食堂服务')),
      }),
      { maxLength: 2 },
    ),
  }),
);

function make(
  store: BookStore,
  { kind, year, unit, figures, body, texts }: typeof step extends fc.Arbitrary<infer S> ? S : never,
) {
  const edits = figures.map(([{ unit: _, ...figure }, isBlank]) => ({
    ...figure,
    value: isBlank ? null : figure.value,
  }));
  const [first] = edits;
  if (kind === 'note' && first !== undefined)
    return store.writeNote({ year, unit, note: { ...first, body } }, BY);
  return store.commit({ year, unit, kind, edits, texts }, BY);
}

describe('undo', () => {
  it('takes back and makes again any steps, over sheets, units, years and reopening, figure by figure', async () => {
    let books = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(11), async (steps, reopenAt) => {
        books += 1;
        let store = await openToWrite(await folder.newBook(twoYears, `${books}.mzb`));
        const texts = [textOf(store)];
        const kinds: string[] = [];
        for (const each of steps) {
          let changeSet: number | null = null;
          const refused = await problemOf(() => {
            changeSet = make(store, each).changeSet;
          });
          expect(['none', 'balance-both', 'row-without-name', 'kept-in-register']).toContain(refused);
          if (changeSet === null) continue;
          texts.push(textOf(store));
          kinds.push(each.kind);
        }
        const walk = async (way: 'undo' | 'redo', expected: readonly string[], names: readonly string[]) => {
          for (const [index, text] of expected.entries()) {
            if (index === reopenAt) {
              store.close();
              store = await openToWrite(store.file);
            }
            const done = store[way](BY);
            expect(done?.kind).toBe(names[index]);
            expect(textOf(store)).toBe(text);
            for (const { value, ...cell } of done?.figures ?? []) {
              const { figures } = store.sheet(done?.year ?? 0, done?.unit ?? '', cell.sheet);
              const found = figures.filter((figure) =>
                Object.entries(cell).every(([k, v]) => figure[k as 'row'] === v),
              );
              expect(found.map((figure) => figure.value)).toEqual(value === null ? [] : [value]);
            }
          }
          expect(store[way](BY)).toBeNull();
        };
        for (let time = 0; time < 2; time += 1) {
          await walk('undo', texts.slice(0, -1).toReversed(), kinds.toReversed());
          await walk('redo', texts.slice(1), kinds);
        }
        store.close();
      }),
      { numRuns: 25 },
    );
  });

  it('goes back over hundreds of steps and says which keyed step it was', async () => {
    const store = await openToWrite(await folder.newBook());
    const before = textOf(store);
    const made = Array.from({ length: 300 }, (_, index) => {
      const edits = [{ ...CELL, value: index }];
      return store.commit({ ...at, kind: 'key', edits }, BY).changeSet;
    });
    for (const changeSet of made.toReversed()) expect(store.undo(BY)?.changeSet).toBe(changeSet);
    expect(textOf(store)).toBe(before);
    expect(store.editState()).toMatchObject({ canUndo: false, canRedo: true });
    expect(store.redo(BY)).toMatchObject({
      changeSet: made[0],
      kind: 'key',
      ...at,
      figures: [{ ...CELL, value: 0 }],
      notes: [],
    });
    expect(store.undo(BY)?.changeSet).toBe(made[0]);
    store.commit({ ...at, kind: 'key', edits: [CELL] }, BY);
    expect(store.redo(BY)).toBeNull();
    store.close();
  });

  it('goes past changes of the 报表格式, which it neither takes back nor is stopped by', async () => {
    const store = await openToWrite(await folder.newBook());
    const own = copyProfile(store.profile('shanghai'), 'own', '自有格式');
    const before = textOf(store);
    store.commit({ ...at, kind: 'key', edits: [CELL] }, BY);
    store.saveProfile(own, BY);
    store.commit({ ...at, kind: 'key', edits: [{ ...CELL, value: 8 }] }, BY);
    store.chooseProfile('own', BY);
    expect(store.undo(BY)?.figures).toMatchObject([{ value: 7 }]);
    store.chooseProfile('mof', BY);
    store.deleteProfile('own', BY);
    store.chooseProfile('shanghai', BY);
    expect(store.redo(BY)?.figures).toMatchObject([{ value: 8 }]);
    expect(store.undo(BY)).not.toBeNull();
    expect(store.undo(BY)).not.toBeNull();
    expect(store.undo(BY)).toBeNull();
    expect(textOf(store)).toBe(before);
    store.close();
  });

  it('does not go back over an import', async () => {
    const store = await openToWrite(await folder.newBook());
    store.commit({ ...at, kind: 'key', edits: [CELL] }, BY);
    const [year] = street.years;
    if (year === undefined) throw new Error('the sample has a year');
    const figures: Figure[] = [{ ...CELL, unit: '002', row: '2010350', column: 'project', value: 1 }];
    store.import({ ...street, years: [{ ...year, figures }] }, { change: { ...BY, reason: '' } });
    expect(store.editState()).toMatchObject({ canUndo: false, canRedo: false });
    expect(store.undo(BY)).toBeNull();
    store.close();
  });

  it('refuses, and changes nothing, where a figure is not as the step left it', async () => {
    const store = await openToWrite(await folder.newBook());
    const edits = [{ ...CELL, column: 'project', value: 3 }, CELL];
    store.commit({ ...at, kind: 'paste', edits }, BY);
    // as a fault of ours, or of the disk, would leave it
    const other = new Sqlite(store.file);
    other.exec(`DROP TRIGGER figure_update_recorded; UPDATE figure SET value = 8 WHERE value = 7`);
    other.close();
    const before = textOf(store);
    expect(await problemOf(() => store.undo(BY))).toBe('undo-conflict');
    expect(textOf(store)).toBe(before);
    expect(store.editState().canUndo).toBe(true);
    store.close();
  });
});
