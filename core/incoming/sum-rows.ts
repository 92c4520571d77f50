import { fen, type MoneyUnit } from '../money/fen.ts';
import { formatFull } from '../money/format.ts';

/** A number of a leaf row, in its column. */
export interface Part {
  readonly code: string;
  readonly column: number;
  readonly value: number;
}

/** A number that says what the rows below a code add up to. */
export interface SumCell {
  /** the beginning of the codes that it adds up; `''`: all */
  readonly under: string;
  readonly column: number;
  readonly heading: string;
  readonly value: number;
}

/** What of a sum does not agree with its parts; `''`: all does. @param tail 分, what the rounding of one printed part may make */
export function sumSentence(
  sums: readonly SumCell[],
  parts: readonly Part[],
  { money, tail }: { readonly money: MoneyUnit | null; readonly tail: number },
): string {
  const broken = sums.flatMap(({ under, column, heading, value }) => {
    const own = parts.filter((part) => part.column === column && part.code.startsWith(under));
    const total = own.reduce((sum, part) => sum + part.value, 0);
    // each of the parts may be off, and the sum itself
    if (Math.abs(total - value) <= tail * (own.length + 1)) return [];
    const text = (amount: number) => (money === null ? String(amount) : formatFull(fen(amount), money));
    return [`${heading}写的是 ${text(value)}，各行相加是 ${text(total)}，相差 ${text(value - total)}`];
  });
  return broken.length === 0 ? '' : `${broken.join('；')}，核对各行。`;
}
