import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupInfo } from '../../core/api.ts';
import type { BackupKind } from '../../core/backups/backup.ts';
import { writeBackupName } from '../../core/backups/backup-name.ts';
import { ensureFolder, removeFolders } from '../export/write-file.ts';
import {
  backupFolderOf,
  freeName,
  infoOf,
  pathOfBackup,
  removeBook,
  removeOldBackups,
} from './backup-folder.ts';
import { finishCopy, syncFolder } from './copy-check.ts';

const UNFINISHED = '.unfinished-';

/**
 * Puts a copy of a book into its folder of backups: it gets its name only when it is whole, checked and on the disk.
 * Copies that are too many go after that.
 *
 * @param file the book
 * @param write writes the copy to the path it is given
 * @throws the error of the step that failed; nothing is left behind
 */
export async function keepCopy(
  file: string,
  { kind, now }: { readonly kind: BackupKind; readonly now: Date },
  write: (path: string) => unknown,
): Promise<BackupInfo> {
  const folder = backupFolderOf(file);
  const made = ensureFolder(folder);
  removeLeftovers(folder);
  const unfinished = join(folder, `${UNFINISHED}${process.pid}-${randomUUID()}.tmp`);
  try {
    await write(unfinished);
    finishCopy(unfinished);
    const name = freeName(file, kind, now);
    renameSync(unfinished, pathOfBackup(file, writeBackupName(name)));
    syncFolder(folder);
    removeOldBackups(file, name);
    return infoOf(file, name);
  } catch (error) {
    removeBook(unfinished);
    removeFolders(made);
    throw error;
  }
}

/** What a crash left behind. Only the writer of a book makes copies of it, so other processes' are of the past. */
function removeLeftovers(folder: string): void {
  const old = readdirSync(folder).filter(
    (name) => name.startsWith(UNFINISHED) && !name.startsWith(`${UNFINISHED}${process.pid}-`),
  );
  for (const name of old) removeBook(join(folder, name));
}
