import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDIT_KINDS, type EditKind } from './edit.ts';
import { type ChangeSetHead, type Step, undoStacks } from './undo-stack.ts';

type Action = { readonly key: EditKind } | 'undo' | 'redo' | 'import' | 'save-profile';

const action: fc.Arbitrary<Action> = fc.oneof(
  { arbitrary: fc.constantFrom(...EDIT_KINDS).map((key) => ({ key })), weight: 4 },
  { arbitrary: fc.constant('undo' as const), weight: 4 },
  { arbitrary: fc.constant('redo' as const), weight: 3 },
  { arbitrary: fc.constant('import' as const), weight: 1 },
  { arbitrary: fc.constant('save-profile' as const), weight: 1 },
);

/** A book of one cell, and its history as the store writes it. */
class Book {
  readonly history: ChangeSetHead[] = [];
  readonly #changes = new Map<number, { readonly from: number; readonly to: number }>();
  value = 0;

  change(kind: string, value: number, undoOf: number | null = null): void {
    const id = this.history.length + 1;
    this.#changes.set(id, { from: this.value, to: value });
    this.history.push({ id, kind, undoOf });
    this.value = value;
  }

  /** Turns a step back, as the store does it: only where the step's value still stands. */
  turnBack(kind: 'undo' | 'redo', step: Step | null): void {
    if (step === null) return;
    const change = this.#changes.get(step.changeSet);
    expect(change?.to).toBe(this.value);
    this.change(kind, change?.from ?? Number.NaN, step.changeSet);
  }
}

describe('undo', () => {
  it('walks the values that were keyed, back and forth, whatever is done in which order', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 80 }), (actions) => {
        const book = new Book();
        // the model: every value that was there, and which of them is there now
        let snapshots: { readonly value: number; readonly kind: EditKind | null }[] = [
          { value: 0, kind: null },
        ];
        let now = 0;
        for (const [index, step] of actions.entries()) {
          const { undo, redo } = undoStacks(book.history);
          expect(undo?.kind).toBe(now > 0 ? snapshots[now]?.kind : undefined);
          expect(redo?.kind).toBe(snapshots[now + 1]?.kind);
          if (step === 'undo') {
            book.turnBack('undo', undo);
            now = Math.max(0, now - 1);
          } else if (step === 'redo') {
            book.turnBack('redo', redo);
            now = Math.min(snapshots.length - 1, now + 1);
          } else if (step === 'import') {
            book.change('import', index + 1);
            snapshots = [{ value: index + 1, kind: null }];
            now = 0;
          } else if (step === 'save-profile') {
            // touches no figure
            book.change(step, book.value);
          } else {
            book.change(step.key, index + 1);
            snapshots = [...snapshots.slice(0, now + 1), { value: index + 1, kind: step.key }];
            now += 1;
          }
          expect(book.value).toBe(snapshots[now]?.value);
        }
        // read in two parts, as an open book does, the history says the same
        const half = Math.floor(book.history.length / 2);
        const inParts = undoStacks(book.history.slice(half), undoStacks(book.history.slice(0, half)));
        expect(inParts).toEqual(undoStacks(book.history));
      }),
      { numRuns: 300 },
    );
  });

  it('stops at a step that turned back another than the last', () => {
    const keyed = [1, 2, 3].map((id) => ({ id, kind: 'key', undoOf: null }));
    expect(undoStacks([...keyed, { id: 4, kind: 'undo', undoOf: 2 }])).toEqual({ undo: null, redo: null });
    expect(undoStacks([...keyed, { id: 4, kind: 'redo', undoOf: 3 }])).toEqual({ undo: null, redo: null });
  });
});
