import { BACKUP_KIND_NAMES, BACKUP_KINDS, type BackupKind } from './backup.ts';

/** What the name of a copy says: `2026-11-22 143005 手工.mzb`, or `… 手工-2.mzb` for the second of that second. */
export interface BackupName {
  /** `YYYY-MM-DD HHMMSS` by the clock on the wall, so that names sort by age */
  readonly time: string;
  readonly kind: BackupKind;
  /** 1, or more where a name was taken */
  readonly number: number;
}

const NAME =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3])[0-5]\d[0-5]\d) (.+?)(?:-([2-9]|[1-9]\d{1,4}))?\.mzb$/;

export function writeBackupName({ time, kind, number }: BackupName): string {
  return `${time} ${BACKUP_KIND_NAMES[kind]}${number === 1 ? '' : `-${number}`}.mzb`;
}

/** @returns `null` for a file that is none of ours */
export function readBackupName(name: string): BackupName | null {
  const [, time, kindName, number] = NAME.exec(name) ?? [];
  const kind = BACKUP_KINDS.find((candidate) => BACKUP_KIND_NAMES[candidate] === kindName);
  if (time === undefined || kind === undefined) return null;
  return { time, kind, number: number === undefined ? 1 : Number(number) };
}

/** The day of a copy, `YYYY-MM-DD`. */
export function dayOf({ time }: BackupName): string {
  return time.slice(0, 10);
}

/** Orders copies, the newest first; no two names are equal. */
export function newestFirst(a: BackupName, b: BackupName): number {
  if (a.time !== b.time) return a.time < b.time ? 1 : -1;
  if (a.number !== b.number) return b.number - a.number;
  return BACKUP_KINDS.indexOf(a.kind) - BACKUP_KINDS.indexOf(b.kind);
}
