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

const DIGITS = '零一二三四五六七八九';
const OTHER_DIGITS: Readonly<Record<string, string>> = { 〇: '零', 两: '二' };
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** 十二万元, 一百零五万元, 三点五万元. 百万元以上 and 数十万元 name no amount, and 1.2 千元 is read by AMOUNT. */
const CHINESE_NUMBER =
  /(?<![\d.几数第〇零一二两三四五六七八九十百千点])([一二两三四五六七八九十][〇零一二两三四五六七八九十百千]*)(?:点([〇零一二两三四五六七八九]+))?(?=\s*[余多]?\s*[万亿]?元)/gu;

function digitOf(character: string): number {
  return DIGITS.indexOf(OTHER_DIGITS[character] ?? character);
}

/** `一百零五` → 105; `null`: not put together as numbers are. */
function readChinese(number: string): number | null {
  // 一二三 and 二〇二四 are written digit by digit
  if (number.length > 1 && [...number].every((each) => STEPS[each] === undefined)) {
    return Number([...number].map(digitOf).join(''));
  }
  let sum = 0;
  let digit: number | null = null;
  let last = Number.POSITIVE_INFINITY;
  for (const character of number) {
    const step = STEPS[character];
    if (step === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digitOf(character);
      continue;
    }
    if (step >= last || digit === 0) return null;
    sum += (digit ?? 1) * step;
    last = step;
    digit = null;
  }
  return sum + (digit ?? 0);
}

function inDigits(whole: string, integer: string, fraction: string | undefined): string {
  const number = readChinese(integer);
  if (number === null) return whole;
  return fraction === undefined ? String(number) : `${number}.${[...fraction].map(digitOf).join('')}`;
}

/** The amounts that a text names, in 分, in their order; none below a 分. */
export function namedAmounts(text: string): number[] {
  const plain = text.replace(FULL_WIDTH_NUMBER, toPlainForms).replace(CHINESE_NUMBER, inDigits);
  return [...plain.matchAll(AMOUNT)].flatMap(([, integer = '', fraction = '', unit = '']) => {
    const amount = new Decimal(integer.replaceAll(',', '') + fraction)
      .times(YUAN[unit] ?? 0)
      .times(FEN_PER_UNIT.yuan);
    return amount.isInteger() && amount.lte(LARGEST_FIGURE) ? [amount.toNumber()] : [];
  });
}
