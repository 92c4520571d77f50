import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummedFigure, UnitKind } from '../../figures/figure.ts';
import { FISCAL_FUNDS, FUND_NAMES } from '../../figures/sheets.ts';
import { fen } from '../../money/fen.ts';
import { packJson } from '../../printed/pack-json.ts';
import { changedProfile, spent, tablesOf } from '../../testing/tables-of.ts';
import { check } from '../check.ts';
import { checkYear, type YearToCheck } from '../check-year.ts';
import { documentFacts } from '../document-facts.ts';
import { changedFacts } from '../slips/changed-facts.ts';

const profile = changedProfile('shanghai');
const beijing = changedProfile('beijing');

function findingsOf(figures: readonly SummedFigure[], rule: string, kind: UnitKind = 'administrative') {
  const year: YearToCheck = {
    year: 2024,
    name: '某部门',
    profile,
    units: [{ code: '001', name: '某局', kind }],
    figures: new Map([['001', figures]]),
    last: null,
    texts: [],
    lastTexts: [],
    cellTexts: [],
  };
  return checkYear(year, '001').findings.filter((finding) => finding.rule === rule);
}

const amount = fc.integer({ min: 1, max: 5_000 });

/** Figures of any fund, whose amounts are whole 万元. */
const figures = fc
  .record({
    items: fc.uniqueArray(fc.constantFrom('2010301', '2010302', '2080505', '2120199', '2210201'), {
      minLength: 1,
    }),
    amounts: fc.array(amount, { minLength: 40, maxLength: 40 }),
  })
  .map(({ items, amounts }) => {
    let at = 0;
    const next = () => amounts[at++ % amounts.length] ?? 0;
    const basics = items.map(() => next());
    return [
      ...items.flatMap((code, index) => [
        spent('expenditure', code, 'basic', basics[index] ?? 0),
        spent('expenditure', code, 'project', next()),
        spent('expenditure', code, 'project', next(), 'other'),
        spent('income', code, 'appropriation', next()),
        spent('income', code, 'undertaking', next(), 'other'),
      ]),
      spent('expenditure', '2296002', 'project', next(), 'gov_fund'),
      spent('income', '2296002', 'appropriation', next(), 'gov_fund'),
      spent('expenditure', '2120801', 'basic', 12, 'gov_fund'),
      spent('economic', '30201', 'amount', 12, 'gov_fund'),
      spent('income', '2230299', 'appropriation', next(), 'state_capital'),
      spent('expenditure', '2230299', 'project', next(), 'state_capital'),
      ...FISCAL_FUNDS.map((fund) => spent('balance', '', 'last_closing', next(), fund)),
      spent(
        'economic',
        '30201',
        'amount',
        basics.reduce((sum, each) => sum + each, 0),
      ),
      spent('three_public', 'reception', 'project', 3),
      { ...spent('three_public', 'reception', 'amount', 4), measure: 'initial' as const },
      { ...spent('three_public', 'reception', 'amount', 4), measure: 'final' as const },
    ];
  });

describe('what tables say of each other', () => {
  it('holds in our own tables of any figures, in each layout', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(profile, beijing), (keyed, layout) => {
        const facts = documentFacts(packJson(tablesOf({ profile: layout, figures: keyed })));
        const outcomes = check(facts).filter(({ rule }) => rule.startsWith('B'));
        // B14 asks that no money be overspent, which these figures do not promise
        expect(outcomes.filter(({ rule }) => rule !== 'B14').flatMap(({ findings }) => findings)).toEqual([]);
        expect(outcomes.filter(({ claims }) => claims === 0).map(({ rule }) => rule)).toEqual(
          layout === beijing ? [] : ['B20'],
        );
      }),
      { numRuns: 40 },
    );
  });

  it('calls a last digit a tail and everything else an error, where only print is known', () => {
    const keyed = [spent('income', '2010301', 'appropriation', 300)];
    const facts = documentFacts(packJson(tablesOf({ profile, figures: keyed })));
    const row = facts.tables.table('income')?.rows.findIndex(({ kind }) => kind === 'total') ?? -1;
    const levels = (by: number) =>
      check(
        changedFacts(facts, [
          { place: { kind: 'cell', table: 'income', row, column: 'total' }, amount: fen(300_000_000 + by) },
        ]),
      ).flatMap(({ rule, findings }) =>
        rule === 'B1' ? findings.map(({ level, name }) => [level, name]) : [],
      );
    expect(levels(0)).toEqual([]);
    expect(levels(-10_000)).toEqual([['hint', '尾差']]);
    expect(levels(20_000)).toEqual([['error', '本年收入两表不等']]);
  });

  const general = [
    spent('expenditure', '2010301', 'basic', 300),
    spent('economic', '30101', 'amount', 300),
    spent('income', '2010301', 'appropriation', 300),
  ];

  it.each([
    ['B12', 'general-expenditure', '2010301'],
    ['B20', 'general-balance', '2010301'],
  ])('%s tells a row that is missing in %s once, whatever columns it would have', (rule, table, code) => {
    const pack = packJson(tablesOf({ profile: beijing, figures: general }));
    // which prints the same columns, in the years that have it
    const balance = pack.tables.flatMap((each) =>
      each.id === 'general-expenditure' ? [{ ...each, id: 'general-balance' as const }] : [],
    );
    const printed = { ...pack, tables: [...pack.tables, ...balance] };
    const tables = printed.tables.map((each) =>
      each.id === table ? { ...each, rows: each.rows.filter((row) => row.code !== code) } : each,
    );
    const [whole, found] = [printed, { ...printed, tables }].map((document) =>
      check(documentFacts(document)).flatMap((outcome) => (outcome.rule === rule ? outcome.findings : [])),
    );
    expect(whole).toEqual([]);
    expect(found).toMatchObject([{ difference: expect.stringMatching(/^-?300$/) }]);
  });

  it.each([
    ['B12', spent('expenditure', '2010301', 'project', -5, 'other'), 'expenditure'],
    ['B13', spent('expenditure', '2010301', 'basic', -5, 'other'), 'economic'],
    ['B15', spent('expenditure', '2010301', 'project', -5, 'other'), 'expenditure'],
    ['B16', spent('three_public', 'reception', 'project', -5), 'three_public'],
  ] as const)('%s leads to the negative figure by which a book breaks it', (rule, wrong, sheet) => {
    expect(findingsOf(general, rule)).toEqual([]);
    const [finding] = findingsOf([...general, wrong], rule);
    expect(finding).toMatchObject({
      level: 'error',
      difference: '5',
      sheets: expect.arrayContaining([sheet]),
    });
    expect(finding?.sheets[0]).toBe(sheet);
    if (rule !== 'B13') expect(finding?.places).toMatchObject([{ kind: 'figure', sheet, row: wrong.row }]);
  });

  it('hold 基本支出 by 款 against that of each fund, and say which', () => {
    const found = findingsOf([...general, spent('economic', '30201', 'amount', 1)], 'B9');
    expect(found).toMatchObject([
      { left: { name: expect.stringContaining(FUND_NAMES.general) }, difference: '-1' },
    ]);
  });

  it('ask why more was spent on 三公 than the budget that the table prints', () => {
    const spentOn = (wan: number) => spent('three_public', 'reception', 'project', wan);
    const budget = { ...spent('three_public', 'reception', 'amount', 4), measure: 'initial' as const };
    expect(findingsOf([spentOn(4), budget], 'B17')).toEqual([]);
    expect(findingsOf([spentOn(6), budget], 'B17')).toMatchObject([
      { level: 'verify', difference: '2', explanation: { slot: 'explain.B17', verdict: 'missing' } },
    ]);
  });

  it('ask about 公用经费 that an office keyed as that of an institution', () => {
    const keyed = [
      spent('economic', '30201', 'amount', 10),
      spent('economic', '30207//institution', 'amount', 2),
    ];
    expect(findingsOf(keyed.slice(0, 1), 'B18')).toEqual([]);
    expect(findingsOf(keyed, 'B18')).toMatchObject([{ level: 'hint', difference: '-2' }]);
    expect(findingsOf(keyed, 'B18', 'institution')).toEqual([]);
  });
});
