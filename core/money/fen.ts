/** An amount in whole 分 (1 元 = 100 分, 1 万元 = 1,000,000 分). The only form in which amounts are held. */
export type Fen = number & { readonly __unit: 'fen' };

/** The unit in which a person states an amount: 元 or 万元. */
export type MoneyUnit = 'yuan' | 'wan';

/** 分 in one unit as stated by a person. */
export const FEN_PER_UNIT: Readonly<Record<MoneyUnit, number>> = { yuan: 100, wan: 1_000_000 };

/**
 * The largest single figure: 10 万亿元, beyond any department's budget. It leaves a factor of nine before
 * sums reach the largest safe integer; `sumFen` refuses what would pass it.
 */
export const LARGEST_FIGURE = 1e15;

/** Brands an integer as an amount. Throws on fractions and on what a double cannot hold exactly: our own bug. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact amount in fen: ${value}`);
  // -0 would print and compare oddly
  return (value === 0 ? 0 : value) as Fen;
}

/** Exact sum. Throws when the sum leaves the range of exact integers. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
    if (!Number.isSafeInteger(sum)) throw new RangeError('a sum of amounts left the range of exact integers');
  }
  return fen(sum);
}
