import type { Database } from 'better-sqlite3';
import type { Book, BookYear, Figure, UnitNote, UnitText } from '../../core/figures/figure.ts';
import { cellTextsOf } from './cell-texts.ts';
import { departmentOf } from './department.ts';
import { profilesOf } from './profiles.ts';
import { unitsOf } from './units.ts';

/** The whole book, in the form that travels. */
export function exportBook(database: Database): Book {
  const years = database.prepare('SELECT DISTINCT year FROM unit ORDER BY year').pluck().all() as number[];
  const profiles = profilesOf(database);
  return {
    department: departmentOf(database),
    ...(profiles.length === 0 ? {} : { profiles }),
    years: years.map((year) => exportYear(database, year)),
  };
}

/** One year of the book, in the same form; without units where the book does not have it. */
export function exportYear(database: Database, year: number): BookYear {
  const figures = database
    .prepare('SELECT unit, sheet, "row", fund, "column", measure, value, reason FROM figure WHERE year = ?')
    .all(year) as (Figure & { readonly reason: string | null })[];
  const notes = database
    .prepare('SELECT unit, sheet, "row", fund, "column", measure, body FROM figure_note WHERE year = ?')
    .all(year) as UnitNote[];
  const cellTexts = cellTextsOf(database, year, null);
  return {
    year,
    units: unitsOf(database, year),
    figures: figures.map(({ reason, ...figure }) => (reason === null ? figure : { ...figure, reason })),
    texts: database.prepare('SELECT unit, slot, body FROM unit_text WHERE year = ?').all(year) as UnitText[],
    ...(notes.length === 0 ? {} : { notes }),
    ...(cellTexts.length === 0 ? {} : { cellTexts }),
  };
}
