import type { SheetColumn } from '../figures/sheets.ts';
import { LARGEST_COUNT, LARGEST_SCORE } from '../figures/taken.ts';
import type { MoneyUnit } from '../money/fen.ts';
import { evaluateFormula, type FormulaFault, isFormula } from '../money/formula.ts';
import { type AmountFault, parseAmount, toPlainForms } from '../money/parse.ts';
import { failure, type Result, success } from '../result.ts';

/** Why a text typed or pasted into a cell is not stored. */
export type CellFault = AmountFault | FormulaFault | 'not-a-count' | 'not-a-score';

/**
 * Reads a cell as clerks key it: an amount, or a calculation that begins with `=`.
 *
 * @returns 分, a count, or hundredths; `null` for a blank text, which is not 0
 */
export function readCell(
  text: string,
  kind: SheetColumn['kind'],
  money: MoneyUnit,
): Result<number | null, CellFault> {
  if (kind === 'count') return readCount(text);
  if (kind === 'hundredths') return readScore(text);
  return isFormula(text) ? evaluateFormula(text, money) : parseAmount(text, money);
}

function readCount(text: string): Result<number | null, CellFault> {
  const plain = toPlainForms(text).trim();
  if (plain === '') return success(null);
  const isWhole = /^(\d+|\d{1,3}(,\d{3})+)(\.0*)?$/.test(plain);
  const count = Number(plain.replaceAll(',', ''));
  return isWhole && count <= LARGEST_COUNT ? success(count) : failure('not-a-count');
}

/** Two decimals, as 元 has them. */
function readScore(text: string): Result<number | null, CellFault> {
  const read = /[元万¥]/.test(toPlainForms(text)) ? null : parseAmount(text, 'yuan');
  if (read?.ok !== true) return failure('not-a-score');
  const score = read.value;
  return score === null || (score >= 0 && score <= LARGEST_SCORE) ? success(score) : failure('not-a-score');
}
