import { checkText } from '../../core/entry/check-text.ts';
import type { CellAddress, FigureEdit, TextEdit } from '../../core/entry/edit.ts';
import { readCell } from '../../core/entry/read-cell.ts';
import { type Refusal, refusalOf } from '../../core/entry/refusal.ts';
import type { ViewColumn } from '../../core/entry/sheet-columns.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { failure, type Result, success } from '../../core/result.ts';

/** What a text becomes in the cell that it was put into. */
export type ReadText =
  | { readonly kind: 'figure'; readonly edit: FigureEdit }
  | { readonly kind: 'text'; readonly edit: TextEdit };

/**
 * Reads what was typed or pasted into a cell that can be keyed.
 *
 * @param money the unit of a bare amount
 */
export function readText(
  text: string,
  { sheet, row, fund, column, measure }: CellAddress,
  kind: Exclude<ViewColumn['kind'], 'percent'>,
  money: MoneyUnit,
): Result<ReadText, Refusal> {
  if (kind !== 'text') {
    const read = readCell(text, kind, money);
    return read.ok
      ? success({ kind: 'figure', edit: { sheet, row, fund, column, measure, value: read.value } })
      : failure(refusalOf(text.trim(), read.error, money));
  }
  const body = text.trim();
  const edit = { sheet, row, column, body: body === '' ? null : body };
  const wrong = checkText(edit);
  return wrong === null
    ? success({ kind: 'text', edit })
    : failure({ text: body, why: wrong.message, advice: '' });
}
