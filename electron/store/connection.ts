import type { Database } from 'better-sqlite3';
import { codeOf } from './failure.ts';

export function setPragmas(database: Database): void {
  database.pragma('foreign_keys = ON');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
}

/**
 * Folds the write-ahead log into the file, so that the book is one file again, and closes it. What was committed is
 * safe in the log already, so another program that is using the book is no reason to fail or to wait.
 */
export function closeBookFile(database: Database): void {
  if (!database.open) return;
  try {
    database.pragma('busy_timeout = 0');
    // who only reads leaves the book alone, but for the log
    if (database.pragma('query_only', { simple: true }) === 0) database.pragma('optimize');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) throw error;
  } finally {
    database.close();
  }
}
