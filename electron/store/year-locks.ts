import type { Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { inChangeSet } from './change-set.ts';
import type { EditBy } from './editor.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';

/** A locked year 已锁定. */
export interface YearLock {
  readonly year: number;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly actor: string;
  /** the last record of the registers that the year knows */
  readonly registerEvent: number;
}

const LOCK = 'SELECT year, at, actor, register_event AS registerEvent FROM year_lock';

/** `null`: the year is not locked. */
export function lockOf(database: Database, year: number): YearLock | null {
  return (prepared(database, `${LOCK} WHERE year = ?`).get(year) as YearLock | undefined) ?? null;
}

export function isLocked(database: Database, year: number): boolean {
  return lockOf(database, year) !== null;
}

/** @throws ProblemError `year-locked` */
export function refuseLocked(database: Database, year: number): void {
  if (isLocked(database, year)) throw new ProblemError(problem('year-locked', { year }));
}

/** Locks a year as it is. It stands on the records of the registers that there are now, and on no later ones. */
export function lockYear(database: Database, year: number, by: EditBy): void {
  refuseLocked(database, year);
  const known = prepared(database, 'SELECT DISTINCT year FROM unit ORDER BY year').pluck().all() as number[];
  if (!known.includes(year)) throw new ProblemError(problem('year-without-figures', { year, known }));
  inChangeSet(database, { ...by, kind: 'lock', reason: '' }, () => {
    prepared(
      database,
      `INSERT INTO year_lock (year, at, actor, register_event)
       SELECT @year, @at, @actor, coalesce(max(id), 0) FROM register_event`,
    ).run({ year, at: by.at, actor: by.actor });
  });
}

/** @param settle brings what hangs on the registers up to them again, in the same step */
export function unlockYear(
  database: Database,
  { year, reason }: { readonly year: number; readonly reason: string },
  by: EditBy,
  settle: () => void,
): void {
  if (!isLocked(database, year)) throw new ProblemError(problem('year-not-locked', { year }));
  if (reason.trim() === '') throw new ProblemError(problem('unlocked-without-reason', { year }));
  inChangeSet(database, { ...by, kind: 'unlock', reason: reason.trim() }, () => {
    prepared(database, 'DELETE FROM year_lock WHERE year = ?').run(year);
    settle();
  });
}
