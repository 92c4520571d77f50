import { EDIT_KINDS, type EditKind } from './edit.ts';

/** One step of the history, as far as undo looks at it. */
export interface ChangeSetHead {
  readonly id: number;
  /** an `EditKind`, `undo`, `redo`, or what is no step of keying: an import, a change of 报表格式 */
  readonly kind: string;
  /** the step that an `undo` or a `redo` turned back */
  readonly undoOf: number | null;
}

/** A step that can be turned back; the ones before it lie under it. */
export interface Step {
  /** whose inverse is to be made */
  readonly changeSet: number;
  /** the step in which the figures were first keyed: itself, where it was never turned back */
  readonly original: number;
  /** how the figures were first keyed, however often they were undone and redone since */
  readonly kind: EditKind;
  readonly under: Step | null;
}

/** What undo and redo would turn back next. Linked, so that a step costs the same after ten thousand of them. */
export interface UndoStacks {
  readonly undo: Step | null;
  readonly redo: Step | null;
}

export const NO_STEPS: UndoStacks = { undo: null, redo: null };

/** The stacks after a list of steps in the order they were made. */
export function undoStacks(history: Iterable<ChangeSetHead>, from: UndoStacks = NO_STEPS): UndoStacks {
  let stacks = from;
  for (const head of history) stacks = afterChangeSet(stacks, head);
  return stacks;
}

/** Change sets that touch no figure: undo and redo go past them. */
const PAST_FIGURES: ReadonlySet<string> = new Set([
  'choose-profile',
  'save-profile',
  'delete-profile',
  'explain',
  'set-up',
  'lock',
]);

function afterChangeSet({ undo, redo }: UndoStacks, { id, kind, undoOf }: ChangeSetHead): UndoStacks {
  const keyed = EDIT_KINDS.find((candidate) => candidate === kind);
  if (keyed !== undefined) {
    return { undo: { changeSet: id, original: id, kind: keyed, under: undo }, redo: null };
  }
  if (kind === 'undo' && undo !== null && undo.changeSet === undoOf) {
    return { undo: undo.under, redo: { ...undo, changeSet: id, under: redo } };
  }
  if (kind === 'redo' && redo !== null && redo.changeSet === undoOf) {
    return { undo: { ...redo, changeSet: id, under: undo }, redo: redo.under };
  }
  if (PAST_FIGURES.has(kind)) return { undo, redo };
  // an import, or what a later version may do: the figures before it are not those that keying left
  return NO_STEPS;
}
