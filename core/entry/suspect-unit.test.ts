import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, type MoneyUnit } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import { type PastedAmount, suspectUnit } from './suspect-unit.ts';

const text = (written: string, ...alike: number[]): PastedAmount => ({ text: written, alike });
const other: Readonly<Record<MoneyUnit, MoneyUnit>> = { wan: 'yuan', yuan: 'wan' };

/** Amounts of a department as they were last year and are this year, no smaller than 1 元. */
const grown = fc.array(
  fc.record({
    before: fc.integer({ min: 100, max: 1e11 }),
    percent: fc.integer({ min: 40, max: 250 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('a pasted block in the wrong unit', () => {
  it('is doubted beside the figures that it repeats, whatever a year has changed, and never in the right unit', () => {
    fc.assert(
      fc.property(grown, fc.constantFrom<MoneyUnit>('wan', 'yuan'), (amounts, money) => {
        const written = (unit: MoneyUnit) =>
          amounts.map(({ before, percent }) => {
            const now = Math.max(100, Math.round((before * percent) / 100));
            return text(formatExact(fen(now), unit), before);
          });
        expect(suspectUnit(written(money), [], money)).toBeNull();
        const doubted = suspectUnit(written(other[money]), [], money);
        expect(doubted).toEqual({ seems: other[money], amounts: amounts.length, compared: true });
      }),
    );
  });

  it.each<[string, readonly PastedAmount[], readonly number[], MoneyUnit, MoneyUnit | null]>([
    [
      'whole 元 in an empty book of 万元',
      ['12,345,678.90', '8000000', '3,456,789'].map((t) => text(t)),
      [],
      'wan',
      'yuan',
    ],
    ['元 too large for any figure', [text('99,999,999,999.00', 1e13)], [], 'wan', 'yuan'],
    ['ordinary 万元', ['1500', '780.5', '100'].map((t) => text(t)), [], 'wan', null],
    [
      'the other rows of the column',
      ['1500000', '7800000', '900000'].map((t) => text(t)),
      [1e9, 2e9, 3e8],
      'wan',
      'yuan',
    ],
    ['two amounts and nothing alike', ['1500000000', '7800000000'].map((t) => text(t)), [], 'wan', null],
    [
      'more decimals than 元 have',
      ['1500000.123', '7800000.5', '900000'].map((t) => text(t)),
      [1e9, 2e9, 3e8],
      'wan',
      null,
    ],
    ['a stated unit', [text('15000000元', 1.5e9)], [], 'wan', null],
    ['a calculation', [text('=15000000*1', 1.5e9)], [], 'wan', null],
    ['a 0 and a blank', [text('0', 1e9), text('', 1e9)], [], 'wan', null],
    ['10,000 times less in a book of 万元', [text('0.15', 1.5e9)], [], 'wan', null],
    [
      'small amounts in a book of 元',
      ['15.32', '780', '100', '2.01', '51.32'].map((t) => text(t)),
      [],
      'yuan',
      'wan',
    ],
    [
      'some small amounts in a book of 元',
      ['15.32', '78000', '100', '2.01', '51.32'].map((t) => text(t)),
      [],
      'yuan',
      null,
    ],
  ])('%s', (_, pasted, others, money, seems) => {
    expect(suspectUnit(pasted, others, money)?.seems ?? null).toBe(seems);
  });
});
