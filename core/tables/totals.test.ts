import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '../figures/figure.ts';
import { fen } from '../money/fen.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import { randomBook } from '../testing/random-book.ts';
import { packOfBook, sampleBook, tableOf } from '../testing/sample.ts';
import type { TableModel, TablePack } from './model.ts';
import { type NumberPlace, TOTAL_RULES, type Total } from './total.ts';
import { totalsOf } from './totals.ts';

const exactOf = (table: TableModel, { row, column }: NumberPlace) =>
  table.rows[row]?.cells[column]?.exact ?? fen(0);

const nameOf = ({ row, column }: NumberPlace) => `${row} ${column}`;

/** `合计 basic = 201 + 208`, as a person would write it */
function sentence(table: TableModel, { target, parts }: Total): string {
  const name = ({ row, column }: NumberPlace) => {
    const { item, code, label } = table.rows[row] ?? {};
    return `${item ?? code ?? label} ${column}`;
  };
  return `${name(target)} = ${parts.map((part) => `${part.sign === 1 ? '+' : '-'}${name(part)}`).join(' ')}`;
}

function packIn(book: Book, profile: string, year: number): TablePack {
  return packOfBook({ ...book, years: book.years.map((each) => ({ ...each, year })) }, null, profile);
}

const layout = fc.record({
  profile: fc.constantFrom(...BUILT_IN_PROFILES.map(({ id }) => id)),
  year: fc.integer({ min: 2019, max: 2026 }),
});

function forRandomTables(check: (table: TableModel, totals: readonly Total[]) => void): void {
  fc.assert(
    fc.property(randomBook, layout, (book, { profile, year }) => {
      for (const table of packIn(book, profile, year).tables) check(table, totalsOf(table));
    }),
    { numRuns: 150 },
  );
}

describe('the totals of any book, in every layout', () => {
  it('are the sums of their parts, to the 分', () => {
    forRandomTables((table, totals) => {
      for (const total of totals) {
        const sum = total.parts.reduce((before, part) => before + part.sign * exactOf(table, part), 0);
        expect(sum, `${table.id} ${total.rule} ${sentence(table, total)}`).toBe(exactOf(table, total.target));
      }
    });
  });

  it('leave no printed 合计, 小计 or 总计 out that has a part, nor a 类, a 款 or what is carried on', () => {
    forRandomTables((table, totals) => {
      const claimed = new Set(totals.map(({ target }) => nameOf(target)));
      for (const value of table.body.flat().flatMap((cell) => cell.value ?? [])) {
        const row = table.rows[value.row];
        const cell = row?.cells[value.column];
        // a balance keyed as one line is no sum of 项, and nothing is the sum of nothing
        const isOpening = cell?.formula.rule === 'opening' && row?.side === undefined;
        const isSum =
          row?.kind === 'total' ||
          row?.item === 'vehicle_total' ||
          value.column === 'total' ||
          cell?.formula.rule === 'closing';
        if (!isSum || isOpening || exactOf(table, value) === 0) continue;
        expect(claimed, `${table.id} ${row?.label} ${value.column}`).toContain(nameOf(value));
      }
    });
  });

  it('never lead back to the number they began with', () => {
    forRandomTables((_, totals) => {
      const parts = new Map<string, string[]>();
      for (const { target, parts: own } of totals) {
        parts.set(nameOf(target), [...(parts.get(nameOf(target)) ?? []), ...own.map(nameOf)]);
      }
      const done = new Set<string>();
      const walk = (name: string, path: readonly string[]) => {
        expect(path).not.toContain(name);
        if (done.has(name)) return;
        for (const part of parts.get(name) ?? []) walk(part, [...path, name]);
        done.add(name);
      };
      for (const name of parts.keys()) walk(name, []);
    });
  });
});

it('names the identities of every kind of table, and only what the layout prints takes part', () => {
  const street = sampleBook('example-street-2024');
  const tables = packIn(street, 'beijing', 2023).tables;
  const rules = [...new Set(tables.flatMap((table) => totalsOf(table).map(({ rule }) => rule)))];
  expect(rules.toSorted()).toEqual(TOTAL_RULES.filter((rule) => rule !== 'A22').toSorted());
  const expenditure = tableOf(packIn(street, 'shanghai', 2024), 'expenditure');
  const withoutLast = {
    ...expenditure,
    body: expenditure.body.map((line) => line.filter(({ value }) => value?.column !== 'subsidy')),
  };
  expect(totalsOf(expenditure).some(({ rule }) => rule === 'A7')).toBe(true);
  expect(totalsOf(withoutLast).some(({ rule }) => rule === 'A7')).toBe(false);
});
