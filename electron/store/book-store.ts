import type { Database } from 'better-sqlite3';
import {
  ADJUSTMENT_UNIT,
  type Book,
  type BookYear,
  type Department,
  type Figure,
  type SummedFigure,
  type Unit,
  type UnitText,
} from '../../core/figures/figure.ts';
import type { FormulaTerm } from '../../core/tables/formula.ts';
import type { OriginFigure } from '../../core/tables/origin.ts';
import { storeFailure } from './failure.ts';
import { type ImportOptions, importBook } from './import-book.ts';
import { closeBookFile, createBookFile, type OpenOptions, openBookFile } from './open-book.ts';

/** An open book. All reading and writing of figures goes through it; it knows SQL and no rules of the domain. */
export class BookStore {
  readonly file: string;
  readonly #database: Database;

  private constructor(file: string, database: Database) {
    this.file = file;
    this.#database = database;
  }

  /** @throws ProblemError when the file is no book, damaged, newer, busy or missing */
  static async open(file: string, options: OpenOptions): Promise<BookStore> {
    return new BookStore(file, await openBookFile(file, options));
  }

  /** Makes a book that holds `book`; nothing exists at `file` unless all of it went in. */
  static async create(
    file: string,
    book: Book,
    options: ImportOptions & Pick<OpenOptions, 'migrations'>,
  ): Promise<void> {
    await createBookFile(file, options.migrations, (database) => importBook(database, book, options));
  }

  /** Adds a book's units and figures to this one, all or nothing; a figure that differs from one here is refused. */
  import(book: Book, options: ImportOptions): void {
    try {
      importBook(this.#database, book, options);
    } catch (error) {
      throw storeFailure(error, this.file);
    }
  }

  close(): void {
    closeBookFile(this.#database);
  }

  department(): Department {
    return this.#database.prepare('SELECT name, region, profile FROM department').get() as Department;
  }

  /** The years that have figures, newest first. */
  years(): number[] {
    const rows = this.#database.prepare('SELECT DISTINCT year FROM figure ORDER BY year DESC');
    return rows.pluck().all() as number[];
  }

  /** The units of a year in their order, without the 差额表. */
  units(year: number): Unit[] {
    return this.#database
      .prepare('SELECT code, name, kind FROM unit WHERE year = ? AND code <> ? ORDER BY position')
      .all(year, ADJUSTMENT_UNIT) as Unit[];
  }

  /** Figures of one unit, or of the whole department with its 差额表 (`null`), added up by address. */
  sums(year: number, unit: string | null): SummedFigure[] {
    return this.#database
      .prepare(
        `SELECT sheet, "row", fund, "column", measure, SUM(value) AS value
         FROM figure WHERE year = @year AND (@unit IS NULL OR unit = @unit)
         GROUP BY sheet, "row", fund, "column", measure`,
      )
      .all({ year, unit }) as SummedFigure[];
  }

  /** Figures of each unit of a year, the 差额表 among them under its own code; one walk for all. */
  figuresByUnit(year: number): Map<string, SummedFigure[]> {
    const rows = this.#database
      .prepare('SELECT unit, sheet, "row", fund, "column", measure, value FROM figure WHERE year = ?')
      .iterate(year) as IterableIterator<SummedFigure & { readonly unit: string }>;
    const units = new Map<string, SummedFigure[]>();
    for (const { unit, ...figure } of rows) {
      const figures = units.get(unit);
      if (figures === undefined) units.set(unit, [figure]);
      else figures.push(figure);
    }
    return units;
  }

  /** Changes whenever the book does, by this program or another: what was computed for an equal stamp still holds. */
  stamp(): string {
    const { changes } = this.#database.prepare('SELECT total_changes() AS changes').get() as {
      changes: number;
    };
    return `${this.#database.pragma('data_version', { simple: true })} ${changes}`;
  }

  /** The keyed figures that match a formula's terms, signs applied; how a printed number says where it came from. */
  figuresBehind(year: number, unit: string | null, terms: readonly FormulaTerm[]): OriginFigure[] {
    return terms.flatMap((term) => this.#matching(year, unit, term));
  }

  #matching(year: number, unit: string | null, term: FormulaTerm): OriginFigure[] {
    const rows =
      'under' in term.select
        ? { clause: 'substr(figure."row", 1, length(@under)) = @under', values: { under: term.select.under } }
        : {
            clause: 'figure."row" IN (SELECT value FROM json_each(@rows))',
            values: { rows: JSON.stringify(term.select.rows) },
          };
    const found = this.#database
      .prepare(
        `SELECT figure.*, unit.name AS "unitName" FROM figure
         JOIN unit ON unit.year = figure.year AND unit.code = figure.unit
         WHERE figure.year = @year AND (@unit IS NULL OR figure.unit = @unit)
           AND figure.sheet = @sheet AND figure.measure = @measure AND ${rows.clause}
           AND figure."column" IN (SELECT value FROM json_each(@columns))
           AND figure.fund IN (SELECT value FROM json_each(@funds))
         ORDER BY figure."row", unit.position, figure.fund, figure."column"`,
      )
      .all({
        year,
        unit,
        sheet: term.sheet,
        measure: term.measure,
        columns: JSON.stringify(term.columns),
        funds: JSON.stringify(term.funds),
        ...rows.values,
      }) as (OriginFigure & { readonly reason: string | null })[];
    return found.map(({ sheet, row, column, fund, measure, unit: code, unitName, value, reason }) => ({
      sheet,
      row,
      column,
      fund,
      measure,
      unit: code,
      unitName,
      value: term.sign * value,
      ...(reason === null ? {} : { reason }),
    }));
  }

  /** The whole book, in the form that travels. */
  export(): Book {
    const years = this.#database
      .prepare('SELECT DISTINCT year FROM unit ORDER BY year')
      .pluck()
      .all() as number[];
    return { department: this.department(), years: years.map((year) => this.#exportYear(year)) };
  }

  #exportYear(year: number): BookYear {
    const figures = this.#database
      .prepare('SELECT unit, sheet, "row", fund, "column", measure, value, reason FROM figure WHERE year = ?')
      .all(year) as (Figure & { readonly reason: string | null })[];
    return {
      year,
      units: this.units(year),
      figures: figures.map(({ reason, ...figure }) => (reason === null ? figure : { ...figure, reason })),
      texts: this.#database
        .prepare('SELECT unit, slot, body FROM unit_text WHERE year = ?')
        .all(year) as UnitText[],
    };
  }

  /** When the book last changed, ISO 8601 in UTC. */
  lastChange(): string {
    return this.#database
      .prepare('SELECT at FROM change_set ORDER BY id DESC LIMIT 1')
      .pluck()
      .get() as string;
  }
}
