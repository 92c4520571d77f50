import type { CellAddress, Undone } from '../../core/entry/edit.ts';
import { TEXT_CELL } from '../../core/entry/sheet-view.ts';
import { findSheet } from '../../core/figures/sheets.ts';

const columnOf = ({ sheet, column }: CellAddress) =>
  findSheet(sheet)?.columns.findIndex(({ id }) => id === column) ?? -1;

/** The cell of a step that a clerk is led to: the top left one of a block. */
export function firstCell({
  figures,
  notes,
  texts,
}: Pick<Undone, 'figures' | 'notes' | 'texts'>): CellAddress | undefined {
  const named = texts.map((text) => ({ ...text, ...TEXT_CELL }));
  return [...figures, ...notes, ...named].toSorted((a, b) =>
    a.row === b.row ? columnOf(a) - columnOf(b) : a.row < b.row ? -1 : 1,
  )[0];
}
