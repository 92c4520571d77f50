import type { Database } from 'better-sqlite3';
import type { FigureAddress } from '../../core/figures/figure.ts';
import { prepared } from './prepared.ts';

/** One cell of the whole book. */
export interface Cell extends FigureAddress {
  readonly year: number;
}

/** What stands in a cell that is not blank. */
export interface StoredFigure {
  readonly value: number;
  /** only in the 差额表 */
  readonly reason: string | null;
}

const ADDRESS =
  'year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row AND fund = @fund AND "column" = @column AND measure = @measure';
const COLUMNS = 'year, sheet, unit, "row", fund, "column", measure';
const VALUES = '@year, @sheet, @unit, @row, @fund, @column, @measure';

const FIND_FIGURE = `SELECT value, reason FROM figure WHERE ${ADDRESS}`;
// nothing is tried where something stands: even a vain try is refused in a locked year
const ADD_FIGURE = `INSERT INTO figure (${COLUMNS}, value, reason) SELECT ${VALUES}, @value, @reason
  WHERE NOT EXISTS (SELECT 1 FROM figure WHERE ${ADDRESS})`;
const CHANGE_FIGURE = `UPDATE figure SET value = @value, reason = @reason WHERE ${ADDRESS}`;
const REMOVE_FIGURE = `DELETE FROM figure WHERE ${ADDRESS}`;
const FIND_NOTE = `SELECT body FROM figure_note WHERE ${ADDRESS}`;
const ADD_NOTE = `INSERT INTO figure_note (${COLUMNS}, body) SELECT ${VALUES}, @body
  WHERE NOT EXISTS (SELECT 1 FROM figure_note WHERE ${ADDRESS})`;
const CHANGE_NOTE = `UPDATE figure_note SET body = @body WHERE ${ADDRESS}`;
const REMOVE_NOTE = `DELETE FROM figure_note WHERE ${ADDRESS}`;

export function figureAt(database: Database, cell: Cell): StoredFigure | null {
  return (prepared(database, FIND_FIGURE).get(cell) as StoredFigure | undefined) ?? null;
}

/** Puts a figure where nothing stands. @returns false: something does, and it stays */
export function addFigure(database: Database, cell: Cell, { value, reason }: StoredFigure): boolean {
  return prepared(database, ADD_FIGURE).run({ ...cell, value, reason }).changes > 0;
}

/** Makes the cell hold the figure, or nothing. */
export function writeFigure(database: Database, cell: Cell, figure: StoredFigure | null): void {
  if (figure === null) prepared(database, REMOVE_FIGURE).run(cell);
  else if (!addFigure(database, cell, figure)) prepared(database, CHANGE_FIGURE).run({ ...cell, ...figure });
}

export function noteAt(database: Database, cell: Cell): string | null {
  const found = prepared(database, FIND_NOTE).pluck().get(cell);
  return (found as string | undefined) ?? null;
}

/** Puts a note where there is none. @returns false: there is one, and it stays */
export function addNote(database: Database, cell: Cell, body: string): boolean {
  return prepared(database, ADD_NOTE).run({ ...cell, body }).changes > 0;
}

/** Makes the cell carry the note, or none. */
export function writeNote(database: Database, cell: Cell, body: string | null): void {
  if (body === null) prepared(database, REMOVE_NOTE).run(cell);
  else if (!addNote(database, cell, body)) prepared(database, CHANGE_NOTE).run({ ...cell, body });
}
