import fc from 'fast-check';
import { expect, it } from 'vitest';
import { consistentBook } from '../testing/consistent-book.ts';
import { yearToCheck } from '../testing/year-to-check.ts';
import { checkYear } from './check-year.ts';
import { isOpen } from './finding.ts';

it('a department whose figures agree has no error, and nothing to explain', () => {
  const tally = new Map<string, number>();
  fc.assert(
    fc.property(consistentBook, (book) => {
      const year = yearToCheck(book);
      const whole = checkYear(year, null);
      const units = year.units.map(({ code }) => checkYear(year, code));
      for (const { rule, claims } of whole.tally) tally.set(rule, (tally.get(rule) ?? 0) + claims);
      const asked = [whole, ...units]
        .flatMap(({ findings }) => findings)
        .filter((finding) => finding.level !== 'hint' && isOpen(finding))
        .map(({ rule, level, where, message, left, right }) =>
          [rule, level, where, message, left?.amount, right?.amount].join(' '),
        );
      expect(asked).toEqual([]);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
