import { fen, type MoneyUnit } from '../../money/fen.ts';
import { formatFull } from '../../money/format.ts';
import { type Card, type CardEvent, type CardState, endOfYear, standingEvents, stateOn } from '../card.ts';
import { cardFaults, dayFault, fieldWords } from '../check-card.ts';
import { dayInWords } from '../dates.ts';
import { fieldOf, registerOf } from '../register.ts';
import { type RegisterFigure, registerFigures } from '../totals.ts';
import type { CardChoices } from './card-choices.ts';
import { MEANING_NAMES } from './card-words.ts';
import type { BadRow, IncomingCard, ListColumn, ReadList } from './read-cards.ts';

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
}

const MOST_LISTED = 200;
const REASON_GONE = '资产系统的清单里已处置';
const REASON_MISSING = '资产系统的清单里已没有这张卡片';

interface PlanOf {
  readonly known: readonly Card[];
  readonly stocktakes: readonly string[];
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
  /** as it is now */
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
  /** cards that are or were there, by number: the one that is there before one that has gone */
  readonly #byNumber = new Map<string, KnownCard>();

  constructor(read: ReadList, of: PlanOf) {
    this.#read = read;
    this.#of = of;
    this.#bad = [...read.bad];
    for (const card of of.known) {
      const standing = standingEvents(card.events);
      const state = stateOn(card, standing, '9999-12-31');
      if (state === null) continue;
      const number = String(state.fields['number']);
      const other = this.#byNumber.get(number);
      if (other === undefined || other.state.left !== null)
        this.#byNumber.set(number, { card, standing, state });
    }
  }

  plan(): PlannedCards {
    const { choices, today, stocktakes, known } = this.#of;
    const listed = new Set<string>();
    for (const incoming of this.#read.cards) {
      listed.add(incoming.number);
      this.#one(incoming);
    }
    // a row that could not be read is no card that is missing
    for (const { number } of this.#bad) listed.add(number);
    const missing = [...this.#byNumber.values()].filter(
      ({ state }) =>
        state.left === null && state.acquired <= choices.asOf && !listed.has(String(state.fields['number'])),
    );
    if (choices.disposeMissing) for (const card of missing) this.#dispose(card, choices.asOf, REASON_MISSING);
    const fault = dayFault(choices.asOf, today, '截止日期');
    const { columns, money, sheet, unknownClasses, lacking, left } = this.#read;
    return {
      records: this.#records,
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
            stocktakes: [...stocktakes, choices.asOf],
          },
          choices.year,
        ),
        obstacle: obstacleOf(lacking, fault?.message ?? null, this.#read, this.#bad.length),
      },
    };
  }

  #one(incoming: IncomingCard): void {
    const known = this.#byNumber.get(incoming.number);
    if (known === undefined || (known.state.left !== null && incoming.date >= known.state.left.date)) {
      this.#add(incoming);
    } else if (known.state.left !== null) {
      if (incoming.left !== null) this.#counts.same += 1;
      else {
        const gone = dayInWords(known.state.left.date);
        this.#refuse(
          incoming,
          `账簿里这张卡片 ${gone}已处置，清单里还在用，核对后在卡片上作废处置，或从清单里去掉。`,
        );
      }
    } else this.#compare(incoming, known);
  }

  #add({ date, fields, left }: IncomingCard): void {
    this.#counts.added += 1;
    const card = this.#of.newId();
    this.#records.push({ card, event: { date, kind: 'add', fields, reason: null, replaces: null } });
    if (left === null) return;
    this.#counts.gone += 1;
    this.#records.push({ card, event: goneEvent(left, REASON_GONE) });
  }

  #compare(incoming: IncomingCard, known: KnownCard): void {
    const { card, standing, state } = known;
    const { asOf } = this.#of.choices;
    const changes = this.#register.fields.flatMap((field) => {
      const [mine, theirs] = [state.fields[field.id], incoming.fields[field.id]];
      // what the list does not say stays as it is
      return theirs === undefined || theirs === mine ? [] : [{ field, mine, theirs }];
    });
    const records: PlannedRecord[] = [];
    const add = standing.find(({ kind }) => kind === 'add');
    const isMoved = add !== undefined && add.date !== incoming.date;
    if (isMoved) {
      records.push({
        card: card.card,
        event: { ...add, date: incoming.date, reason: '照资产系统改正取得日期', replaces: add.id },
      });
    }
    if (changes.length > 0) {
      const fields = Object.fromEntries(changes.map(({ field, theirs }) => [field.id, theirs]));
      // two lists of one day: the later one puts the earlier right
      const same = standing.find(
        ({ kind, date, reason }) => kind === 'change' && date === asOf && reason === null,
      );
      records.push({
        card: card.card,
        event: {
          date: asOf,
          kind: 'change',
          fields: { ...same?.fields, ...fields },
          reason: null,
          replaces: same?.id ?? null,
        },
      });
    }
    if (incoming.left !== null)
      records.push({ card: card.card, event: goneEvent(incoming.left, REASON_GONE) });
    if (records.length === 0) {
      this.#counts.same += 1;
      return;
    }
    const events = records.map(({ event }, index) => ({
      ...event,
      id: Number.MAX_SAFE_INTEGER - 10 + index,
    }));
    const [fault] = cardFaults(this.#register, standingEvents([...card.events, ...events]), this.#of.today);
    if (fault !== undefined) {
      this.#refuse(incoming, `与账簿里的记录合不上：${fault.message}`);
      return;
    }
    this.#records.push(...records);
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

  #dispose({ card }: KnownCard, date: string, reason: string): void {
    this.#records.push({ card: card.card, event: goneEvent(date, reason) });
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
  lacking: ReadList['lacking'],
  dayFaultOf: string | null,
  { cards, bad }: ReadList,
  badCount: number,
): string | null {
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
