import { checkText } from '../../core/entry/check-text.ts';
import type { CellAddress, FigureEdit, TextEdit } from '../../core/entry/edit.ts';
import { readCell } from '../../core/entry/read-cell.ts';
import { type Refusal, refusalOf } from '../../core/entry/refusal.ts';
import type { ViewColumn } from '../../core/entry/sheet-columns.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { BookCell, RefusedCell } from '../book/refused-cells.ts';
import type { CellPlace, KeyedText } from '../entry-grid/grid-types.ts';

/** What a text becomes in the cell that it was put into. */
type ReadText =
  | { readonly kind: 'figure'; readonly edit: FigureEdit }
  | { readonly kind: 'text'; readonly edit: TextEdit };

/**
 * Reads what was typed or pasted into a cell that can be keyed.
 *
 * @param money the unit of a bare amount
 */
function readText(
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

type PlacedCell = Pick<RefusedCell, 'cell' | 'place'>;

/** A cell that a text goes to. */
export interface KeyedCell extends PlacedCell {
  readonly cell: BookCell;
  readonly kind: Exclude<ViewColumn['kind'], 'percent'>;
}

type Readable = ReadText & { readonly typed: string; readonly cell: PlacedCell };

interface Unreadable {
  readonly refusal: Refusal;
  readonly cell: PlacedCell;
}

/** The texts of one step: what can be stored, and what stays in its cell. */
export interface ReadTexts {
  readonly readable: Readable[];
  readonly unreadable: Unreadable[];
}

/** Parts the texts of one step into what can be stored and what cannot; those for no cell are left out. */
export function readTexts(
  texts: readonly KeyedText[],
  cellAt: (place: CellPlace) => KeyedCell | null,
  money: MoneyUnit,
): ReadTexts {
  const readable: Readable[] = [];
  const unreadable: Unreadable[] = [];
  for (const { text, ...at } of texts) {
    const found = cellAt(at);
    if (found === null) continue;
    const placed = { cell: found.cell, place: found.place };
    const read = readText(text, found.cell, found.kind, money);
    if (read.ok) readable.push({ ...read.value, typed: text, cell: placed });
    else unreadable.push({ refusal: read.error, cell: placed });
  }
  return { readable, unreadable };
}
