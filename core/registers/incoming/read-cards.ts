import { Decimal } from 'decimal.js';
import type { MoneyUnit } from '../../money/fen.ts';
import { parseAmount } from '../../money/parse.ts';
import type { CardEvent, CardFields } from '../card.ts';
import { cardFaults, plainNumber } from '../check-card.ts';
import { dayOfSerial, readDay } from '../dates.ts';
import { registerOf } from '../register.ts';
import type { CardChoices } from './card-choices.ts';
import {
  CARD_MEANINGS,
  type CardMeaning,
  classOfWord,
  MEANING_NAMES,
  NEEDED_MEANINGS,
  plainWord,
} from './card-words.ts';
import {
  type CardWords,
  chosenSheet,
  columnsOf,
  type ListCell,
  type ListColumn,
  type ListSheet,
  moneyOfColumns,
} from './list-columns.ts';

/** A card as a row of the list states it. */
export interface IncomingCard {
  /** number of the row as Excel shows it */
  readonly row: number;
  readonly number: string;
  readonly date: string;
  readonly fields: CardFields;
  /** day of 处置; `null`: it is there */
  readonly left: string | null;
}

export interface BadRow {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  /** what is wrong, and what to do */
  readonly sentence: string;
}

/** What a list says. */
export interface ReadList {
  readonly sheet: string;
  readonly money: MoneyUnit;
  readonly columns: readonly ListColumn[];
  readonly cards: readonly IncomingCard[];
  readonly bad: readonly BadRow[];
  /** words for classes that nobody knows, with how many rows have each */
  readonly unknownClasses: ReadonlyMap<string, number>;
  /** columns that are needed and were not found */
  readonly lacking: readonly CardMeaning[];
  /** of which several columns say that they are it */
  readonly ambiguous: readonly CardMeaning[];
  /** sums and blank rows that are no cards */
  readonly left: number;
}

const SUMS = /^(合计|小计|总计|累计|本页合计)$/;

/** Reads the rows of a list of asset cards. @param today the last day that has been */
export function readCards(
  sheets: readonly ListSheet[],
  choices: CardChoices,
  words: CardWords,
  today: string,
): ReadList {
  const { sheet, head } = chosenSheet(sheets, choices);
  const { columns, ambiguous } = columnsOf(sheet, head, choices, words);
  const lacking = NEEDED_MEANINGS.filter(
    (meaning) => !ambiguous.includes(meaning) && !columns.some((column) => column.meaning === meaning),
  );
  const moneyOf = moneyOfColumns(sheet, head, columns, choices.money);
  const reader = new RowReader(
    columns,
    { moneyOf, daysLater: sheet.daysLater ?? 0 },
    { ...words.classes, ...choices.classes },
    today,
  );
  if (lacking.length + ambiguous.length === 0)
    for (const row of sheet.rows.slice(head.last + 1)) reader.read(row);
  return { sheet: sheet.name, money: moneyOf('value'), columns, lacking, ambiguous, ...reader.outcome() };
}

interface Written {
  readonly row: number;
  readonly number: string;
  readonly name: string;
}

/** How the file holds amounts and days. */
interface Held {
  readonly moneyOf: (meaning: CardMeaning) => MoneyUnit;
  readonly daysLater: number;
}

/** Reads rows, and keeps what is wrong with them. */
class RowReader {
  readonly #at: ReadonlyMap<CardMeaning | '', number>;
  readonly #moneyOf: Held['moneyOf'];
  readonly #daysLater: number;
  readonly #classes: ReadonlyMap<string, string>;
  readonly #today: string;
  readonly #cards: IncomingCard[] = [];
  readonly #bad: BadRow[] = [];
  readonly #unknown = new Map<string, number>();
  readonly #register = registerOf('assets');
  #left = 0;

  constructor(
    columns: readonly ListColumn[],
    { moneyOf, daysLater }: Held,
    classes: Readonly<Record<string, string>>,
    today: string,
  ) {
    this.#at = new Map(columns.map(({ meaning, index }) => [meaning, index]));
    this.#moneyOf = moneyOf;
    this.#daysLater = daysLater;
    this.#classes = new Map(Object.entries(classes).map(([word, id]) => [plainWord(word), id]));
    this.#today = today;
  }

  read({ row, cells }: ListSheet['rows'][number]): void {
    const cell = (meaning: CardMeaning): ListCell | undefined => {
      const index = this.#at.get(meaning);
      const found = index === undefined ? undefined : cells[index];
      return found === undefined || (found.text.trim() === '' && found.fault === undefined)
        ? undefined
        : found;
    };
    const number = cell('number')?.text.trim() ?? '';
    const name = cell('name')?.text.trim() ?? '';
    const [first] = cells.filter((each) => each !== undefined && each.text.trim() !== '');
    const isSum =
      cell('date') === undefined &&
      cell('class') === undefined &&
      [number, first?.text ?? ''].some((text) => SUMS.test(plainWord(text)));
    if (first === undefined || isSum) {
      this.#left += 1;
      return;
    }
    const written = { row: row + 1, number, name };
    const fault = faultOfNumber(cell('number')) ?? this.#fault(cell);
    if (fault !== null) {
      this.#refuse(written, fault);
      return;
    }
    const card = this.#card(written, cell);
    if (card !== null) this.#cards.push(card);
  }

  /** A cell that says nothing because its formula failed is not blank. */
  #fault(cell: (meaning: CardMeaning) => ListCell | undefined): string | null {
    const faulty = CARD_MEANINGS.find((meaning) => cell(meaning)?.fault !== undefined);
    return faulty === undefined
      ? null
      : `${MEANING_NAMES[faulty]}${cell(faulty)?.fault}，在清单里改正后重新读取。`;
  }

  #card(written: Written, cell: (meaning: CardMeaning) => ListCell | undefined): IncomingCard | null {
    const { number, name, row } = written;
    const date = this.#day(written, 'date', cell('date'));
    const left = cell('left') === undefined ? null : this.#day(written, 'left', cell('left'));
    const value = this.#amount(written, 'value', cell('value'));
    const net = this.#amount(written, 'net', cell('net'));
    const stated = this.#amount(written, 'depreciation', cell('depreciation'));
    const own = this.#class(written, cell('class'));
    if ([date, left, value, net, stated, own].includes(undefined)) return null;
    const depreciation =
      stated ?? (typeof value === 'number' && typeof net === 'number' ? value - net : null);
    const fields: CardFields = {
      ...(number === '' ? {} : { number }),
      ...(name === '' ? {} : { name }),
      ...(own == null ? {} : { class: own }),
      ...(value == null ? {} : { value }),
      ...(depreciation == null ? {} : { depreciation }),
    };
    const add: CardEvent = { id: 1, date: date ?? '', kind: 'add', fields, reason: null, replaces: null };
    const gone: CardEvent = { ...add, id: 2, kind: 'dispose', date: left ?? '', fields: {} };
    const [fault] = cardFaults(this.#register, left == null ? [add] : [add, gone], this.#today);
    if (fault !== undefined) {
      this.#refuse(written, fault.message);
      return null;
    }
    if (typeof value === 'number' && typeof net === 'number' && value - (depreciation ?? 0) !== net) {
      this.#refuse(written, '原值减累计折旧不等于净值，核对三个数是否填错或错位。');
      return null;
    }
    return { row, number, date: date ?? '', fields, left: left ?? null };
  }

  /** `null`: blank; `undefined`: it cannot be read, and that was said */
  #day(written: Written, meaning: 'date' | 'left', cell: ListCell | undefined): string | null | undefined {
    const name = MEANING_NAMES[meaning];
    if (cell === undefined) {
      if (meaning === 'left') return null;
      return this.#refuse(written, `${name}没有填，补上。`);
    }
    const serial = Number(cell.text) + this.#daysLater;
    const day = cell.isNumber ? (dayOfSerial(serial) ?? readDay(cell.text)) : readDay(cell.text);
    return day ?? this.#refuse(written, `${name}“${cell.text}”不是日期，写成 2024-06-15 的样子。`);
  }

  #amount(
    written: Written,
    meaning: 'value' | 'depreciation' | 'net',
    cell: ListCell | undefined,
  ): number | null | undefined {
    if (cell === undefined) return null;
    const money = this.#moneyOf(meaning);
    const text = cell.isNumber ? exactText(cell.text, money) : cell.text.trim();
    const read = parseAmount(text, money);
    if (read.ok) return read.value;
    return this.#refuse(written, `${MEANING_NAMES[meaning]}“${cell.text}”不是金额，改正后重新读取。`);
  }

  #class(written: Written, cell: ListCell | undefined): string | null | undefined {
    if (cell === undefined) return null;
    const word = plainWord(cell.text);
    const own = this.#classes.get(word) ?? classOfWord(cell.text);
    if (own !== undefined && own !== '') return own;
    this.#unknown.set(cell.text.trim(), (this.#unknown.get(cell.text.trim()) ?? 0) + 1);
    return this.#refuse(written, `资产类别“${cell.text.trim()}”不认识，在“类别对应”里指定是哪一类。`);
  }

  /** Only the first fault of a row is said: the others often follow from it. */
  #refuse(written: Written, sentence: string): undefined {
    if (this.#bad.at(-1)?.row !== written.row) this.#bad.push({ ...written, sentence });
    return undefined;
  }

  outcome(): Pick<ReadList, 'cards' | 'bad' | 'unknownClasses' | 'left'> {
    const rowsOf = new Map<string, number[]>();
    for (const { number, row } of this.#cards) {
      const key = plainNumber(number);
      rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
    }
    const twice = this.#cards.filter(({ number }) => (rowsOf.get(plainNumber(number))?.length ?? 0) > 1);
    const refused = new Set(twice);
    const bad = [
      ...this.#bad,
      ...twice.map(({ row, number, fields }): BadRow => {
        const others = (rowsOf.get(plainNumber(number)) ?? []).filter((each) => each !== row);
        return {
          row,
          number,
          name: String(fields['name'] ?? ''),
          sentence: `资产编号“${number}”在第 ${others.join('、')} 行又有，一个编号只能是一张卡片，核对编号。`,
        };
      }),
    ];
    return {
      cards: this.#cards.filter((card) => !refused.has(card)),
      bad: bad.sort((a, b) => a.row - b.row),
      unknownClasses: this.#unknown,
      left: this.#left,
    };
  }
}

/** What Excel keeps of a number: further digits are lost. */
const MOST_DIGITS = 15;

/** Why a number cannot be the one that was meant; `null`: it can. */
function faultOfNumber(cell: ListCell | undefined): string | null {
  if (cell === undefined) return null;
  const text = cell.text.trim();
  const isCut = cell.isNumber && text.replace(/\D/g, '').length > MOST_DIGITS;
  if (isCut || /^\d+(\.\d+)?E\+?\d+$/i.test(text)) {
    return `资产编号“${text}”被表格程序当成了数，末几位可能丢了，在清单里把这一栏设为文本后重新导出。`;
  }
  return text.startsWith('#') ? `资产编号“${text}”是公式的错误，在清单里改正后重新读取。` : null;
}

/** A double that stands for an amount, such as 1234.5600000000001, as the digits that were meant. */
function exactText(text: string, money: MoneyUnit): string {
  if (/^-?\d{1,13}(\.\d{1,2})?$/.test(text)) return text;
  const places = money === 'wan' ? 6 : 2;
  const exact = new Decimal(text);
  const rounded = exact.toDecimalPlaces(places);
  return (rounded.minus(exact).abs().lte('1e-7') ? rounded : exact).toFixed();
}
