import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BackupInfo } from '../../core/api.ts';
import type { BackupKind } from '../../core/backups/backup.ts';
import {
  type BackupName,
  dayOf,
  newestFirst,
  readBackupName,
  writeBackupName,
} from '../../core/backups/backup-name.ts';
import { selectBackupsToRemove } from '../../core/backups/retention.ts';

/** SQLite may leave these beside a file. */
export const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

/** Where the copies of a book lie: a folder beside it that carries its name. */
export function backupFolderOf(file: string): string {
  return join(dirname(file), `${basename(file).replace(/\.mzb$/i, '')}-备份`);
}

/** The copies of a book, the newest first; other files in the folder are not looked at. */
export function listBackups(file: string): BackupInfo[] {
  return namesIn(backupFolderOf(file)).map((name) => infoOf(file, name));
}

export function pathOfBackup(file: string, id: string): string {
  return join(backupFolderOf(file), id);
}

/** What the window is told of a copy. */
export function infoOf(file: string, name: BackupName): BackupInfo {
  const id = writeBackupName(name);
  // somebody may tidy up the folder while we read it
  const size = statSync(pathOfBackup(file, id), { throwIfNoEntry: false })?.size ?? 0;
  return { id, kind: name.kind, at: momentOf(name.time).toISOString(), size };
}

/** A name that no copy of this book has yet. */
export function freeName(file: string, kind: BackupKind, now: Date): BackupName {
  let name: BackupName = { time: wallTime(now), kind, number: 1 };
  while (existsSync(pathOfBackup(file, writeBackupName(name)))) name = { ...name, number: name.number + 1 };
  return name;
}

/**
 * Removes the copies that are too many. One that cannot be removed now is removed another time.
 *
 * @param made the copy just made: it stays even where a clock that was wrong dated others later
 */
export function removeOldBackups(file: string, made: BackupName): void {
  for (const old of selectBackupsToRemove(namesIn(backupFolderOf(file)), dayOf(made))) {
    const id = writeBackupName(old);
    if (id !== writeBackupName(made)) removeBook(pathOfBackup(file, id));
  }
}

/** Removes a book and what SQLite left beside it, as far as that can be done. */
export function removeBook(path: string): void {
  for (const suffix of ['', ...SIDE_FILES]) {
    try {
      rmSync(`${path}${suffix}`, { force: true });
    } catch {
      // somebody has it open
    }
  }
}

function namesIn(folder: string): BackupName[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .flatMap((name) => readBackupName(name) ?? [])
    .sort(newestFirst);
}

/** `YYYY-MM-DD HHMMSS` by the clock on the wall. */
function wallTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day} ${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
}

function momentOf(time: string): Date {
  const [year = 0, month = 1, ...rest] = (time.match(/^\d{4}|\d\d/g) ?? []).map(Number);
  const [day = 1, hour = 0, minute = 0, second = 0] = rest;
  return new Date(year, month - 1, day, hour, minute, second);
}
