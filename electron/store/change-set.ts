import type { Database } from 'better-sqlite3';

/** Who changes the book, and why; written into the history with every change. */
export interface Change {
  /** ISO 8601, UTC */
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly reason: string;
}

/** Leaves a transaction that changed nothing, so that no empty change set stays in the history. */
class NothingChanged extends Error {}

/**
 * Runs `work` in one transaction under one change set. What it throws undoes all of it; where it changes nothing, the
 * book stays byte for byte as it was.
 */
export function inChangeSet(database: Database, change: Change, work: () => void): void {
  const transaction = database.transaction(() => {
    const { lastInsertRowid } = database
      .prepare('INSERT INTO change_set (at, actor, kind, reason) VALUES (@at, @actor, @kind, @reason)')
      .run(change);
    database.prepare('INSERT INTO open_change_set (id, change_set) VALUES (1, ?)').run(lastInsertRowid);
    work();
    const changed = database.prepare(
      `SELECT EXISTS (SELECT 1 FROM figure_history WHERE change_set = @id)
         OR EXISTS (SELECT 1 FROM record_history WHERE change_set = @id)`,
    );
    if (changed.pluck().get({ id: lastInsertRowid }) === 0) throw new NothingChanged();
    database.prepare('DELETE FROM open_change_set').run();
  });
  try {
    transaction();
  } catch (error) {
    if (!(error instanceof NothingChanged)) throw error;
  }
}
