import { expect, it } from 'vitest';
import { whenWords } from './when.ts';

const now = new Date(2026, 0, 1, 9, 30);

it.each([
  [new Date(2026, 0, 1, 0, 5), '今天 00:05'],
  [new Date(2025, 11, 31, 23, 59), '昨天 23:59'],
  [new Date(2025, 11, 30, 23, 59), '2025年12月30日'],
  [new Date(2026, 8, 3, 8, 0), '9月3日'],
])('says %s as %s', (date, words) => {
  expect(whenWords(date.toISOString(), now)).toBe(words);
});
