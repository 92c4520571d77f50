import { chmodSync, closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { beginningOf, damageOf, isBook, lastStepOf } from '../store/check-book.ts';
import { detailOf } from '../store/failure.ts';

/**
 * Whether a copy that nobody else has open is a whole book.
 *
 * @returns what is wrong with it, in words; `null`: nothing
 */
export function damageOfCopy(path: string): string | null {
  return readCopy(path, (database) => damageOf(database));
}

/**
 * Makes a fresh copy a file that stands alone, checks it, and waits until it is on the disk.
 *
 * @throws Error with what is wrong with it
 */
export function finishCopy(path: string): void {
  // of a copy that somebody protected against writing
  chmodSync(path, statSync(path).mode | 0o200);
  const damage = readCopy(path, (database) => {
    database.pragma('journal_mode = DELETE');
    return damageOf(database);
  });
  if (damage !== null) throw new Error(`副本${damage}`);
  syncFile(path);
}

/** What a copy says of itself. */
export interface CopyFacts {
  /** the newest step in its history */
  readonly step: string;
  /** which book it is a copy of */
  readonly beginning: string;
  readonly department: string;
}

/** @returns `null` when it cannot be told */
export function factsOfCopy(path: string): CopyFacts | null {
  let facts: CopyFacts | null = null;
  readCopy(path, (database) => {
    const department = database.prepare('SELECT name FROM department').pluck().get() as string;
    facts = { step: lastStepOf(database), beginning: beginningOf(database), department };
    return null;
  });
  return facts;
}

/** Waits until a file, or a folder's list of files, is on the disk. */
function syncFile(path: string, mode: 'r' | 'r+' = 'r+'): void {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until a folder knows the new name of a file; Windows has no such thing and needs none. */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') syncFile(path, 'r');
}

function readCopy(path: string, read: (database: Database) => string | null): string | null {
  let database: Database | undefined;
  try {
    database = new Sqlite(path, { fileMustExist: true, timeout: 0 });
    if (!isBook(database)) return '内容不是账簿';
    return read(database);
  } catch (error) {
    return detailOf(error);
  } finally {
    database?.close();
  }
}
