import { Decimal } from 'decimal.js';
import { FEN_PER_UNIT, LARGEST_FIGURE } from '../../money/fen.ts';
import { toPlainForms } from '../../money/parse.ts';

/** 元 in a unit as texts name it. */
const YUAN: Readonly<Record<string, number>> = {
  元: 1,
  百元: 100,
  千元: 1_000,
  万元: 10_000,
  百万元: 1_000_000,
  千万元: 10_000_000,
  亿元: 100_000_000,
  万: 10_000,
  亿: 100_000_000,
};

/** A number is an amount by the unit behind it: a year, a share or the number of a document has another. */
const AMOUNT =
  /(?<!\d[.,]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*[余多]?\s*(亿元|千万元|百万元|万元|千元|百元|元|[万亿](?!\p{Script=Han}))/gu;

/** Full-width digits with the commas and points between them; a full-width comma elsewhere parts two numbers. */
const FULL_WIDTH_NUMBER = /[０-９]+(?:[，．][０-９]+)*/g;

/** The amounts that a text names, in 分, in their order; none below a 分. */
export function namedAmounts(text: string): number[] {
  const plain = text.replace(FULL_WIDTH_NUMBER, toPlainForms);
  return [...plain.matchAll(AMOUNT)].flatMap(([, integer = '', fraction = '', unit = '']) => {
    const amount = new Decimal(integer.replaceAll(',', '') + fraction)
      .times(YUAN[unit] ?? 0)
      .times(FEN_PER_UNIT.yuan);
    return amount.isInteger() && amount.lte(LARGEST_FIGURE) ? [amount.toNumber()] : [];
  });
}
