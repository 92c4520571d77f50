import { expect, it } from 'vitest';
import { openedWords } from './opened-words.ts';

const local = (...parts: readonly [number, number, number, number, number]) => {
  const [year, month, day, hour, minute] = parts;
  return new Date(year, month - 1, day, hour, minute);
};

it.each([
  ['the same day', local(2025, 9, 5, 14, 3), '今天 14:03'],
  ['a minute after midnight', local(2025, 9, 5, 0, 1), '今天 00:01'],
  ['the evening before, less than a day ago', local(2025, 9, 4, 23, 59), '昨天 23:59'],
  ['two days before', local(2025, 9, 3, 9, 0), '9月3日'],
  ['another year', local(2024, 12, 31, 9, 0), '2024年12月31日'],
  ['a clock that was set back', local(2025, 9, 6, 9, 0), '9月6日'],
])('says when a book was opened: %s', (_, opened, words) => {
  expect(openedWords(opened.toISOString(), local(2025, 9, 5, 15, 0))).toBe(words);
});

it('knows yesterday across the turn of the year', () => {
  expect(openedWords(local(2024, 12, 31, 17, 26).toISOString(), local(2025, 1, 1, 8, 0))).toBe('昨天 17:26');
});

it('says nothing of a time it cannot read', () => {
  expect(openedWords('', local(2025, 9, 5, 15, 0))).toBe('');
});
