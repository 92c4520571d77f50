import type { Database } from 'better-sqlite3';
import { idOfStep } from './changes-since.ts';
import { prepared } from './prepared.ts';

/** When a figure of one unit's sheet last changed. */
export interface LastChange {
  readonly sheet: string;
  /** a pseudo-unit too */
  readonly unit: string;
  /** ISO 8601, UTC */
  readonly at: string;
}

/**
 * The newest change of each sheet of each unit. The whole history is walked only when `since` is `null`: who has read
 * it once asks for what came after.
 *
 * @param since a step as lastStep named it; one that is none of this book's is as `null`
 */
export function lastChanges(database: Database, year: number, since: string | null): LastChange[] {
  return prepared(
    database,
    `SELECT newest.sheet, newest.unit, change_set.at FROM (
       SELECT sheet, unit, MAX(change_set) AS id FROM figure_history
       WHERE change_set > @since AND year = @year GROUP BY sheet, unit
     ) AS newest JOIN change_set ON change_set.id = newest.id`,
  ).all({ year, since: (since === null ? null : idOfStep(database, since)) ?? 0 }) as LastChange[];
}
