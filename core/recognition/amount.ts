import { FEN_PER_UNIT, type Fen, fen, type MoneyUnit } from '../money/fen.ts';
import { formatPrinted, roundToPrinted } from '../money/format.ts';
import { parseAmount } from '../money/parse.ts';
import type { GridCell } from './grid.ts';
import { plain } from './words.ts';

/** An amount as a document prints it. */
export interface PrintedAmount {
  /** '' blank */
  readonly text: string;
  /** to two decimals of the document's unit; `null`: blank, or unreadable */
  readonly amount: Fen | null;
  /** the cell holds something that is no amount; `text` then says what */
  readonly unreadable?: true;
}

/** What stands in a cell to say that there is nothing: 无, a dash, a stroke. */
const NOTHING = /^([-—–―‐−]+|\/+|\*+|无)$/;

const BLANK: PrintedAmount = { text: '', amount: null };

export function readAmount(cell: GridCell | undefined, unit: MoneyUnit): PrintedAmount {
  if (cell === undefined) return BLANK;
  if (cell.fault === 'error') return { text: `公式错误 ${cell.text}`, amount: null, unreadable: true };
  if (cell.fault === 'no-value') return { text: '公式没有算出的值', amount: null, unreadable: true };
  const text = plain(cell.text);
  if (text === '' || NOTHING.test(text)) return BLANK;
  // Excel works with 15 significant digits; what it stores behind them is noise of the binary number
  if (cell.isNumber) return printed(toHundredths(Number(text).toPrecision(15)), unit);
  const amount = parseAmount(text, unit);
  if (amount.ok) return amount.value === null ? BLANK : shown(roundToPrinted(amount.value, unit), unit);
  const hundredths = amount.error === 'too-many-decimals' ? toHundredths(text.replaceAll(',', '')) : null;
  return hundredths === null
    ? { text: `“${cell.text.trim()}”不是金额`, amount: null, unreadable: true }
    : printed(hundredths, unit);
}

function printed(hundredths: number | null, unit: MoneyUnit): PrintedAmount {
  const amount = (hundredths ?? Number.NaN) * (FEN_PER_UNIT[unit] / 100);
  return Number.isSafeInteger(amount)
    ? shown(fen(amount), unit)
    : { text: '数字过大', amount: null, unreadable: true };
}

function shown(amount: Fen, unit: MoneyUnit): PrintedAmount {
  return { text: formatPrinted(amount, unit), amount };
}

/** Decimal digits, maybe with an exponent, as whole hundredths: half away from zero, digit by digit. */
function toHundredths(text: string): number | null {
  const [, sign, integer = '', fraction = '', exponent = '0'] =
    /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  if (sign === undefined || Math.abs(Number(exponent)) > 40) return null;
  const places = integer.length + Number(exponent) + 2;
  const digits = `${integer}${fraction}`.padEnd(Math.max(places, 0) + 1, '0');
  const [kept, next] = places < 0 ? ['0', '0'] : [digits.slice(0, places) || '0', digits[places] ?? '0'];
  const hundredths = Number(kept) + (next >= '5' ? 1 : 0);
  return sign === '-' ? -hundredths : hundredths;
}
