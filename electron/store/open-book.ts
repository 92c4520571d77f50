import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { backupFolderOf } from '../backup/backup-folder.ts';
import { keepCopy } from '../backup/keep-copy.ts';
import { damageOf, isBook } from './check-book.ts';
import { setPragmas } from './connection.ts';
import { detailOf, ProblemError, storeFailure } from './failure.ts';
import { type Migration, migrate, versionOf } from './migrations.ts';
import { lockForWriting, type WriterLock } from './writer-lock.ts';

export interface OpenOptions {
  readonly migrations: readonly Migration[];
  /** the clock, for the name of a backup */
  readonly now: () => Date;
  /** this process is to be the only one that changes the book; absent: it may only be read */
  readonly writing?: boolean;
  /** read all of the book before trusting it: for short-lived commands; the app does it after an unclean end */
  readonly thorough?: boolean;
  /** another connection of this process has the book open and has checked it */
  readonly trusted?: boolean;
  /** ms to wait for another program that is writing the book; absent: 5 s */
  readonly patience?: number;
}

/** An open book and, where it may be written, the right to do so. */
export interface OpenedFile {
  readonly database: Database;
  readonly lock: WriterLock | null;
}

const PATIENCE = 5_000;
const SHORT_PATIENCE = 250;

/**
 * Opens an existing book and brings it to the newest format. The order is DESIGN §7's: look at the file, lock, pragmas,
 * version, check, backup, migrate, one real query. Every failure closes the file; SQLite may then fold a log that a
 * crash left behind into it, but no figure changes.
 */
export async function openBookFile(file: string, options: OpenOptions): Promise<OpenedFile> {
  refuseOtherFiles(file);
  refuseProtected(file);
  let lock: WriterLock | null = null;
  let database: Database | undefined;
  try {
    if (options.writing === true) lock = lockForWriting(file);
    // a log that has something in it was left by a crash, unless somebody is at work
    const endedUncleanly =
      options.trusted !== true && existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
    database = new Sqlite(file, { fileMustExist: true, timeout: options.patience ?? PATIENCE });
    refuseOtherDatabases(database, file, options.migrations);
    setPragmas(database);
    if (endedUncleanly || options.thorough === true) refuseDamaged(database, file);
    if (versionOf(database) < options.migrations.length) {
      lock ??= lockForWriting(file);
      await backUpBeforeMigration(database, file, options.now());
      migrate(database, options.migrations, file);
    }
    database.prepare('SELECT name FROM department').get();
    if (options.writing !== true) {
      lock?.release();
      lock = null;
      database.pragma('query_only = ON');
    } else {
      // nobody else writes from here on; who holds it all the same must not freeze the window
      database.pragma(`busy_timeout = ${SHORT_PATIENCE}`);
    }
    return { database, lock };
  } catch (error) {
    database?.close();
    lock?.release();
    throw openFailure(error, file);
  }
}

function openFailure(error: unknown, file: string): Error {
  const failure = storeFailure(error, file);
  // where the header is SQLite's, what SQLite does not know is a book gone bad
  const isUnknown = failure instanceof ProblemError && failure.problem.code === 'not-a-book';
  if (!isUnknown || error instanceof ProblemError || !hasHeader(file)) return failure;
  return new ProblemError(problem('damaged-book', { file, detail: '内容不完整' }), error);
}

/** SQLite would take an empty or a missing file for a new database; a clerk's mistyped name must not become a book. */
function refuseOtherFiles(file: string): void {
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (found.size === 0) throw new ProblemError(problem('not-a-book', { file }));
  } catch (error) {
    throw storeFailure(error, file);
  }
}

/** Only for a file that SQLite refused: to read a book that this process has open would drop SQLite's locks on it. */
function hasHeader(file: string): boolean {
  const header = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  return header.toString('latin1') === 'SQLite format 3\0';
}

/** Even reading a book writes a log beside it. */
function refuseProtected(file: string): void {
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw new ProblemError(problem('protected-book', { file }), error);
  }
}

function refuseOtherDatabases(database: Database, file: string, migrations: readonly Migration[]): void {
  const found = versionOf(database);
  if (!isBook(database) || found < 1) throw new ProblemError(problem('not-a-book', { file }));
  if (found > migrations.length) {
    throw new ProblemError(problem('newer-book', { file, found, known: migrations.length }));
  }
}

function refuseDamaged(database: Database, file: string): void {
  const detail = damageOf(database);
  if (detail !== null) throw new ProblemError(problem('damaged-book', { file, detail }));
}

/** Keeps the book as it is, checked, before its format changes. A failed backup stops the migration. */
async function backUpBeforeMigration(database: Database, file: string, now: Date): Promise<void> {
  try {
    await keepCopy(file, { kind: 'migration', now }, (path) => database.backup(path));
  } catch (error) {
    const folder = backupFolderOf(file);
    throw new ProblemError(problem('backup-failed', { file: folder, detail: detailOf(error) }), error);
  }
}
