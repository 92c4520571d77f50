import { expect, it } from 'vitest';
import { expectedYear, mayBeUnit } from './stated.ts';

const unit = { code: '001', name: '示例街道办事处（本级）' };

it.each([
  ['示例街道办事处', true],
  ['示例街道办事处(本级)', true],
  ['上海市某区示例街道办事处', true],
  ['001', true],
  ['示例街道文化站', false],
  ['002', false],
])('a file of %s may be of 001 示例街道办事处（本级）: %s', (stated, expected) => {
  expect(mayBeUnit(stated, unit)).toBe(expected);
});

it('tables published last year are a year older', () => {
  expect(expectedYear('published', 2024)).toBe(2023);
  expect(expectedYear('reports', 2024)).toBe(2024);
});
