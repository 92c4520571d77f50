import type { Classification } from '../classification/classification.ts';
import { addressName } from '../figures/address-name.ts';
import { ADJUSTABLE_SHEETS, ADJUSTMENT_UNIT } from '../figures/figure.ts';
import { findSheet } from '../figures/sheets.ts';
import { type Problem, problem } from '../problems.ts';
import type { FigureEdit } from './edit.ts';

/**
 * Whether a keyed cell may be stored in this unit: the 差额表 takes 收入 and 支出 of fund `other`, of either sign, each
 * figure with a reason; a unit takes no reasons.
 *
 * @param edit one that `checkEdit` lets pass
 * @returns the first thing wrong; `null`: it may be stored
 */
export function checkAdjustment(
  unit: string,
  edit: FigureEdit,
  classification: Classification,
): Problem | null {
  const where = addressName({ ...edit, unit }, classification);
  const hasReason = edit.reason !== undefined && edit.reason.trim() !== '';
  if (unit !== ADJUSTMENT_UNIT) return hasReason ? problem('reason-not-taken', { where }) : null;
  if (!ADJUSTABLE_SHEETS.includes(edit.sheet)) {
    const name = findSheet(edit.sheet)?.name ?? edit.sheet;
    return problem('adjustment-not-keyed', { what: `“${name}”的数` });
  }
  if (edit.fund !== 'other') return problem('adjustment-fund', { where, doing: '录入' });
  return edit.value !== null && !hasReason ? problem('adjustment-reason', { where, doing: '录入' }) : null;
}
