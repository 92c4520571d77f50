import type { Database } from 'better-sqlite3';
import type { Book, BookYear, Figure, UnitNote, UnitText } from '../../core/figures/figure.ts';
import { isRegisterSheet } from '../../core/figures/sheets.ts';
import type { BookRegister } from '../../core/registers/book-register.ts';
import { isCountedVehicle } from '../../core/registers/totals.ts';
import { exportRegisters } from './book-registers.ts';
import { cellTextsOf } from './cell-texts.ts';
import { departmentOf } from './department.ts';
import { profilesOf } from './profiles.ts';
import { unitsOf } from './units.ts';

/** The whole book, in the form that travels. */
export function exportBook(database: Database): Book {
  const years = database.prepare('SELECT DISTINCT year FROM unit ORDER BY year').pluck().all() as number[];
  const profiles = profilesOf(database);
  const registers = exportRegisters(database);
  return {
    department: departmentOf(database),
    ...(profiles.length === 0 ? {} : { profiles }),
    years: years.map((year) => withoutCounted(exportYear(database, year), registers)),
    ...(registers.length === 0 ? {} : { registers }),
  };
}

/** What the registers say travels as the registers themselves, and is computed again where they arrive. */
function withoutCounted(year: BookYear, registers: readonly BookRegister[]): BookYear {
  const isKept = (figure: Figure) =>
    isCountedVehicle(figure) &&
    registers.some(
      ({ register, unit, since }) => register === 'vehicles' && unit === figure.unit && since <= year.year,
    );
  return { ...year, figures: year.figures.filter((figure) => !isKept(figure)) };
}

/** One year of the book, in the same form and without what nobody keys; without units where the book does not have it. */
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
    figures: figures
      .filter(({ sheet }) => !isRegisterSheet(sheet))
      .map(({ reason, ...figure }) => (reason === null ? figure : { ...figure, reason })),
    texts: database.prepare('SELECT unit, slot, body FROM unit_text WHERE year = ?').all(year) as UnitText[],
    ...(notes.length === 0 ? {} : { notes }),
    ...(cellTexts.length === 0 ? {} : { cellTexts }),
  };
}
