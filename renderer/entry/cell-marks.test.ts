import { expect, it } from 'vitest';
import type { Explanation, Finding, Place } from '../../core/checks/finding.ts';
import { cellMarks, changedRows, detailOf, markKey } from './cell-marks.ts';

const place = {
  kind: 'figure',
  year: 2024,
  unit: '001',
  sheet: 'expenditure',
  row: '2010302',
  fund: 'general',
  column: 'project',
  measure: 'actual',
} as const;

function finding(key: string, level: Finding['level'], ...places: readonly Place[]): Finding {
  return {
    key,
    rule: 'K-04',
    name: `${key}不等`,
    level,
    message: '两处应相等。',
    left: null,
    right: null,
    must: null,
    difference: '',
    unit: '万元',
    lookFirst: [],
    where: '001 本级',
    scope: '001',
    sheets: ['expenditure'],
    places,
    explanation: null,
  };
}

const explained: Explanation = {
  slot: 'explain.x',
  text: '追加',
  verdict: 'accepted',
  remarks: [],
  asks: { stake: null, sides: [], lastText: '' },
};
const at = { year: 2024, unit: '001', sheet: 'expenditure' };

it('marks the cells of one sheet of one unit and year, with the gravest of their findings first', () => {
  const marks = cellMarks(
    [
      finding('核实', 'verify', place),
      finding('错误', 'error', place, place),
      finding('提示', 'hint', { ...place, column: 'basic' }),
      { ...finding('说明过', 'verify', { ...place, row: '2010301' }), explanation: explained },
      finding(
        '别处',
        'error',
        { ...place, unit: '002' },
        { ...place, year: 2023 },
        { ...place, sheet: 'income' },
      ),
      finding('表', 'error', { kind: 'cell', table: 'summary', row: 0, column: 'amount' }),
    ],
    at,
  );
  expect([...marks.keys()]).toEqual([markKey(place)]);
  expect(marks.get(markKey(place))).toMatchObject({
    row: '2010302',
    level: 'error',
    sentence: '错误：错误不等。两处应相等。\n核实：核实不等。两处应相等。',
  });
});

it('says at the cell what both sides are, or in a notice what is noticed', () => {
  const side = (name: string, amount: string) => ({ name, amount, parts: [], partCount: 0 });
  const compared = {
    ...finding('甲', 'error'),
    left: side('账簿算得', '734.5'),
    right: side('核对数', '806.5'),
  };
  expect(detailOf({ ...compared, difference: '-72' })).toBe('账簿算得 734.50，核对数 806.50，相差 -72.00');
  expect(detailOf({ ...compared, right: side('核对数', '') })).toContain('核对数 没有录入');
  expect(detailOf(finding('甲', 'error'))).toBe('两处应相等。');
});

it('tells the rows whose marks came, went or say something else', () => {
  const other = { ...place, row: '2010301' } as const;
  const third = { ...place, row: '2080505' } as const;
  const before = cellMarks([finding('甲', 'error', place, third), finding('乙', 'verify', other)], at);
  const same = cellMarks([finding('甲', 'error', place, third), finding('乙', 'verify', other)], at);
  const after = cellMarks([finding('甲', 'error', place), finding('丙', 'verify', other)], at);
  expect([...changedRows(before, same)]).toEqual([]);
  expect([...changedRows(before, after)].toSorted()).toEqual(['2010301', '2080505']);
  expect([...changedRows(after, before)].toSorted()).toEqual(['2010301', '2080505']);
});
