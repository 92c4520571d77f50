import type { BackupInfo } from '../../core/api.ts';
import type { BackupKind } from '../../core/backups/backup.ts';
import { problem } from '../../core/problems.ts';
import type { BookStore } from '../store/book-store.ts';
import { detailOf, ProblemError } from '../store/failure.ts';
import { listBackups, pathOfBackup } from './backup-folder.ts';
import { damageOfCopy, lastStepOfCopy } from './copy-check.ts';
import { keepCopy } from './keep-copy.ts';

/**
 * Keeps a copy of an open book in its folder of backups. The book may be worked on meanwhile.
 *
 * @throws ProblemError `backup-not-made`; the copies that were there are still there
 */
export async function makeBackup(store: BookStore, kind: BackupKind, now: Date): Promise<BackupInfo> {
  try {
    const damage = store.damagedPages();
    if (damage !== null) throw new Error(`账簿${damage}`);
    return await keepCopy(store.file, { kind, now }, (path) => store.copyTo(path));
  } catch (error) {
    throw new ProblemError(problem('backup-not-made', { file: store.file, detail: detailOf(error) }), error);
  }
}

/** Whether the book is another than its newest copy: one that is the same needs no second copy. */
export function hasChangedSinceBackup(store: BookStore): boolean {
  const newest = listBackups(store.file).find(({ kind }) => kind !== 'damaged');
  return newest === undefined || lastStepOfCopy(pathOfBackup(store.file, newest.id)) !== store.lastStep();
}

/** The newest copy of a book that is whole, read through to be sure; `null`: there is none. */
export function newestGoodBackup(file: string): BackupInfo | null {
  const copies = listBackups(file).filter(({ kind }) => kind !== 'damaged');
  return copies.find(({ id }) => damageOfCopy(pathOfBackup(file, id)) === null) ?? null;
}
