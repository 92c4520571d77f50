import { inOneLine } from './clipboard.ts';
import type { Grid } from './grid.ts';
import type { Draft } from './grid-state.ts';
import type { Mode } from './keys.ts';
import { textOf } from './names.ts';

/** Opens the active cell with a text in it; `null`: with what stands there. Nothing happens at a read-only cell. */
export function openCell(grid: Grid, mode: Exclude<Mode, 'nav'>, text: string | null): void {
  const { active } = grid.selection;
  const line = grid.lineAt(active);
  const column = grid.columnAt(active);
  const cell = grid.cellAt(active);
  if (line === undefined || column === undefined || cell === undefined || grid.isReadOnly(active)) return;
  const initial = inOneLine(textOf(cell));
  grid.draft = { line, column, initial, isRefused: cell.refused !== undefined };
  const { input } = grid;
  if (input !== null && text === null) {
    input.value = initial;
    input.setSelectionRange(initial.length, initial.length);
  }
  grid.reveal(active);
  grid.change({ mode });
  grid.props.onEditing(text ?? initial);
}

/**
 * The only way out of an open cell but Esc: its text is stored. Text that is refused by the keyboard stays open, with
 * its caret; left by the mouse or by another window it stays in its cell, and the source shows it there.
 *
 * @param store other than into the open cell alone
 * @returns false: it was refused
 */
export function commit(grid: Grid, by: 'key' | 'leaving', store?: (text: string) => number): boolean {
  const { draft } = grid;
  if (draft === null) return true;
  const text = grid.input?.value ?? draft.initial;
  // away first: storing may move the focus, and the field that loses it commits too
  grid.draft = null;
  const refused = store === undefined ? storeDraft(grid, draft, text) : store(text);
  const isAccepted = refused === 0;
  if (!isAccepted && by === 'key') {
    grid.draft = { ...draft, initial: text, isRefused: true };
    grid.change({ mode: 'edit' });
    return false;
  }
  close(grid);
  return isAccepted;
}

function storeDraft({ props }: Grid, { line, column, initial, isRefused }: Draft, text: string): number {
  // unchanged, it is no edit; what was refused may be taken now, if it was the book that could not take it
  if (text === initial && !isRefused) return 0;
  return props.onEdit([{ line: line.id, column: column.id, text }], 'key');
}

/** Esc: the text is gone; one that had been refused, for good. */
export function abandon(grid: Grid): void {
  const { draft, mode } = grid;
  if (draft === null) return;
  grid.draft = null;
  close(grid);
  if (mode === 'edit' && draft.isRefused)
    grid.props.onDiscard({ line: draft.line.id, column: draft.column.id });
}

function close(grid: Grid): void {
  clearInput(grid);
  grid.change({ mode: 'nav' });
  grid.props.onEditing(null);
}

/** The field is empty while cells are walked over, so that what is typed next is all there is in it. */
export function clearInput({ input }: Grid): void {
  if (input !== null) input.value = '';
}

/** Ends a composition at once: it has no business in a read-only cell, or at a cell that the mouse leaves. */
export function endComposition(grid: Grid): void {
  grid.input?.blur();
  grid.focus();
}
