import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../../core/money/fen.ts';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { totalsOf } from '../../core/tables/totals.ts';
import { randomBook } from '../../core/testing/random-book.ts';
import { packOfBook, sampleBook } from '../../core/testing/sample.ts';
import { evaluate } from '../testing/evaluate.ts';
import { exactWan } from './amounts.ts';
import { worksheetName } from './published-workbook.ts';
import { placedTable, workingFormulas } from './working-formulas.ts';

interface Written {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly exact: number;
  readonly computed: number;
}

/** Every formula of a pack's working copy, computed anew from the plain numbers alone. */
function formulasOf(pack: TablePack): Written[] {
  const tables = pack.tables.map((model, index) => placedTable(worksheetName(index + 1, model), model));
  const formulas = new Map(workingFormulas(tables).map((each, index) => [tables[index]?.sheet ?? '', each]));
  const find = (sheet: string, address: string) => {
    const number = tables.find((table) => table.sheet === sheet)?.numbers.get(address);
    // what prints blank is a blank cell
    if (number === undefined || number.value.printed === '') return null;
    const result = exactWan(number.value.exact ?? fen(0));
    const formula = formulas.get(sheet)?.get(address);
    return formula === undefined ? result : { formula, result };
  };
  return tables.flatMap(({ sheet, numbers }) =>
    [...(formulas.get(sheet) ?? [])].map(([address, formula]) => ({
      sheet,
      address,
      formula,
      exact: numbers.get(address)?.value.exact ?? 0,
      computed: evaluate(formula, sheet, find),
    })),
  );
}

const layout = fc.record({
  profile: fc.constantFrom(...BUILT_IN_PROFILES.map(({ id }) => id)),
  year: fc.integer({ min: 2019, max: 2026 }),
});

describe('the formulas of the working copy', () => {
  it('come to the exact amounts, to the 分, in every layout, of any book', () => {
    let checked = 0;
    fc.assert(
      fc.property(randomBook, layout, (book, { profile, year }) => {
        const years = book.years.map((each) => ({ ...each, year }));
        for (const written of formulasOf(packOfBook({ ...book, years }, null, profile))) {
          const { sheet, address, formula, exact, computed } = written;
          expect(Math.round(computed * 1e6), `${sheet} ${address} =${formula}`).toBe(exact);
          checked += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(checked).toBeGreaterThan(1000);
  });

  it('leave no total out that ordinary amounts add up to, and take what another table details from there', () => {
    for (const { id } of BUILT_IN_PROFILES) {
      const pack = packOfBook(sampleBook('example-street-2024'), null, id);
      const written = formulasOf(pack);
      for (const [index, model] of pack.tables.entries()) {
        const totals = new Set(totalsOf(model).map(({ target }) => JSON.stringify(target)));
        const sheet = worksheetName(index + 1, model);
        const sums = written.filter((each) => each.sheet === sheet && !each.formula.includes('!'));
        expect(sums, `${id} ${sheet}`).toHaveLength(totals.size);
      }
    }
    const shanghai = formulasOf(packOfBook(sampleBook('example-street-2024')));
    const formula = (sheet: string, address: string) =>
      shanghai.find((each) => each.sheet.startsWith(sheet) && each.address === address)?.formula;
    expect([formula('01', 'D5'), formula('01', 'D29'), formula('01', 'D32'), formula('03', 'C5')]).toEqual([
      "'03 支出决算表'!C6",
      'SUM(D5:D28)',
      'SUM(D29:D31)',
      'C6+C11+C14+C17',
    ]);
    // 上级补助收入 of all funds is that of the one fund that has it
    expect(formula('01', 'B8')).toBe("'02 收入决算表'!E5");
  });

  it('are given up for the plain amount where floating-point numbers would miss it', () => {
    const figure = (row: string, column: string, value: number) => ({
      ...{ unit: '001', sheet: 'expenditure', row, fund: 'general' as const, column },
      ...{ measure: 'actual' as const, value },
    });
    const book = (values: readonly [number, number, number]) => ({
      department: { name: '某局', region: '某区', profile: 'shanghai' },
      years: [
        {
          year: 2024,
          units: [{ code: '001', name: '本级', kind: 'administrative' as const }],
          figures: [
            figure('2010301', 'project', values[0]),
            figure('2010302', 'project', values[1]),
            figure('2010303', 'project', values[2]),
          ],
          texts: [],
        },
      ],
    });
    const sums = (values: readonly [number, number, number]) =>
      formulasOf(packOfBook(book(values))).filter(({ formula }) => formula.startsWith('SUM(E'));
    // 7634443133.613129 + 0.000005 + 0.000009 is 7634443133.613142 in doubles, one 分 short
    const beyond = [7_634_443_133_613_129, 5, 9] as const;
    for (const { exact, computed } of sums(beyond)) expect(Math.round(computed * 1e6)).toBe(exact);
    expect(sums(beyond).length).toBeLessThan(sums([1, 2, 3]).length);
  });
});
