import { fen, type MoneyUnit } from '../../money/fen.ts';
import { formatFull } from '../../money/format.ts';
import { type Card, type CardEvent, type CardState, endOfYear, standingEvents, stateOn } from '../card.ts';
import { cardFaults, dayFault, duplicateFault, fieldWords, plainNumber } from '../check-card.ts';
import { dayInWords } from '../dates.ts';
import { fieldOf, type RegisterField, registerOf } from '../register.ts';
import { type RegisterFigure, registerFigures } from '../totals.ts';
import type { CardChoices } from './card-choices.ts';
import { MEANING_NAMES } from './card-words.ts';
import type { ListColumn } from './list-columns.ts';
import type { BadRow, IncomingCard, ReadList } from './read-cards.ts';

/** A card of the list that is in the book and says something else there. */
interface ChangedCard {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  /** `原值 3.00 → 3.20` */
  readonly what: string;
}

/** A card of the book that the list lacks. */
interface MissingCard {
  readonly number: string;
  readonly name: string;
  readonly value: string;
}

/** A list of cards that was read and compared with the book; nothing of it is in the book yet. */
export interface CardsPreview {
  readonly file: string;
  readonly choices: CardChoices;
  readonly money: MoneyUnit;
  /** names of the worksheets */
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly columns: readonly ListColumn[];
  readonly unknownClasses: readonly { readonly word: string; readonly count: number }[];
  readonly counts: Readonly<
    Record<'rows' | 'added' | 'changed' | 'same' | 'gone' | 'bad' | 'missing' | 'left', number>
  >;
  /** the first ones of each; how many there are stands in `counts` */
  readonly bad: readonly BadRow[];
  readonly changed: readonly ChangedCard[];
  readonly missing: readonly MissingCard[];
  /** by class, as they would be at the end of the year */
  readonly totals: readonly RegisterFigure[];
  readonly remarks: readonly string[];
  /** why nothing can be taken in, one sentence; `null`: all of it can */
  readonly obstacle: string | null;
}

/** A record that the list leads to. */
export interface PlannedRecord {
  readonly card: string;
  readonly event: Omit<CardEvent, 'id'>;
}

export interface PlannedCards {
  readonly preview: Omit<CardsPreview, 'file' | 'sheets' | 'remarks'>;
  readonly records: readonly PlannedRecord[];
  /** whether the depreciation of every card that is there is known as of the day of the list */
  readonly isComplete: boolean;
}

const MOST_LISTED = 200;
const REASON_GONE = '资产系统的清单里已处置';
const REASON_MISSING = '资产系统的清单里已没有这张卡片';

interface PlanOf {
  readonly known: readonly Card[];
  /** days as of which lists stated the depreciation of all cards */
  readonly stocktakes: readonly string[];
  /** days as of which lists were taken in, whatever they stated */
  readonly lists: readonly string[];
  readonly choices: CardChoices;
  readonly today: string;
  /** the unit in which the book is shown */
  readonly shownIn: MoneyUnit;
  /** of new cards, each another one */
  readonly newId: () => string;
}

/** What taking a list in would record. */
export function planCards(read: ReadList, of: PlanOf): PlannedCards {
  return new Planner(read, of).plan();
}

interface KnownCard {
  readonly card: Card;
  readonly standing: readonly CardEvent[];
  /** as it was on the day of the list; of a card that came later, as it came */
  readonly state: CardState;
}

class Planner {
  readonly #read: ReadList;
  readonly #of: PlanOf;
  readonly #register = registerOf('assets');
  readonly #records: PlannedRecord[] = [];
  readonly #bad: BadRow[];
  readonly #changed: ChangedCard[] = [];
  readonly #counts = { added: 0, changed: 0, same: 0, gone: 0 };
  /** cards by the number that they had on the day of the list: one that was there before one that had gone or came later */
  readonly #byNumber = new Map<string, KnownCard>();
  /** cards by every number that they ever had */
  readonly #carriers = new Map<string, KnownCard[]>();

  constructor(read: ReadList, of: PlanOf) {
    this.#read = read;
    this.#of = of;
    this.#bad = [...read.bad];
    for (const card of of.known) this.#index(card);
  }

  #index(card: Card): void {
    const { asOf } = this.#of.choices;
    const standing = standingEvents(card.events);
    const [first] = standing;
    if (first === undefined) return;
    const state = stateOn(card, standing, asOf) ?? stateOn(card, standing, first.date);
    if (state === null) return;
    const known = { card, standing, state };
    const isThere = (each: KnownCard) => each.state.left === null && each.state.acquired <= asOf;
    const number = plainNumber(String(state.fields['number']));
    const other = this.#byNumber.get(number);
    if (other === undefined || (!isThere(other) && isThere(known))) this.#byNumber.set(number, known);
    for (const carried of new Set(standing.flatMap(({ fields }) => fields['number'] ?? []))) {
      const key = plainNumber(String(carried));
      this.#carriers.set(key, [...(this.#carriers.get(key) ?? []), known]);
    }
  }

  plan(): PlannedCards {
    const { choices, today, stocktakes, known } = this.#of;
    const listed = new Set<string>();
    for (const incoming of this.#read.cards) {
      listed.add(plainNumber(incoming.number));
      this.#one(incoming);
    }
    // a row that could not be read is no card that is missing
    for (const { number } of this.#bad) listed.add(plainNumber(number));
    const missing = [...this.#byNumber]
      .filter(
        ([number, { state }]) => state.left === null && state.acquired <= choices.asOf && !listed.has(number),
      )
      .map(([, card]) => card);
    if (choices.disposeMissing) for (const card of missing) this.#dispose(card, choices.asOf);
    const isComplete =
      this.#read.cards.every(
        ({ fields, left: gone }) => fields['depreciation'] !== undefined || gone !== null,
      ) &&
      (choices.disposeMissing || missing.length === 0);
    const fault = dayFault(choices.asOf, today, '截止日期');
    const { columns, money, sheet, unknownClasses, left } = this.#read;
    return {
      records: this.#records,
      isComplete,
      preview: {
        choices,
        money,
        sheet,
        columns,
        unknownClasses: [...unknownClasses]
          .map(([word, count]) => ({ word, count }))
          .sort((a, b) => b.count - a.count),
        counts: {
          rows: this.#read.cards.length + this.#read.bad.length,
          ...this.#counts,
          bad: this.#bad.length,
          missing: missing.length,
          left,
        },
        bad: this.#bad.slice(0, MOST_LISTED),
        changed: this.#changed.slice(0, MOST_LISTED),
        missing: missing.slice(0, MOST_LISTED).map(({ state: { fields } }) => ({
          number: String(fields['number']),
          name: String(fields['name'] ?? ''),
          value: this.#amount(fields['value']),
        })),
        totals: registerFigures(
          'assets',
          {
            cards: withRecords(known, this.#records, choices.unit),
            stocktakes: isComplete ? [...stocktakes, choices.asOf] : stocktakes,
          },
          choices.year,
        ),
        obstacle: obstacleOf(this.#read, fault?.message ?? null, this.#bad.length),
      },
    };
  }

  #one(incoming: IncomingCard): void {
    const { asOf } = this.#of.choices;
    if (incoming.date > asOf) {
      this.#refuse(
        incoming,
        `取得日期${dayInWords(incoming.date)}在截止日期${dayInWords(asOf)}之后，核对取得日期，或改截止日期。`,
      );
      return;
    }
    const known = this.#byNumber.get(plainNumber(incoming.number));
    const left = known?.state.left ?? null;
    if (known === undefined || (left !== null && incoming.date >= left.date)) this.#add(incoming);
    else if (left === null) this.#compare(incoming, known);
    else if (incoming.left === null) {
      this.#refuse(
        incoming,
        `账簿里这张卡片 ${dayInWords(left.date)}已处置，清单里还在用，核对后在卡片上作废处置，或从清单里去掉。`,
      );
    } else if (incoming.left !== left.date || incoming.fields['value'] !== known.state.fields['value']) {
      this.#refuse(
        incoming,
        `账簿里这张卡片 ${dayInWords(left.date)}已处置，清单里的处置日期或原值与它不同，核对后在卡片上改正，或从清单里去掉。`,
      );
    } else this.#counts.same += 1;
  }

  #add(incoming: IncomingCard): void {
    const { date, left } = incoming;
    const { depreciation, ...fields } = incoming.fields;
    const { asOf } = this.#of.choices;
    const of = { reason: null, replaces: null };
    const isApart = depreciation !== undefined && this.#wouldPassForEarlier(date);
    const events: PlannedRecord['event'][] = [
      { ...of, date, kind: 'add', fields: isApart ? fields : incoming.fields },
    ];
    if (isApart) events.push({ ...of, date: left ?? asOf, kind: 'change', fields: { depreciation } });
    if (left !== null) events.push(goneEvent(left, REASON_GONE));
    const card = this.#of.newId();
    // the row alone has been held against the rules when it was read
    const isCarried = this.#carriers.has(plainNumber(incoming.number));
    if (isCarried && this.#isRefused(incoming, { card, events: [] }, events)) return;
    this.#counts.added += 1;
    if (left !== null) this.#counts.gone += 1;
    this.#records.push(...events.map((event) => ({ card, event })));
  }

  /**
   * Whether the depreciation of a card, which is that of the day of the list, would be added up for the end of an earlier
   * year if it stood in the record of the day on which the card came.
   */
  #wouldPassForEarlier(date: string): boolean {
    const { asOf } = this.#of.choices;
    const end = endOfYear(Number(date.slice(0, 4)));
    const cameAtEnd = date.slice(5, 7) === '12' && end < asOf;
    return cameAtEnd || this.#of.stocktakes.some((day) => date <= day && day < asOf);
  }

  #compare(incoming: IncomingCard, known: KnownCard): void {
    const { card, standing, state } = known;
    const { asOf } = this.#of.choices;
    const changes = this.#register.fields.flatMap((field) => {
      const [mine, theirs] = [state.fields[field.id], incoming.fields[field.id]];
      const isSame =
        field.id === 'number' ? plainNumber(String(theirs)) === plainNumber(String(mine)) : theirs === mine;
      // what the list does not say stays as it is
      return theirs === undefined || isSame ? [] : [{ field, mine, theirs }];
    });
    const events: PlannedRecord['event'][] = [];
    const add = standing.find(({ kind }) => kind === 'add');
    const isMoved = add !== undefined && add.date !== incoming.date;
    if (isMoved) {
      events.push({ ...add, date: incoming.date, reason: '照资产系统改正取得日期', replaces: add.id });
    }
    if (changes.length > 0) {
      const fields = Object.fromEntries(changes.map(({ field, theirs }) => [field.id, theirs]));
      events.push(changeOn(standing, asOf, fields), ...this.#stated(known, changes));
    }
    if (incoming.left !== null) events.push(goneEvent(incoming.left, REASON_GONE));
    if (events.length === 0) {
      this.#counts.same += 1;
      return;
    }
    if (this.#isRefused(incoming, card, events)) return;
    this.#records.push(...events.map((event) => ({ card: card.card, event })));
    if (incoming.left !== null) this.#counts.gone += 1;
    this.#counts.changed += 1;
    const what = [
      ...(isMoved ? [`${MEANING_NAMES.date} ${state.acquired} → ${incoming.date}`] : []),
      ...changes.map(
        ({ field, mine, theirs }) =>
          `${field.short ?? field.name} ${this.#shown(field.id, mine)} → ${this.#shown(field.id, theirs)}`,
      ),
      ...(incoming.left === null ? [] : [`${incoming.left} 处置`]),
    ].join('；');
    const name = String(incoming.fields['name'] ?? '');
    this.#changed.push({ row: incoming.row, number: incoming.number, name, what });
  }

  /** What a later list has stated already stays, though an earlier list says something else of its own day. */
  #stated(
    { standing }: KnownCard,
    changes: readonly { readonly field: RegisterField; readonly mine: Value | undefined }[],
  ): PlannedRecord['event'][] {
    const { asOf } = this.#of.choices;
    const [next] = this.#of.lists.filter((day) => day > asOf).toSorted();
    const gone = standing.find(({ kind }) => kind === 'dispose' || kind === 'write-off');
    if (next === undefined || (gone !== undefined && gone.date <= next)) return [];
    const kept = changes.filter(
      ({ field, mine }) =>
        mine !== undefined &&
        !standing.some(({ date, fields }) => date > asOf && date <= next && field.id in fields),
    );
    if (kept.length === 0) return [];
    return [
      changeOn(standing, next, Object.fromEntries(kept.map(({ field, mine }) => [field.id, mine ?? null]))),
    ];
  }

  #dispose({ card, state }: KnownCard, date: string): void {
    const event = goneEvent(date, REASON_MISSING);
    const row = { row: 0, number: String(state.fields['number']), date, fields: state.fields, left: null };
    if (!this.#isRefused(row, card, [event])) this.#records.push({ card: card.card, event });
  }

  /** Whether the card would no longer keep to the rules; then the row says so. */
  #isRefused(
    incoming: IncomingCard,
    card: Pick<Card, 'card' | 'events'>,
    planned: readonly PlannedRecord['event'][],
  ): boolean {
    const events = planned.map((event, index) => ({ ...event, id: Number.MAX_SAFE_INTEGER - 10 + index }));
    const standing = standingEvents([...card.events, ...events]);
    const [own] = cardFaults(this.#register, standing, this.#of.today);
    const others = (this.#carriers.get(plainNumber(incoming.number)) ?? []).filter(
      (other) => other.card.card !== card.card,
    );
    const fault = own ?? (others.length === 0 ? null : duplicateFault(this.#register, standing, others));
    if (fault === null) return false;
    this.#refuse(incoming, `与账簿里的记录合不上：${fault.message}`);
    return true;
  }

  #refuse({ row, number, fields }: IncomingCard, sentence: string): void {
    this.#bad.push({ row, number, name: String(fields['name'] ?? ''), sentence });
  }

  #shown(id: string, value: string | number | boolean | undefined): string {
    if (value === undefined) return '空';
    const field = fieldOf(this.#register, id);
    return field.kind === 'fen' ? this.#amount(value) : fieldWords(field, value);
  }

  #amount(value: string | number | boolean | undefined): string {
    return typeof value === 'number' ? formatFull(fen(value), this.#of.shownIn) : '';
  }
}

type Value = string | number | boolean;

/** A change on a day; two lists of one day: the later one puts the earlier right. */
function changeOn(
  standing: readonly CardEvent[],
  date: string,
  fields: CardEvent['fields'],
): PlannedRecord['event'] {
  const same = standing.find((each) => each.kind === 'change' && each.date === date && each.reason === null);
  return {
    date,
    kind: 'change',
    fields: { ...same?.fields, ...fields },
    reason: null,
    replaces: same?.id ?? null,
  };
}

function goneEvent(date: string, reason: string): PlannedRecord['event'] {
  return { date, kind: 'dispose', fields: {}, reason, replaces: null };
}

/** The cards as they would be. */
function withRecords(known: readonly Card[], records: readonly PlannedRecord[], unit: string): Card[] {
  const byCard = new Map<string, CardEvent[]>();
  for (const [index, { card, event }] of records.entries()) {
    const own = byCard.get(card) ?? [];
    own.push({ ...event, id: 1e15 + index });
    byCard.set(card, own);
  }
  const there = known.map((card) => {
    const own = byCard.get(card.card);
    byCard.delete(card.card);
    return own === undefined ? card : { ...card, events: [...card.events, ...own] };
  });
  const added = [...byCard].map(([card, events]): Card => ({ register: 'assets', unit, card, events }));
  return [...there, ...added];
}

function obstacleOf(
  { cards, bad, lacking, ambiguous }: ReadList,
  dayFaultOf: string | null,
  badCount: number,
): string | null {
  const [several] = ambiguous;
  if (several !== undefined) {
    return `有几栏都像“${MEANING_NAMES[several]}”，在“栏目对应”里指定取哪一栏，再读。`;
  }
  if (lacking.length > 0) {
    const names = lacking.map((meaning) => `“${MEANING_NAMES[meaning]}”`).join('、');
    return `没有找到${names}这${lacking.length === 1 ? '一' : '几'}栏，在“栏目对应”里指定后再读。`;
  }
  if (dayFaultOf !== null) return dayFaultOf;
  if (cards.length + bad.length === 0) return '表里没有一张卡片，换一个工作表，或换一个文件。';
  return badCount === 0 ? null : `有 ${badCount} 行不能读入，改好后重新读取；一行不改好，一张卡片也不读入。`;
}

/** The last day that a list of a year may be of: its last, or today. */
export function standardDay(year: number, today: string): string {
  return endOfYear(year) < today ? endOfYear(year) : today;
}
