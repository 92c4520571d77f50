import type { Range, Selection } from './selection.ts';
import { rangeOf } from './selection.ts';

/** What of the selection lies in one row, as numbers, so that a row is drawn again only when they change. */
export interface RowMarks {
  /** columns, both included; -1: none */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly filledFrom: number;
  readonly filledTo: number;
  /** column of the active cell */
  readonly active: number;
  /** column of the fill handle */
  readonly handle: number;
}

/** @param hasHandle the selection can be filled from its corner */
export function rowMarks(
  row: number,
  selection: Selection,
  fill: Range | null,
  hasHandle: boolean,
): RowMarks {
  const range = rangeOf(selection);
  const isIn = ({ top, bottom }: Range) => row >= top && row <= bottom;
  return {
    selectedFrom: isIn(range) ? range.left : -1,
    selectedTo: isIn(range) ? range.right : -1,
    filledFrom: fill !== null && isIn(fill) ? fill.left : -1,
    filledTo: fill !== null && isIn(fill) ? fill.right : -1,
    active: row === selection.active.row ? selection.active.column : -1,
    handle: hasHandle && row === range.bottom ? range.right : -1,
  };
}
