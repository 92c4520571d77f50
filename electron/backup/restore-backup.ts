import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { BackupInfo } from '../../core/api.ts';
import { writeBackupName } from '../../core/backups/backup-name.ts';
import { problem } from '../../core/problems.ts';
import { ensureFolder } from '../export/write-file.ts';
import { damageOf, isBook } from '../store/check-book.ts';
import { closeBookFile } from '../store/connection.ts';
import { codeOf, detailOf, ProblemError, storeFailure } from '../store/failure.ts';
import { lockForWriting } from '../store/writer-lock.ts';
import {
  backupFolderOf,
  freeName,
  infoOf,
  listBackups,
  pathOfBackup,
  removeBook,
  removeOldBackups,
  SIDE_FILES,
} from './backup-folder.ts';
import { factsOfCopy, finishCopy, syncFolder } from './copy-check.ts';
import { keepCopy } from './keep-copy.ts';

/**
 * Puts a copy in the place of its book, which nobody may have open. The book as it is now is kept first: copied when
 * it is whole, moved as it is when it is damaged. When a step fails, the book is as it was.
 *
 * @param id of the copy, as `listBackups` gives it
 * @returns the copy of the book as it was; `null` when there was none
 * @throws ProblemError
 */
export async function restoreBackup(file: string, id: string, now: Date): Promise<BackupInfo | null> {
  const lock = lockForWriting(file);
  // not built on the book's own name, which may be as long as the file system allows
  const fresh = join(dirname(file), `.mingzhang-${randomUUID()}.tmp`);
  try {
    if (!listBackups(file).some((backup) => backup.id === id)) {
      throw new ProblemError(problem('unknown-backup', { file: id }));
    }
    copyBook(pathOfBackup(file, id), fresh);
    refuseDamaged(fresh, id);
    return await replace(file, fresh, id, now);
  } catch (error) {
    throw storeFailure(error, file);
  } finally {
    removeBook(fresh);
    lock.release();
  }
}

async function replace(file: string, fresh: string, id: string, now: Date): Promise<BackupInfo | null> {
  if (!existsSync(file)) {
    putInPlace(fresh, file);
    return null;
  }
  if (!isWhole(file)) return replaceDamaged(file, fresh, now);
  refuseOthers(file, fresh, id);
  const kept = await keepCopy(file, { kind: 'restore', now }, (path) => copyFileSync(file, path));
  putInPlace(fresh, file);
  return kept;
}

/** A damaged book may not even be readable to its end, so it is moved, with the log that belongs to it. */
function replaceDamaged(file: string, fresh: string, now: Date): BackupInfo {
  ensureFolder(backupFolderOf(file));
  const name = freeName(file, 'damaged', now);
  const kept = pathOfBackup(file, writeBackupName(name));
  const moved: string[] = [];
  try {
    for (const suffix of [...SIDE_FILES, ''].filter((each) => existsSync(`${file}${each}`))) {
      renameSync(`${file}${suffix}`, `${kept}${suffix}`);
      moved.push(suffix);
    }
    putInPlace(fresh, file);
  } catch (error) {
    for (const suffix of moved.toReversed()) renameSync(`${kept}${suffix}`, `${file}${suffix}`);
    throw error;
  }
  removeOldBackups(file, name);
  return infoOf(file, name);
}

/** What an older book left beside the place would be played into the new one, so it goes first. */
function putInPlace(fresh: string, file: string): void {
  for (const suffix of SIDE_FILES) rmSync(`${file}${suffix}`, { force: true });
  renameSync(fresh, file);
  try {
    syncFolder(dirname(file));
  } catch (error) {
    // the copy is in place; only a power cut in the next seconds could undo it
    console.error('the folder of the book was not synced', error);
  }
}

function refuseDamaged(fresh: string, id: string): void {
  try {
    finishCopy(fresh);
  } catch (error) {
    throw new ProblemError(problem('unusable-backup', { file: id, detail: detailOf(error) }), error);
  }
}

/** An earlier book of the same name leaves its copies behind; they are not this one's. */
function refuseOthers(file: string, fresh: string, id: string): void {
  const copy = factsOfCopy(fresh);
  if (copy?.beginning === factsOfCopy(file)?.beginning) return;
  const detail = `是另一本账簿的，属于${copy?.department ?? '别的部门'}`;
  throw new ProblemError(problem('unusable-backup', { file: id, detail }));
}

/** With its log, where somebody worked in the copy itself and did not close it. */
function copyBook(from: string, to: string): void {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}

/**
 * Whether a book is one that can be copied as a plain file: sound, and all of it in that file.
 *
 * @throws ProblemError `book-busy` when somebody has it open
 */
function isWhole(file: string): boolean {
  let database: Sqlite.Database | undefined;
  try {
    database = new Sqlite(file, { fileMustExist: true, timeout: 0 });
    if (!isBook(database) || damageOf(database) !== null) return false;
    closeBookFile(database);
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(codeOf(error))) return false;
    throw error;
  } finally {
    database?.close();
  }
  // the last one to close a book takes its log away
  if (SIDE_FILES.some((suffix) => existsSync(`${file}${suffix}`))) {
    throw new ProblemError(problem('book-busy', { file }));
  }
  return true;
}
