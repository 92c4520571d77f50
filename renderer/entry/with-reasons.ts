import type { Refusal } from '../../core/entry/refusal.ts';
import type { SheetFigures } from '../../core/entry/sheet-figures.ts';
import type { ReadTexts } from './read-text.ts';

/** Under a cell of the 差额表 for which there is no reason: where it is written. */
function withoutReason(text: string): Refusal {
  return {
    text,
    why: '没有抵销理由，按 Alt+R 到上方“抵销理由”写明抵销的是哪笔往来，再录入这一格。',
    advice: '',
  };
}

/**
 * Gives what was read into cells of the 差额表 its reason: the one that is written above the sheet, or else the one that
 * the cell has. Without either the text stays in its cell.
 *
 * @param reason as it is written; blank: none
 */
export function withReasons(
  { readable, unreadable }: ReadTexts,
  reason: string,
  figures: SheetFigures,
): ReadTexts {
  const given: ReadTexts = { readable: [], unreadable: [...unreadable] };
  for (const each of readable) {
    if (each.kind === 'text' || each.edit.value === null) {
      given.readable.push(each);
      continue;
    }
    const own = reason.trim() === '' ? figures.reason(each.edit) : reason.trim();
    if (own === null) given.unreadable.push({ refusal: withoutReason(each.typed), cell: each.cell });
    else given.readable.push({ ...each, edit: { ...each.edit, reason: own } });
  }
  return given;
}
