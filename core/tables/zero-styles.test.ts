import { describe, expect, it } from 'vitest';
import type { ProfileEdition } from '../profiles/profile.ts';
import { printedCells, tableOf } from '../testing/sample.ts';
import { changedProfile, spent, tablesOf } from '../testing/tables-of.ts';

/** What each style prints of 0 keyed, of nothing keyed and of 1 − 1, beside an amount, which no style changes. */
const PRINTED: readonly (readonly [ProfileEdition['zero'], string, string, string])[] = [
  ['blank', '', '', ''],
  ['0.00', '0.00', '', '0.00'],
  ['filled', '0.00', '0.00', '0.00'],
];

describe('an amount of 0', () => {
  it.each(PRINTED)('printed as %s: keyed “%s”, never keyed “%s”, a sum “%s”', (zero, keyed, never, sum) => {
    const profile = changedProfile('shanghai', (edition) => ({ ...edition, zero }));
    const figures = [
      spent('expenditure', '2010301', 'basic', 0),
      spent('expenditure', '2010301', 'project', 3),
      spent('expenditure', '2080501', 'basic', 1),
      spent('expenditure', '2080502', 'basic', -1),
    ];
    const table = tableOf(tablesOf({ profile, figures }), 'expenditure');
    const printed = printedCells(table);
    const text = (row: string, column: string) => printed[`${row} ${column}`] ?? '';
    expect([
      text('2010301', 'basic'),
      text('2080501', 'project'),
      text('208', 'basic'),
      text('2010301', 'project'),
    ]).toEqual([keyed, never, sum, '3.00']);
  });

  it.each(['blank', '0.00', 'filled'] as const)(
    'printed as %s leaves a table of zeros as empty as one of nothing',
    (zero) => {
      const profile = changedProfile('shanghai', (edition) => ({ ...edition, zero }));
      for (const figures of [[], [spent('expenditure', '2120801', 'project', 0, 'gov_fund')]]) {
        expect(tableOf(tablesOf({ profile, figures }), 'gov-fund').empty).toBe(true);
      }
    },
  );
});
