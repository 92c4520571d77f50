import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { fen } from '../money/fen.ts';
import { formatPrinted } from '../money/format.ts';
import { figureQuery } from './figure-query.ts';
import { findTables } from './find-tables.ts';

const classification = new Classification(2024);
const ask = (query: string, money: 'wan' | 'yuan' = 'wan') => figureQuery(query, money, classification);

describe('what is typed into 转到', () => {
  it('as an amount finds every figure that prints so, and nothing else', () => {
    const amounts = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 });
    const nearby = fc.integer({ min: -12_000, max: 12_000 });
    fc.assert(
      fc.property(amounts, nearby, fc.constantFrom('wan', 'yuan'), (typed, step, money) => {
        const text = formatPrinted(fen(typed), money);
        const figure = fen(typed + step);
        const range = ask(text, money)?.amount;
        if (!range) throw new Error(text);
        expect(range.from <= figure && figure <= range.to).toBe(formatPrinted(figure, money) === text);
      }),
    );
  });

  it('may be an amount, a count and a code at once', () => {
    expect(ask('20101')).toMatchObject({ count: 20_101, under: '20101', codes: [], rows: [], text: '' });
    expect(ask('1,780.00')).toMatchObject({ amount: { from: 1_779_995_000 }, count: null, under: '' });
    expect(ask('0.001234')?.amount).toEqual({ from: 1_234, to: 1_234 });
    expect(ask('12元')?.amount).toEqual({ from: 1_200, to: 1_200 });
    expect(ask(' ')).toBeNull();
  });

  it('as a name finds 科目 of both classifications and named rows', () => {
    expect(ask('行政运行')?.codes).toContain('2010301');
    expect(ask('bgf')?.codes).toContain('30201');
    expect(ask('gwjdf')?.rows).toContainEqual({ sheet: 'three_public', row: 'reception' });
    expect(ask('保有量')?.rows).toEqual([
      { sheet: 'counts', row: 'vehicles_kept' },
      { sheet: 'control', row: 'vehicles_kept' },
    ]);
  });

  it('finds public tables by number, title and 拼音 initials', () => {
    const tables = [
      { id: 'income', number: '公开02表', title: '收入决算表' },
      { id: 'expenditure', number: '公开03表', title: '支出决算表' },
      { id: 'general-expenditure', number: '公开05表', title: '一般公共预算财政拨款支出决算表' },
    ] as const;
    const found = (query: string) => findTables(tables, query).map(({ id }) => id);
    expect(found('公开03')).toEqual(['expenditure']);
    expect(found('支出决算表')).toEqual(['expenditure', 'general-expenditure']);
    expect(found('srjs')).toEqual(['income']);
    expect(found('')).toEqual([]);
  });
});
