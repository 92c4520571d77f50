import { FIRST_YEAR, LAST_YEAR } from '../figures/figure.ts';
import { isFreeRow } from '../figures/row.ts';
import type { MoneyUnit } from '../money/fen.ts';
import { problem } from '../problems.ts';
import type { BookCard, BookEvent, BookRegister } from '../registers/book-register.ts';
import { type Card, type CardEvent, standingEvents } from '../registers/card.ts';
import { cardFaults, duplicateFault } from '../registers/check-card.ts';
import { isDay } from '../registers/dates.ts';
import {
  REGISTER_IDS,
  type RegisterDefinition,
  type RegisterField,
  registerOf,
} from '../registers/register.ts';
import {
  asArray,
  asObject,
  asText,
  asWord,
  checkKeys,
  type JsonObject,
  objectsIn,
  optional,
  type Path,
  Refusal,
  shown,
} from './json-reader.ts';
import { readAmount } from './read-lines.ts';

/** A file knows no day; what is dated after today is refused by the book that takes it in. */
const EVER = '9999-12-31';

const KINDS = ['change', 'dispose', 'write-off'] as const;

interface RegistersOf {
  readonly unit: string;
  readonly year: number;
  readonly money: MoneyUnit;
  readonly path: Path;
}

/** The registers of one unit (DESIGN §8); a register that is not mentioned is not kept. Throws `Refusal`. */
export function readRegisters(source: JsonObject, of: RegistersOf): BookRegister[] {
  const { unit, year, path } = of;
  checkKeys(source, path, [], ['since', 'stocktakes', ...REGISTER_IDS]);
  const since = asObject(optional(source['since'], {}), `${path}.since`);
  checkKeys(since, `${path}.since`, [], REGISTER_IDS);
  return REGISTER_IDS.flatMap((id): BookRegister[] => {
    const cards = asArray(optional(source[id], []), `${path}.${id}`);
    if (cards.length === 0 && since[id] === undefined) return [];
    return [
      {
        register: id,
        unit,
        since: readSince(optional(since[id], year), `${path}.since.${id}`),
        stocktakes: id === 'assets' ? readStocktakes(source, path) : [],
        cards: readCards(registerOf(id), source, of),
      },
    ];
  });
}

function readSince(value: unknown, path: Path): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR) {
    return value;
  }
  throw new Refusal(problem('bad-year', { where: path, found: shown(value) }));
}

function readStocktakes(source: JsonObject, path: Path): string[] {
  const days = asArray(optional(source['stocktakes'], []), `${path}.stocktakes`);
  return days.map((day, index) => readDate(day, `${path}.stocktakes[${index}]`));
}

function readDate(value: unknown, path: Path): string {
  const text = asText(value, path);
  if (!isDay(text))
    throw new Refusal(problem('wrong-type', { where: path, expected: '一个日期“2024-06-15”' }));
  return text;
}

function readCards(
  register: RegisterDefinition,
  source: JsonObject,
  { money, path, unit }: RegistersOf,
): BookCard[] {
  const ids = new Set<string>();
  const numbered = new Map<string, Numbered[]>();
  return [...objectsIn(source, register.id, path)].map(([line, at], index) => {
    const { card, standing } = readCard(register, line, {
      money,
      path: at,
      id: `${register.id}-${index + 1}`,
    });
    if (ids.has(card.id)) throw new Refusal(problem('duplicate-card', { where: at, id: card.id }));
    ids.add(card.id);
    const number = String(standing.findLast(({ fields }) => fields['number'] != null)?.fields['number']);
    const others = numbered.get(number) ?? [];
    const fault = duplicateFault(register, standing, others);
    if (fault !== null) throw new Refusal(problem('bad-card', { where: at, fault: fault.message }));
    const own = { register: register.id, unit, card: card.id, events: standing };
    numbered.set(number, [...others, { card: own, standing }]);
    return card;
  });
}

interface Numbered {
  readonly card: Card;
  readonly standing: readonly CardEvent[];
}

interface CardOf {
  readonly money: MoneyUnit;
  readonly path: Path;
  /** where the file gives none */
  readonly id: string;
}

function readCard(
  register: RegisterDefinition,
  card: JsonObject,
  { money, path, id }: CardOf,
): { readonly card: BookCard; readonly standing: readonly CardEvent[] } {
  const names = register.fields.map((field) => field.id);
  checkKeys(card, path, ['date'], ['id', 'events', ...names]);
  const own = asText(optional(card['id'], id), `${path}.id`);
  if (!isFreeRow(own)) {
    throw new Refusal(problem('bad-row-id', { where: `${path}.id`, found: own }));
  }
  const add: BookEvent = {
    date: readDate(card['date'], `${path}.date`),
    kind: 'add',
    fields: readFields(register, card, { money, path }),
    reason: null,
  };
  const later = [...objectsIn(card, 'events', path)].map(([event, at]): BookEvent => {
    checkKeys(event, at, ['date', 'kind'], ['reason', ...names]);
    return {
      date: readDate(event['date'], `${at}.date`),
      kind: asWord(event['kind'], KINDS, '变动', `${at}.kind`),
      fields: readFields(register, event, { money, path: at }),
      reason: event['reason'] === undefined ? null : asText(event['reason'], `${at}.reason`).trim(),
    };
  });
  const events = [add, ...later];
  const standing = standingEvents(
    events.map((event, index): CardEvent => ({ ...event, id: index + 1, replaces: null })),
  );
  const [fault] = cardFaults(register, standing, EVER);
  if (fault !== undefined) throw new Refusal(problem('bad-card', { where: path, fault: fault.message }));
  // in the order of their dates, whatever that of the file
  const inOrder = standing.map(({ id: _, replaces: __, ...event }): BookEvent => event);
  return { card: { id: own, events: inOrder }, standing };
}

function readFields(
  register: RegisterDefinition,
  source: JsonObject,
  place: { readonly money: MoneyUnit; readonly path: Path },
): CardEvent['fields'] {
  return Object.fromEntries(
    register.fields.flatMap((field) => {
      const value = source[field.id];
      if (value === undefined) return [];
      return [[field.id, value === null ? null : readField(field, value, place)] as const];
    }),
  );
}

function readField(
  field: RegisterField,
  value: unknown,
  { money, path }: { readonly money: MoneyUnit; readonly path: Path },
): string | number | boolean | null {
  const where = `${path}.${field.id}`;
  if (field.kind === 'fen') return readAmount(value, money, where);
  const wanted = { text: 'string', choice: 'string', count: 'number', 'yes-no': 'boolean' }[field.kind];
  if (typeof value !== wanted) {
    throw new Refusal(problem('wrong-type', { where, expected: `${field.name}的值` }));
  }
  return value as string | number | boolean;
}
