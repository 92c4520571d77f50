import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummedFigure } from '../figures/figure.ts';
import { fen, LARGEST_FIGURE } from '../money/fen.ts';
import { consistentBook } from '../testing/consistent-book.ts';
import { yearToCheck } from '../testing/year-to-check.ts';
import { type BookScope, bookFacts } from './book-facts.ts';
import { runRule } from './check.ts';
import { scopesOf, twoYears, type YearToCheck } from './check-year.ts';
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

interface Score {
  readonly rule: string;
  readonly isEquality: boolean;
  mutants: number;
  caught: number;
  /** the figure was blanked, and with it the law has nothing left to compare */
  silenced: number;
}

const MOST_FIGURES = 12;
const BOOKS = fc.sample(consistentBook, { seed: 2024, numRuns: 12 }).map((book) => yearToCheck(book));

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

/** The cells that the claims of a rule stand on; of notices, those of the sheets it reads. */
function standsOn(rule: Rule, year: YearToCheck, scope: BookScope): FigurePlace[] {
  const claims = rule.claims(bookFacts(scope));
  const parts = claims.flatMap(({ left, right }) => [...(left?.parts() ?? []), ...(right?.parts() ?? [])]);
  const places = parts.flatMap(({ place }) => (place.kind === 'figure' ? [place] : []));
  const read = (year.figures.get(scope.unit.code) ?? []).flatMap((figure): FigurePlace[] => {
    const { value: _, ...address } = figure;
    const isRead = rule.reads.includes(figure.sheet) && figure.measure === 'actual';
    return isRead ? [{ kind: 'figure', year: year.year, unit: scope.unit.code, ...address }] : [];
  });
  const all = places.length > 0 ? places : claims.length > 0 ? read : [];
  const byName = new Map(all.map((place) => [JSON.stringify(place), place]));
  const unique = [...byName.values()];
  // spread over all of them: neighbours are of one kind
  const step = Math.max(1, Math.floor(unique.length / MOST_FIGURES));
  return unique.filter((_, index) => index % step === 0).slice(0, MOST_FIGURES);
}

function scopeOf(year: YearToCheck, { scope, unit }: BookScope): BookScope | undefined {
  const only = scope === 'unit' ? unit.code : null;
  return scopesOf(year, twoYears(year), only).find(
    (each) => each.scope === scope && each.unit.code === unit.code,
  );
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
      const now = scopeOf(wrong, scope);
      const outcome = now && runRule(rule, bookFacts(now));
      score.mutants += 1;
      if (outcome !== undefined && outcome.findings.length > 0) score.caught += 1;
      else if (other === null && (outcome?.claims ?? 0) < base.claims) score.silenced += 1;
    }
  }
}

function scoreOf(rule: Rule): Score {
  const claims = BOOKS.flatMap((year) =>
    scopesOf(year, twoYears(year), null)
      .filter((scope) => isRunOn(rule, scope))
      .map((scope) => ({ year, scope })),
  );
  const musts = claims.flatMap(({ scope }) => rule.claims(bookFacts(scope)).map(({ must }) => must));
  const isEquality = musts.length > 0 && musts.every((must) => must === '=');
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
    expect(equalities.filter(({ mutants, caught, silenced }) => caught + silenced < mutants)).toEqual([]);
  });
});
