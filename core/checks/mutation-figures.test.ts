import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummedFigure } from '../figures/figure.ts';
import { fen, LARGEST_FIGURE } from '../money/fen.ts';
import { consistentBook } from '../testing/consistent-book.ts';
import { yearToCheck } from '../testing/year-to-check.ts';
import { type BookScope, bookFacts } from './book-facts.ts';
import { runRule } from './check.ts';
import { scopesOf, twoYears, type YearToCheck } from './check-year.ts';
import type { Claim, Operand } from './claim.ts';
import type { Place } from './finding.ts';
import { isRunOn, type Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { MOVED_COLUMN_RULE } from './slips/moved-column.ts';
import type { FiguresByUnit } from './year-figures.ts';

type FigurePlace = Extract<Place, { kind: 'figure' }>;

/** The slips of DESIGN §4: what becomes of a keyed figure; `null`: blanked. */
const SLIPS: readonly ((value: number) => number | null)[] = [
  (value) => value + 1,
  (value) => value - 1,
  (value) => value * 10,
  (value) => swapped(value),
  () => null,
  (value) => -value,
];

/** The last two digits that differ change places. */
function swapped(value: number): number {
  const digits = String(Math.abs(value)).padStart(2, '0');
  const at = [...digits].findLastIndex((digit, index) => index > 0 && digit !== digits[index - 1]);
  if (at < 1) return value;
  const pair = `${digits[at] ?? ''}${digits[at - 1] ?? ''}`;
  return Math.sign(value) * Number(`${digits.slice(0, at - 1)}${pair}${digits.slice(at + 1)}`);
}

/** Percent that the thresholds and orders have reached: most slips leave an amount on the right side of them. */
const FLOORS: Readonly<Record<string, number>> = {
  B21a: 18,
  B21b: 10,
  B21c: 18,
  B21d: 20,
  S1: 28,
  S2: 28,
  S3: 28,
  S4: 28,
  S5: 45,
  S5a: 25,
  S6: 5,
  J2: 15,
  J3: 16,
  J4: 16,
  D2: 20,
  Y1: 4,
  Y2: 20,
  Y3: 25,
  Y4: 3,
  Y5: 0.3,
};

interface Score {
  readonly rule: string;
  readonly isEquality: boolean;
  mutants: number;
  caught: number;
  /** the figure was blanked, and with it the law has nothing left to compare */
  silenced: number;
}

const MOST_FIGURES = 6;
const BOOKS = fc.sample(consistentBook, { seed: 98, numRuns: 8 }).map((book) => yearToCheck(book));

function isAt(figure: SummedFigure, place: FigurePlace): boolean {
  return (['sheet', 'row', 'fund', 'column', 'measure'] as const).every((key) => figure[key] === place[key]);
}

function mutated(figures: FiguresByUnit, place: FigurePlace, value: number | null): FiguresByUnit {
  const own = (figures.get(place.unit) ?? []).flatMap((figure) => {
    if (!isAt(figure, place)) return [figure];
    return value === null ? [] : [{ ...figure, value: fen(value) }];
  });
  return new Map([...figures, [place.unit, own]]);
}

function valueAt(year: YearToCheck, place: FigurePlace): number | undefined {
  const figures = place.year === year.year ? year.figures : year.last;
  return figures?.get(place.unit)?.find((figure) => isAt(figure, place))?.value;
}

/** Rules whose notices stand on what is keyed or blank beside each other, in the sheets that they read. */
const OF_PRESENCE: readonly string[] = ['Y4', 'Y5'];

/** The cells that the claims of a rule stand on: what its sides add up; of a notice, the cells that it marks. */
function standsOn(rule: Rule, year: YearToCheck, scope: BookScope): FigurePlace[] {
  const claims = rule.claims(bookFacts(scope));
  const named = claims.flatMap(({ left, right, places }) =>
    left === null && right === null
      ? (places ?? [])
      : [...(left?.parts() ?? []), ...(right?.parts() ?? [])].map(({ place }) => place),
  );
  const all = OF_PRESENCE.includes(rule.id) && claims.length > 0 ? readBy(rule, year, scope) : named;
  const figures = all.flatMap((place) => (place.kind === 'figure' ? [place] : []));
  const unique = [...new Map(figures.map((place) => [JSON.stringify(place), place])).values()];
  // spread over all of them: neighbours are of one kind
  const step = Math.max(1, Math.floor(unique.length / MOST_FIGURES));
  return unique.filter((_, index) => index % step === 0).slice(0, MOST_FIGURES);
}

function readBy(rule: Rule, { figures, year }: YearToCheck, { unit }: BookScope): Place[] {
  const own = (figures.get(unit.code) ?? []).filter(({ sheet }) => rule.reads.includes(sheet));
  return own.map(({ value: _, ...address }) => ({ kind: 'figure', year, unit: unit.code, ...address }));
}

const SUMS = new Map(BOOKS.map((year) => [year, twoYears(year)]));

/** The same scope after a figure was changed. */
function scopeAfter(
  year: YearToCheck,
  wrong: YearToCheck,
  before: BookScope,
  place: FigurePlace,
): BookScope | undefined {
  const { scope, unit } = before;
  const isNow = place.year === wrong.year;
  const inSheet = (book: YearToCheck, code: string) =>
    ((isNow ? book.figures : book.last)?.get(code) ?? []).filter(({ sheet }) => sheet === place.sheet);
  if (scope !== 'unit') {
    const sums = SUMS.get(year) ?? twoYears(year);
    const changed = isNow ? sums.now : sums.last;
    const replace = (book: YearToCheck) =>
      changed?.replace({ unit: place.unit, sheet: place.sheet, figures: inSheet(book, place.unit) });
    replace(wrong);
    const scopes = scopesOf(wrong, sums, null);
    // to add up a whole book anew for each slip takes most of the time
    replace(year);
    return scopes.find((each) => each.scope === scope && each.unit.code === unit.code);
  }
  const own = inSheet(wrong, unit.code);
  if (!isNow) return { ...before, last: before.last?.withSheet(place.sheet, own) ?? null };
  const sums = before.sums.withSheet(place.sheet, own);
  return { ...before, sums, members: [{ unit, sums }] };
}

function scoreIn(rule: Rule, year: YearToCheck, scope: BookScope, score: Score) {
  const base = runRule(rule, bookFacts(scope));
  if (base.findings.length > 0) return;
  for (const place of standsOn(rule, year, scope)) {
    const value = valueAt(year, place);
    if (value === undefined) continue;
    for (const slip of SLIPS) {
      const other = slip(value);
      // the sum stays equal
      if (other === value || (other ?? 0) === value || Math.abs(other ?? 0) > LARGEST_FIGURE) continue;
      const wrong: YearToCheck =
        place.year === year.year
          ? { ...year, figures: mutated(year.figures, place, other) }
          : { ...year, last: year.last && mutated(year.last, place, other) };
      const now = scopeAfter(year, wrong, scope, place);
      const outcome = now && runRule(rule, bookFacts(now));
      score.mutants += 1;
      if (outcome !== undefined && outcome.findings.length > 0) score.caught += 1;
      else if (other === null && (outcome?.claims ?? 0) < base.claims) score.silenced += 1;
    }
  }
}

/** Both sides keyed apart; where they share a cell, a slip in it may change both alike. */
function isEqualityOfTwo({ must, left, right }: Claim): boolean {
  const names = (side: Operand | null) => (side?.parts() ?? []).map(({ place }) => JSON.stringify(place));
  const ofRight = new Set(names(right));
  return must === '=' && !names(left).some((name) => ofRight.has(name));
}

function scoreOf(rule: Rule): Score {
  const claims = BOOKS.flatMap((year) =>
    scopesOf(year, twoYears(year), null)
      .filter((scope) => isRunOn(rule, scope))
      .map((scope) => ({ year, scope })),
  );
  const made = claims.flatMap(({ scope }) => rule.claims(bookFacts(scope)));
  const isEquality = made.length > 0 && made.every(isEqualityOfTwo);
  const score: Score = { rule: rule.id, isEquality, mutants: 0, caught: 0, silenced: 0 };
  for (const { year, scope } of claims) scoreIn(rule, year, scope, score);
  return score;
}

const percent = ({ caught, mutants, silenced }: Score) => (100 * caught) / (mutants - silenced);
const line = (score: Score) =>
  `${score.rule.padEnd(5)} ${String(score.mutants).padStart(6)} ${String(score.caught).padStart(6)} ${String(score.silenced).padStart(6)}  ${percent(score).toFixed(1)} %`;

describe('mutation scores on figures, of the independent rules (DESIGN §4)', () => {
  const scores = RULES.filter(({ ground, id }) => ground === 'independent' && id !== MOVED_COLUMN_RULE)
    .map(scoreOf)
    .filter(({ mutants }) => mutants > 0);
  const equalities = scores.filter(({ isEquality }) => isEquality);
  const others = scores.filter(({ isEquality }) => !isEquality);
  console.log(
    [
      'rule  mutants caught silenced score',
      'equalities:',
      ...equalities.map(line),
      'thresholds and orders:',
      ...others.map(line),
    ].join('\n'),
  );

  it('equalities catch every slip that leaves something to compare', () => {
    expect(equalities.length).toBeGreaterThan(20);
    expect(equalities.filter(({ mutants, caught, silenced }) => caught + silenced < mutants)).toEqual([]);
  });

  it.each(Object.entries(FLOORS))('%s catches no fewer than it did: %d %%', (rule, floor) => {
    const score = others.find((each) => each.rule === rule);
    expect(score === undefined ? 0 : percent(score)).toBeGreaterThanOrEqual(floor);
  });
});
