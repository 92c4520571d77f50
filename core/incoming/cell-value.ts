import { Decimal } from 'decimal.js';
import { readCell } from '../entry/read-cell.ts';
import { refusalOf } from '../entry/refusal.ts';
import type { SheetColumn } from '../figures/sheets.ts';
import type { MoneyUnit } from '../money/fen.ts';
import type { GridCell } from '../recognition/grid.ts';
import { plain } from '../recognition/words.ts';

/** What a cell of a file says: 分, a count or hundredths. */
export interface CellValue {
  /** `null`: blank, or unreadable */
  readonly value: number | null;
  /** why it cannot be taken, one sentence */
  readonly fault?: string;
}

const NOTHING = /^([-—–―‐−]+|\/+|\*+|无)$/;

/** Excel works with 15 significant digits; what it stores behind them is noise of the binary number. */
function digitsOf(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) ? new Decimal(number.toPrecision(15)).toFixed() : text;
}

/** The text of a cell as it is read: a number without the noise behind its digits. */
export function textOf(cell: GridCell | undefined): string {
  if (cell === undefined) return '';
  return cell.isNumber ? digitsOf(cell.text) : cell.text.trim();
}

/** Reads a cell as if it were keyed. @param text as the clerk mended it; absent: that of the file */
export function cellValue(
  cell: GridCell | undefined,
  text: string | undefined,
  kind: SheetColumn['kind'],
  money: MoneyUnit,
): CellValue {
  if (text === undefined && cell?.fault === 'error') {
    return { value: null, fault: `公式出错（${cell.text}），填上应有的数，或在原文件里改正后重新导入。` };
  }
  if (text === undefined && cell?.fault === 'no-value') {
    return { value: null, fault: '公式没有算出的值，填上应有的数，或在原文件里重新计算并保存后再导入。' };
  }
  const said = text ?? textOf(cell);
  if (said === '' || NOTHING.test(plain(said))) return { value: null };
  const read = readCell(said, kind, money);
  if (read.ok) return { value: read.value };
  return { value: null, fault: `“${said.slice(0, 40)}”${refusalOf(said, read.error, money).why}` };
}
