import type { RegisterId } from './register.ts';

/**
 * What happens to a card: add 增加 · change 变动 · dispose 处置 · write-off 核销. `withdraw` 作废 takes an event back that
 * should never have been recorded.
 */
export const EVENT_KINDS = ['add', 'change', 'dispose', 'write-off', 'withdraw'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_NAMES: Readonly<Record<EventKind, string>> = {
  add: '增加',
  change: '变动',
  dispose: '处置',
  'write-off': '核销',
  withdraw: '作废',
};

/** 分 in fields of kind `fen`, the id of a choice in fields of kind `choice`; a blank field is left out. */
export type CardFields = Readonly<Record<string, string | number | boolean>>;

/** One dated event. Events are never changed or deleted: what was wrong is replaced by a later record. */
export interface CardEvent {
  /** in the order of recording */
  readonly id: number;
  /** `2024-06-15` */
  readonly date: string;
  readonly kind: EventKind;
  /** of `add` all of them; of `change` those that are other from this date on, `null` those that are blank now */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  readonly reason: string | null;
  /** the event whose place it takes; `null`: none */
  readonly replaces: number | null;
}

/** A card with all that was ever recorded of it. */
export interface Card {
  readonly register: RegisterId;
  readonly unit: string;
  /** its id, which nobody sees */
  readonly card: string;
  readonly events: readonly CardEvent[];
}

/** A card on some day. */
export interface CardState {
  readonly unit: string;
  readonly card: string;
  /** date of 增加 */
  readonly acquired: string;
  readonly fields: CardFields;
  /** when and how it went; `null`: it is there */
  readonly left: Pick<CardEvent, 'date' | 'kind' | 'reason'> | null;
  /** date on which each field became what it is */
  readonly since: Readonly<Record<string, string>>;
}

/**
 * The events that stand: without those that were replaced or withdrawn, in the order of their dates.
 *
 * @param asKnown id of the last event that is looked at: what was recorded later is not known yet
 */
export function standingEvents(
  events: readonly CardEvent[],
  asKnown = Number.POSITIVE_INFINITY,
): CardEvent[] {
  const known = events.filter(({ id }) => id <= asKnown);
  const replacedBy = new Map(known.map(({ id, replaces }) => [id, replaces]));
  const replaced = new Set(replacedBy.values());
  // a record that was put right keeps its place among those of its day
  const placeOf = ({ id }: CardEvent): number => {
    let place = id;
    for (let next = replacedBy.get(id); next != null; next = replacedBy.get(next)) place = next;
    return place;
  };
  return known
    .filter(({ id, kind }) => kind !== 'withdraw' && !replaced.has(id))
    .sort((a, b) => (a.date === b.date ? placeOf(a) - placeOf(b) : a.date < b.date ? -1 : 1));
}

/** A card at the end of a day; `null`: it was not there yet, or never should have been. @param standing see above */
export function stateOn(
  { unit, card }: Pick<Card, 'unit' | 'card'>,
  standing: readonly CardEvent[],
  date: string,
): CardState | null {
  const fields: Record<string, string | number | boolean> = {};
  const since: Record<string, string> = {};
  let acquired: string | null = null;
  let left: CardState['left'] = null;
  for (const event of standing) {
    if (event.date > date) break;
    if (event.kind === 'add') acquired = event.date;
    if (event.kind === 'dispose' || event.kind === 'write-off') {
      left = { date: event.date, kind: event.kind, reason: event.reason };
    }
    for (const [id, value] of Object.entries(event.fields)) {
      if (value === null) delete fields[id];
      else fields[id] = value;
      since[id] = event.date;
    }
  }
  return acquired === null ? null : { unit, card, acquired, fields, left, since };
}

/** The last day of a year. */
export function endOfYear(year: number): string {
  return `${year}-12-31`;
}
