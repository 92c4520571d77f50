import type { Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { type Cell, type StoredFigure, writeFigure } from './cells.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';

/** No printed number is made of more than so many whole sheets: 总计 takes expenditure and balances twice, income once. */
const MOST_SHEETS = 5;

/**
 * The most that the sizes of all figures of a year, sheet and measure may add up to: the tables add figures up as
 * integers that a double holds exactly.
 */
export const LARGEST_TOTAL = Math.floor(Number.MAX_SAFE_INTEGER / MOST_SHEETS);

/** The sizes of one sheet's figures added up, by measure. */
type MeasureTotals = ReadonlyMap<string, number>;

/**
 * Keeps, for each sheet of a year, the sum of the sizes of its figures, so that a keyed figure need not read the whole
 * year to know that sums stay exact. Read once from the book, then kept by difference.
 */
export class SheetTotals {
  readonly #database: Database;
  readonly #kept = new Map<string, MeasureTotals>();
  /** what the running transaction would make of them */
  readonly #changed = new Map<string, Map<string, number>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The book was changed by other ways: read again when next asked. */
  forget(): void {
    this.#kept.clear();
    this.#changed.clear();
  }

  /** Runs one transaction. Its figures count only when it ends well. */
  keeping<Outcome>(transaction: () => Outcome): Outcome {
    this.#changed.clear();
    try {
      const outcome = transaction();
      for (const [sheet, totals] of this.#changed) this.#kept.set(sheet, totals);
      return outcome;
    } finally {
      // what a refused one would have made of them must not be held against the next
      this.#changed.clear();
    }
  }

  /** Writes a figure, or a blank, in place of what is there, and counts it. Within `keeping`. */
  write(cell: Cell, before: StoredFigure | null, after: StoredFigure | null): void {
    const totals = this.#totalsOf(cell);
    const total = totals.get(cell.measure) ?? 0;
    totals.set(cell.measure, total - Math.abs(before?.value ?? 0) + Math.abs(after?.value ?? 0));
    writeFigure(this.#database, cell, after);
  }

  /** @throws ProblemError when the running transaction takes a sum out of the exact range */
  check(year: number): void {
    for (const totals of this.#changed.values()) {
      if (Math.max(...totals.values()) > LARGEST_TOTAL) {
        throw new ProblemError(problem('sum-too-large', { year, doing: '录入' }));
      }
    }
  }

  #totalsOf({ year, sheet }: Cell): Map<string, number> {
    const key = `${year} ${sheet}`;
    let totals = this.#changed.get(key);
    if (totals === undefined) {
      totals = new Map(this.#kept.get(key) ?? this.#read(year, sheet));
      this.#changed.set(key, totals);
    }
    return totals;
  }

  #read(year: number, sheet: string): MeasureTotals {
    const rows = prepared(
      this.#database,
      'SELECT measure, TOTAL(ABS(value)) FROM figure WHERE year = ? AND sheet = ? GROUP BY measure',
    ).raw();
    return new Map(rows.all(year, sheet) as [string, number][]);
  }
}
