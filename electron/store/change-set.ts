import type { Database } from 'better-sqlite3';

/** Who changes the book, and why; written into the history with every change. */
export interface Change {
  /** ISO 8601, UTC */
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly reason: string;
}

/** Runs `work` in one transaction under one change set. What it throws undoes all of it. */
export function inChangeSet<Outcome>(database: Database, change: Change, work: () => Outcome): Outcome {
  return database.transaction(() => {
    const { lastInsertRowid } = database
      .prepare('INSERT INTO change_set (at, actor, kind, reason) VALUES (@at, @actor, @kind, @reason)')
      .run(change);
    database.prepare('INSERT INTO open_change_set (id, change_set) VALUES (1, ?)').run(lastInsertRowid);
    const outcome = work();
    database.prepare('DELETE FROM open_change_set').run();
    return outcome;
  })();
}
