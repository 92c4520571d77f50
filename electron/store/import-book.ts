import type { Database } from 'better-sqlite3';
import { Classification } from '../../core/classification/classification.ts';
import { addressName } from '../../core/figures/address-name.ts';
import {
  ADJUSTMENT_UNIT,
  type Book,
  type BookYear,
  type Department,
  type Figure,
  type Unit,
} from '../../core/figures/figure.ts';
import { findColumn, findSheet } from '../../core/figures/sheets.ts';
import { FEN_PER_UNIT, fen } from '../../core/money/fen.ts';
import { formatExact } from '../../core/money/format.ts';
import { problem } from '../../core/problems.ts';
import { type Change, inChangeSet } from './change-set.ts';
import { ProblemError } from './failure.ts';

export interface ImportOptions {
  readonly change: Pick<Change, 'at' | 'actor' | 'reason'>;
  /** told now and then how many figures are in */
  readonly progress?: (done: number, total: number) => void;
}

const PROGRESS_STEP = 10_000;

/**
 * Takes a book's department, units, figures and texts into a store, all or nothing. What is there already and equal
 * is left alone; what differs is refused, since a figure is never overwritten silently.
 */
export function importBook(database: Database, book: Book, options: ImportOptions): void {
  inChangeSet(database, { ...options.change, kind: 'import' }, () => {
    importDepartment(database, book.department);
    const total = book.years.reduce((sum, year) => sum + year.figures.length, 0);
    let done = 0;
    for (const year of book.years) {
      importUnits(database, year);
      importFigures(database, year, () => {
        done += 1;
        if (done % PROGRESS_STEP === 0) options.progress?.(done, total);
      });
      importTexts(database, year);
    }
  });
}

function importDepartment(database: Database, department: Department): void {
  const mine = database.prepare('SELECT name FROM department').pluck().get();
  if (mine === undefined) {
    database
      .prepare('INSERT INTO department (id, name, region, profile) VALUES (1, @name, @region, @profile)')
      .run(department);
  } else if (mine !== department.name) {
    throw new ProblemError(problem('other-department', { mine: String(mine), theirs: department.name }));
  }
}

function importUnits(database: Database, { year, units, figures }: BookYear): void {
  const find = database.prepare('SELECT code, name, kind FROM unit WHERE year = ? AND code = ?');
  const next = database
    .prepare("SELECT coalesce(max(position), 0) + 1 FROM unit WHERE year = ? AND kind <> 'adjustment'")
    .pluck();
  const insert = database.prepare(
    'INSERT INTO unit (year, code, name, kind, position) VALUES (?, ?, ?, ?, ?)',
  );
  for (const unit of units) {
    const mine = find.get(year, unit.code) as Unit | undefined;
    if (mine === undefined) insert.run(year, unit.code, unit.name, unit.kind, next.get(year));
    else if (mine.name !== unit.name || mine.kind !== unit.kind) {
      const name = (side: Unit) => `${side.name}（${side.kind}）`;
      throw new ProblemError(
        problem('unit-differs', { year, code: unit.code, mine: name(mine), theirs: name(unit) }),
      );
    }
  }
  const adjusts = figures.some((figure) => figure.unit === ADJUSTMENT_UNIT);
  if (adjusts && find.get(year, ADJUSTMENT_UNIT) === undefined) {
    // behind every real unit, however many come later
    insert.run(year, ADJUSTMENT_UNIT, ADJUSTMENT_UNIT, 'adjustment', 1_000_000);
  }
}

const ADDRESS =
  'year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row AND fund = @fund AND "column" = @column AND measure = @measure';

function importFigures(database: Database, { year, figures }: BookYear, counted: () => void): void {
  const find = database.prepare(`SELECT value, reason FROM figure WHERE ${ADDRESS}`);
  const insert = database.prepare(
    `INSERT INTO figure (year, sheet, unit, "row", fund, "column", measure, value, reason)
     VALUES (@year, @sheet, @unit, @row, @fund, @column, @measure, @value, @reason)
     ON CONFLICT DO NOTHING`,
  );
  const conflicts: { readonly figure: Figure; readonly mine: number }[] = [];
  for (const figure of figures) {
    const stored = { ...figure, year, reason: figure.reason ?? null };
    if (insert.run(stored).changes === 0) {
      const mine = find.get(stored) as { readonly value: number; readonly reason: string | null };
      if (mine.value !== figure.value || mine.reason !== stored.reason)
        conflicts.push({ figure, mine: mine.value });
    }
    counted();
  }
  refuseBalanceInTwoForms(database, year);
  const [first] = conflicts;
  if (first !== undefined) {
    throw new ProblemError(
      problem('import-conflict', {
        address: `${year} 年度 ${addressName(first.figure, new Classification(year))}`,
        mine: valueInWords(first.figure, first.mine),
        theirs: valueInWords(first.figure, first.figure.value),
        more: conflicts.length - 1,
      }),
    );
  }
}

function valueInWords(figure: Figure, value: number): string {
  const sheet = findSheet(figure.sheet);
  const column = sheet === undefined ? undefined : findColumn(sheet, figure.column);
  if (column?.kind === 'count') return String(value);
  // the unit in which the clerk's papers print such an amount
  const money = Math.abs(value) >= FEN_PER_UNIT.wan ? 'wan' : 'yuan';
  return `${formatExact(fen(value), money)} ${money === 'wan' ? '万元' : '元'}`;
}

/** Each file keeps to one form (core/interchange); two files together must too. */
function refuseBalanceInTwoForms(database: Database, year: number): void {
  const mixed = database
    .prepare(
      `SELECT unit, fund FROM figure WHERE year = ? AND sheet = 'balance'
       GROUP BY unit, fund, measure HAVING count(DISTINCT "row" = '') > 1 LIMIT 1`,
    )
    .get(year) as { readonly unit: string; readonly fund: string } | undefined;
  if (mixed !== undefined) {
    throw new ProblemError(
      problem('balance-both', { where: `${year} 年度`, unit: mixed.unit, fund: mixed.fund }),
    );
  }
}

function importTexts(database: Database, { year, texts }: BookYear): void {
  const insert = database.prepare(
    'INSERT INTO unit_text (year, unit, slot, body) VALUES (@year, @unit, @slot, @body) ON CONFLICT DO NOTHING',
  );
  const find = database
    .prepare('SELECT body FROM unit_text WHERE year = @year AND unit = @unit AND slot = @slot')
    .pluck();
  for (const text of texts) {
    const stored = { ...text, year };
    if (insert.run(stored).changes > 0) continue;
    const mine = find.get(stored);
    if (mine !== text.body) {
      throw new ProblemError(
        problem('import-conflict', {
          address: `${year} 年度单位 ${text.unit} 的文字 ${text.slot}`,
          mine: `“${String(mine)}”`,
          theirs: `“${text.body}”`,
          more: 0,
        }),
      );
    }
  }
}
