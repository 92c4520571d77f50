import type { Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import type { BookCard, BookRegister } from '../../core/registers/book-register.ts';
import { type Card, type CardEvent, standingEvents } from '../../core/registers/card.ts';
import { cardFaults } from '../../core/registers/check-card.ts';
import { type RegisterId, registerOf } from '../../core/registers/register.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';
import { addBegin, addRecord, beginOf, cardsOf, hasWhatRegisterSays, stocktakesOf } from './registers.ts';

/**
 * All registers, in the form that travels. What only a locked year still stands on is not among them: they answer from
 * the year after the last one that says something else.
 */
export function exportRegisters(database: Database): BookRegister[] {
  const kept = prepared(
    database,
    "SELECT DISTINCT unit, register FROM register_event WHERE card = '' AND kind = 'begin' ORDER BY 1, 2",
  ).all() as { unit: string; register: RegisterId }[];
  return kept.map(({ unit, register }) => ({
    register,
    unit,
    since: sinceOf(database, { register, unit }),
    stocktakes: stocktakesOf(database, register, unit),
    cards: cardsOf(database, register, unit).flatMap(bookCard),
  }));
}

function sinceOf(database: Database, of: { readonly register: RegisterId; readonly unit: string }): number {
  const begin = beginOf(database, of.register, of.unit) ?? 0;
  const locked = prepared(
    database,
    `SELECT year FROM year_lock JOIN unit USING (year) WHERE unit.code = ? AND year >= ? ORDER BY year`,
  )
    .pluck()
    .all(of.unit, begin) as number[];
  const other = locked.findLast((year) => !hasWhatRegisterSays(database, { ...of, year }));
  return other === undefined ? begin : other + 1;
}

/** A card as it travels; none where all of it was withdrawn. */
function bookCard({ register, card, events }: Card): BookCard[] {
  const standing = standingEvents(events);
  if (standing.length === 0) return [];
  const names = registerOf(register).fields.map(({ id }) => id);
  // in one order, so that equal registers are equal texts
  const inOrder = (fields: CardEvent['fields']) =>
    Object.fromEntries(names.flatMap((id) => (fields[id] === undefined ? [] : [[id, fields[id]]])));
  return [
    {
      id: card,
      events: standing.map(({ date, kind, fields, reason }) => ({
        date,
        kind,
        fields: inOrder(fields),
        reason,
      })),
    },
  ];
}

/** Takes registers in, within a change set. One that is there must be the same. @param at when, ISO 8601 in UTC */
export function importRegisters(database: Database, registers: readonly BookRegister[], at: string): void {
  if (registers.length === 0) return;
  const there = exportRegisters(database);
  const today = lastDayOf(at);
  for (const incoming of registers) {
    const { register, unit, since, stocktakes, cards } = incoming;
    const mine = there.find((each) => each.register === register && each.unit === unit);
    if (mine !== undefined) {
      if (isSame(database, mine, incoming)) continue;
      throw new ProblemError(problem('register-differs', { unit, register: registerOf(register).name }));
    }
    addBegin(database, register, unit, since);
    const fields = { depreciation: true };
    const whole = { register, unit, card: '', fields, reason: null, replaces: null };
    for (const date of stocktakes) addRecord(database, { ...whole, date, kind: 'stocktake' });
    for (const { id: card, events } of cards) {
      refuseFuture(incoming, { id: card, events }, today);
      for (const event of events) addRecord(database, { ...event, register, unit, card, replaces: null });
    }
  }
}

/** A lock moves the year from which on a register travels, and changes nothing of it. */
function isSame(database: Database, mine: BookRegister, theirs: BookRegister): boolean {
  const begins = [mine.since, beginOf(database, mine.register, mine.unit)];
  const since = begins.includes(theirs.since) ? mine.since : theirs.since;
  return JSON.stringify(mine) === JSON.stringify({ ...theirs, since });
}

function refuseFuture({ register, unit }: BookRegister, { id, events }: BookCard, today: string): void {
  const standing = events.map((event, index) => ({ ...event, id: index + 1, replaces: null }));
  const [fault] = cardFaults(registerOf(register), standing, today);
  if (fault === undefined) return;
  throw new ProblemError(problem('bad-card', { where: `单位 ${unit} 的 ${id}`, fault: fault.message }));
}

/** The last day that has begun anywhere on earth. */
function lastDayOf(at: string): string {
  const hours = 14;
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString().slice(0, 10);
}
