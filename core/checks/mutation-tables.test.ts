import { describe, expect, it } from 'vitest';
import { packJson } from '../printed/pack-json.ts';
import { packOfBook, SAMPLE_NAMES, sampleBook } from '../testing/sample.ts';
import type { Claim } from './claim.ts';
import { documentFacts } from './document-facts.ts';
import type { Facts } from './facts.ts';
import type { Place } from './finding.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { changedFacts } from './slips/changed-facts.ts';
import { MOVED_COLUMN_RULE } from './slips/moved-column.ts';

/** The slips of DESIGN §4 on a printed amount, in 分 that print shows; `null`: blanked. */
const SLIPS: readonly ((amount: number) => number | null)[] = [
  (amount) => amount + 1_000_000,
  (amount) => amount - 1_000_000,
  (amount) => amount * 10,
  (amount) => -amount,
  () => null,
];

/** More cells of one rule say nothing new. */
const MOST_CELLS = 40;
/** Percent; below 100 only where a slip is as small as what rounding may leave. */
const FLOOR = 97;

const IDENTITIES = RULES.filter(({ id, ground }) => ground === 'identity' && id !== MOVED_COLUMN_RULE);

const documents: readonly Facts[] = SAMPLE_NAMES.flatMap((name) =>
  ['shanghai', 'beijing'].map((profile) =>
    documentFacts(packJson(packOfBook(sampleBook(name), null, profile))),
  ),
);

const keyOf = (place: Place) => JSON.stringify(place);

/** The printed amounts that the claims of a rule stand on. */
function cellsBehind(claims: readonly Claim[]): { readonly place: Place; readonly amount: number }[] {
  const cells = claims
    .flatMap(({ left, right }) => [left, right])
    .flatMap((side) => (side === null || side.amount === null ? [] : side.parts()))
    .flatMap(({ place, amount }) => (amount === 0 ? [] : [{ place, amount: Math.abs(amount) }]));
  return [...new Map(cells.map((cell) => [keyOf(cell.place), cell])).values()];
}

const breaks = (rule: Rule, facts: Facts) => rule.claims(facts).filter(({ holds }) => !holds).length;

describe('mutants of printed amounts', () => {
  const scores = IDENTITIES.flatMap((rule) => {
    let mutants = 0;
    let caught = 0;
    for (const facts of documents) {
      const before = breaks(rule, facts);
      const cells = cellsBehind(rule.claims(facts));
      const step = Math.ceil(cells.length / MOST_CELLS);
      for (const { place, amount } of cells.filter((_, index) => index % step === 0)) {
        for (const slip of SLIPS) {
          mutants += 1;
          if (breaks(rule, changedFacts(facts, [{ place, amount: slip(amount) }])) !== before) caught += 1;
        }
      }
    }
    return mutants === 0 ? [] : [{ rule: rule.id, mutants, caught, score: (100 * caught) / mutants }];
  });

  it('are caught by every identity that adds up or compares amounts', () => {
    console.info(
      scores
        .map(
          ({ rule, mutants, caught, score }) =>
            `${rule.padEnd(4)} ${mutants} ${caught} ${score.toFixed(1)} %`,
        )
        .join('\n'),
    );
    const unlooked = IDENTITIES.map(({ id }) => id).filter((id) => !scores.some(({ rule }) => rule === id));
    // A20 and A23 look at the order of lines and at notes; no sample has money of 国有资本经营 (B11)
    expect(unlooked).toEqual(['A20', 'A23', 'B11']);
    expect(scores.filter(({ score }) => score < FLOOR)).toEqual([]);
  });
});
