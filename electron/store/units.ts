import type { Database } from 'better-sqlite3';
import { ADJUSTMENT_UNIT, DEPARTMENT_UNIT, type Unit } from '../../core/figures/figure.ts';
import { problem } from '../../core/problems.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';

/** The pseudo-units, where they stand among a year's units: behind every real one, however many come later. */
const PSEUDO_UNITS = { [ADJUSTMENT_UNIT]: 1_000_000, [DEPARTMENT_UNIT]: 1_000_001 } as const;

/** Adds a pseudo-unit to a year that does not have it yet. */
export function ensurePseudoUnit(database: Database, year: number, code: keyof typeof PSEUDO_UNITS): void {
  prepared(
    database,
    `INSERT INTO unit (year, code, name, kind, position) SELECT @year, @code, @code, 'adjustment', @position
     WHERE NOT EXISTS (SELECT 1 FROM unit WHERE year = @year AND code = @code)`,
  ).run({ year, code, position: PSEUDO_UNITS[code] });
}

/** The units of a year in their order, without the pseudo-units. */
export function unitsOf(database: Database, year: number): Unit[] {
  return prepared(
    database,
    "SELECT code, name, kind FROM unit WHERE year = ? AND kind <> 'adjustment' ORDER BY position",
  ).all(year) as Unit[];
}

/** @throws ProblemError when the year has no unit of this code; a pseudo-unit is none */
export function refuseUnknownUnit(database: Database, year: number, unit: string): void {
  const found = prepared(database, 'SELECT kind FROM unit WHERE year = ? AND code = ?').pluck();
  const kind = found.get(year, unit);
  if (kind !== undefined && kind !== 'adjustment') return;
  const known = unitsOf(database, year).map((each) => each.code);
  throw new ProblemError(problem('unknown-unit', { unit, year, known }));
}

/**
 * @param what is to be put there, for the clerk: `批注`
 * @throws ProblemError when a unit takes no such thing: the year has none of this code, or it is a pseudo-unit
 */
export function refuseUnkeyedUnit(database: Database, year: number, unit: string, what: string): void {
  if (unit === ADJUSTMENT_UNIT) throw new ProblemError(problem('adjustment-not-keyed', { what }));
  refuseUnknownUnit(database, year, unit);
}
