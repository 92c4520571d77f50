import { Decimal } from 'decimal.js';
import { refusalOf } from '../entry/refusal.ts';
import { LARGEST_COUNT } from '../figures/taken.ts';
import { fen, LARGEST_FIGURE } from '../money/fen.ts';
import { formatPrinted } from '../money/format.ts';
import { parseAmount, toPlainForms } from '../money/parse.ts';
import type { GridCell } from '../recognition/grid.ts';
import { plain } from '../recognition/words.ts';

/** What a cell of a report says. */
export interface ReadAmount {
  /** 分, or a whole number; `null`: blank, a dash, or unreadable */
  readonly amount: number | null;
  /** why it cannot be taken, one sentence */
  readonly fault?: string;
}

/** Not applicable, which is not 0. The numeral 一 is often typed for a dash. */
const NOTHING = /^([-—–―‐−─一ー]+|\/+|\*+|无)$/;

/** Excel adds binary noise behind what was keyed; a millionth of a 元 is none of anybody's money. */
const NOISE = new Decimal('0.000001');

const BLANK: ReadAmount = { amount: null };

/** Reads an amount in 元 to the 分, without a float on the way; nothing is rounded but the noise of binary numbers. */
export function readYuan(cell: GridCell | undefined): ReadAmount {
  const text = textOf(cell);
  if (typeof text !== 'string') return text;
  if (text === '') return BLANK;
  if (/万/.test(text)) return fault(`“${text}”带着万元，财决报表按元填列，改成以元为单位的数。`);
  if (cell?.isNumber) return rounded(text);
  const amount = parseAmount(text, 'yuan');
  if (amount.ok) return { amount: amount.value };
  const digits = toPlainForms(text).replaceAll(/[,¥\s]/g, '');
  if (amount.error === 'too-many-decimals' && /^-?\d*\.\d+$/.test(digits)) return rounded(digits);
  return fault(`“${text}”${refusalOf(text, amount.error, 'yuan').why}`);
}

/** A number of cars, groups or people. */
export function readCount(cell: GridCell | undefined): ReadAmount {
  const text = textOf(cell);
  if (typeof text !== 'string') return text;
  if (text === '') return BLANK;
  const digits = plain(text).replaceAll(',', '');
  const count = /^\d+(\.0+)?$/.test(digits) ? Number(digits) : Number.NaN;
  return count <= LARGEST_COUNT ? { amount: count } : fault(`“${text}”不是数量，只能是 0 或正整数。`);
}

function textOf(cell: GridCell | undefined): string | ReadAmount {
  if (cell?.fault === 'error')
    return fault(`公式出错（${cell.text}），填上应有的数，或在原文件里改正后再导入。`);
  if (cell?.fault === 'no-value')
    return fault('公式没有算出的值，在原文件里重新计算并保存后再导入，或填上应有的数。');
  const text = (cell?.text ?? '').trim();
  return NOTHING.test(plain(text)) ? '' : text;
}

function rounded(digits: string): ReadAmount {
  const exact = new Decimal(digits);
  const cents = exact.toDecimalPlaces(2);
  if (exact.minus(cents).abs().greaterThan(NOISE)) {
    return fault(`“${digits}”的小数多于两位，元最多到分，程序不替你舍去，核对原数。`);
  }
  const amount = cents.times(100).toNumber();
  if (!Number.isSafeInteger(amount) || Math.abs(amount) > LARGEST_FIGURE) {
    return fault(`“${digits}”超过 10 万亿元，核对单位是元还是万元。`);
  }
  return { amount: amount === 0 ? 0 : amount };
}

function fault(sentence: string): ReadAmount {
  return { amount: null, fault: sentence };
}

/** `1,234.50 元` */
export function yuan(amount: number): string {
  return `${formatPrinted(fen(amount), 'yuan')} 元`;
}
