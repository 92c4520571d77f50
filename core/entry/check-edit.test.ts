import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { randomBook } from '../testing/random-book.ts';
import { checkEdit } from './check-edit.ts';
import type { FigureEdit } from './edit.ts';

const classification = new Classification(2024);
const fine: FigureEdit = {
  sheet: 'expenditure',
  row: '2010301',
  fund: 'general',
  column: 'basic',
  measure: 'actual',
  value: 100,
};
const check = (change: Partial<FigureEdit>) => checkEdit({ ...fine, ...change }, classification);

describe('a keyed figure', () => {
  it('is taken wherever a file may bring one', () => {
    fc.assert(
      fc.property(randomBook, (book) => {
        for (const { figures } of book.years) {
          for (const figure of figures) expect(checkEdit(figure, classification)).toBeNull();
        }
      }),
    );
  });

  it.each([
    [{ value: null }],
    [{ value: -1e15 }],
    [{ sheet: 'balance', row: '', column: 'last_closing' }],
    [{ sheet: 'economic', row: '30201//institution', column: 'amount' }],
    [{ sheet: 'counts', row: 'meetings', fund: '', column: 'count', value: 999_999_999 }],
  ] as const)('is taken: %j', (change) => expect(check(change)).toBeNull());

  it.each([
    [{ sheet: 'incomes' }, 'unknown-word', /录入表“incomes”不认识/],
    [{ row: '2010300' }, 'not-an-item', /^支出 的科目编码 2010300 是款级.*后再录入。$/],
    [{ row: '201' }, 'not-an-item', /是类级/],
    [{ row: '' }, 'malformed-code', /不是 7 位数字/],
    [{ row: '2010301 ' }, 'malformed-code', /再录入/],
    [{ row: '9990101' }, 'unknown-class', /类 999 不在科目表里/],
    [{ sheet: 'economic', row: '50101', column: 'amount' }, 'government-code', /再录入/],
    [{ sheet: 'economic', row: '30201/', column: 'amount' }, 'malformed-code', /30201\//],
    [{ sheet: 'economic', row: '30201/201', column: 'amount' }, 'not-an-item', /201 是类级/],
    [{ sheet: 'economic', row: '30201//shop', column: 'amount' }, 'malformed-code', /30201\/\/shop/],
    [{ sheet: 'three_public', row: 'meals', column: 'project' }, 'unknown-word', /行“meals”不认识/],
    [{ column: 'total' }, 'unknown-word', /列“total”不认识/],
    [{ fund: 'other', sheet: 'income', column: 'appropriation' }, 'fund-not-taken', /财政拨款收入.*再录入/],
    [{ sheet: 'balance', column: 'last_closing', measure: 'final' }, 'measure-not-taken', /没有“全年预算”/],
    [{ value: 1e15 + 1 }, 'bad-value', /超过 10 万亿元/],
    [{ value: 0.5 }, 'bad-value', /支出 2010301 行政运行 基本支出/],
    [{ sheet: 'counts', row: 'meetings', fund: '', column: 'count', value: -1 }, 'bad-count', /“-1”不对/],
    [{ sheet: 'counts', row: 'meetings', fund: '', column: 'count', value: 1e9 }, 'bad-count', /再录入/],
  ] as const)('is refused: %j', (change, code, sentence) => {
    const found = check(change);
    expect(found?.code).toBe(code);
    expect(found?.message).toMatch(sentence);
  });
});
