import type { BackupInfo } from '../../core/api.ts';
import type { BackupKind } from '../../core/backups/backup.ts';
import { problem } from '../../core/problems.ts';
import type { BookStore } from '../store/book-store.ts';
import { detailOf, ProblemError } from '../store/failure.ts';
import { listBackups, pathOfBackup } from './backup-folder.ts';
import { damageOfCopy, factsOfCopy } from './copy-check.ts';
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
  return newest === undefined || factsOfCopy(pathOfBackup(store.file, newest.id))?.step !== store.lastStep();
}

/** A copy that could take the place of a damaged book, and whose book it is. */
export interface GoodBackup extends BackupInfo {
  readonly department: string;
}

/**
 * The copy that holds most of a book and is whole, read through to be sure; `null`: there is none. It goes by the steps
 * of the history: the clock that named the copies may have been wrong.
 */
export function newestGoodBackup(file: string): GoodBackup | null {
  const copies = listBackups(file)
    .filter(({ kind }) => kind !== 'damaged')
    .flatMap((copy) => {
      const facts = factsOfCopy(pathOfBackup(file, copy.id));
      return facts === null
        ? []
        : [{ ...copy, department: facts.department, step: Number.parseInt(facts.step, 10) }];
    })
    // stable: of equal ones the newer by name stays first
    .sort((a, b) => b.step - a.step);
  const good = copies.find(({ id }) => damageOfCopy(pathOfBackup(file, id)) === null);
  if (good === undefined) return null;
  const { step: _step, ...backup } = good;
  return backup;
}
