import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkYear, scopesOf, twoYears, type YearToCheck } from '../checks/check-year.ts';
import {
  ADJUSTMENT_UNIT,
  type Book,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
  type Figure,
} from '../figures/figure.ts';
import { findSheet } from '../figures/sheets.ts';
import { isCountedVehicle } from '../registers/totals.ts';
import { consistentBook } from '../testing/consistent-book.ts';
import { packOfBook, sampleBook, tableOf } from '../testing/sample.ts';
import { yearToCheck } from '../testing/year-to-check.ts';
import type { Expectation } from './expectation.ts';
import { expectationsOf } from './expected.ts';
import { EXPECTED_RULES } from './expected-rules.ts';
import { MOST_STEPS } from './next-steps.ts';
import type { Overview, SheetProgress } from './overview.ts';
import { MOST_NAMED, sheetProgress } from './sheet-progress.ts';
import { overviewOf } from './year-overview.ts';

const NEVER: ReadonlyMap<string, string> = new Map();
const street = sampleBook('example-street-2024');

function scopes(year: YearToCheck, unit: string | null) {
  return scopesOf(year, twoYears(year), unit);
}

function overview(year: YearToCheck, unit: string | null = null): Overview {
  return overviewOf(scopes(year, unit), checkYear(year, unit), NEVER);
}

function progress({ sheets }: Pick<Overview, 'sheets'>, sheet: string): SheetProgress {
  const own = sheets.find((each) => each.sheet === sheet);
  if (own === undefined) throw new Error(`no ${sheet}`);
  return own;
}

/** The sample without some figures. */
function without(book: Book, isGone: (figure: Figure) => boolean): YearToCheck {
  const years = book.years.map((year) => ({
    ...year,
    figures: year.figures.filter((figure) => !isGone(figure)),
  }));
  return yearToCheck({ ...book, years });
}

/** Whether a figure is one of those that answer an expectation. */
function answers({ terms }: Expectation, { sheet, measure, fund, column, row }: Omit<Figure, 'unit'>) {
  return terms.some(
    (term) =>
      term.sheet === sheet &&
      term.measure === measure &&
      term.funds.includes(fund) &&
      term.columns.includes(column) &&
      ('under' in term.select ? row.startsWith(term.select.under) : term.select.rows.includes(row)),
  );
}

/** Sheets and measures that nothing else is expected from. */
function isAlone({ sheet, terms }: Expectation): boolean {
  const budgets = terms.every(({ measure }) => measure !== 'actual');
  return budgets || [CONTROL_SHEET, 'reception_parts', 'staff'].includes(sheet);
}

describe('the sample', () => {
  const all = overview(yearToCheck(street));

  it('comes out at the equation of its 收入支出决算总表', () => {
    const wan = 1_000_000;
    expect(all.equation).toEqual({
      income: 3186.2 * wan,
      surplusUsed: 15 * wan,
      opening: 123.51 * wan,
      expenditure: 3169.5 * wan,
      distribution: 12 * wan,
      closing: 143.21 * wan,
    });
    const rows = tableOf(packOfBook(street), 'summary').rows;
    const printed = (role: string) => rows.filter((row) => row.role === role);
    expect(printed('closing').map(({ cells }) => cells['amount']?.exact)).toEqual([all.equation?.closing]);
    expect(printed('grand_total')[0]?.cells['amount']?.exact).toBe(3324.71 * wan);
  });

  it('has all of its 决算, and says which budgets and papers it lacks', () => {
    const states = Object.fromEntries(all.sheets.map(({ sheet, state }) => [sheet, state]));
    expect(states).toMatchObject({
      economic: 'full',
      balance: 'full',
      counts: 'full',
      procurement: 'empty',
      purchased_services: 'unneeded',
      staff: 'unneeded',
    });
    expect(progress(all, 'expenditure').missing.map(({ name }) => name)).toContain(
      '001 2010301 行政运行（一般公共预算）年初预算',
    );
    expect(progress(all, 'control').missing.map(({ name }) => name)).toEqual([
      '001 国库支付数（一般公共预算）',
      '001 国库支付数（政府性基金）',
      '001 公务用车保有量',
      '002 国库支付数（一般公共预算）',
      '003 国库支付数（一般公共预算）',
    ]);
  });

  it('spends most on 201, and carries three funds on', () => {
    expect(all.byClass.map(({ code, amount }) => [code, amount / 1e6])).toEqual([
      ['201', 2708],
      ['212', 343],
      ['208', 100],
      ['229', 18.5],
    ]);
    expect(all.byClass.every(({ last }) => last === null)).toBe(true);
    expect(all.balances).toEqual([
      { fund: 'general', opening: 92e6, closing: 112e6 },
      { fund: 'gov_fund', opening: 4e6, closing: 5.5e6 },
      { fund: 'other', opening: 27.51e6, closing: 25.71e6 },
    ]);
  });

  it('goes on with the tables only when no error is open', () => {
    expect(all.next.at(-1)?.place).toEqual({ kind: 'page', page: 'tables' });
    const wrong = without(
      street,
      ({ unit, sheet, column }) => unit === '001' && sheet === 'expenditure' && column === 'project',
    );
    const { next } = overview(wrong);
    expect(next[0]).toMatchObject({ level: 'error', place: { kind: 'finding' } });
    expect(next.some(({ place }) => place.kind === 'page' && place.page === 'tables')).toBe(false);
    expect(next.length).toBeLessThanOrEqual(MOST_STEPS);
  });

  it('begins with 导入 where nothing is keyed, and has no equation', () => {
    const empty = overview(without(street, () => true));
    expect(empty.equation).toBeNull();
    expect(empty.next[0]?.place).toEqual({ kind: 'page', page: 'import' });
    expect(progress(empty, 'income')).toMatchObject({ state: 'empty', filled: 0 });
    expect(progress(empty, 'income').missing[1]?.place).toEqual({
      kind: 'page',
      page: 'income',
      unit: '002',
    });
  });
});

/** How far the sheets of a book's newest year are. */
function sheetsOf(book: Book, unit: string | null = null): SheetProgress[] {
  return sheetProgress(scopes(yearToCheck(book), unit), NEVER);
}

describe('any consistent book', () => {
  it('has only sheets that are complete, or say what they lack and where it is keyed', () => {
    fc.assert(
      fc.property(consistentBook, (book) => {
        for (const { sheet, state, filled, expected, missing } of sheetsOf(book)) {
          // the register of vehicles says its counts, so nobody has keyed them
          const own = (book.years[1]?.figures ?? []).filter(
            (figure) => figure.sheet === sheet && !isCountedVehicle(figure),
          );
          const isCarried = own.every(({ measure }) => measure === 'prior');
          expect(filled).toBe(isCarried ? 0 : own.length);
          expect(expected).toBeGreaterThanOrEqual(filled + missing.length);
          if (isCarried && own.length > 0) expect(state).toBe('empty');
          else {
            expect(missing.length).toBe(Math.min(expected - filled, MOST_NAMED));
            expect(state === 'full' || state === 'unneeded').toBe(missing.length === 0);
          }
          for (const { place } of missing) {
            if (place.kind !== 'figure') continue;
            const column = findSheet(place.sheet)?.columns.find(({ id }) => id === place.column);
            expect(place.sheet).toBe(sheet);
            expect(column?.funds).toContain(place.fund);
            expect(column?.measures ?? findSheet(sheet)?.measures).toContain(place.measure);
          }
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('names an expected figure that is taken away, in its sheet alone where nothing follows from it', () => {
    fc.assert(
      fc.property(consistentBook, fc.nat(), (book, chosen) => {
        const there = scopes(yearToCheck(book), null).flatMap((scope) =>
          expectationsOf(scope)
            .filter(({ isThere }) => isThere)
            .map((expectation) => ({ unit: scope.unit.code, expectation })),
        );
        const taken = there[chosen % there.length];
        if (taken === undefined) throw new Error('nothing is expected of the book');
        const { unit, expectation } = taken;
        const only = unit === DEPARTMENT_UNIT ? null : unit;
        const less = withoutAnswers(book, unit, expectation);
        // 全年预算 is expected as long as the fund has another one
        if (expectation.terms[0]?.measure === 'final' && !hasFinal(less, unit, expectation)) return;
        const own = scopes(yearToCheck(less), only).at(-1);
        const missing = own === undefined ? [] : expectationsOf(own).filter(({ isThere }) => !isThere);
        const [before, after] = [book, less].map((each) => sheetsOf(each, only));
        const isTold = missing.some(
          ({ sheet, name }) =>
            sheet === expectation.sheet && !(isAlone(expectation) && name !== expectation.name),
        );
        expect(isTold, `${expectation.sheet} ${expectation.name}`).toBe(true);
        expect(stateIn(after, expectation.sheet)).toMatch(/partly|empty/);
        if (!isAlone(expectation)) return;
        const others = (sheets: readonly SheetProgress[] | undefined) =>
          sheets?.filter(({ sheet }) => sheet !== expectation.sheet);
        expect(others(after)).toEqual(others(before));
      }),
      // a whole book shrinks for minutes; the assertion says what was taken away
      { numRuns: 60, endOnFailure: true },
    );
  });
});

const stateIn = (sheets: readonly SheetProgress[] | undefined, sheet: string) =>
  sheets?.find((each) => each.sheet === sheet)?.state;

function hasFinal(book: Book, unit: string, { sheet, place }: Expectation): boolean {
  return book.years.some(({ figures }) =>
    figures.some(
      (figure) =>
        figure.unit === unit &&
        figure.sheet === sheet &&
        figure.measure === 'final' &&
        place.kind === 'figure' &&
        figure.fund === place.fund,
    ),
  );
}

function withoutAnswers(book: Book, unit: string, expectation: Expectation): Book {
  const newest = Math.max(...book.years.map(({ year }) => year));
  const isLeft = (figure: Figure) => figure.unit !== unit || !answers(expectation, figure);
  const years = book.years.map((year) =>
    year.year === newest ? { ...year, figures: year.figures.filter(isLeft) } : year,
  );
  return { ...book, years };
}

it('expects nothing of the 差额表, and names a reason for each rule', () => {
  const adjusted = scopes(yearToCheck(street), null).find(({ unit }) => unit.code === ADJUSTMENT_UNIT);
  expect(adjusted && expectationsOf(adjusted)).toEqual([]);
  expect(EXPECTED_RULES.every(({ sheet, why }) => findSheet(sheet) !== undefined && why !== '')).toBe(true);
});
