import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import type { TablePack } from '../tables/model.ts';
import { randomBook } from '../testing/random-book.ts';
import { packOfBook, SAMPLE_NAMES, sampleBook } from '../testing/sample.ts';
import { packFacts } from './book-facts.ts';
import { runRule } from './check.ts';
import type { Facts } from './facts.ts';
import { RULES } from './rules.ts';
import { MOVED_COLUMN_RULE } from './slips/moved-column.ts';

const IDENTITIES = RULES.filter(({ id, ground }) => ground === 'identity' && id !== MOVED_COLUMN_RULE);

/** 基本支出 of 政府性基金 is keyed by 项 and again by 款: of a book B9 holds the two against each other. */
const KEYED_APART = ['B20/gov-fund-basic'];

/** Our own tables as a document of which every digit is known. */
function factsOf(pack: TablePack): Facts {
  return {
    scope: 'document',
    code: null,
    where: pack.name,
    year: pack.year,
    classification: new Classification(pack.year),
    tables: packFacts(pack),
    figures: null,
  };
}

const profiles = BUILT_IN_PROFILES.map(({ id }) => id);

describe('the laws that hold by construction', () => {
  it('hold to the 分 in our own tables of any figures, in each layout', () => {
    fc.assert(
      fc.property(randomBook, fc.constantFrom(...profiles), (book, profile) => {
        const facts = factsOf(packOfBook(book, null, profile));
        const broken = IDENTITIES.flatMap((rule) =>
          rule.claims(facts).flatMap(({ holds, subject, left, right }) => {
            const claim = `${rule.id}/${subject}`;
            return holds || KEYED_APART.includes(claim) ? [] : [[claim, left?.amount, right?.amount]];
          }),
        );
        expect(broken).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('are each looked at somewhere in the tables of the samples', () => {
    const all = SAMPLE_NAMES.flatMap((name) =>
      profiles.map((profile) => factsOf(packOfBook(sampleBook(name), null, profile))),
    );
    const idle = IDENTITIES.filter((rule) => all.every((facts) => runRule(rule, facts).claims === 0));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});
