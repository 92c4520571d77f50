import type { UnsavedCell } from '../../core/api.ts';
import type { CellAddress } from '../../core/entry/edit.ts';
import type { Refusal } from '../../core/entry/refusal.ts';

/** A cell of a unit's year, whichever page it is on. */
export interface BookCell extends CellAddress {
  readonly year: number;
  readonly unit: string;
}

export interface RefusedCell extends Refusal {
  readonly cell: BookCell;
  /** where it is, in words */
  readonly place: string;
  /**
   * the step of the history that the text came with; below 0: one of which nothing was stored. Undoing the step takes
   * the refused texts away as well.
   */
  readonly step: number;
}

const keyOf = ({ year, unit, sheet, row, fund, column, measure }: BookCell) =>
  JSON.stringify([year, unit, sheet, row, fund, column, measure]);

/**
 * What was typed or pasted into an open book and could not be stored. It stays in its cell, through every change of
 * page, until it is mended or given up.
 */
export class RefusedCells {
  readonly #cells = new Map<string, RefusedCell>();
  #unstoredSteps = 0;
  /** the last step, if nothing of it was stored */
  #lastUnstored: number | null = null;

  get size(): number {
    return this.#cells.size;
  }

  get(cell: BookCell): RefusedCell | undefined {
    return this.#cells.get(keyOf(cell));
  }

  put(refused: RefusedCell): void {
    this.#cells.set(keyOf(refused.cell), refused);
  }

  /** @returns whether there was a refused text */
  drop(cell: BookCell): boolean {
    return this.#cells.delete(keyOf(cell));
  }

  /** Numbers a step of which nothing was stored, as the last one. */
  newUnstoredStep(): number {
    this.#unstoredSteps += 1;
    this.#lastUnstored = -this.#unstoredSteps;
    return this.#lastUnstored;
  }

  /** The last step is in the book. */
  stepStored(): void {
    this.#lastUnstored = null;
  }

  /** Takes away the texts of the last step, if nothing of it was stored; else nothing: undo is the book's then. */
  takeLastUnstored(): RefusedCell[] {
    const dropped = this.#lastUnstored === null ? [] : this.dropStep(this.#lastUnstored);
    this.#lastUnstored = null;
    return dropped;
  }

  /** Takes away what came with a step that is undone. */
  dropStep(step: number): RefusedCell[] {
    const dropped = [...this.#cells.values()].filter((refused) => refused.step === step);
    for (const { cell } of dropped) this.drop(cell);
    return dropped;
  }

  all(): RefusedCell[] {
    return [...this.#cells.values()];
  }

  unsaved(): UnsavedCell[] {
    return this.all().map(({ place, text }) => ({ place, text }));
  }
}
