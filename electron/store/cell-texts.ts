import type { Database } from 'better-sqlite3';
import { Classification } from '../../core/classification/classification.ts';
import { rowName } from '../../core/figures/address-name.ts';
import { type BookYear, type CellText, TABLE_NOTICE_SLOT, type UnitText } from '../../core/figures/figure.ts';
import { namingColumn } from '../../core/figures/free-row.ts';
import { findColumn, findSheet, SHEETS } from '../../core/figures/sheets.ts';
import { problem } from '../../core/problems.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';

/** The text cells of one unit, or (`null`) of all, in the order of units. */
export function cellTextsOf(database: Database, year: number, unit: string | null): CellText[] {
  return prepared(
    database,
    `SELECT unit, sheet, "row", "column", body FROM cell_text
     JOIN unit ON unit.year = cell_text.year AND unit.code = cell_text.unit
     WHERE cell_text.year = @year AND (@unit IS NULL OR unit = @unit)
     ORDER BY unit.position, sheet, "row", "column"`,
  ).all({ year, unit }) as CellText[];
}

/** The texts of all units of a year, those of each unit in the order in which they were written as they are. */
export function textsOf(database: Database, year: number): UnitText[] {
  return prepared(
    database,
    `SELECT text.unit, text.slot, text.body FROM unit_text AS text
     LEFT JOIN (
       SELECT new_value ->> 'unit' AS unit, new_value ->> 'slot' AS slot, max(id) AS written FROM record_history
       WHERE record = 'unit_text' AND new_value ->> 'year' = @year GROUP BY 1, 2
     ) AS history ON history.unit = text.unit AND history.slot = text.slot
     WHERE text.year = @year ORDER BY text.unit, history.written, text.slot`,
  ).all({ year }) as UnitText[];
}

/** What the tables of one unit, or (`null`) of the department, say below them: each sentence once. */
export function noticesOf(database: Database, year: number, unit: string | null): string[] {
  const bodies = prepared(
    database,
    `SELECT body FROM unit_text
     JOIN unit ON unit.year = unit_text.year AND unit.code = unit_text.unit
     WHERE unit_text.year = @year AND slot = @slot AND (@unit IS NULL OR unit = @unit)
     ORDER BY unit.position`,
  ).pluck();
  return [...new Set(bodies.all({ year, unit, slot: TABLE_NOTICE_SLOT }) as string[])];
}

/** A text cell of the whole book. */
export interface TextCell extends Omit<CellText, 'body'> {
  readonly year: number;
}

const TEXT_CELL = 'year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row AND "column" = @column';

export function textAt(database: Database, cell: TextCell): string | null {
  const found = prepared(database, `SELECT body FROM cell_text WHERE ${TEXT_CELL}`).pluck().get(cell);
  return (found as string | undefined) ?? null;
}

/** Makes the cell hold the text, or none. */
export function writeText(database: Database, cell: TextCell, body: string | null): void {
  if (body === null) {
    prepared(database, `DELETE FROM cell_text WHERE ${TEXT_CELL}`).run(cell);
    return;
  }
  prepared(
    database,
    `INSERT INTO cell_text (year, sheet, unit, "row", "column", body)
     VALUES (@year, @sheet, @unit, @row, @column, @body)
     ON CONFLICT (year, sheet, unit, "row", "column") DO UPDATE SET body = excluded.body`,
  ).run({ ...cell, body });
}

/** A row of the clerk's own that has lost its name takes the notes on it along. */
export function dropNotesOfNameless(database: Database, cell: TextCell): void {
  const { year, unit, sheet, row, column } = cell;
  if (!FREE_SHEETS.some((free) => free.sheet.id === sheet && free.naming === column)) return;
  prepared(
    database,
    'DELETE FROM figure_note WHERE year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row',
  ).run({ year, unit, sheet, row });
}

/** Takes a year's text cells in. One that is there and equal is left alone; one that differs is refused. */
export function importCellTexts(database: Database, { year, cellTexts = [] }: BookYear): void {
  const insert = prepared(
    database,
    `INSERT INTO cell_text (year, sheet, unit, "row", "column", body)
     SELECT @year, @sheet, @unit, @row, @column, @body
     WHERE NOT EXISTS (
       SELECT 1 FROM cell_text
       WHERE year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row AND "column" = @column)`,
  );
  const find = prepared(
    database,
    `SELECT body FROM cell_text
     WHERE year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row AND "column" = @column`,
  ).pluck();
  for (const text of cellTexts) {
    const stored = { ...text, year };
    if (insert.run(stored).changes > 0) continue;
    const mine = String(find.get(stored));
    if (mine !== text.body) {
      const conflict = {
        address: textName(year, text),
        mine: `“${mine}”`,
        theirs: `“${text.body}”`,
        more: 0,
      };
      throw new ProblemError(problem('import-conflict', conflict));
    }
  }
}

/** A text cell of one unit's year in words. */
export function textName(year: number, { unit, sheet: id, row, column }: Omit<CellText, 'body'>): string {
  const sheet = findSheet(id);
  if (sheet === undefined) return `${year} 年度 ${unit} ${id}`;
  const name = findColumn(sheet, column)?.name ?? column;
  return `${year} 年度 ${unit} ${sheet.name} ${rowName(sheet, row, new Classification(year))} 的${name}`;
}

/** The sheets whose rows are the clerk's own, each with the column that names a row. */
const FREE_SHEETS = SHEETS.flatMap((sheet) => {
  const naming = namingColumn(sheet);
  return naming === undefined ? [] : [{ sheet, naming: naming.id }];
});

/**
 * A row of the clerk's own belongs to one unit, or the department would add up what has nothing to do with each other,
 * and it is named before anything stands on it. Each file keeps to that; what comes together in a book must too.
 */
export function refuseStrayRows(database: Database, year: number): void {
  for (const { sheet, naming } of FREE_SHEETS) {
    const used = `
      SELECT unit, "row" FROM figure WHERE year = @year AND sheet = @sheet
      UNION SELECT unit, "row" FROM figure_note WHERE year = @year AND sheet = @sheet
      UNION SELECT unit, "row" FROM cell_text WHERE year = @year AND sheet = @sheet`;
    const shared = prepared(
      database,
      `SELECT "row", min(unit) AS one, max(unit) AS other FROM (${used})
       GROUP BY "row" HAVING min(unit) <> max(unit) LIMIT 1`,
    ).get({ year, sheet: sheet.id }) as { row: string; one: string; other: string } | undefined;
    const where = `${year} 年度 ${sheet.name}`;
    if (shared !== undefined) {
      const units = [shared.one, shared.other];
      throw new ProblemError(problem('row-in-two-units', { where, row: shared.row, units }));
    }
    const nameless = prepared(
      database,
      `SELECT unit, "row" FROM (${used}) AS used WHERE NOT EXISTS (
         SELECT 1 FROM cell_text AS text WHERE text.year = @year AND text.sheet = @sheet
           AND text.unit = used.unit AND text."row" = used."row" AND text."column" = @naming) LIMIT 1`,
    ).get({ year, sheet: sheet.id, naming }) as { unit: string; row: string } | undefined;
    if (nameless !== undefined) throw new ProblemError(problem('row-without-name', { where, ...nameless }));
  }
}

/** Whether something may be keyed onto a row: one of the clerk's own is named first. */
export function refuseNamelessRow(
  database: Database,
  cell: { readonly year: number; readonly unit: string; readonly sheet: string; readonly row: string },
): void {
  const free = FREE_SHEETS.find(({ sheet }) => sheet.id === cell.sheet);
  if (free === undefined) return;
  const { year, unit, sheet, row } = cell;
  const name = prepared(
    database,
    `SELECT body FROM cell_text
     WHERE year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row AND "column" = @naming`,
  ).get({ year, unit, sheet, row, naming: free.naming });
  if (name !== undefined) return;
  const where = `${year} 年度 ${free.sheet.name}`;
  throw new ProblemError(problem('row-without-name', { where, doing: '录入', row, unit }));
}
