import { lstatSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { codeOf, ProblemError } from './failure.ts';
import { identityOf } from './file-identity.ts';

/** The right to write a book, held by one process at a time. */
export interface WriterLock {
  release(): void;
}

/** Between finding the file and locking it, a writer that ends takes it away: then there is another one to find. */
const ATTEMPTS = 20;

/**
 * Takes the right to write a book. It is an exclusive lock on a small database beside the book: the system gives it
 * back when the process ends in whatever way, so what a crash leaves lying there stops nobody.
 *
 * @param file the book; it need not exist
 * @throws ProblemError `book-in-use` when another process, or this one, holds it
 */
export function lockForWriting(file: string): WriterLock {
  const path = `${realPath(file)}-lock`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const connection = tryLock(path, file);
    if (connection !== null) return { release: () => release(connection, path) };
  }
  throw new ProblemError(problem('book-in-use', { file }));
}

/** One lock for a book, whatever name leads to it. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return join(realpathSync(dirname(file)), basename(file));
  }
}

/** @returns `null` when the locked file is no longer the one at `path`, and so is no lock at all */
function tryLock(path: string, file: string): Database | null {
  // a file of our own making or one that is there; never opened here otherwise, since closing it would drop the locks
  // that this process has on it
  try {
    writeFileSync(path, '', { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const found = identityOf(path);
  if (found === null) {
    // a link to nowhere is nobody's lock
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) remove(path);
    return null;
  }
  let connection: Database | undefined;
  let failure: unknown = null;
  try {
    connection = new Sqlite(path, { timeout: 0 });
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    failure = error;
  }
  const isStillThere = identityOf(path) === found;
  if (failure === null && isStillThere && connection !== undefined) return connection;
  connection?.close();
  // what went wrong with a file that is gone says nothing about the one that took its place
  if (!isStillThere) return null;
  if (codeOf(failure) === 'SQLITE_NOTADB') {
    // something else has been put there: nobody can hold a lock on it
    remove(path);
    return null;
  }
  if (/^SQLITE_BUSY/.test(codeOf(failure))) throw new ProblemError(problem('book-in-use', { file }), failure);
  throw failure;
}

function release(connection: Database, path: string): void {
  if (!connection.open) return;
  // while it is still locked: afterwards it may be another writer's
  remove(path);
  connection.close();
  // which Windows would not let us take away, just as it did not let us take away an open file
  if (process.platform === 'win32') remove(path);
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // left behind, it is harmless
  }
}
