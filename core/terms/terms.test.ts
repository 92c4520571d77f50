import { describe, expect, it } from 'vitest';
import { RULE_BOOK } from '../checks/rule-book.ts';
import { findColumn, findSheet, listItemName, SHEETS } from '../figures/sheets.ts';
import { placesOf } from './term-places.ts';
import { findTerms, TERMS, termAt, termIn } from './terms.ts';

const first = (query: string) => findTerms(query)[0]?.name;

describe('the terms', () => {
  it('are told apart by their names, and each says something short', () => {
    const words = TERMS.map(({ name }) => name);
    expect(new Set(words).size).toBe(words.length);
    for (const { text } of TERMS) expect(text.length).toBeLessThan(120);
  });

  it('stand where the app has something', () => {
    const computed = ['opening', 'closing', 'completion', 'difference', 'change'];
    for (const place of TERMS.flatMap(({ at }) => at)) {
      const sheet = place.sheet === undefined ? undefined : findSheet(place.sheet);
      if (sheet === undefined) continue;
      if (place.column !== undefined && !computed.includes(place.column)) {
        expect(findColumn(sheet, place.column), JSON.stringify(place)).toBeDefined();
      }
      if (place.row !== undefined)
        expect(listItemName(sheet, place.row), JSON.stringify(place)).toBeDefined();
    }
  });

  it('explain every column of money of every sheet, and every sheet', () => {
    for (const sheet of SHEETS) {
      expect(termAt({ page: sheet.id, sheet: sheet.id }), sheet.name).not.toBeNull();
      for (const { id, name } of sheet.columns.filter(({ id }) => id !== 'amount')) {
        expect(
          termAt({ page: sheet.id, sheet: sheet.id, column: id }),
          `${sheet.name} ${name}`,
        ).not.toBeNull();
      }
    }
  });

  it('say in words where they stand', () => {
    const wordsOf = (name: string) => TERMS.filter((term) => term.name === name).flatMap(placesOf);
    expect(wordsOf('上级补助收入')).toEqual([{ page: 'income', words: '收入 · 上级补助收入' }]);
    expect(wordsOf('机关运行经费')[0]).toEqual({ page: 'operating', words: '机关运行经费' });
    expect(wordsOf('完成率')).toEqual([
      { page: null, words: '各录入表的“完成率”栏' },
      { page: 'overview', words: '' },
    ]);
    const unnamed = TERMS.flatMap(placesOf).filter(({ page, words }) => page === null && words === '');
    expect(unnamed).toEqual([]);
  });

  it('are found by name, other name and 拼音 initials', () => {
    expect(first('保有量')).toBe('公务用车保有量');
    expect(first('缴回')).toBe('归集上缴和缴回资金');
    expect(first('jgyxjf')).toBe('机关运行经费');
    expect(first('wc')).toBe('尾差');
    expect(findTerms('zzzz')).toEqual([]);
    expect(findTerms(' ')).toBe(TERMS);
  });

  it.each([
    [
      { page: 'income', sheet: 'income', column: 'superior', row: '2010301', measure: 'actual' },
      '上级补助收入',
    ],
    [{ page: 'economic', sheet: 'economic', column: 'amount', row: '30201/2010301' }, '公用经费'],
    [{ page: 'economic', sheet: 'economic', column: 'amount', row: '30101' }, '人员经费'],
    [{ page: 'counts', sheet: 'counts', column: 'count', row: 'vehicles_kept' }, '公务用车保有量'],
    [{ page: 'expenditure', sheet: 'expenditure', column: 'completion', fund: 'general' }, '完成率'],
    [{ page: 'checks' }, '勾稽关系'],
  ] as const)('fit what is in focus: %j', (focus, name) => {
    expect(termAt(focus)?.name).toBe(name);
  });

  it('fit the law of a finding by its longest word', () => {
    expect(termIn('账簿的公务用车保有量与核对数一致')?.name).toBe('公务用车保有量');
    expect(termIn('abc')).toBeNull();
    const unexplained = RULE_BOOK.filter(({ name, law }) => termIn(`${name} ${law}`) === null);
    expect(unexplained.map(({ id }) => id).length).toBeLessThan(RULE_BOOK.length / 5);
  });
});
