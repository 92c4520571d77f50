import { Decimal } from 'decimal.js';
import { failure, type Result, success } from '../result.ts';
import { FEN_PER_UNIT, type Fen, fen, LARGEST_FIGURE, type MoneyUnit } from './fen.ts';
import { toPlainForms } from './parse.ts';

/** Why a calculation typed into a cell gives no amount. Sentences for them: core/entry/refusal.ts. */
export type FormulaFault = 'not-a-calculation' | 'not-exact' | 'division-by-zero' | 'too-large';

/** More digits than any amount has, so that no sum or product of amounts is rounded on the way. */
const Exact = Decimal.clone({ precision: 60 });

class Fault extends Error {
  readonly fault: FormulaFault;
  constructor(fault: FormulaFault) {
    super(fault);
    this.fault = fault;
  }
}

export function isFormula(text: string): boolean {
  return /^\s*[=＝]/.test(text);
}

const SIGNS: Readonly<Record<string, string>> = { '×': '*', '＊': '*', '÷': '/', '／': '/', '＝': '=' };

/**
 * Works out what a clerk types instead of adding up beside the screen: `=1200+350.5`, with + − × ÷ and brackets, in the
 * unit of the cell. Only an amount in whole 分 is taken: a result with more decimals is refused, never rounded.
 */
export function evaluateFormula(text: string, unit: MoneyUnit): Result<Fen, FormulaFault> {
  const plain = Array.from(toPlainForms(text), (character) => SIGNS[character] ?? character).join('');
  try {
    const result = new Reader(plain.trim().slice(1)).whole().times(FEN_PER_UNIT[unit]);
    if (result.abs().greaterThan(LARGEST_FIGURE)) return failure('too-large');
    if (!result.isInteger()) return failure('not-exact');
    return success(fen(result.toNumber()));
  } catch (error) {
    if (error instanceof Fault) return failure(error.fault);
    throw error;
  }
}

/** sum := product (± product)* · product := factor (×÷ factor)* · factor := ±factor | number | ( sum ) */
class Reader {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(text: string) {
    const tokens = text.match(/\d+(?:,\d{3})*(?:\.\d*)?|\.\d+|\S/g) ?? [];
    this.#tokens = tokens;
  }

  whole(): Decimal {
    const value = this.#sum(0);
    if (this.#next < this.#tokens.length) throw new Fault('not-a-calculation');
    return value;
  }

  #take(...wanted: string[]): string | null {
    const token = this.#tokens[this.#next];
    if (token === undefined || !wanted.includes(token)) return null;
    this.#next += 1;
    return token;
  }

  #sum(depth: number): Decimal {
    let value = this.#product(depth);
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) {
      const term = this.#product(depth);
      value = sign === '+' ? value.plus(term) : value.minus(term);
    }
    return value;
  }

  #product(depth: number): Decimal {
    let value = this.#factor(depth);
    for (let sign = this.#take('*', '/'); sign !== null; sign = this.#take('*', '/')) {
      const factor = this.#factor(depth);
      if (sign === '/' && factor.isZero()) throw new Fault('division-by-zero');
      value = sign === '*' ? value.times(factor) : value.dividedBy(factor);
    }
    return value;
  }

  #factor(depth: number): Decimal {
    // nobody nests so deep; an endless row of brackets must not overflow the stack
    if (depth > 50) throw new Fault('not-a-calculation');
    const sign = this.#take('+', '-');
    if (sign !== null) {
      const value = this.#factor(depth + 1);
      return sign === '-' ? value.negated() : value;
    }
    if (this.#take('(') !== null) {
      const value = this.#sum(depth + 1);
      if (this.#take(')') === null) throw new Fault('not-a-calculation');
      return value;
    }
    const token = this.#tokens[this.#next] ?? '';
    if (!/^[\d.]/.test(token) || token === '.') throw new Fault('not-a-calculation');
    this.#next += 1;
    return new Exact(token.replaceAll(',', '').replace(/\.$/, ''));
  }
}
