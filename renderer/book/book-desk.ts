import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BackedUp } from '../../core/api.ts';
import type { EditState, Undone } from '../../core/entry/edit.ts';
import type { Problem } from '../../core/problems.ts';
import { call, callNow, useMainEvent } from '../bridge.ts';
import { useUnsaved } from '../leaving.ts';
import { Drafts } from './drafts.ts';
import { EntryMemory } from './entry-memory.ts';
import { type RefusedCell, RefusedCells } from './refused-cells.ts';

/**
 * What belongs to an open book as a whole, whichever of its pages is shown. It changes with every keyed cell, so who
 * shows something of it says so by `useDeskState`: the rest of the frame is not drawn again.
 */
export class BookDesk {
  readonly refused = new RefusedCells();
  readonly drafts = new Drafts();
  readonly memory = new EntryMemory();
  /** `null` until main has answered */
  editState: EditState | null = null;
  /** the last backup that was made, or failed, since the book was opened */
  backup: BackedUp | null = null;
  /** of the last undo or redo */
  problem: Problem | null = null;
  /** counts the changes of the book: what was computed for an equal number still holds */
  revision = 0;
  readonly #listeners = new Set<() => void>();
  #changes = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly changes = (): number => this.#changes;

  opened(state: EditState): void {
    this.editState = state;
    this.#changed();
  }

  committed(state: EditState): void {
    this.editState = state;
    this.problem = null;
    this.revision += 1;
    this.refused.stepStored();
    this.#changed();
  }

  /** An explanation was written: the checks look at it anew, and what undo would take back stays what it was. */
  explained(state: EditState): void {
    this.revision += 1;
    this.opened(state);
  }

  /** The tables are printed in another 报表格式, or theirs was changed. */
  printedOtherwise(): void {
    this.revision += 1;
    this.#changed();
    void this.readState();
  }

  /** Figures have gone in from a file. */
  tookIn(): void {
    this.refused.stepStored();
    this.printedOtherwise();
  }

  /** Asks when the book was last changed: something was stored that is no figure. */
  async readState(): Promise<void> {
    const { revision } = this;
    const reply = await call('editState');
    // an edit made meanwhile has told its own
    if (reply.ok && revision === this.revision) this.opened(reply.value);
  }

  backedUp(backup: BackedUp): void {
    this.backup = backup;
    this.#changed();
  }

  /** Some refused texts, or drafts, have come or gone. */
  refusedChanged(): void {
    this.#changed();
  }

  dismiss(): void {
    this.problem = null;
    this.#changed();
  }

  /** See `RefusedCells.takeLastUnstored`. */
  takeLastUnstored(): RefusedCell[] {
    const dropped = this.refused.takeLastUnstored();
    if (dropped.length > 0) this.#changed();
    return dropped;
  }

  /** @returns `null`: there was nothing to take back, or it failed and `problem` says why */
  step(direction: 'undo' | 'redo'): Undone | null {
    const reply = callNow(direction);
    if (!reply.ok) {
      this.problem = reply.error;
      this.#changed();
      return null;
    }
    if (reply.value !== null) this.committed(reply.value.state);
    return reply.value;
  }

  #changed(): void {
    this.#changes += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** The desk of a book, from its opening to its closing. */
export function useBookDesk(): BookDesk {
  const [desk] = useState(() => new BookDesk());
  useEffect(() => {
    void desk.readState();
  }, [desk]);
  useMainEvent('backedUp', (backup) => desk.backedUp(backup));
  useUnsaved(() => [...desk.refused.unsaved(), ...desk.drafts.unsaved()]);
  return desk;
}

/** Draws the component again whenever something on the desk changes. */
export function useDeskState(desk: BookDesk): void {
  useSyncExternalStore(desk.subscribe, desk.changes);
}
