import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistentBook } from '../testing/consistent-book.ts';
import { yearToCheck } from '../testing/year-to-check.ts';
import { type CheckReport, checkYear } from './check-year.ts';

/** What would block an approval, or ask for an explanation. */
function asked({ findings }: CheckReport): string[] {
  return findings
    .filter(({ level }) => level !== 'hint')
    .map(({ rule, level, where, message, left, right }) =>
      [rule, level, where, message, left?.amount, right?.amount].join(' '),
    );
}

describe('a department whose figures agree', () => {
  it('has no error, and nothing to explain, as a whole and in each unit', () => {
    fc.assert(
      fc.property(consistentBook, (book) => {
        const year = yearToCheck(book);
        expect(asked(checkYear(year, null))).toEqual([]);
        for (const { code } of year.units) expect(asked(checkYear(year, code))).toEqual([]);
      }),
      // the figures of a book follow from each other: to make it smaller takes minutes and tells nothing
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('gives the rules on figures and budgets something to look at', () => {
    const reports = fc
      .sample(consistentBook, { seed: 12, numRuns: 12 })
      .map((book) => checkYear(yearToCheck(book), null));
    const looked = new Set(
      reports.flatMap(({ tally }) => tally.filter(({ claims }) => claims > 0).map(({ rule }) => rule)),
    );
    const own = [
      'E1',
      'E2',
      'E3',
      'E4',
      'B21a',
      'B21b',
      'B21c',
      'B21d',
      'S1',
      'S2',
      'S3',
      'S4',
      'S5',
      'S5a',
      'S6',
    ];
    const rest = ['J1', 'J2', 'J3', 'J4', 'D1', 'D2', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'B9', 'K01', 'L1', 'L2'];
    expect([...own, ...rest].filter((rule) => !looked.has(rule))).toEqual([]);
  });
});
