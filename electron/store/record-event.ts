import type { Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { type Card, type CardEvent, standingEvents } from '../../core/registers/card.ts';
import { type CardFault, cardFaults, duplicateFault } from '../../core/registers/check-card.ts';
import { type RegisterDefinition, type RegisterId, registerOf } from '../../core/registers/register.ts';
import { inChangeSet } from './change-set.ts';
import type { EditBy } from './editor.ts';
import { ProblemError } from './failure.ts';
import { addBegin, addRecord, beginOf, cardOf, cardsNumbered, settleRegisters } from './registers.ts';
import type { SheetTotals } from './sheet-totals.ts';
import { refuseUnkeyedUnit } from './units.ts';
import { refuseLocked } from './year-locks.ts';

/** Something that happened to a card, as a person records it. */
export interface EventToRecord {
  readonly register: RegisterId;
  readonly unit: string;
  /** the year that is worked on: the first card of a unit makes its register answer from it on */
  readonly year: number;
  /** `null`: a new card */
  readonly card: string | null;
  readonly event: Omit<CardEvent, 'id'>;
}

export interface Recording {
  readonly by: EditBy;
  /** the last day that has been, as the clerk's calendar has it */
  readonly today: string;
  /** of a new card */
  readonly newId: string;
}

/**
 * Records an event of a card, all or nothing, and brings the figures that follow from the register up to it in every year
 * that is not locked.
 *
 * @returns the step in the history
 * @throws ProblemError when the card would not keep to the rules; the book stays as it was
 */
export function recordEvent(
  database: Database,
  totals: SheetTotals,
  recorded: EventToRecord,
  { by, today, newId }: Recording,
): number | null {
  const { register: id, unit, year, event } = recorded;
  refuseLocked(database, year);
  refuseUnkeyedUnit(database, year, unit, '登记簿的记录');
  const register = registerOf(id);
  const card = recorded.card ?? newId;
  const known = recorded.card === null ? null : cardOf(database, id, unit, recorded.card);
  if (recorded.card !== null && known === null) throw new ProblemError(problem('card-changed', {}));
  const events = known?.events ?? [];
  refuseStale(event, standingEvents(events));
  if (event.kind === 'withdraw' && (event.reason ?? '').trim() === '') {
    refuse({ field: null, message: '没有写作废的原因，写明为什么作废。' });
  }
  const next = { ...event, id: Number.MAX_SAFE_INTEGER };
  refuse(faultOf(database, register, { register: id, unit, card, events: [...events, next] }, today));
  return totals.keeping(() =>
    inChangeSet(database, { ...by, kind: 'register', reason: '' }, () => {
      if (beginOf(database, id, unit) === null) addBegin(database, id, unit, year);
      addRecord(database, { ...event, reason: event.reason?.trim() || null, register: id, unit, card });
      settleRegisters(database, totals, { register: id, unit });
    }),
  );
}

/** A record takes the place of one that stands, and of its own kind. */
function refuseStale({ kind, replaces }: EventToRecord['event'], standing: readonly CardEvent[]): void {
  if (replaces === null) return;
  const replaced = standing.find(({ id }) => id === replaces);
  if (replaced === undefined || (kind !== 'withdraw' && kind !== replaced.kind)) {
    throw new ProblemError(problem('card-changed', {}));
  }
}

/** The first thing wrong with a card among the others of its unit. */
function faultOf(
  database: Database,
  register: RegisterDefinition,
  card: Card,
  today: string,
): CardFault | null {
  const standing = standingEvents(card.events);
  const [own] = cardFaults(register, standing, today);
  if (own !== undefined) return own;
  const numbers = standing.flatMap(({ fields }) => fields['number'] ?? []);
  const others = [...new Set(numbers.map(String))]
    .flatMap((number) => cardsNumbered(database, register.id, card.unit, number))
    .filter((other) => other.card !== card.card);
  return duplicateFault(
    register,
    standing,
    others.map((other) => ({ card: other, standing: standingEvents(other.events) })),
  );
}

function refuse(fault: CardFault | null): void {
  if (fault !== null) throw new ProblemError(problem('card-refused', { fault: fault.message }));
}
