import type { CellAddress, Undone } from '../../core/entry/edit.ts';
import { findSheet } from '../../core/figures/sheets.ts';

const columnOf = ({ sheet, column }: CellAddress) =>
  findSheet(sheet)?.columns.findIndex(({ id }) => id === column) ?? -1;

/** The cell of a step that a clerk is led to: the top left one of a block. */
export function firstCell({ figures, notes }: Pick<Undone, 'figures' | 'notes'>): CellAddress | undefined {
  return [...figures, ...notes].toSorted((a, b) =>
    a.row === b.row ? columnOf(a) - columnOf(b) : a.row < b.row ? -1 : 1,
  )[0];
}
