import { failure, type Result, success } from '../result.ts';
import { FEN_PER_UNIT, type Fen, fen, LARGEST_FIGURE, type MoneyUnit } from './fen.ts';

/** Why a text is not an amount. Sentences for them: core/problems.ts. */
export type AmountFault =
  | 'not-a-number'
  | 'grouping'
  | 'too-many-decimals'
  | 'two-signs'
  | 'leading-zero'
  | 'inner-space'
  | 'too-large';

/** Full-width forms and the signs that Chinese input methods and Excel put in place of the plain ones. */
const PLAIN_FORMS: Readonly<Record<string, string>> = {
  '．': '.',
  '。': '.',
  '，': ',',
  '（': '(',
  '）': ')',
  '＋': '+',
  '－': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '﹣': '-',
  '￥': '¥',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
};

/** Full-width forms and look-alikes as the plain characters that amounts are written with. */
export function toPlainForms(text: string): string {
  return Array.from(text, (character) => {
    const plain = PLAIN_FORMS[character];
    if (plain !== undefined) return plain;
    const code = character.codePointAt(0) ?? 0;
    const isFullWidthDigit = code >= 0xff10 && code <= 0xff19;
    return isFullWidthDigit ? String.fromCodePoint(code - 0xff10 + 0x30) : character;
  }).join('');
}

const UNIT_SUFFIXES: readonly (readonly [string, MoneyUnit])[] = [
  ['万元', 'wan'],
  ['万', 'wan'],
  ['元', 'yuan'],
];

interface Unsigned {
  readonly negative: boolean;
  readonly digits: string;
}

/** A unit behind the number, as in `12.5万元`. */
function takeUnit(text: string): { readonly unit: MoneyUnit | null; readonly rest: string } {
  const suffix = UNIT_SUFFIXES.find(([word]) => text.endsWith(word));
  return suffix === undefined
    ? { unit: null, rest: text }
    : { unit: suffix[1], rest: text.slice(0, -suffix[0].length).trim() };
}

/**
 * One sign at most: `-5`, `+5`, `5-` and `(5)` as accountants write them; two of them together say nothing certain.
 *
 * @param inBrackets the number stood in brackets, which is a sign already
 */
function takeSign(text: string, inBrackets: boolean): Result<Unsigned, AmountFault> {
  // the currency sign stands before the number, before or behind its sign
  let rest = text.replace(/^([+-]?)\s*¥\s*/, '$1');
  let signs = inBrackets ? 1 : 0;
  let negative = inBrackets;
  if (/^[+-]/.test(rest)) {
    negative = negative || rest.startsWith('-');
    rest = rest.slice(1).trim();
    signs += 1;
  }
  if (rest.endsWith('-')) {
    negative = true;
    rest = rest.slice(0, -1).trim();
    signs += 1;
  }
  return signs > 1 || /^[+-]|-$/.test(rest) ? failure('two-signs') : success({ negative, digits: rest });
}

function integerDigits(text: string): Result<string, AmountFault> {
  if (text.includes(',')) {
    if (!/^\d{1,3}(,\d{3})+$/.test(text)) return failure('grouping');
    return integerDigits(text.replaceAll(',', ''));
  }
  // 0201 is a code that slipped into an amount, not an amount
  if (/^0\d/.test(text)) return failure('leading-zero');
  return success(text === '' ? '0' : text);
}

/**
 * Reads an amount as clerks write it, digit by digit, without a float on the way.
 *
 * Taken: thousands separators in threes, full-width digits and punctuation, `¥`, a trailing 元, 万 or 万元 (which
 * then overrides `unit`), one sign (`-5`, `5-`, `(5)`). Refused, never guessed: other groupings (`1,23.4`, `1,5000`),
 * more decimals than 分 (元: 2, 万元: 6), inner spaces, leading zeros, two signs, exponents.
 *
 * @returns the amount in 分, `null` for a blank text (blank is not 0), or the fault
 */
export function parseAmount(text: string, unit: MoneyUnit): Result<Fen | null, AmountFault> {
  let rest = toPlainForms(text).trim();
  if (rest === '') return success(null);
  const outer = takeUnit(rest);
  rest = outer.rest;
  const inBrackets = rest.startsWith('(') && rest.endsWith(')');
  const inner = inBrackets ? takeUnit(rest.slice(1, -1).trim()) : { unit: null, rest };
  const statedUnit = inner.unit ?? outer.unit ?? unit;
  const signed = takeSign(inner.rest, inBrackets);
  if (!signed.ok) return signed;
  const { negative, digits } = signed.value;
  if (/^[\d,.]*\d[\d,.]*(\s+[\d,.]+)+$/.test(digits)) return failure('inner-space');
  const parts = /^([\d,]*)(?:\.(\d*))?$/.exec(digits);
  if (parts === null || !/\d/.test(digits)) return failure('not-a-number');
  const integer = integerDigits(parts[1] ?? '');
  if (!integer.ok) return integer;
  const places = statedUnit === 'wan' ? 6 : 2;
  const fraction = parts[2] ?? '';
  if (fraction.length > places) return failure('too-many-decimals');
  const allDigits = (integer.value + fraction.padEnd(places, '0')).replace(/^0+(?=\d)/, '');
  // compared by length first: a longer text may no longer be an exact double
  if (allDigits.length > 16 || Number(allDigits) > LARGEST_FIGURE) return failure('too-large');
  return success(fen(negative ? -Number(allDigits) : Number(allDigits)));
}

/** How many decimals an amount may have in the unit, for the sentence that refuses more. */
export function decimalsOf(unit: MoneyUnit): number {
  return String(FEN_PER_UNIT[unit]).length - 1;
}
