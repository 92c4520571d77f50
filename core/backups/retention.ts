import type { BackupKind } from './backup.ts';
import { type BackupName, dayOf, newestFirst } from './backup-name.ts';

/** Copies of the work itself grow old with it; a copy made before something drastic is kept by count alone. */
const KINDS_OF_WORK: readonly BackupKind[] = ['timed', 'closing'];

const KEPT_OF_TODAY = 5;
const KEPT_DAYS = 14;
const KEPT_MONTHS = 12;
/** somebody wanted them, so they do not go with an afternoon's work */
const KEPT_MANUAL = 20;
const KEPT_OTHERS = 10;

/**
 * Which copies of a book may go. Of those of the work: all but the newest five of today, the newest of each of the
 * latest fourteen other days, and the newest of each of the latest twelve months, counting days and months that have
 * one. Of those made by hand: all but the newest twenty; of the others: all but the newest ten. The newest of all always stays.
 *
 * @param today `YYYY-MM-DD`; what a clock that was wrong dated later counts as another day
 * @returns what to remove, from the list as given
 */
export function selectBackupsToRemove<Backup extends BackupName>(
  backups: readonly Backup[],
  today: string,
): Backup[] {
  const sorted = backups.toSorted(newestFirst);
  const ofWork = sorted.filter(({ kind }) => KINDS_OF_WORK.includes(kind));
  const manual = sorted.filter(({ kind }) => kind === 'manual');
  const others = sorted.filter(({ kind }) => kind !== 'manual' && !KINDS_OF_WORK.includes(kind));
  const kept = new Set([
    ...ofWork.filter((backup) => dayOf(backup) === today).slice(0, KEPT_OF_TODAY),
    ...newestOfEach(
      ofWork.filter((backup) => dayOf(backup) !== today),
      dayOf,
    ).slice(0, KEPT_DAYS),
    ...newestOfEach(ofWork, (backup) => dayOf(backup).slice(0, 7)).slice(0, KEPT_MONTHS),
    ...manual.slice(0, KEPT_MANUAL),
    ...others.slice(0, KEPT_OTHERS),
  ]);
  return backups.filter((backup) => !kept.has(backup));
}

/** @param sorted the newest first */
function newestOfEach<Backup>(sorted: readonly Backup[], group: (backup: Backup) => string): Backup[] {
  const seen = new Set<string>();
  return sorted.filter((backup) => !seen.has(group(backup)) && seen.add(group(backup)));
}
