import { describe, expect, it } from 'vitest';
import type { Difference } from '../../core/comparison/comparison.ts';
import { fen } from '../../core/money/fen.ts';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import { buildTables } from '../../core/tables/build.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { FigureSums } from '../../core/tables/sums.ts';
import { placeOfDifference } from './place-of-difference.ts';

const SPENT = { sheet: 'expenditure', fund: 'general', column: 'basic', measure: 'actual' } as const;
const sums = new FigureSums([
  { ...SPENT, row: '2010301', value: fen(1_500_00) },
  { ...SPENT, row: '2080505', value: fen(100_00) },
]);
const TABLES = BUILT_IN_PROFILES.flatMap(
  (profile) => buildTables({ profile, year: 2024, name: '某局', entity: '部门', sums }).tables,
);

function expenditure(): TableModel {
  const table = TABLES.find(({ id }) => id === 'expenditure');
  if (table === undefined) throw new Error('no table expenditure');
  return table;
}

function difference(table: TableModel, row: number | null, column: string): Difference {
  const label = row === null ? '' : (table.rows[row]?.label ?? '');
  const place = `${label} › ${column}`;
  return {
    table: table.id,
    title: table.title,
    row,
    column,
    place,
    ours: '',
    theirs: '',
    difference: '',
    where: '',
  };
}

describe('the place of a difference on the page', () => {
  it('is the cell that prints the number, in every table of every format', () => {
    let printed = 0;
    for (const table of TABLES) {
      for (const [line, cells] of table.body.entries()) {
        for (const { column, value } of cells) {
          if (value === undefined) continue;
          printed += 1;
          expect(placeOfDifference(table, difference(table, value.row, value.column))).toEqual({
            line,
            column,
          });
        }
      }
    }
    expect(printed).toBeGreaterThan(500);
  });

  it('of a row as a whole is its first number', () => {
    const table = expenditure();
    const place = placeOfDifference(table, difference(table, 1, ''));
    expect(place && table.body[place.line]?.find(({ column }) => column === place.column)?.value).toEqual({
      row: 1,
      column: 'total',
    });
  });

  it('is none where the row stands in the other workbook alone, or another row stands there since', () => {
    const table = expenditure();
    expect(placeOfDifference(table, difference(table, null, ''))).toBeNull();
    const old = { ...difference(table, 1, 'total'), place: '已删去的科目 › 合计' };
    expect(placeOfDifference(table, old)).toBeNull();
  });
});
