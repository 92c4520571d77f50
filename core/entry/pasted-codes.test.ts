import { expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { pastedCode } from './pasted-codes.ts';

it.each([
  [['2010301'], '2010301'],
  [['2010301', ' 2010302 ', ''], '2010301'],
  [['30101', '30201'], '30101'],
  // one amount among them, a code that is none, a decimal
  [['2010301', '5'], null],
  [['2990077'], null],
  [['2010301.00'], null],
  [['', ' '], null],
])('of %j the first code is %s', (texts, code) => {
  expect(pastedCode(texts, new Classification(2024))).toBe(code);
});
