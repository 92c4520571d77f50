import type { FigureAddress } from '../figures/figure.ts';

/** How a step of keying came about; shown in the history, and what undo goes back over. */
export const EDIT_KINDS = ['key', 'paste', 'cut', 'clear', 'fill', 'note'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** One cell of a unit's year. */
export type CellAddress = Omit<FigureAddress, 'unit'>;

/** What a cell becomes. */
export interface FigureEdit extends CellAddress {
  /** 分 in columns of kind `fen`, a whole number in columns of kind `count`; `null`: blank, which is not 0 */
  readonly value: number | null;
  /** why the 差额表 eliminates the amount; only, and always, there, and not on a blank */
  readonly reason?: string;
}

/** What the clerk wrote beside a cell. */
interface CellNote extends CellAddress {
  readonly body: string;
}

/** A note that changes; `null`: it is taken away. */
export interface NoteEdit extends CellAddress {
  readonly body: string | null;
}

/** A text cell of a row of the clerk's own; it belongs to no fund and no measure. */
export interface RowText {
  readonly row: string;
  readonly column: string;
  readonly body: string;
}

/** What a text cell becomes. */
export interface TextEdit extends Omit<RowText, 'body'> {
  readonly sheet: string;
  /** `null`: blank */
  readonly body: string | null;
}

/** One sheet of one unit, or of the whole department added up. */
export interface SheetContent {
  /** all funds and measures */
  readonly figures: readonly (CellAddress & {
    readonly value: number;
    /** where an import read it, in words; absent: it was keyed, or is a sum */
    readonly source?: string;
    /** why the 差额表 eliminates it; absent in a unit and in the department */
    readonly reason?: string;
  })[];
  /** none for the department: notes belong to a unit's cell */
  readonly notes: readonly CellNote[];
  /** rows whose 决算 a register says and nobody keys; absent: none */
  readonly registered?: readonly string[];
  /** what rows of the clerk's own are; absent: the sheet has no such rows */
  readonly texts?: readonly RowText[];
}

/** Where a book stands between two edits. */
export interface EditState {
  /** when the book last changed, ISO 8601 in UTC */
  readonly savedAt: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface Committed {
  /** number of the step in the history; `null`: everything was so already */
  readonly changeSet: number | null;
  readonly state: EditState;
}

/** A step taken back, or made again: the cells as they are now. */
export interface Undone {
  /** number of the step that was undone or redone */
  readonly changeSet: number;
  readonly kind: EditKind;
  readonly year: number;
  readonly unit: string;
  readonly figures: readonly FigureEdit[];
  readonly notes: readonly NoteEdit[];
  readonly texts: readonly TextEdit[];
  readonly state: EditState;
}
