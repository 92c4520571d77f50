import { fen, type MoneyUnit } from '../money/fen.ts';
import { roundToPrinted } from '../money/format.ts';
import type { RecognisedRow } from '../recognition/recognised.ts';
import type { TableModel } from '../tables/model.ts';
import { BASIC_TOTALS, hasBasicTotals } from './row-keys.ts';

/** Some places print 人员经费 and 公用经费 together in a row 合计, which we do not: it agrees with the sum of ours. */
export function isSumOfOurs(row: RecognisedRow, { id, rows }: TableModel, unit: MoneyUnit): boolean {
  if (row.kind !== 'total' || !hasBasicTotals(id)) return false;
  const { amount, unreadable } = row.cells['amount'] ?? { amount: null };
  const sum = rows
    .filter(({ item = '' }) => BASIC_TOTALS.includes(item))
    .reduce((all, { cells }) => all + (cells['amount']?.exact ?? 0), 0);
  return unreadable !== true && (amount ?? 0) === roundToPrinted(fen(sum), unit);
}
