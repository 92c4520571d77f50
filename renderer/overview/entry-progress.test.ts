import { expect, it } from 'vitest';
import type { ProgressState, SheetProgress } from '../../core/overview/overview.ts';
import { entriesOf } from './entry-progress.ts';

const sheet = (id: string, state: ProgressState, filled: number, expected: number): SheetProgress => ({
  sheet: id,
  state,
  filled,
  expected,
  missing: [],
  changedAt: id === 'counts' ? '2026-11-22T06:00:00.000Z' : null,
});

it('is one line for the sheets that share an entry, and as far as all of them are', () => {
  const entries = entriesOf([
    sheet('income', 'full', 3, 3),
    sheet('three_public', 'empty', 0, 8),
    sheet('counts', 'full', 6, 6),
    sheet('reception_parts', 'unneeded', 0, 0),
    sheet('procurement', 'empty', 0, 3),
    sheet('purchased_services', 'unneeded', 0, 0),
    sheet('assets', 'unneeded', 0, 0),
  ]);
  expect(entries.map(({ id, state, filled, expected }) => [id, state, filled, expected])).toEqual([
    ['income', 'full', 3, 3],
    ['three_public', 'partly', 6, 14],
    ['procurement', 'empty', 0, 3],
    ['assets', 'unneeded', 0, 0],
  ]);
  expect(entries[1]?.changedAt).toBe('2026-11-22T06:00:00.000Z');
});
