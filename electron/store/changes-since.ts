import type { Database } from 'better-sqlite3';
import { prepared } from './prepared.ts';

/** A sheet of one unit and year. */
export interface SheetPlace {
  readonly year: number;
  readonly unit: string;
  readonly sheet: string;
}

/** What has changed in a book since a step of its history, in place only: its contents are read from the book. */
export interface BookChanges {
  /** with other figures */
  readonly figures: readonly SheetPlace[];
  /** with other text cells */
  readonly cellTexts: readonly SheetPlace[];
  /** units with other texts */
  readonly texts: readonly Omit<SheetPlace, 'sheet'>[];
}

/** The number of a step in the history; `null`: it is none of this book's. @param step as lastStep named it */
export function idOfStep(database: Database, step: string): number | null {
  const since = prepared(database, "SELECT id FROM change_set WHERE id || ' ' || at = @step AND id = @id");
  // a step is its number and its moment
  const id = since.pluck().get({ step, id: Number.parseInt(step, 10) });
  return typeof id === 'number' ? id : null;
}

/**
 * @param step as lastStep named it
 * @returns `null`: the step is none of this book's, or more has changed than figures and texts
 */
export function changesSince(database: Database, step: string): BookChanges | null {
  const id = idOfStep(database, step);
  if (id === null) return null;
  const other = prepared(
    database,
    `SELECT EXISTS (SELECT 1 FROM profile_history WHERE change_set > @id)
       OR EXISTS (SELECT 1 FROM record_history WHERE change_set > @id AND record <> 'unit_text')`,
  );
  if (other.pluck().get({ id }) === 1) return null;
  const sheetsIn = (history: string) =>
    prepared(database, `SELECT DISTINCT year, unit, sheet FROM ${history} WHERE change_set > ?`).all(id);
  const texts = prepared(
    database,
    `SELECT DISTINCT coalesce(new_value, old_value) ->> 'year' AS year,
       coalesce(new_value, old_value) ->> 'unit' AS unit
     FROM record_history WHERE change_set > ? AND record = 'unit_text'`,
  );
  return {
    figures: sheetsIn('figure_history') as SheetPlace[],
    cellTexts: sheetsIn('cell_text_history') as SheetPlace[],
    texts: texts.all(id) as BookChanges['texts'],
  };
}
