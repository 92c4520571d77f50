import { describe, expect, it } from 'vitest';
import type { Comparison, Difference } from './comparison.ts';
import { headline } from './headline.ts';

const table = (equal: number, ...uncompared: string[]) =>
  ({ table: 'summary', title: '', sheet: '', equal, uncompared }) as const;
const all: Comparison = {
  file: '',
  differences: [],
  compared: [table(3), table(4)],
  complete: true,
  missing: [],
  unrecognised: [],
};
const DIFFERENCE: Difference = {
  table: 'summary',
  title: '',
  row: 0,
  column: '',
  place: '',
  ours: '',
  theirs: '',
  difference: '',
  where: '',
};

describe('the headline of a comparison', () => {
  it('says 没有不同 alone only where every table and number was compared', () => {
    expect(headline(all)).toBe('没有不同：2 张表，7 格有数的都一致');
    const note = { sheet: '目录', reason: '没有找到公开表的标题和表头' };
    expect(headline({ ...all, unrecognised: [note] })).toBe('没有不同：2 张表，7 格有数的都一致');
    expect(headline({ ...all, missing: ['甲', '乙'] })).toBe(
      '没有不同：核对了 2 张，7 格有数的都一致；2 张没有核对，都是空表',
    );
    expect(
      headline({
        ...all,
        complete: false,
        compared: [table(3, '一栏', '一行')],
        missing: ['甲'],
        unrecognised: [note, { ...note, uncompared: true }],
      }),
    ).toBe('核对过的没有不同（1 张表，3 格），有 2 处、1 张表、1 张工作表没有核对');
    expect(headline({ ...all, compared: [] })).toBe('没有认出一张相同的表，无从核对');
  });

  it('counts the differences, and still says what was left out', () => {
    const differing = { ...all, differences: [DIFFERENCE, DIFFERENCE] };
    expect(headline(differing)).toBe('2 处不同，在 1 张表；另有 7 格一致');
    expect(headline({ ...differing, complete: false, compared: [table(1, '一栏')] })).toBe(
      '2 处不同，在 1 张表；另有 1 格一致；1 处没有核对',
    );
  });
});
