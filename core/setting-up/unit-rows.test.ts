import { describe, expect, it } from 'vitest';
import { profileOfRegion } from './regions.ts';
import { draftsOf, nextCode, type UnitRow, unitFaults, withMovedRow, withNewRow } from './unit-rows.ts';

const row = (id: number, code: string, name = '单位'): UnitRow => ({
  id,
  was: null,
  code,
  name,
  kind: 'institution',
});

describe('the list of units while it is typed', () => {
  it('says of each field what is wrong with it', () => {
    const faults = unitFaults([
      row(1, '001'),
      row(2, '001'),
      row(3, '', ' '),
      row(4, '-1'),
      row(5, '5', '名'.repeat(101)),
    ]);
    expect(faults.get(1)?.code).toContain('用了两次');
    expect(faults.get(3)).toEqual({
      code: expect.stringContaining('没有代码'),
      name: expect.stringContaining('没有名称'),
    });
    expect(faults.get(4)?.code).toContain('只能用');
    expect(faults.get(5)?.name).toContain('超过 100 字');
    expect(unitFaults([row(1, '001'), row(2, 'B-2')]).size).toBe(0);
  });

  it.each([
    [[], '001'],
    [['001', '002'], '003'],
    [['101001', 'B7'], '101002'],
    [['009', '999'], '1000'],
  ])('goes on counting after %j', (codes, next) => {
    expect(nextCode(codes.map((code) => ({ code })))).toBe(next);
  });

  it('moves a row within its edges, and drops what was begun and given up', () => {
    const rows = [row(1, '001'), row(2, '002')];
    expect(withMovedRow(rows, 2, -1).map(({ id }) => id)).toEqual([2, 1]);
    expect(withMovedRow(rows, 2, 1)).toBe(rows);
    const longer = withNewRow(rows);
    expect(longer[2]).toMatchObject({ id: 3, code: '003', name: '' });
    expect(draftsOf(longer).map(({ code }) => code)).toEqual(['001', '002']);
  });
});

it.each([
  ['上海市普陀区', 'shanghai'],
  ['北京', 'beijing'],
  ['内蒙古呼和浩特市', 'mof'],
  ['某地', null],
  ['', null],
])('proposes a 报表格式 for %j', (region, profile) => {
  expect(profileOfRegion(region)).toBe(profile);
});
