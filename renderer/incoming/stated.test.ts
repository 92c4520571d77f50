import { expect, it } from 'vitest';
import { expectedYear, likenessOf } from './stated.ts';

const unit = { code: '001', name: '示例街道办事处（本级）' };

it.each([
  ['示例街道办事处', 'same'],
  ['示例街道办事处(本级)', 'same'],
  [' 示例街道办事处【本级】', 'same'],
  ['001', 'same'],
  ['001 示例街道办事处', 'same'],
  ['上海市某区示例街道办事处', 'alike'],
  ['示例街道办事处（汇总）', 'alike'],
  ['示例街道办事处社区中心', 'alike'],
  ['示例街道', 'alike'],
  ['示例街道文化站', 'other'],
  ['002', 'other'],
])('what a file says of its unit, %s, is beside 001 示例街道办事处（本级）: %s', (stated, likeness) => {
  expect(likenessOf(stated, unit)).toBe(likeness);
});

it('tables published last year are a year older', () => {
  expect(expectedYear('published', 2024)).toBe(2023);
  expect(expectedYear('reports', 2024)).toBe(2024);
});
