import type { Database } from 'better-sqlite3';
import { ADJUSTABLE_SHEETS, type Figure } from '../../core/figures/figure.ts';
import { prepared } from './prepared.ts';

/** What transfers between units are found in: 收入 and 支出 of fund `other`, with the lines of the 差额表. */
export function transferFigures(database: Database, year: number): Figure[] {
  const found = prepared(
    database,
    `SELECT unit, sheet, "row", fund, "column", measure, value, reason FROM figure
     WHERE year = @year AND fund = 'other' AND sheet IN (SELECT value FROM json_each(@sheets))`,
  ).all({ year, sheets: JSON.stringify(ADJUSTABLE_SHEETS) }) as (Omit<Figure, 'reason'> & {
    readonly reason: string | null;
  })[];
  return found.map(({ reason, ...figure }) => (reason === null ? figure : { ...figure, reason }));
}
