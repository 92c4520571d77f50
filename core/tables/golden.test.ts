import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import { editionOf, type Profile } from '../profiles/profile.ts';
import { type Cells, type Exception, GOLDEN, type Golden } from '../testing/golden/golden.ts';
import { packOfBook, printedCells, type SampleName, sampleBook, tableOf } from '../testing/sample.ts';

/** Thousands are grouped or not, sometimes both in one document. */
const plain = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).map(([cell, text]) => [cell, text.replaceAll(',', '')]));

const hundredths = (text: string) => Number(text.replaceAll(',', '').replace('.', ''));

/** What a table must print: the golden numbers, the listed exceptions put as we compute them. */
function expected({ tables, exceptions }: Golden, id: keyof Golden['tables']): Record<string, string> {
  const cells: Record<string, string> = { ...tables[id] };
  for (const { table, cell, printed, ours } of exceptions) {
    if (table !== id) continue;
    expect(cells[cell] ?? '', `listed exception ${id} ${cell}`).toBe(printed);
    if (ours === '') delete cells[cell];
    else cells[cell] = ours;
  }
  // every built-in profile leaves a 0 blank
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '0.00'));
}

/** The samples have 年初预算; where 预算数 is 全年预算, which nobody published, the budget stays blank. */
function isPrinted(profile: Profile, year: number, id: string): (cell: string) => boolean {
  const { threePublicBudget } = editionOf(profile, year).edition;
  const hasBudget = id !== 'three-public' || threePublicBudget === 'initial';
  return (cell) => hasBudget || !cell.endsWith(' budget');
}

const CASES = GOLDEN.flatMap((golden) =>
  BUILT_IN_PROFILES.flatMap((profile) => {
    const [year] = sampleBook(golden.sample).years;
    const tables = editionOf(profile, year?.year ?? 0).edition.tables;
    return tables
      .map(({ id }) => id)
      .filter((id) => golden.tables[id] !== undefined)
      .map((id) => ({ golden, profile, year: year?.year ?? 0, id, name: golden.sample }));
  }),
);

/** How many numbers of a table must be equal to the document's, and how many are listed as not. */
function counted({ golden, profile, year, id }: (typeof CASES)[number]): Record<'equal' | 'listed', number> {
  const wanted = Object.keys(expected(golden, id)).filter(isPrinted(profile, year, id));
  const listed = golden.exceptions.filter(({ table }) => table === id);
  const changed = listed.filter(({ ours }) => ours !== '');
  return { equal: wanted.length - changed.length, listed: listed.length };
}

/** So that golden data that lost a number, or an exception too much, is seen. mof has no 年初预算 of 三公 to print. */
const TOTALS: readonly (readonly [SampleName, string, number, number])[] = [
  ['putuo-finance-bureau-2024', 'shanghai', 170, 25],
  ['putuo-finance-bureau-2024', 'beijing', 170, 25],
  ['putuo-finance-bureau-2024', 'mof', 168, 25],
  ['yichuanlu-street-2025', 'shanghai', 469, 87],
  ['yichuanlu-street-2025', 'beijing', 469, 87],
  ['yichuanlu-street-2025', 'mof', 465, 87],
  ['example-street-2024', 'shanghai', 197, 0],
  ['example-street-2024', 'beijing', 197, 0],
  ['example-street-2024', 'mof', 197, 0],
];

describe('golden numbers in every built-in profile', () => {
  it.each(CASES)('$name · $profile.id · $id prints every number, but for the listed exceptions', (each) => {
    const { golden, profile, year, id } = each;
    const pack = packOfBook(sampleBook(golden.sample), null, profile.id);
    const printed = isPrinted(profile, year, id);
    const wanted = Object.entries(expected(golden, id)).filter(([cell]) => printed(cell));
    const ours = printedCells(tableOf(pack, id));
    expect(plain(ours)).toEqual(plain(Object.fromEntries(wanted)));
    const { equal, listed } = counted(each);
    console.log(`${golden.sample} ${profile.id} ${id}: ${equal} equal, ${listed} listed`);
  });

  it.each(TOTALS)('%s · %s compares %i equal numbers and %i listed exceptions in all tables', (...total) => {
    const [sample, id, ...wanted] = total;
    const counts = CASES.filter(({ name, profile }) => name === sample && profile.id === id).map(counted);
    const sum = (key: 'equal' | 'listed') => counts.reduce((so, count) => so + count[key], 0);
    expect([sum('equal'), sum('listed')]).toEqual(wanted);
  });

  it('finds all tables of a sample in every profile: only numbers and places of tables differ', () => {
    for (const { sample, tables } of GOLDEN) {
      for (const { id } of BUILT_IN_PROFILES) {
        const printed = CASES.filter(({ name, profile }) => name === sample && profile.id === id);
        expect(printed.map((each) => each.id).toSorted()).toEqual(Object.keys(tables).toSorted());
      }
    }
  });

  it('lists as a tail only what rounding can explain: at most 0.01 万元 for each part and the whole', () => {
    const exceptions = GOLDEN.flatMap((golden): readonly Exception[] => golden.exceptions);
    for (const { cell, printed, ours } of exceptions.filter(({ kind }) => kind === 'tail')) {
      expect(Math.abs(hundredths(printed) - hundredths(ours)), cell).toBeLessThanOrEqual(2);
    }
  });

  it('keeps an empty table with its header and says below why it is empty', () => {
    const pack = packOfBook(sampleBook('putuo-finance-bureau-2024'));
    for (const id of ['gov-fund', 'state-capital']) {
      const table = tableOf(pack, id);
      expect(table.empty).toBe(true);
      expect(table.notes.at(-1)).toMatch(/^说明：上海市普陀区财政局本年度没有.*，故本表无数据。$/);
    }
  });
});
