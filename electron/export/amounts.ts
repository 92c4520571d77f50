import { FEN_PER_UNIT, type Fen } from '../../core/money/fen.ts';
import { formatPrinted, roundToPrinted } from '../../core/money/format.ts';

/**
 * The border at which an amount becomes a floating-point number, because a worksheet holds no other: the nearest one to
 * the amount. Nothing is computed from it here.
 */

/** 万元, rounded to the two decimals that print (domain/tables.md §13). */
export function printedWan(amount: Fen): number {
  return roundToPrinted(amount, 'wan') / FEN_PER_UNIT.wan;
}

/** 万元 with every digit. */
export function exactWan(amount: Fen): number {
  return amount / FEN_PER_UNIT.wan;
}

/** Excel shows 15 digits and makes the others 0. */
const MOST_DIGITS = 999_999_999_999_999;

/** 元 to the 分; as text where Excel would not show the last digits. */
export function exactYuan(amount: Fen): number | string {
  return Math.abs(amount) > MOST_DIGITS ? formatPrinted(amount, 'yuan') : amount / FEN_PER_UNIT.yuan;
}
