import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, fen, LARGEST_FIGURE, type MoneyUnit, sumFen } from './fen.ts';
import { formatExact, formatPrinted, roundToPrinted } from './format.ts';
import { parseAmount } from './parse.ts';

const anyUnit = fc.constantFrom<MoneyUnit>('yuan', 'wan');
const anyAmount = fc.integer({ min: -LARGEST_FIGURE, max: LARGEST_FIGURE }).map((value) => fen(value));

/** An independent rounding over BigInt, half away from zero, to compare ours with. */
function printedByBigInt(amount: Fen, unit: MoneyUnit): string {
  const step = unit === 'wan' ? 10_000n : 1n;
  const size = BigInt(Math.abs(amount));
  const hundredths = (size * 2n + step) / (step * 2n);
  const text = hundredths.toString().padStart(3, '0');
  const integer = Number(text.slice(0, -2)).toLocaleString('en-US');
  return `${amount < 0 && hundredths > 0n ? '-' : ''}${integer}.${text.slice(-2)}`;
}

describe('amounts', () => {
  it('come back the same from their exact text', () => {
    fc.assert(
      fc.property(anyAmount, anyUnit, (amount, unit) => {
        expect(parseAmount(formatExact(amount, unit), unit)).toEqual({ ok: true, value: amount });
      }),
    );
  });

  it('print half away from zero, cell by cell, with separators and without a negative zero', () => {
    fc.assert(
      fc.property(anyAmount, anyUnit, (amount, unit) => {
        expect(formatPrinted(amount, unit)).toBe(printedByBigInt(amount, unit));
      }),
    );
    expect(formatPrinted(fen(5_000), 'wan')).toBe('0.01');
    expect(formatPrinted(fen(4_999), 'wan')).toBe('0.00');
    expect(formatPrinted(fen(-5_000), 'wan')).toBe('-0.01');
    expect(formatPrinted(fen(-4_999), 'wan')).toBe('0.00');
    expect(formatPrinted(fen(2_940_050_000), 'wan')).toBe('2,940.05');
  });

  it('printed, read and printed again, stay as printed; and what is printed is within half a step of the exact', () => {
    fc.assert(
      fc.property(anyAmount, anyUnit, (amount, unit) => {
        const printed = formatPrinted(amount, unit);
        const read = parseAmount(printed, unit);
        expect(read).toEqual({ ok: true, value: roundToPrinted(amount, unit) });
        expect(Math.abs(roundToPrinted(amount, unit) - amount) * 2).toBeLessThanOrEqual(
          unit === 'wan' ? 10_000 : 1,
        );
      }),
    );
  });

  it('do not care how they are dressed: separators, full-width forms, brackets, a stated unit', () => {
    const fullWidth = (text: string) =>
      text.replace(/[0-9.,()-]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
    fc.assert(
      fc.property(anyAmount, (amount) => {
        const plain = formatPrinted(amount, 'yuan');
        const dressed = [
          fullWidth(plain),
          ` ${plain}\u3000`,
          `${plain}元`,
          plain.startsWith('-') ? `(${plain.slice(1)})` : `+${plain}`,
          plain.startsWith('-') ? `${plain.slice(1)}-` : `¥${plain}`,
          plain.replace('.', '。'),
        ];
        for (const text of dressed)
          expect(parseAmount(text, 'yuan'), text).toEqual({ ok: true, value: amount });
        expect(parseAmount(`${formatExact(amount, 'wan')}万元`, 'yuan')).toEqual({ ok: true, value: amount });
      }),
    );
  });

  it.each([
    ['1,23.4', 'grouping'],
    ['1,5000', 'grouping'],
    ['12,34,567', 'grouping'],
    [',123', 'grouping'],
    ['1.5,000', 'not-a-number'],
    ['1.234.567', 'not-a-number'],
    ["1'234.56", 'not-a-number'],
    ['1 234.56', 'inner-space'],
    ['1.234', 'too-many-decimals'],
    ['1.230', 'too-many-decimals'],
    ['1.2345678万元', 'too-many-decimals'],
    ['(-5)', 'two-signs'],
    ['-5-', 'two-signs'],
    ['--5', 'two-signs'],
    ['0201', 'leading-zero'],
    ['1e5', 'not-a-number'],
    ['(5', 'not-a-number'],
    ['((5))', 'not-a-number'],
    ['5\u200b', 'not-a-number'],
    ['-', 'not-a-number'],
    ['.', 'not-a-number'],
    ['五百', 'not-a-number'],
    ['=1+1', 'not-a-number'],
    ['10000000000000.01', 'too-large'],
    ['99999999999999999999999', 'too-large'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseAmount(text, 'yuan')).toEqual({ ok: false, error: fault });
  });

  it('reads what is certain', () => {
    const yuan = (text: string) => parseAmount(text, 'yuan');
    expect(yuan('')).toEqual({ ok: true, value: null });
    expect(yuan('　 ')).toEqual({ ok: true, value: null });
    expect(yuan('0')).toEqual({ ok: true, value: 0 });
    expect(yuan('-0')).toEqual({ ok: true, value: 0 });
    expect(yuan('10.23')).toEqual({ ok: true, value: 1_023 });
    expect(yuan('（￥5.20元）')).toEqual({ ok: true, value: -520 });
    expect(yuan('‑5')).toEqual({ ok: true, value: -500 });
    expect(yuan('1.005万')).toEqual({ ok: true, value: 1_005_000 });
    expect(yuan('.5')).toEqual({ ok: true, value: 50 });
    expect(yuan('１２，３４５．６７')).toEqual({ ok: true, value: 1_234_567 });
    expect(parseAmount('0.000001', 'wan')).toEqual({ ok: true, value: 1 });
    expect(parseAmount('12元', 'wan')).toEqual({ ok: true, value: 1_200 });
  });

  it('never pass the range in which integers are exact', () => {
    expect(() => fen(0.1 + 0.2)).toThrow(RangeError);
    expect(() => sumFen(Array.from({ length: 10 }, () => fen(LARGEST_FIGURE)))).toThrow(RangeError);
  });
});
