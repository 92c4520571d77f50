import { expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { findSheet } from '../figures/sheets.ts';
import { lineMark } from './line-marks.ts';
import type { FundView } from './sheet-columns.ts';
import { sheetLines } from './sheet-lines.ts';

const classification = new Classification(2024);

it.each([
  ['expenditure', 'general', '2010301', null],
  ['expenditure', 'general', '2019898', '科目表里没有 2019898'],
  ['expenditure', 'general', '2296002', '属政府性基金，这里是一般公共预算'],
  ['expenditure', 'gov_fund', '2296002', null],
  ['expenditure', 'other', '2296002', null],
  ['expenditure', 'all', '2296002', null],
  ['economic', 'general', '30201', null],
  ['economic', 'general', '30903', '一般属项目支出'],
] as const)('in %s, fund %s, the line %s is marked: %s', (id, fund, row, expected) => {
  const sheet = findSheet(id);
  if (sheet === undefined) throw new Error(id);
  const lines = sheetLines(sheet, [row], classification);
  const marks = lines.map((line) => lineMark(line, sheet, fund as FundView, classification));
  const [own, ...above] = marks.reverse();
  expect(own ?? '').toContain(expected ?? '');
  expect(own === null).toBe(expected === null);
  // 合计, 类 and 款 are not keyed, so they cannot be doubtful
  expect(above.every((mark) => mark === null)).toBe(true);
});
