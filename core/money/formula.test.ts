import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from './fen.ts';
import { formatExact } from './format.ts';
import { evaluateFormula, isFormula } from './formula.ts';

describe('a calculation typed into a cell', () => {
  it.each([
    ['=1200+350.5', 155_050],
    ['＝１２００＋３５０。５', 155_050],
    ['= 1,200.00 - 0.01', 119_999],
    ['=-5+2', -300],
    ['=(10-4)*2/3', 400],
    ['=10/3*3', 'not-exact'],
    ['=0.1+0.2', 30],
    ['=2×3÷4', 150],
    ['=-(1+1)', -200],
    ['=.5+1.', 150],
  ])('%s in 元 is %s', (text, expected) => {
    expect(isFormula(text)).toBe(true);
    const result = evaluateFormula(text, 'yuan');
    expect(result.ok ? result.value : result.error).toBe(expected);
  });

  it.each([
    ['=', 'not-a-calculation'],
    ['=1+', 'not-a-calculation'],
    ['=(1+2', 'not-a-calculation'],
    ['=A1+B1', 'not-a-calculation'],
    ['=1 2', 'not-a-calculation'],
    ['=1,23', 'not-a-calculation'],
    ['=1e5', 'not-a-calculation'],
    ['=1.2.3', 'not-a-calculation'],
    ['=10/0', 'division-by-zero'],
    ['=0.001+0.001', 'not-exact'],
    ['=10000000000000*2', 'too-large'],
    [`=${'('.repeat(5000)}1`, 'not-a-calculation'],
  ])('%s is refused: %s', (text, fault) => {
    expect(evaluateFormula(text, 'yuan')).toEqual({ ok: false, error: fault });
  });

  it('adds and subtracts exactly, in both units', () => {
    const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), fc.boolean(), (amounts, inWan) => {
        const unit = inWan ? 'wan' : 'yuan';
        const text = `=${amounts.map((value) => `+(${formatExact(fen(value), unit)})`).join('')}`;
        const sum = amounts.reduce((total, value) => total + value, 0);
        expect(evaluateFormula(text, unit)).toEqual({ ok: true, value: sum === 0 ? 0 : sum });
      }),
    );
  });
});
