import { describe, expect, it } from 'vitest';
import { ancestorsOf, Classification } from './classification.ts';
import { FunctionSearch } from './search.ts';

const year2023 = new Classification(2023);
const year2024 = new Classification(2024);
const year2026 = new Classification(2026);

describe('classification', () => {
  it('is one of a year: codes come, go and change their names', () => {
    expect(year2023.function('20139')).toBeUndefined();
    expect(year2024.function('20139')?.name).toBe('社会工作事务');
    expect(year2023.function('2010308')?.name).toBe('信访事务');
    expect(year2024.function('2010308')).toBeUndefined();
    expect(year2023.function('2013804')?.name).toBe('市场主体管理');
    expect(year2024.function('2013804')?.name).toBe('经营主体管理');
    expect(year2024.function('22303')?.name).toBe('国有企业政策性补贴');
    expect(year2026.function('22303')?.name).toBe('国有企业公益性补贴');
  });

  it('has a parent for every code, so that a tree can be printed', () => {
    for (const year of [year2023, year2024, year2026]) {
      for (const { code } of year.functions()) {
        for (const parent of ancestorsOf(code))
          expect(year.function(parent), `${code} in ${year.year}`).toBeDefined();
      }
    }
    for (const { code } of year2024.economicEntries())
      expect(year2024.economic(code.slice(0, 3)), code).toBeDefined();
  });

  it('takes the fund from the 款, since one 类 holds several', () => {
    expect(year2024.function('229')?.fund).toBe('general');
    expect(year2024.function('22960')?.fund).toBe('gov_fund');
    expect(year2024.function('22301')?.fund).toBe('state_capital');
  });

  it('parts 基本支出 into 人员 and 公用, and knows what is project money', () => {
    expect(year2024.economicGroup('30101')).toBe('personnel');
    expect(year2024.economicGroup('30299')).toBe('public');
    expect(year2024.economicGroup('30298')).toBe('public');
    expect(year2024.economicGroup('30901')).toBe('other');
  });
});

describe('looking a code up', () => {
  const search = new FunctionSearch(year2024);
  const items = (query: string) => search.find(query, 7, 50).map((entry) => entry.code);

  it('goes by the beginning of the code', () => {
    expect(items('201030')).toContain('2010301');
    expect(items('201030').every((code) => code.startsWith('201030'))).toBe(true);
    expect(search.find('208', 3, 5).map((entry) => entry.name)).toEqual(['社会保障和就业支出']);
  });

  it('goes by name, the exact one first', () => {
    expect(search.find('住房公积金', 7, 1)[0]?.code).toBe('2210201');
    expect(items('信息化建设')).toContain('2010607');
  });

  it('goes by a former or short name', () => {
    expect(search.find('归口管理的行政单位离退休', 7, 5).map((entry) => entry.code)).toContain('2080501');
    expect(search.find('市场主体管理', 7, 5).map((entry) => entry.code)).toContain('2013804');
  });

  it('goes by 拼音 initials, whichever way a character is read', () => {
    expect(items('xzyx')).toContain('2010301');
    expect(items('XZYX')).toContain('2010601');
    expect(items('zfgjj')).toContain('2210201');
    expect(items('gjj')).toContain('2210201');
  });

  it('finds nothing for a blank or an unknown word', () => {
    expect(items('  ')).toEqual([]);
    expect(items('没有这个科目')).toEqual([]);
  });
});
