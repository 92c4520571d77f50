import type { Database } from 'better-sqlite3';

/** What the rules add up, as SQLite does it: by unit, and for the department as a whole. */
const GROUPS = ['unit, ', ''].flatMap((unit) => [
  `${unit}sheet, measure, fund, "column"`,
  `${unit}sheet, measure, fund, "column", "row"`,
  `${unit}sheet, measure, fund, "column", substr("row", 1, 5)`,
  `${unit}sheet, measure, fund, "column", substr("row", 1, 3)`,
]);

/** @returns how many sums */
export function sumsInSql(database: Database, year: number): number {
  return GROUPS.reduce((count, group) => {
    const statement = database.prepare(
      `SELECT ${group}, SUM(value) FROM figure WHERE year = ? GROUP BY ${group}`,
    );
    return count + statement.raw().all(year).length;
  }, 0);
}
