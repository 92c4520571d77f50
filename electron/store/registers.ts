import type { Database } from 'better-sqlite3';
import type { Figure, SummedFigure } from '../../core/figures/figure.ts';
import { isRegisterSheet } from '../../core/figures/sheets.ts';
import { LARGEST_FIGURE } from '../../core/money/fen.ts';
import { problem } from '../../core/problems.ts';
import type { Card, CardEvent } from '../../core/registers/card.ts';
import { plainNumber } from '../../core/registers/check-card.ts';
import { REGISTER_IDS, type RegisterId } from '../../core/registers/register.ts';
import {
  isCountedVehicle,
  type KnownRegister,
  type RegisterFigure,
  registerFigures,
} from '../../core/registers/totals.ts';
import { type Cell, figureAt, type StoredFigure } from './cells.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';
import type { SheetTotals } from './sheet-totals.ts';
import { isLocked, lockOf } from './year-locks.ts';

interface StoredEvent {
  readonly id: number;
  readonly unit: string;
  readonly card: string;
  readonly date: string;
  readonly kind: CardEvent['kind'];
  readonly fields: string;
  readonly reason: string | null;
  readonly replaces: number | null;
}

const EVENT = 'id, unit, card, date, kind, fields, reason, replaces';

/** The cards of one unit, or (`null`) of all, with everything ever recorded of them, in the order of recording. */
export function cardsOf(database: Database, register: RegisterId, unit: string | null): Card[] {
  return grouped(
    register,
    prepared(
      database,
      `SELECT ${EVENT} FROM register_event
       WHERE register = @register AND card <> '' AND (@unit IS NULL OR unit = @unit) ORDER BY id`,
    ).all({ register, unit }) as StoredEvent[],
  );
}

/** One card; `null`: there is none of this id. */
export function cardOf(database: Database, register: RegisterId, unit: string, card: string): Card | null {
  const events = prepared(
    database,
    `SELECT ${EVENT} FROM register_event WHERE register = ? AND unit = ? AND card = ? ORDER BY id`,
  ).all(register, unit, card) as StoredEvent[];
  return grouped(register, events)[0] ?? null;
}

/** The cards of a unit that ever carried a number. */
export function cardsNumbered(
  database: Database,
  register: RegisterId,
  unit: string,
  number: string,
): Card[] {
  const carried = prepared(
    database,
    `SELECT DISTINCT card, fields ->> 'number' AS number FROM register_event
     WHERE register = ? AND unit = ? AND fields ->> 'number' IS NOT NULL`,
  ).all(register, unit) as { card: string; number: string }[];
  const wanted = plainNumber(number);
  const ids = new Set(carried.flatMap((each) => (plainNumber(each.number) === wanted ? [each.card] : [])));
  return [...ids].flatMap((card) => cardOf(database, register, unit, card) ?? []);
}

function grouped(register: RegisterId, rows: readonly StoredEvent[]): Card[] {
  const cards = new Map<string, { unit: string; card: string; events: CardEvent[] }>();
  for (const { unit, card, fields, ...event } of rows) {
    const key = `${unit}\n${card}`;
    let found = cards.get(key);
    if (found === undefined) {
      found = { unit, card, events: [] };
      cards.set(key, found);
    }
    found.events.push({ ...event, fields: JSON.parse(fields) as CardEvent['fields'] });
  }
  return [...cards.values()].map((card) => ({ register, ...card }));
}

/**
 * The year from which on a unit's register answers for its figures; `null`: the unit keeps none.
 *
 * @param asKnown id of the last record that is looked at, as a locked year knows it; `null`: all
 */
export function beginOf(
  database: Database,
  register: RegisterId,
  unit: string,
  asKnown: number | null = null,
): number | null {
  const found = prepared(
    database,
    `SELECT substr(date, 1, 4) FROM register_event
     WHERE register = @register AND unit = @unit AND card = '' AND kind = 'begin'
       AND (@asKnown IS NULL OR id <= @asKnown) ORDER BY id DESC LIMIT 1`,
  ).pluck();
  const year = found.get({ register, unit, asKnown });
  return year === undefined ? null : Number(year);
}

/** Whether a unit's register answers for figures of a year, as the year knows it. */
export function answersIn(
  database: Database,
  register: RegisterId,
  { year, unit }: { readonly year: number; readonly unit: string },
): boolean {
  const begin = beginOf(database, register, unit, lockOf(database, year)?.registerEvent ?? null);
  return begin !== null && begin <= year;
}

/** Days as of which lists stated the depreciation of all of a unit's cards. @param asKnown as of beginOf */
export function stocktakesOf(
  database: Database,
  register: RegisterId,
  unit: string,
  asKnown: number | null = null,
): string[] {
  return prepared(
    database,
    `SELECT date FROM register_event
     WHERE register = @register AND unit = @unit AND card = '' AND kind = 'stocktake'
       AND fields ->> 'depreciation' AND (@asKnown IS NULL OR id <= @asKnown) ORDER BY id`,
  )
    .pluck()
    .all({ register, unit, asKnown }) as string[];
}

/** Days as of which lists of a unit's cards were taken in, whatever they stated. */
export function listsOf(database: Database, register: RegisterId, unit: string): string[] {
  return prepared(
    database,
    `SELECT date FROM register_event
     WHERE register = ? AND unit = ? AND card = '' AND kind = 'stocktake' ORDER BY id`,
  )
    .pluck()
    .all(register, unit) as string[];
}

/** A record that is to be made. */
export interface NewRecord {
  readonly register: RegisterId;
  readonly unit: string;
  /** `''`: about the register as a whole */
  readonly card: string;
  readonly date: string;
  readonly kind: CardEvent['kind'] | 'begin' | 'stocktake';
  readonly fields: CardEvent['fields'];
  readonly reason: string | null;
  readonly replaces: number | null;
}

/** Adds a record, within a change set. It was checked before. */
export function addRecord(database: Database, { fields, ...record }: NewRecord): void {
  prepared(
    database,
    `INSERT INTO register_event (change_set, register, unit, card, date, kind, fields, reason, replaces)
     SELECT change_set, @register, @unit, @card, @date, @kind, @fields, @reason, @replaces FROM open_change_set`,
  ).run({ ...record, fields: JSON.stringify(fields) });
}

/** Makes the register of a unit answer for its figures from a year on. */
export function addBegin(database: Database, register: RegisterId, unit: string, year: number): void {
  const whole = { card: '', fields: {}, reason: null, replaces: null };
  addRecord(database, { register, unit, ...whole, date: `${year}-01-01`, kind: 'begin' });
}

/** Whether the register of vehicles answers for a cell of a unit's year. */
export function isFromRegister(
  database: Database,
  cell: {
    readonly year: number;
    readonly unit: string;
    readonly sheet: string;
    readonly row: string;
    readonly measure: string;
  },
): boolean {
  return isCountedVehicle(cell) && answersIn(database, 'vehicles', cell);
}

/** Whether nobody keyed the figure: a register says it. */
export function isRegistered(database: Database, cell: Cell): boolean {
  return isRegisterSheet(cell.sheet) || isFromRegister(database, cell);
}

/** Takes away what the registers say of a unit in a year that it is no unit of any more. */
export function forgetRegistered(
  database: Database,
  totals: SheetTotals,
  { year, unit }: { readonly year: number; readonly unit: string },
): void {
  const cells = prepared(
    database,
    'SELECT year, unit, sheet, "row", fund, "column", measure FROM figure WHERE year = ? AND unit = ?',
  ).all(year, unit) as Cell[];
  for (const cell of cells) {
    if (isRegistered(database, cell)) totals.write(cell, figureAt(database, cell), null);
  }
}

/** @throws ProblemError when somebody would key what the register says */
export function refuseFromRegister(database: Database, cell: Parameters<typeof isFromRegister>[1]): void {
  if (isFromRegister(database, cell)) throw new ProblemError(problem('kept-in-register', {}));
}

/** What the year knows of a unit's register. */
function knownRegister(
  database: Database,
  register: RegisterId,
  { year, unit }: { readonly year: number; readonly unit: string },
): KnownRegister {
  const asKnown = lockOf(database, year)?.registerEvent;
  return {
    cards: cardsOf(database, register, unit),
    stocktakes: stocktakesOf(database, register, unit, asKnown),
    asKnown,
  };
}

function unitCodes(database: Database, year: number): string[] {
  return prepared(database, "SELECT code FROM unit WHERE year = ? AND kind <> 'adjustment'")
    .pluck()
    .all(year) as string[];
}

/** The cards of all units whose register answers for figures of the year. */
export function departmentCards(database: Database, register: RegisterId, year: number): Card[] {
  const answering = new Set(
    unitCodes(database, year).filter((unit) => answersIn(database, register, { year, unit })),
  );
  return cardsOf(database, register, null).filter(({ unit }) => answering.has(unit));
}

/** The units of a year whose registers answer for figures of it. */
function registersOf(database: Database, year: number): { unit: string; register: RegisterId }[] {
  return unitCodes(database, year).flatMap((unit) =>
    REGISTER_IDS.flatMap((register) =>
      answersIn(database, register, { year, unit }) ? [{ unit, register }] : [],
    ),
  );
}

/**
 * Makes the figures of every year that is not locked say what the registers say, within a change set.
 *
 * @param only the register that has changed; absent: all
 */
export function settleRegisters(
  database: Database,
  totals: SheetTotals,
  only?: { readonly register: RegisterId; readonly unit: string },
): void {
  const years = prepared(database, 'SELECT DISTINCT year FROM unit ORDER BY year').pluck().all() as number[];
  const read = new Map<string, KnownRegister>();
  for (const year of years) {
    if (isLocked(database, year)) continue;
    for (const { unit, register } of registersOf(database, year)) {
      if (only !== undefined && (only.unit !== unit || only.register !== register)) continue;
      const key = `${register} ${unit}`;
      const known = read.get(key) ?? knownRegister(database, register, { year, unit });
      read.set(key, known);
      write(database, totals, { year, unit, register }, registerFigures(register, known, year));
    }
    totals.check(year);
  }
}

/** Whether a year has what the register says of it now, with all that was recorded since the year was locked. */
export function hasWhatRegisterSays(
  database: Database,
  { year, unit, register }: { readonly year: number; readonly unit: string; readonly register: RegisterId },
): boolean {
  const now = {
    cards: cardsOf(database, register, unit),
    stocktakes: stocktakesOf(database, register, unit),
  };
  return registerFigures(register, now, year).every(
    ({ value, ...cell }) => figureAt(database, { ...cell, year, unit })?.value === value,
  );
}

/** Counts of vehicles that stand in a year which is not locked and are not what the register says. */
export function countedOtherwise(
  database: Database,
  year: number,
): { readonly figure: Figure; readonly registered: number }[] {
  if (isLocked(database, year)) return [];
  return registersOf(database, year)
    .filter(({ register }) => register === 'vehicles')
    .flatMap(({ unit, register }) => {
      const known = knownRegister(database, register, { year, unit });
      return registerFigures(register, known, year)
        .filter(isCountedVehicle)
        .flatMap(({ value: registered, ...cell }) => {
          const there = figureAt(database, { ...cell, year, unit });
          if (there === null || there.value === registered) return [];
          return [{ figure: { ...cell, unit, value: there.value }, registered }];
        });
    });
}

const ROWS_OF: Readonly<Record<RegisterId, string>> = {
  vehicles: `sheet = 'register_totals' AND ("row" LIKE 'use\\_%' ESCAPE '\\' OR "row" LIKE 'vehicles%')`,
  equipment: `sheet = 'register_totals' AND "row" LIKE 'equipment%'`,
  assets: `sheet = 'asset_cards'`,
};

function write(
  database: Database,
  totals: SheetTotals,
  { year, unit, register }: { readonly year: number; readonly unit: string; readonly register: RegisterId },
  figures: readonly RegisterFigure[],
): void {
  const wanted = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const there = prepared(
    database,
    `SELECT sheet, "row", fund, "column", measure, value FROM figure
     WHERE year = ? AND unit = ? AND ${ROWS_OF[register]}`,
  ).all(year, unit) as SummedFigure[];
  const put = (figure: SummedFigure, value: number | null) => {
    const { sheet, row, fund, column, measure } = figure;
    const cell = { year, unit, sheet, row, fund, column, measure };
    const before = figureAt(database, cell);
    const after: StoredFigure | null = value === null ? null : { value, reason: null };
    if (before?.value === after?.value) return;
    if (Math.abs(value ?? 0) > LARGEST_FIGURE) throw new ProblemError(problem('sum-too-large', { year }));
    totals.write(cell, before, after);
  };
  for (const figure of there) if (!wanted.has(keyOf(figure))) put(figure, null);
  for (const figure of figures) put(figure, figure.value);
}

function keyOf({ sheet, row, column }: SummedFigure): string {
  return JSON.stringify([sheet, row, column]);
}
