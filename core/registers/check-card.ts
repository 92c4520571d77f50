import { isPrintableLine, LONGEST_TEXT } from '../entry/check-text.ts';
import { LARGEST_COUNT } from '../figures/taken.ts';
import { fen, LARGEST_FIGURE } from '../money/fen.ts';
import { formatFull } from '../money/format.ts';
import { type Card, type CardEvent, type CardState, EVENT_NAMES, stateOn } from './card.ts';
import { dayInWords, FIRST_DAY, isDay } from './dates.ts';
import { choiceName, fieldOf, type RegisterDefinition, type RegisterField } from './register.ts';

/** One thing wrong with a card, in one sentence that says what, and what to do. */
export interface CardFault {
  /** id of the field; `date`: the day of the event; `null`: the event as a whole */
  readonly field: string | null;
  readonly message: string;
}

/** 99991231: later than any event. */
const EVER = '9999-12-31';

const yuan = (value: number) => `${formatFull(fen(value), 'yuan')} 元`;

/** What is wrong with a day on which something is said to have happened. @param today the last day that has been */
export function dayFault(date: string, today: string, name = '日期'): CardFault | null {
  if (!isDay(date)) return { field: 'date', message: `${name}“${date}”不是日期，写成 2024-06-15 的样子。` };
  if (date < FIRST_DAY)
    return { field: 'date', message: `${name}${dayInWords(date)}早于 1949 年，核对日期。` };
  if (date > today) {
    return {
      field: 'date',
      message: `${name}${dayInWords(date)}在今天（${dayInWords(today)}）之后，核对日期。`,
    };
  }
  return null;
}

/** What is wrong with the fields of a card. @param fields of a card as it stands, blank ones left out */
function fieldFaults(register: RegisterDefinition, fields: CardState['fields']): CardFault[] {
  const own = register.fields.flatMap((field): CardFault[] => {
    const message = fieldFault(field, fields[field.id]);
    return message === null ? [] : [{ field: field.id, message }];
  });
  const unknown = Object.keys(fields).filter((id) => !register.fields.some((field) => field.id === id));
  const strange = unknown.map((id) => ({
    field: null,
    message: `${register.name}没有“${id}”这一栏，去掉它。`,
  }));
  return [...own, ...strange, ...depreciationFaults(register, fields), ...productFaults(fields)];
}

function fieldFault(field: RegisterField, value: string | number | boolean | undefined): string | null {
  const { name, kind } = field;
  if (value === undefined || value === '') return field.required === true ? `${name}没有填，补上。` : null;
  switch (kind) {
    case 'text':
      return typeof value === 'string' && isPrintableLine(value) && value.length <= LONGEST_TEXT
        ? null
        : `${name}要写成一行不超过 ${LONGEST_TEXT} 字的文字，改短或去掉换行。`;
    case 'choice': {
      const known = (field.choices ?? []).map((choice) => choice.name).join('、');
      return typeof value === 'string' && field.choices?.some(({ id }) => id === value)
        ? null
        : `${name}“${value}”不认识，选一种：${known}。`;
    }
    case 'yes-no':
      return typeof value === 'boolean' ? null : `${name}“${value}”不认识，填是或否。`;
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= LARGEST_COUNT
        ? null
        : `${name}“${value}”不是正整数，核对数量。`;
    case 'fen':
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value > LARGEST_FIGURE) {
        return `${name}“${value}”不是金额，核对后重填。`;
      }
      return value < 0 ? `${name} ${yuan(value)}是负数，核对${name}。` : null;
  }
}

function depreciationFaults(register: RegisterDefinition, fields: CardState['fields']): CardFault[] {
  const { value, depreciation } = fields;
  if (typeof value !== 'number' || typeof depreciation !== 'number' || depreciation <= value) return [];
  const name = fieldOf(register, 'depreciation').name;
  return [
    {
      field: 'depreciation',
      message: `${name} ${yuan(depreciation)}大于原值 ${yuan(value)}，核对两数是否填反或错位。`,
    },
  ];
}

function productFaults({ value, quantity }: CardState['fields']): CardFault[] {
  if (typeof value !== 'number' || typeof quantity !== 'number' || value * quantity <= LARGEST_FIGURE)
    return [];
  return [{ field: 'quantity', message: '数量乘单价超过 10 万亿元，核对数量和单价。' }];
}

/**
 * What is wrong with a card as its events leave it, the first fault first. Whatever else is in the register is looked at
 * by duplicateFault.
 *
 * @param standing its events that stand, in their order
 * @param today the last day that has been
 */
export function cardFaults(
  register: RegisterDefinition,
  standing: readonly CardEvent[],
  today: string,
): CardFault[] {
  // withdrawn as a whole
  if (standing.length === 0) return [];
  const days = standing.flatMap((event) => dayFault(event.date, today, dateName(event)) ?? []);
  if (days.length > 0) return days;
  return [...orderFaults(register, standing), ...statesFaults(register, standing)];
}

function dateName({ kind }: CardEvent): string {
  return kind === 'add' ? '取得日期' : `${EVENT_NAMES[kind]}日期`;
}

function orderFaults(register: RegisterDefinition, standing: readonly CardEvent[]): CardFault[] {
  const adds = standing.filter(({ kind }) => kind === 'add');
  const leaves = standing.filter(({ kind }) => kind === 'dispose' || kind === 'write-off');
  const [add] = adds;
  const [leave] = leaves;
  if (add === undefined || adds.length > 1) {
    return [{ field: null, message: `这${register.card}的记录里没有增加，先登记增加，或作废它的其他记录。` }];
  }
  const early = standing.find(({ date }) => date < add.date);
  if (early !== undefined) {
    return [
      {
        field: 'date',
        message: `${dateName(early)}${dayInWords(early.date)}早于取得日期${dayInWords(add.date)}，核对两个日期。`,
      },
    ];
  }
  if (leave === undefined) return [];
  const when = `${dayInWords(leave.date)}已${EVENT_NAMES[leave.kind]}`;
  const late = standing.find((event) => event !== leave && event.date > leave.date);
  if (leaves.length === 1 && late === undefined) return [];
  return [{ field: null, message: `这${register.card}${when}，之后不能再有变动，先作废那条记录。` }];
}

/** Each of the states that a card was in keeps to the rules of its fields. */
function statesFaults(register: RegisterDefinition, standing: readonly CardEvent[]): CardFault[] {
  for (const { date } of standing) {
    const state = stateOn({ unit: '', card: '' }, standing, date);
    const faults = state === null ? [] : fieldFaults(register, state.fields);
    if (faults.length > 0) return faults;
  }
  return [];
}

/** A number without what does not tell it from others: 京ａ1234, 京A 1234 and 京A1234 are one. */
export function plainNumber(number: string): string {
  return number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

interface Carried {
  readonly number: string;
  readonly from: string;
  /** the day on which it passes on */
  readonly to: string;
}

/** The numbers that a card carries, each from when to when. */
function numbersOf(standing: readonly CardEvent[]): Carried[] {
  const last = stateOn({ unit: '', card: '' }, standing, EVER);
  if (last === null) return [];
  const end = last.left?.date ?? EVER;
  const named = standing.filter(({ fields }) => fields['number'] != null);
  return named.map(({ date, fields }, index) => ({
    number: String(fields['number']),
    from: date,
    to: named[index + 1]?.date ?? end,
  }));
}

/**
 * Two cards of one unit do not carry one number at the same time; that of a vehicle which has gone may be another's.
 *
 * @param others the other cards that ever carried the number, with their events that stand
 */
export function duplicateFault(
  register: RegisterDefinition,
  standing: readonly CardEvent[],
  others: readonly { readonly card: Card; readonly standing: readonly CardEvent[] }[],
): CardFault | null {
  const mine = numbersOf(standing);
  for (const other of others) {
    const theirs = numbersOf(other.standing);
    const twice = mine.find(({ number, from, to }) =>
      theirs.some(
        (each) =>
          plainNumber(each.number) === plainNumber(number) &&
          // a number passes on the day on which its card goes, or gets another one
          from < each.to &&
          each.from < to,
      ),
    );
    const state = stateOn(other.card, other.standing, EVER);
    if (twice === undefined || state === null) continue;
    const { name } = fieldOf(register, 'number');
    const there = `${state.fields['name'] ?? ''}，${dayInWords(state.acquired)}增加`;
    return {
      field: 'number',
      message: `${name}“${twice.number}”已登记在另一${register.card}上（${there}），核对${name}，或先处置那一${register.card}。`,
    };
  }
  return null;
}

/** A field as it is shown: `25.80 万元` is the caller's business, choices and yes and no are said in words. */
export function fieldWords(field: RegisterField, value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field.kind === 'choice') return choiceName(field, String(value));
  return String(value);
}
