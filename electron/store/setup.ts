import type { Database } from 'better-sqlite3';
import type { BookYear, Unit } from '../../core/figures/figure.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { problem } from '../../core/problems.ts';
import type { DepartmentDraft, UnitDraft, UnitsDraft } from '../../core/setting-up/setting-up.ts';
import type { Cell } from './cells.ts';
import { inChangeSet } from './change-set.ts';
import type { EditBy } from './editor.ts';
import { ProblemError } from './failure.ts';
import { importYear } from './import-book.ts';
import { prepared } from './prepared.ts';
import { forgetRegistered, isRegistered, settleRegisters } from './registers.ts';
import type { SheetTotals } from './sheet-totals.ts';
import { refuseUnknownUnit, unitsOf } from './units.ts';
import { refuseLocked } from './year-locks.ts';

/** The unit in which the book is keyed and shown. */
export function moneyOf(database: Database): MoneyUnit {
  return prepared(database, 'SELECT money FROM department').pluck().get() as MoneyUnit;
}

export function changeDepartment(database: Database, draft: DepartmentDraft, by: EditBy): void {
  inChangeSet(database, { ...by, kind: 'set-up', reason: '' }, () => {
    prepared(
      database,
      `UPDATE department SET name = @name, region = @region, money = @money
       WHERE (name, region, money) IS NOT (@name, @region, @money)`,
    ).run(draft);
  });
}

/** Takes in what a new year begins with. */
export function openYear(database: Database, totals: SheetTotals, year: BookYear, by: EditBy): void {
  totals.keeping(() =>
    inChangeSet(database, { ...by, kind: 'open-year', reason: `开启 ${year.year} 年度` }, () => {
      importYear(database, year, () => undefined);
      // the registers go on, and answer for the new year too
      settleRegisters(database, totals);
    }),
  );
}

/**
 * Adds, renames and orders the units of a year, all or nothing. A code is part of every address: a unit that has
 * anything is neither taken away nor given another one. The pseudo-units stay as they are.
 */
export function changeUnits(
  database: Database,
  totals: SheetTotals,
  { year, units }: UnitsDraft,
  by: EditBy,
): void {
  refuseLocked(database, year);
  const before = unitsOf(database, year);
  const kept = units.flatMap(({ was }) => (was === null ? [] : [was]));
  for (const code of kept) refuseUnknownUnit(database, year, code);
  refuseTwice(
    year,
    units.map(({ code }) => code),
  );
  refuseTwice(year, kept);
  const removed = before.filter(({ code }) => !kept.includes(code));
  const moved = before.filter(({ code }) => units.some((unit) => unit.was === code && unit.code !== code));
  for (const unit of removed) refuseIfUsed(database, year, unit, '移去');
  for (const unit of moved) refuseIfUsed(database, year, unit, '改代码');
  // undo would key figures back onto a unit that is no longer there
  const kind = removed.length + moved.length > 0 ? 'remove-units' : 'set-up';
  const change = () => {
    for (const { code } of [...removed, ...moved]) {
      forgetRegistered(database, totals, { year, unit: code });
      prepared(database, 'DELETE FROM unit WHERE year = ? AND code = ?').run(year, code);
    }
    for (const [index, unit] of units.entries()) putUnit(database, year, { ...unit, position: index + 1 });
    // a unit that comes back finds its registers
    settleRegisters(database, totals);
  };
  totals.keeping(() => inChangeSet(database, { ...by, kind, reason: '' }, change));
}

function putUnit(
  database: Database,
  year: number,
  { code, name, kind, position }: UnitDraft & { readonly position: number },
): void {
  prepared(
    database,
    `INSERT INTO unit (year, code, name, kind, position) VALUES (@year, @code, @name, @kind, @position)
     ON CONFLICT (year, code) DO UPDATE SET name = @name, kind = @kind, position = @position
     WHERE (name, kind, position) IS NOT (@name, @kind, @position)`,
  ).run({ year, code, name, kind, position });
}

function refuseTwice(year: number, codes: readonly string[]): void {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new ProblemError(problem('unit-code-twice', { year, code: twice }));
}

/** What may stand on a unit, in the order in which it is said. */
const USES = [
  ['figure', '数'],
  ['figure_note', '批注'],
  ['cell_text', '行名称'],
  ['unit_text', '文字'],
] as const;

/** A register is its unit's in all years: it stays under its code, as long as one year has the unit. */
function hasRegister(database: Database, year: number, { code }: Unit, doing: '移去' | '改代码'): boolean {
  const recorded = prepared(database, 'SELECT 1 FROM register_event WHERE unit = ? LIMIT 1').get(code);
  const elsewhere = prepared(database, 'SELECT 1 FROM unit WHERE code = ? AND year <> ? LIMIT 1').get(
    code,
    year,
  );
  return recorded !== undefined && (doing === '改代码' || elsewhere === undefined);
}

function refuseIfUsed(database: Database, year: number, unit: Unit, doing: '移去' | '改代码'): void {
  const used = USES.filter(([table]) => {
    const rows = prepared(database, `SELECT * FROM ${table} WHERE year = ? AND unit = ?`);
    for (const row of rows.iterate(year, unit.code)) {
      if (table !== 'figure' || !isRegistered(database, row as Cell)) return true;
    }
    return false;
  });
  const names = used.map(([, name]): string => name);
  if (hasRegister(database, year, unit, doing)) names.push('登记簿');
  if (names.length === 0) return;
  const what = names.join('和');
  throw new ProblemError(
    problem('unit-has-figures', { year, unit: `${unit.code} ${unit.name}`, what, doing }),
  );
}
