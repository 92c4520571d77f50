import type { Database } from 'better-sqlite3';
import { ADJUSTMENT_UNIT, type Unit } from '../../core/figures/figure.ts';
import { problem } from '../../core/problems.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';

/** The units of a year in their order, without the 差额表. */
export function unitsOf(database: Database, year: number): Unit[] {
  return prepared(
    database,
    'SELECT code, name, kind FROM unit WHERE year = ? AND code <> ? ORDER BY position',
  ).all(year, ADJUSTMENT_UNIT) as Unit[];
}

/** @throws ProblemError when the year has no unit of this code; the 差额表 is none */
export function refuseUnknownUnit(database: Database, year: number, unit: string): void {
  const found = prepared(database, 'SELECT kind FROM unit WHERE year = ? AND code = ?').pluck();
  const kind = found.get(year, unit);
  if (kind !== undefined && kind !== 'adjustment') return;
  const known = unitsOf(database, year).map((each) => each.code);
  throw new ProblemError(problem('unknown-unit', { unit, year, known }));
}
