import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { codeOf, detailOf, ProblemError, storeFailure } from './failure.ts';
import { type Migration, migrate, versionOf } from './migrations.ts';

/** Written by migration 0001; tells a book from any other SQLite file. */
const APPLICATION_ID = 0x4d5a4231;

export interface OpenOptions {
  readonly migrations: readonly Migration[];
  /** the clock, for the name of a backup */
  readonly now: () => Date;
  /** read every page once before trusting the book: for short-lived commands; the app does it after an unclean end */
  readonly thorough?: boolean;
  /** ms to wait for another program that is writing the book; absent: 5 s */
  readonly patience?: number;
}

const PATIENCE = 5_000;

/**
 * Opens an existing book and brings it to the newest format. The order is DESIGN §7's: look at the file, pragmas,
 * version, check, backup, migrate, one real query. Every failure closes the file; SQLite may then fold a log that a
 * crash left behind into it, but no figure changes.
 */
export async function openBookFile(file: string, options: OpenOptions): Promise<Database> {
  refuseOtherFiles(file);
  refuseProtected(file);
  const endedUncleanly = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  let database: Database | undefined;
  try {
    database = new Sqlite(file, { fileMustExist: true, timeout: options.patience ?? PATIENCE });
    refuseOtherDatabases(database, file, options.migrations);
    setPragmas(database);
    if (endedUncleanly || options.thorough === true) checkPages(database, file);
    if (versionOf(database) < options.migrations.length) {
      await backUpBeforeMigration(database, file, options.now());
      migrate(database, options.migrations, file);
    }
    database.prepare('SELECT name FROM department').get();
    return database;
  } catch (error) {
    database?.close();
    const failure = storeFailure(error, file);
    // the header was SQLite's, so what SQLite does not know is a book gone bad
    const isOurs = !(error instanceof ProblemError) && failure instanceof ProblemError;
    if (isOurs && failure.problem.code === 'not-a-book') {
      throw new ProblemError(problem('damaged-book', { file, detail: '内容不完整' }), error);
    }
    throw failure;
  }
}

/**
 * Makes a new book. `fill` puts the first contents in; the file appears under its name only when that has succeeded.
 */
export async function createBookFile(
  file: string,
  migrations: readonly Migration[],
  fill: (database: Database) => void,
): Promise<void> {
  const unfinished = join(dirname(file), `.${process.pid}-${Date.now()}.mzb.tmp`);
  let database: Database | undefined;
  try {
    if (!existsSync(dirname(file))) {
      throw new ProblemError(problem('cannot-write', { file, detail: '没有这个文件夹' }));
    }
    if (existsSync(file)) throw new ProblemError(problem('cannot-write', { file, detail: '已有同名的文件' }));
    database = new Sqlite(unfinished);
    setPragmas(database);
    migrate(database, migrations, file);
    fill(database);
    closeBookFile(database);
    // a log without its book, left by a crash before the book was deleted, would be played into this one
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    renameSync(unfinished, file);
  } catch (error) {
    database?.close();
    for (const suffix of ['', '-wal', '-shm']) removeUnfinished(`${unfinished}${suffix}`);
    throw asWriteFailure(error, file);
  }
}

/** Clears away after a failure. That it cannot be removed must not hide why the work failed. */
function removeUnfinished(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // the failure that led here is the one to report
  }
}

/**
 * Folds the write-ahead log into the file, so that the book is one file again, and closes it. What was committed is
 * safe in the log already, so another program that is using the book is no reason to fail or to wait.
 */
export function closeBookFile(database: Database): void {
  if (!database.open) return;
  try {
    database.pragma('busy_timeout = 0');
    database.pragma('optimize');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) throw error;
  } finally {
    database.close();
  }
}

function asWriteFailure(error: unknown, file: string): Error {
  const failure = storeFailure(error, file);
  if (failure instanceof ProblemError && ['cannot-read', 'file-missing'].includes(failure.problem.code)) {
    return new ProblemError(problem('cannot-write', { file, detail: detailOf(error) }), error);
  }
  return failure;
}

/** SQLite would take an empty or a missing file for a new database; a clerk's mistyped name must not become a book. */
function refuseOtherFiles(file: string): void {
  const header = Buffer.alloc(16);
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, header, 0, 16, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw storeFailure(error, file);
  }
  if (header.toString('latin1') !== 'SQLite format 3\0')
    throw new ProblemError(problem('not-a-book', { file }));
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
  const isBook = database.pragma('application_id', { simple: true }) === APPLICATION_ID;
  if (!isBook || found < 1) throw new ProblemError(problem('not-a-book', { file }));
  if (found > migrations.length) {
    throw new ProblemError(problem('newer-book', { file, found, known: migrations.length }));
  }
}

function setPragmas(database: Database): void {
  database.pragma('foreign_keys = ON');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
}

function checkPages(database: Database, file: string): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new ProblemError(problem('damaged-book', { file, detail: '自检没有通过' }));
}

/** Keeps the book as it is beside itself, checked, before its format changes. A failed backup stops the migration. */
async function backUpBeforeMigration(database: Database, file: string, now: Date): Promise<void> {
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  const backup = `${file}.v${versionOf(database)}-${stamp}.bak`;
  const unfinished = `${backup}.tmp`;
  try {
    await database.backup(unfinished);
    const copy = new Sqlite(unfinished, { readonly: true });
    try {
      checkPages(copy, backup);
    } finally {
      copy.close();
    }
    renameSync(unfinished, backup);
  } catch (error) {
    removeUnfinished(unfinished);
    throw new ProblemError(problem('backup-failed', { file: backup, detail: detailOf(error) }), error);
  }
}
