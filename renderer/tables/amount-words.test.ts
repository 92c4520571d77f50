import { expect, it } from 'vitest';
import { amountWords } from './amount-words.ts';

it.each([
  ['2708', '2,708.00'],
  ['51.3', '51.30'],
  ['-1234567.000001', '-1,234,567.000001'],
  ['0', '0.00'],
  ['', ''],
  ['1,234.00', '1,234.00'],
])('writes %j as %j', (exact, words) => {
  expect(amountWords(exact, '万元')).toBe(words);
});

it('leaves counts as whole numbers', () => {
  expect(amountWords('2', '个')).toBe('2');
});
