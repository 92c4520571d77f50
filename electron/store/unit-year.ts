import type { Database } from 'better-sqlite3';
import { isRegisterSheet } from '../../core/figures/sheets.ts';
import type { OwnYear } from '../../core/incoming/own-year.ts';
import { prepared } from './prepared.ts';

/** Everything that somebody keyed or took into one unit's year. */
export function unitYearOf(database: Database, year: number, unit: string): OwnYear {
  const all = (columns: string, table: string) =>
    prepared(database, `SELECT ${columns} FROM ${table} WHERE year = ? AND unit = ?`).all(year, unit);
  const cell = 'sheet, "row", fund, "column", measure';
  return {
    figures: (all(`${cell}, value`, 'figure') as OwnYear['figures']).filter(
      ({ sheet }) => !isRegisterSheet(sheet),
    ),
    notes: all(`${cell}, body`, 'figure_note') as OwnYear['notes'],
    texts: all('slot, body', 'unit_text') as OwnYear['texts'],
    cellTexts: all('sheet, "row", "column", body', 'cell_text') as OwnYear['cellTexts'],
  };
}
