import type { GridColumn, GridLine } from './grid-types.ts';
import type { Mode } from './keys.ts';
import type { Resized } from './layout.ts';
import type { Range, Selection, Sheet } from './selection.ts';

/** What a grid shows of itself, beyond its cells. */
export interface GridState {
  readonly selection: Selection;
  /** the lines and columns that the selection was made in */
  readonly sheet: Sheet;
  readonly mode: Mode;
  /** cells that the fill handle would fill if it were let go */
  readonly fill: Range | null;
  /** the column whose edge is being dragged */
  readonly resized: Resized | null;
}

/** A text being typed. It belongs to its cell whatever becomes of the row that shows it. */
export interface Draft {
  readonly line: GridLine;
  readonly column: GridColumn;
  /** what was in the cell: the same text is no edit */
  readonly initial: string;
  /** the text in the cell could not be stored */
  readonly isRefused: boolean;
}
