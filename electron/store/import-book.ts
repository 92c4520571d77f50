import type { Database } from 'better-sqlite3';
import { Classification } from '../../core/classification/classification.ts';
import { addressName } from '../../core/figures/address-name.ts';
import {
  ADJUSTMENT_UNIT,
  type Book,
  type BookYear,
  DEPARTMENT_UNIT,
  type Department,
  type Figure,
  UNIT_KIND_NAMES,
  type Unit,
} from '../../core/figures/figure.ts';
import { freeRowNames } from '../../core/figures/free-row.ts';
import { findColumn, findSheet } from '../../core/figures/sheets.ts';
import { FEN_PER_UNIT, fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatExact } from '../../core/money/format.ts';
import { problem } from '../../core/problems.ts';
import { refuseBalanceInTwoForms } from './balance-forms.ts';
import { importRegisters } from './book-registers.ts';
import { importCellTexts, refuseStrayRows } from './cell-texts.ts';
import { addFigure, addNote, figureAt, noteAt, type StoredFigure } from './cells.ts';
import { type Change, inChangeSet } from './change-set.ts';
import { ProblemError } from './failure.ts';
import { importProfiles } from './profiles.ts';
import { countedOtherwise, settleRegisters } from './registers.ts';
import { LARGEST_TOTAL, type SheetTotals } from './sheet-totals.ts';
import { ensurePseudoUnit } from './units.ts';

export interface ImportOptions {
  readonly change: Pick<Change, 'at' | 'actor' | 'reason'>;
  /** the unit in which a new book is keyed and shown; a book that is there keeps its own */
  readonly money?: MoneyUnit;
  /** told now and then how many figures are in */
  readonly progress?: (done: number, total: number) => void;
}

const PROGRESS_STEP = 10_000;

/**
 * Takes a book's department, profiles, units, figures, texts and notes into a store, all or nothing. What is there
 * already and equal is left alone; what differs is refused, since a figure is never overwritten silently.
 */
export function importBook(
  database: Database,
  totals: SheetTotals,
  book: Book,
  options: ImportOptions,
): void {
  inChangeSet(database, { ...options.change, kind: 'import' }, () => {
    importDepartment(database, book.department, options.money ?? 'wan');
    importProfiles(database, book.profiles ?? []);
    const total = book.years.reduce((sum, year) => sum + year.figures.length, 0);
    let done = 0;
    for (const year of book.years) {
      importYear(database, year, () => {
        done += 1;
        if (done % PROGRESS_STEP === 0) options.progress?.(done, total);
      });
    }
    importRegisters(database, book.registers ?? [], options.change.at);
    for (const { year } of book.years) refuseOtherThanRegistered(database, year);
    settleRegisters(database, totals);
  });
}

/** Takes one year in, within a change set; what is there already must be equal. @param counted told of each figure */
export function importYear(database: Database, year: BookYear, counted: () => void): void {
  importUnits(database, year);
  importFigures(database, year, counted);
  importTexts(database, year);
  importNotes(database, year);
  importCellTexts(database, year);
  refuseStrayRows(database, year.year);
}

function importDepartment(database: Database, department: Department, money: MoneyUnit): void {
  const mine = database.prepare('SELECT name, region, profile FROM department').get() as
    | Department
    | undefined;
  if (mine === undefined) {
    database
      .prepare(
        'INSERT INTO department (id, name, region, profile, money) VALUES (1, @name, @region, @profile, @money)',
      )
      .run({ ...department, money });
    return;
  }
  if (mine.name !== department.name) {
    throw new ProblemError(problem('other-department', { mine: mine.name, theirs: department.name }));
  }
  if (mine.region !== department.region) {
    throw new ProblemError(
      problem('department-differs', { what: '地区', mine: mine.region, theirs: department.region }),
    );
  }
  // the book keeps its 报表格式: that says how its tables print, not whose figures they are
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
  for (const pseudo of [ADJUSTMENT_UNIT, DEPARTMENT_UNIT] as const) {
    if (figures.some(({ unit }) => unit === pseudo)) ensurePseudoUnit(database, year, pseudo);
  }
}

function importFigures(
  database: Database,
  { year, figures, cellTexts = [] }: BookYear,
  counted: () => void,
): void {
  const conflicts: { readonly figure: Figure; readonly mine: StoredFigure }[] = [];
  for (const figure of figures) {
    const cell = { ...figure, year };
    const theirs = storedOf(figure);
    if (!addFigure(database, cell, theirs)) {
      const mine = figureAt(database, cell);
      const isEqual = mine?.value === theirs.value && mine.reason === theirs.reason;
      if (mine !== null && !isEqual) conflicts.push({ figure, mine });
    }
    counted();
  }
  refuseBalanceInTwoForms(database, { year, unit: null }, { where: `${year} 年度` });
  refuseSumsBeyondExactness(database, year);
  const [first] = conflicts;
  if (first !== undefined) {
    throw new ProblemError(
      problem('import-conflict', {
        address: `${year} 年度 ${addressName(first.figure, new Classification(year), freeRowNames(cellTexts))}`,
        mine: valueInWords(first.figure, first.mine),
        theirs: valueInWords(first.figure, storedOf(first.figure)),
        more: conflicts.length - 1,
      }),
    );
  }
}

/** What was keyed so far, or stands in the file, is not overwritten silently by what a register says. */
function refuseOtherThanRegistered(database: Database, year: number): void {
  const conflicts = countedOtherwise(database, year);
  const [first] = conflicts;
  if (first === undefined) return;
  throw new ProblemError(
    problem('import-conflict', {
      address: `${year} 年度 ${addressName(first.figure, new Classification(year), freeRowNames([]))}`,
      mine: `登记簿 ${first.registered}`,
      theirs: String(first.figure.value),
      more: conflicts.length - 1,
    }),
  );
}

function storedOf({ value, reason }: Figure): StoredFigure {
  return { value, reason: reason ?? null };
}

function valueInWords(figure: Figure, { value, reason }: StoredFigure): string {
  const sheet = findSheet(figure.sheet);
  const column = sheet === undefined ? undefined : findColumn(sheet, figure.column);
  if (column?.kind === 'count') return String(value);
  if (column?.kind === 'hundredths') return formatExact(fen(value), 'yuan');
  // the unit in which the clerk's papers print such an amount
  const money = Math.abs(value) >= FEN_PER_UNIT.wan ? 'wan' : 'yuan';
  const amount = `${formatExact(fen(value), money)} ${money === 'wan' ? '万元' : '元'}`;
  return reason === null ? amount : `${amount}（${reason}）`;
}

/** The tables add figures up as integers that a double holds exactly; a year that could leave that range is refused. */
function refuseSumsBeyondExactness(database: Database, year: number): void {
  const sizes = database.prepare(
    'SELECT TOTAL(ABS(value)) FROM figure WHERE year = ? GROUP BY sheet, measure',
  );
  const largest = Math.max(0, ...(sizes.pluck().all(year) as number[]));
  if (largest > LARGEST_TOTAL) throw new ProblemError(problem('sum-too-large', { year }));
}

function importTexts(database: Database, { year, texts }: BookYear): void {
  const insert = database.prepare(
    `INSERT INTO unit_text (year, unit, slot, body) SELECT @year, @unit, @slot, @body
     WHERE NOT EXISTS (SELECT 1 FROM unit_text WHERE year = @year AND unit = @unit AND slot = @slot)`,
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

function importNotes(database: Database, { year, notes = [], cellTexts = [] }: BookYear): void {
  for (const { body, ...address } of notes) {
    const cell = { ...address, year };
    if (addNote(database, cell, body)) continue;
    const mine = noteAt(database, cell);
    if (mine !== body) {
      throw new ProblemError(
        problem('import-conflict', {
          address: `${year} 年度 ${addressName(address, new Classification(year), freeRowNames(cellTexts))}的批注`,
          mine: `“${String(mine)}”`,
          theirs: `“${body}”`,
          more: 0,
        }),
      );
    }
  }
}
