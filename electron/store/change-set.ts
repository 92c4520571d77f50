import type { Database } from 'better-sqlite3';
import { prepared } from './prepared.ts';

/** Who changes the book, and why; written into the history with every change. */
export interface Change {
  /** ISO 8601, UTC */
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly reason: string;
  /** the change set whose inverse this is */
  readonly undoOf?: number;
}

/** Leaves a transaction that changed nothing, so that no empty change set stays in the history. */
class NothingChanged extends Error {}

/**
 * Runs `work` in one transaction under one change set. What it throws undoes all of it; where it changes nothing, the
 * book stays byte for byte as it was.
 *
 * @returns the number of the change set; `null` when nothing changed
 */
export function inChangeSet(database: Database, change: Change, work: () => void): number | null {
  const transaction = database.transaction(() => {
    const { lastInsertRowid } = prepared(
      database,
      'INSERT INTO change_set (at, actor, kind, reason, undo_of) VALUES (@at, @actor, @kind, @reason, @undoOf)',
    ).run({ undoOf: null, ...change });
    prepared(database, 'INSERT INTO open_change_set (id, change_set) VALUES (1, ?)').run(lastInsertRowid);
    work();
    const changed = prepared(
      database,
      `SELECT EXISTS (SELECT 1 FROM figure_history WHERE change_set = @id)
         OR EXISTS (SELECT 1 FROM record_history WHERE change_set = @id)
         OR EXISTS (SELECT 1 FROM figure_note_history WHERE change_set = @id)
         OR EXISTS (SELECT 1 FROM cell_text_history WHERE change_set = @id)
         OR EXISTS (SELECT 1 FROM profile_history WHERE change_set = @id)
         OR EXISTS (SELECT 1 FROM figure_source WHERE change_set = @id)
         OR EXISTS (SELECT 1 FROM register_event WHERE change_set = @id)
         OR EXISTS (SELECT 1 FROM year_lock_history WHERE change_set = @id)`,
    );
    if (changed.pluck().get({ id: lastInsertRowid }) === 0) throw new NothingChanged();
    prepared(database, 'DELETE FROM open_change_set').run();
    return Number(lastInsertRowid);
  });
  try {
    return transaction();
  } catch (error) {
    if (error instanceof NothingChanged) return null;
    throw error;
  }
}
