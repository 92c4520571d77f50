import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../../classification/classification.ts';
import type { SummedFigure } from '../../figures/figure.ts';
import { packJson } from '../../printed/pack-json.ts';
import { readPrinted } from '../../printed/read-printed.ts';
import { changedProfile, spent, tablesOf } from '../../testing/tables-of.ts';
import { check } from '../check.ts';
import { checkYear } from '../check-year.ts';
import { documentFacts } from '../document-facts.ts';
import type { Facts } from '../facts.ts';
import type { Place } from '../finding.ts';
import { changedFacts, type Put } from './changed-facts.ts';
import { type Column, columnsBehind, type Run, runsOf } from './columns.ts';

const findings = (facts: Facts) => check(facts).flatMap((outcome) => outcome.findings);
const errors = (facts: Facts) => findings(facts).filter(({ level }) => level === 'error');

function printedDocument(): Facts {
  const file = new URL('../../../samples/yichuanlu-street-2025-printed.json', import.meta.url);
  const read = readPrinted(readFileSync(file, 'utf8'), 'yichuanlu');
  if (!read.ok) throw new Error(read.error.message);
  return documentFacts(read.value);
}

const classification = new Classification(2024);
const items = [...classification.functions()].map(({ code }) => code).filter((code) => code.length === 7);
const goods = [...classification.economicEntries()]
  .map(({ code }) => code)
  .filter((code) => /^302..$/.test(code));
const profile = changedProfile('shanghai');

/** So many 万元, none of them twice, so that a number in a wrong row is a wrong number. */
const amounts = (count: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 9_000 }), { minLength: count, maxLength: count });

/** Figures that agree with each other: what was taken in was spent, and 基本支出 stands by 款 as well. */
const consistent: fc.Arbitrary<readonly SummedFigure[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...items), { minLength: 5, maxLength: 12 }),
    fc.subarray(goods, { minLength: 5 }),
  )
  .chain(([codes, rows]) =>
    fc.tuple(fc.constant(codes), fc.constant(rows), amounts(codes.length), amounts(rows.length)),
  )
  .map(([codes, rows, projects, basics]) => {
    const basic = basics.reduce((sum, amount) => sum + amount, 0);
    const [first = ''] = codes;
    const abroad = rows.includes('30212') ? [] : [spent('three_public', 'abroad', 'project', 3)];
    return [
      ...codes.map((code, index) => spent('expenditure', code, 'project', projects[index] ?? 0)),
      ...codes.map((code, index) => spent('income', code, 'appropriation', projects[index] ?? 0)),
      spent('expenditure', first, 'basic', basic),
      spent('income', '2010301', 'appropriation', basic),
      ...rows.map((code, index) => spent('economic', code, 'amount', basics[index] ?? 0)),
      ...abroad,
      spent('income', first, 'other', 7, 'other'),
      spent('expenditure', first, 'project', 7, 'other'),
    ];
  });

const documentOf = (figures: readonly SummedFigure[]) =>
  documentFacts(packJson(tablesOf({ profile, figures })));

/** Every column of every table. */
function columnsOf(facts: Facts): Column[] {
  const places = facts.tables
    .all()
    .flatMap(({ id, rows }) =>
      rows.flatMap(({ cells }, row) =>
        Object.keys(cells).map((column): Place => ({ kind: 'cell', table: id, row, column })),
      ),
    );
  return columnsBehind(facts, places);
}

type Ends = 'blank' | 'wrapped';

function shifted({ cells }: Run, up: boolean, ends: Ends): Put[] {
  const amounts = cells.map(({ amount }) => amount);
  const end = (amount: number | null | undefined) => (ends === 'blank' ? null : (amount ?? null));
  const moved = up ? [...amounts.slice(1), end(amounts[0])] : [end(amounts.at(-1)), ...amounts.slice(0, -1)];
  return cells.map(({ place }, index) => ({ place, amount: moved[index] ?? null }));
}

describe('a column that was moved by one row', () => {
  it('is seen once in the document that prints its column 302 one row too high', () => {
    const found = findings(printedDocument());
    expect(found.filter(({ rule }) => rule === 'M1')).toMatchObject([
      {
        level: 'error',
        message: expect.stringMatching(/30201 办公费 至 30299 其他商品和服务支出，每个数都印高了一行$/),
        lookFirst: expect.arrayContaining([
          expect.stringMatching(/30231.*印的是 81.11.*19.56；下移一行后就是 19.56$/),
          expect.stringMatching(/30217.*印的是 8.31.*0.30；下移一行后就是 0.30$/),
        ]),
      },
    ]);
    expect(found.filter(({ rule }) => rule === 'B16')).toEqual([]);
  });

  it('is never seen where all numbers stand in their rows', () => {
    fc.assert(
      fc.property(consistent, (figures) => {
        expect(errors(documentOf(figures))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('is seen in a table by code, whose numbers other tables print again, moved up or down', () => {
    fc.assert(
      fc.property(
        consistent,
        fc.constantFrom('expenditure', 'general-expenditure'),
        fc.boolean(),
        (figures, table, up) => {
          const facts = documentOf(figures);
          const column = columnsOf(facts).find(({ id }) => id === `${table}/total`);
          // the lines without 合计
          const run = column && runsOf(column)[1];
          expect(run).toBeDefined();
          const moved = changedFacts(facts, shifted(run ?? { cells: [] }, up, 'wrapped'));
          expect([...new Set(errors(moved).map(({ rule }) => rule))]).toEqual(['M1']);
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each(['expenditure', 'economic'] as const)('is seen among the keyed figures of %s', (sheet) => {
    const codes = ['2010301', '2010302', '2080505', '2120199', '2210201', '2210203'];
    const amount = (index: number, moved: boolean) =>
      [11, 23, 37, 41, 59, 67][(index + Number(moved)) % 6] ?? 0;
    const figures = codes.flatMap((code, at) => [
      spent('income', code, 'appropriation', amount(at, false)),
      spent('expenditure', code, 'basic', amount(at, sheet === 'expenditure')),
      spent('economic', `30201/${code}`, 'amount', amount(at, sheet === 'economic')),
    ]);
    const { findings: found } = checkYear(
      {
        year: 2024,
        name: '某部门',
        profile,
        units: [{ code: '001', name: '某局', kind: 'administrative' }],
        figures: new Map([['001', figures]]),
        last: null,
        texts: [],
        lastTexts: [],
        cellTexts: [],
      },
      '001',
    );
    const wrong = found.filter(({ level }) => level === 'error');
    expect(wrong.map(({ rule, sheets }) => [rule, sheets[0]])).toEqual([['M1', sheet]]);
  });

  it('is never seen in a single wrong number', () => {
    fc.assert(
      fc.property(
        consistent,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: -9_000, max: 9_000 }),
        (figures, columnAt, cellAt, by) => {
          const facts = documentOf(figures);
          const columns = columnsOf(facts);
          const cells = columns[columnAt % columns.length]?.cells ?? [];
          const cell = cells[cellAt % cells.length];
          fc.pre(cell !== undefined);
          const changed = changedFacts(facts, [
            { place: cell.place, amount: (cell.amount ?? 0) + by * 1_000_000 },
          ]);
          expect(findings(changed).filter(({ rule }) => rule === 'M1')).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
