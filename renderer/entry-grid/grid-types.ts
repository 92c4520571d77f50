import type { ReactNode } from 'react';
import type { EditKind } from '../../core/entry/edit.ts';

/** A column of the grid. Frozen ones come first. */
export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** headers above the title, outermost first; equal neighbours are drawn as one */
  readonly groups: readonly string[];
  /** px at 100 % */
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly frozen: boolean;
  /** holds the tree: indent and arrow; its cells are the headers of their rows */
  readonly isRowHeader: boolean;
  /** some of its cells can be keyed: its header says so */
  readonly keyed: boolean;
}

/** A line that is shown; lines under a closed one are not among them. */
export interface GridLine {
  readonly id: string;
  /** 0: outermost */
  readonly level: number;
  readonly kind: 'total' | 'class' | 'section' | 'item';
  /** `null`: nothing is below it */
  readonly expanded: boolean | null;
  /** says the line in the accessible name of its cells: `2010301 行政运行` */
  readonly name: string;
}

export interface GridCell {
  /** as it is shown: `1,234.50` */
  readonly shown: string;
  /** exact, for editing and copying: `1234.5`; `''`: blank */
  readonly raw: string;
  readonly readOnly: boolean;
  /** what was typed or pasted and could not be stored: it stays in the cell, with the reason */
  readonly refused?: { readonly text: string; readonly sentence: string };
  /** what a check found here */
  readonly mark?: { readonly level: 'error' | 'verify'; readonly sentence: string };
  readonly note?: string;
  /** where an import read it */
  readonly source?: string;
}

/** What the grid shows. A new object whenever the lines change; cells may change under the same object. */
export interface GridSource {
  readonly lines: readonly GridLine[];
  /** so many lines at the top do not scroll: the 合计 */
  readonly pinned: number;
  cell(line: GridLine, column: GridColumn): GridCell;
  /** another number whenever a cell of the line may look otherwise: a row is drawn again only then */
  version(line: GridLine): number;
}

export interface CellPlace {
  readonly line: string;
  readonly column: string;
}

export interface KeyedText extends CellPlace {
  readonly text: string;
}

/** What is selected: rows and columns by index into the lines and columns shown, both ends included. */
export interface GridSelection {
  readonly active: CellPlace;
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** Cells of a paste or fill that got nothing. */
export interface SkippedCells {
  readonly readOnly: number;
  /** beyond the last line or column */
  readonly outside: number;
  /** something was typed onto a cell that takes nothing */
  readonly isTyped?: true;
}

export interface EntryGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly source: GridSource;
  /** where Enter leads */
  readonly enterMoves: 'down' | 'right';
  /** 1: 100 % */
  readonly zoom: number;
  /** lies at the active cell: the sentence about refused input, the editor of a note; `null`: nothing */
  readonly beside: ReactNode;
  /** shown behind the last line, as wide as the frozen columns */
  readonly lastLine?: ReactNode;
  /** shown below the lines where there is nothing else; absent: nothing */
  readonly emptyBody?: ReactNode;
  /**
   * Stores texts, read-only cells left out already; one call is one step of undo. It returns when they are stored.
   *
   * @returns how many of them were refused; the source then shows them as such
   */
  readonly onEdit: (edits: readonly KeyedText[], kind: EditKind) => number;
  /** Ctrl+Delete: the lines themselves, where they are the clerk's own */
  readonly onDeleteRows?: (lines: readonly GridLine[]) => void;
  /** Esc on a refused cell: it shows again what is stored */
  readonly onDiscard: (place: CellPlace) => void;
  readonly onSkipped: (skipped: SkippedCells) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onToggle: (line: GridLine) => void;
  readonly onSelect: (selection: GridSelection) => void;
  /** Shift+F2, as in Excel */
  readonly onNote: (place: CellPlace) => void;
  /** px at 100 % */
  readonly onColumnWidth: (column: string, width: number) => void;
  readonly onZoom: (zoom: number) => void;
  /** a cell is open for editing, with its text so far; `null`: no longer */
  readonly onEditing: (text: string | null) => void;
}

/** What the page around a grid may ask of it. */
export interface EntryGridHandle {
  focus(): void;
  /** selects a cell and scrolls it into view; the grid has the focus then */
  goTo(place: CellPlace): void;
  /** the same without the focus: who is looking for something goes on typing */
  show(place: CellPlace): void;
  /**
   * Stores what is being typed, as leaving the grid does. Refused text stays in its cell.
   *
   * @returns false: it was refused
   */
  commitOpenCell(): boolean;
}
