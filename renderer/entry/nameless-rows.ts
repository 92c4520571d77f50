import { rowDeletion } from '../../core/entry/delete-row.ts';
import type { FigureEdit, TextEdit } from '../../core/entry/edit.ts';
import type { Refusal } from '../../core/entry/refusal.ts';
import type { SheetFigures } from '../../core/entry/sheet-figures.ts';
import { namingColumn } from '../../core/figures/free-row.ts';
import type { SheetDefinition } from '../../core/figures/sheets.ts';
import { markKey } from './cell-marks.ts';

/** A text of a row that is to be stored. */
interface KeyedRowText<Cell> {
  readonly edit: TextEdit;
  readonly cell: Cell;
}

interface NamedRows<Cell> {
  readonly texts: readonly TextEdit[];
  readonly refused: readonly { readonly refusal: Refusal; readonly cell: Cell }[];
}

const KEEPS_ITS_NAME: Refusal = {
  text: '',
  why: '这一行还有数，名称不能空。',
  advice: '连数一起删去这一行，按 Ctrl+Delete。',
};

/**
 * A row of the clerk's own that loses its name is gone, with its other texts. While figures stand on it, it keeps its
 * name.
 *
 * @param edits the figures that the same step changes
 */
export function withNamedRows<Cell>(
  sheet: SheetDefinition,
  figures: SheetFigures,
  keyed: readonly KeyedRowText<Cell>[],
  edits: readonly FigureEdit[],
): NamedRows<Cell> {
  const naming = namingColumn(sheet)?.id;
  const cleared = new Set(edits.filter(({ value }) => value === null).map(markKey));
  const filled = edits.filter(({ value }) => value !== null).map(({ row }) => row);
  const texts: TextEdit[] = [];
  const refused: { refusal: Refusal; cell: Cell }[] = [];
  for (const { edit, cell } of keyed) {
    if (edit.column !== naming || edit.body !== null) {
      texts.push(edit);
      continue;
    }
    const deletion = rowDeletion(sheet, figures, [edit.row]);
    const isBlank = deletion.edits.every((figure) => cleared.has(markKey(figure)));
    if (isBlank && !filled.includes(edit.row)) texts.push(...deletion.texts);
    else refused.push({ refusal: KEEPS_ITS_NAME, cell });
  }
  return { texts, refused };
}
