import type { Database } from 'better-sqlite3';
import { Classification } from '../../core/classification/classification.ts';
import { addressName } from '../../core/figures/address-name.ts';
import {
  ADJUSTMENT_UNIT,
  type Book,
  type BookYear,
  type Department,
  type Figure,
  UNIT_KIND_NAMES,
  type Unit,
} from '../../core/figures/figure.ts';
import { FUND_NAMES, type Fund, findColumn, findSheet } from '../../core/figures/sheets.ts';
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
  const mine = database.prepare('SELECT name, region, profile FROM department').get() as
    | Department
    | undefined;
  if (mine === undefined) {
    database
      .prepare('INSERT INTO department (id, name, region, profile) VALUES (1, @name, @region, @profile)')
      .run(department);
    return;
  }
  if (mine.name !== department.name) {
    throw new ProblemError(problem('other-department', { mine: mine.name, theirs: department.name }));
  }
  for (const [what, key] of [
    ['地区', 'region'],
    ['报表格式', 'profile'],
  ] as const) {
    if (mine[key] !== department[key]) {
      throw new ProblemError(
        problem('department-differs', { what, mine: mine[key], theirs: department[key] }),
      );
    }
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
      const name = (side: Unit) => `${side.name}（${UNIT_KIND_NAMES[side.kind]}）`;
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

/** What stands at an address. */
interface Stored {
  readonly value: number;
  readonly reason: string | null;
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
  const conflicts: { readonly figure: Figure; readonly mine: Stored }[] = [];
  for (const figure of figures) {
    const stored = { ...figure, year, reason: figure.reason ?? null };
    if (insert.run(stored).changes === 0) {
      const mine = find.get(stored) as Stored;
      if (mine.value !== figure.value || mine.reason !== stored.reason) conflicts.push({ figure, mine });
    }
    counted();
  }
  refuseBalanceInTwoForms(database, year);
  refuseSumsBeyondExactness(database, year);
  const [first] = conflicts;
  if (first !== undefined) {
    throw new ProblemError(
      problem('import-conflict', {
        address: `${year} 年度 ${addressName(first.figure, new Classification(year))}`,
        mine: valueInWords(first.figure, first.mine),
        theirs: valueInWords(first.figure, {
          value: first.figure.value,
          reason: first.figure.reason ?? null,
        }),
        more: conflicts.length - 1,
      }),
    );
  }
}

function valueInWords(figure: Figure, { value, reason }: Stored): string {
  const sheet = findSheet(figure.sheet);
  const column = sheet === undefined ? undefined : findColumn(sheet, figure.column);
  if (column?.kind === 'count') return String(value);
  // the unit in which the clerk's papers print such an amount
  const money = Math.abs(value) >= FEN_PER_UNIT.wan ? 'wan' : 'yuan';
  const amount = `${formatExact(fen(value), money)} ${money === 'wan' ? '万元' : '元'}`;
  return reason === null ? amount : `${amount}（${reason}）`;
}

/** Each file keeps to one form (core/interchange); two files together must too. */
function refuseBalanceInTwoForms(database: Database, year: number): void {
  const mixed = database
    .prepare(
      `SELECT unit, fund FROM figure WHERE year = ? AND sheet = 'balance'
       GROUP BY unit, fund, measure HAVING count(DISTINCT "row" = '') > 1 LIMIT 1`,
    )
    .get(year) as { readonly unit: string; readonly fund: Fund } | undefined;
  if (mixed !== undefined) {
    throw new ProblemError(
      problem('balance-both', { where: `${year} 年度`, unit: mixed.unit, fund: FUND_NAMES[mixed.fund] }),
    );
  }
}

/** No printed number is made of more than so many whole sheets: 总计 takes expenditure and balances twice, income once. */
const MOST_SHEETS = 5;

/** The tables add figures up as integers that a double holds exactly; a year that could leave that range is refused. */
function refuseSumsBeyondExactness(database: Database, year: number): void {
  const sizes = database.prepare(
    'SELECT TOTAL(ABS(value)) FROM figure WHERE year = ? GROUP BY sheet, measure',
  );
  const largest = Math.max(0, ...(sizes.pluck().all(year) as number[]));
  if (largest > Number.MAX_SAFE_INTEGER / MOST_SHEETS)
    throw new ProblemError(problem('sum-too-large', { year }));
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
