import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportChoices, importChoicesSchema, noChoices } from '../../core/incoming/choices.ts';
import {
  isRowLeft,
  withAllChanges,
  withMeaning,
  withMended,
  withToggledChange,
  withToggledRow,
  withToggledTable,
} from './choose.ts';

const start = noChoices(2024, '001');
const table = fc.constantFrom('Z03', 'Z04');
const number = fc.integer({ min: 1, max: 3 });
const key = fc.constantFrom('a', 'b', 'c');

/** One thing that the clerk decides. */
const step: fc.Arbitrary<(choices: ImportChoices) => ImportChoices> = fc.oneof(
  fc.record({ table, row: number, column: number, text: fc.option(fc.string({ maxLength: 5 })) }).map(
    ({ text, ...cell }) =>
      (choices: ImportChoices) =>
        withMended(choices, cell, text),
  ),
  fc.record({ table, row: number }).map((row) => (choices: ImportChoices) => withToggledRow(choices, row)),
  table.map((id) => (choices: ImportChoices) => withToggledTable(choices, id)),
  fc.record({ table, path: key, meaning: fc.option(key) }).map(
    ({ meaning, ...column }) =>
      (choices: ImportChoices) =>
        withMeaning(choices, column, meaning),
  ),
  key.map((change) => (choices: ImportChoices) => withToggledChange(choices, change)),
  fc.record({ keys: fc.uniqueArray(key), isKept: fc.boolean() }).map(
    ({ keys, isKept }) =>
      (choices: ImportChoices) =>
        withAllChanges(choices, keys, isKept),
  ),
);
const decided = fc.array(step).map((steps) => steps.reduce((choices, decide) => decide(choices), start));

describe('what the clerk decides about a file', () => {
  it('names each place once, in the form that main takes', () => {
    fc.assert(
      fc.property(decided, (choices) => {
        expect(importChoicesSchema.parse(choices)).toEqual(choices);
        const places = [
          choices.mended.map((each) => [each.table, each.row, each.column].join()),
          choices.leftRows.map((each) => [each.table, each.row].join()),
          choices.leftTables,
          choices.meanings.map((each) => [each.table, each.path].join()),
          choices.kept,
        ];
        for (const each of places) expect(each).toHaveLength(new Set(each).size);
      }),
    );
  });

  it('holds the last text of a cell, and none when the file is right after all', () => {
    fc.assert(
      fc.property(decided, table, number, number, (choices, id, row, column) => {
        const cell = { table: id, row, column };
        const mended = withMended(withMended(choices, cell, '1'), cell, '2');
        expect(
          mended.mended.filter((each) => each.table === id && each.row === row && each.column === column),
        ).toEqual([{ ...cell, text: '2' }]);
        expect(withMended(mended, cell, null).mended).toEqual(withMended(choices, cell, null).mended);
      }),
    );
  });

  it('leaves out and takes in again', () => {
    fc.assert(
      fc.property(decided, table, number, (choices, id, row) => {
        const once = withToggledRow(choices, { table: id, row });
        expect(isRowLeft(once, { table: id, row })).toBe(!isRowLeft(choices, { table: id, row }));
        expect(isRowLeft(withToggledRow(once, { table: id, row }), { table: id, row })).toBe(
          isRowLeft(choices, { table: id, row }),
        );
      }),
    );
  });

  it('keeps or takes all differences listed, and none but those', () => {
    const some = withToggledChange(withToggledChange(start, 'a'), 'z');
    expect(withAllChanges(some, ['a', 'b'], true).kept.toSorted()).toEqual(['a', 'b', 'z']);
    expect(withAllChanges(some, ['a', 'b'], false).kept).toEqual(['z']);
  });
});
