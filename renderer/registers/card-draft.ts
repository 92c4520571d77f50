import { type Fen, fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatExact } from '../../core/money/format.ts';
import { decimalsOf, parseAmount } from '../../core/money/parse.ts';
import {
  type CardEvent,
  type CardState,
  EVENT_NAMES,
  type EventKind,
  standingEvents,
} from '../../core/registers/card.ts';
import { type CardFault, cardFaults, duplicateFault } from '../../core/registers/check-card.ts';
import { readDay } from '../../core/registers/dates.ts';
import type { RegisterDefinition, RegisterField } from '../../core/registers/register.ts';
import type { ShownCard } from './shown-cards.ts';

/** What the form is about. */
export interface DraftTask {
  /** id of the card; `null`: a new one */
  readonly card: string | null;
  readonly kind: EventKind;
  /** the event that is put right or withdrawn; `null`: it is a new one */
  readonly replaces: number | null;
}

/** A form that is being filled in: all of it is text, as it was typed. */
export interface CardDraft extends DraftTask {
  readonly date: string;
  readonly reason: string;
  /** yes and no as `yes` and `''` */
  readonly values: Readonly<Record<string, string>>;
  /** how the form began: without a difference nothing would be lost */
  readonly begun: string;
}

/** What stands in a form at its beginning; `null`: it is that of a new card. */
export type DraftState = CardState['fields'] | null;

/** What the button does, and what the form is called. */
export function draftTitle(register: RegisterDefinition, { kind, replaces, card }: CardDraft): string {
  if (kind === 'withdraw') return '作废记录';
  if (replaces !== null) return `改正${EVENT_NAMES[kind]}`;
  return card === null ? `登记${register.card}增加` : `登记${EVENT_NAMES[kind]}`;
}

const YES = 'yes';

/** How a value of a card is typed. */
function typed(
  field: RegisterField,
  value: CardState['fields'][string] | undefined,
  money: MoneyUnit,
): string {
  if (value === undefined || value === false) return '';
  if (value === true) return YES;
  return field.kind === 'fen' ? formatExact(fen(Number(value)), money) : String(value);
}

/** A form at its beginning. */
export function beginDraft(
  register: RegisterDefinition,
  task: DraftTask,
  {
    state,
    date,
    reason,
    money,
  }: {
    readonly state: DraftState;
    readonly date: string;
    readonly reason: string;
    readonly money: MoneyUnit;
  },
): CardDraft {
  const standard: CardState['fields'] =
    register.id === 'vehicles'
      ? { way: 'bought', fiscal_purchase: true, fiscal_running: true }
      : register.id === 'equipment'
        ? { way: 'bought', quantity: 1 }
        : {};
  const fields = state ?? standard;
  const values = Object.fromEntries(
    register.fields.map((field) => [field.id, typed(field, fields[field.id], money)]),
  );
  const draft = { ...task, date, reason, values };
  return { ...draft, begun: JSON.stringify(draft) };
}

export function isDirty({ begun, ...draft }: CardDraft): boolean {
  return JSON.stringify(draft) !== begun;
}

/** Whether a field is asked: who paid is asked of what was bought only. */
function isAsked(field: RegisterField, values: CardDraft['values']): boolean {
  return field.id !== 'fiscal_purchase' || ['bought', 'renewed'].includes(values['way'] ?? '');
}

/** Which fields a form shows: what happens at the end of a card changes none. */
export function fieldsOfDraft(
  register: RegisterDefinition,
  { kind, values }: CardDraft,
): readonly RegisterField[] {
  return kind === 'add' || kind === 'change' ? register.fields.filter((field) => isAsked(field, values)) : [];
}

type Read =
  | { readonly event: Omit<CardEvent, 'id'>; readonly faults: readonly [] }
  | { readonly event: null; readonly faults: readonly CardFault[] };

interface Around {
  readonly register: RegisterDefinition;
  readonly money: MoneyUnit;
  /** the cards of the unit */
  readonly cards: readonly ShownCard[];
  /** as the card stands before the event; `null`: a new one */
  readonly before: CardState['fields'] | null;
  readonly today: string;
}

/** The event that the form states, or what is wrong with it. */
export function readDraft(draft: CardDraft, around: Around): Read {
  const { register, money, before } = around;
  const faults: CardFault[] = [];
  const fields: Record<string, string | number | boolean | null> = {};
  for (const field of fieldsOfDraft(register, draft)) {
    const read = readField(field, draft.values[field.id] ?? '', money);
    if (typeof read === 'object' && read !== null) faults.push({ field: field.id, message: read.fault });
    else if (draft.kind === 'add') {
      if (read !== null) fields[field.id] = read;
    } else if (read !== (before?.[field.id] ?? (field.kind === 'yes-no' ? false : null)))
      fields[field.id] = read;
  }
  const date = readDay(draft.date);
  if (date === null) {
    const found = draft.date.trim() === '' ? '日期没有填' : `日期“${draft.date}”不认识`;
    faults.push({ field: 'date', message: `${found}，写成 2024-06-15 的样子。` });
  }
  const reason = draft.reason.trim();
  if (draft.kind !== 'add' && draft.kind !== 'change' && reason === '') {
    faults.push({ field: 'reason', message: '没有写原因，写明为什么。' });
  }
  if (draft.kind === 'change' && Object.keys(fields).length === 0 && faults.length === 0) {
    faults.push({ field: null, message: '没有一栏与原来不同，改了再登记。' });
  }
  if (date === null || faults.length > 0) return { event: null, faults };
  const { kind, replaces } = draft;
  const event = { date, kind, fields, reason: reason === '' ? null : reason, replaces };
  const wrong = logFaults(draft, event, around);
  return wrong.length > 0 ? { event: null, faults: wrong } : { event, faults: [] };
}

/** A typed value; `null`: blank. */
function readField(
  field: RegisterField,
  text: string,
  money: MoneyUnit,
): string | number | boolean | null | { readonly fault: string } {
  const plain = text.trim();
  if (field.kind === 'yes-no') return text === YES;
  if (plain === '') return field.required === true ? { fault: `${field.name}没有填，补上。` } : null;
  if (field.kind === 'fen') {
    const read = parseAmount(plain, money);
    const unit = money === 'wan' ? '万元' : '元';
    if (!read.ok || read.value === null) {
      return {
        fault: `${field.name}“${plain}”不是${unit}金额（最多 ${decimalsOf(money)} 位小数），改正后登记。`,
      };
    }
    return read.value satisfies Fen;
  }
  if (field.kind === 'count') {
    return /^\d{1,9}$/.test(plain)
      ? Number(plain)
      : { fault: `${field.name}“${plain}”不是正整数，改正后登记。` };
  }
  return plain;
}

function logFaults(draft: CardDraft, event: Omit<CardEvent, 'id'>, around: Around): readonly CardFault[] {
  const { register, cards, today } = around;
  const own = cards.find(({ card }) => card.card === draft.card);
  const events = [...(own?.card.events ?? []), { ...event, id: Number.MAX_SAFE_INTEGER }];
  const standing = standingEvents(events);
  const faults = cardFaults(register, standing, today);
  if (faults.length > 0) return faults;
  const others = cards.filter(({ card }) => card.card !== draft.card);
  const twice = duplicateFault(register, standing, others);
  return twice === null ? [] : [twice];
}
