import { Decimal } from 'decimal.js';
import type { MoneyUnit } from '../../money/fen.ts';
import { parseAmount } from '../../money/parse.ts';
import type { CardEvent, CardFields } from '../card.ts';
import { cardFaults } from '../check-card.ts';
import { dayOfSerial, readDay } from '../dates.ts';
import { registerOf } from '../register.ts';
import type { CardChoices } from './card-choices.ts';
import {
  type CardMeaning,
  classOfWord,
  MEANING_NAMES,
  meaningOfHeading,
  NEEDED_MEANINGS,
  plainWord,
} from './card-words.ts';

/** One cell of a list, with whether the file holds it as a number. */
export interface ListCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** A worksheet as rows of cells; blank rows are left out. */
export interface ListSheet {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly (ListCell | undefined)[] }[];
}

export interface ListColumn {
  readonly index: number;
  readonly heading: string;
  /** `''`: it is not taken */
  readonly meaning: CardMeaning | '';
  readonly samples: readonly string[];
}

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
  /** sums and blank rows that are no cards */
  readonly left: number;
}

/** Words that the clerk has explained before. */
export interface CardWords {
  readonly columns: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, string>>;
}

const HEAD_ROWS = 30;
const SUMS = /^(合计|小计|总计|累计|本页合计)$/;

/** Reads the rows of a list of asset cards. @param today the last day that has been */
export function readCards(
  sheets: readonly ListSheet[],
  choices: CardChoices,
  words: CardWords,
  today: string,
): ReadList {
  const { sheet, head } = chosenSheet(sheets, choices);
  const columns = columnsOf(sheet, head, choices, words);
  const lacking = NEEDED_MEANINGS.filter((meaning) => !columns.some((column) => column.meaning === meaning));
  const money = choices.money ?? moneyOf(sheet, head, columns);
  const reader = new RowReader(columns, money, { ...words.classes, ...choices.classes }, today);
  if (lacking.length === 0) for (const row of sheet.rows.slice(head + 1)) reader.read(row);
  return { sheet: sheet.name, money, columns, lacking, ...reader.outcome() };
}

/** The worksheet with the most headings that are known, and the place of its row of headings. */
function chosenSheet(sheets: readonly ListSheet[], { sheet: chosen }: CardChoices) {
  const found = sheets
    .filter(({ name }) => chosen === null || name === chosen)
    .map((sheet) => ({ sheet, ...headOf(sheet) }))
    .toSorted((a, b) => b.known - a.known);
  return found[0] ?? { sheet: { name: '', rows: [] }, head: -1, known: 0 };
}

function headOf({ rows }: ListSheet): { head: number; known: number } {
  let best = { head: -1, known: 0 };
  for (const [index, { cells }] of rows.slice(0, HEAD_ROWS).entries()) {
    const meanings = new Set(cells.flatMap((cell) => (cell && meaningOfHeading(cell.text)?.meaning) ?? []));
    if (meanings.size > best.known) best = { head: index, known: meanings.size };
  }
  return best;
}

/** Each meaning is had by one column: the one whose heading says it best, or whom the clerk has told. */
function columnsOf(sheet: ListSheet, head: number, choices: CardChoices, words: CardWords): ListColumn[] {
  const cells = sheet.rows[head]?.cells ?? [];
  const taken = new Set<string>();
  const headings = cells.map((cell) => cell?.text.trim() ?? '');
  const said = (heading: string) => choices.columns[heading] ?? words.columns[heading];
  const wanted = headings.map((heading, index) => {
    const told = said(heading);
    const guessed = meaningOfHeading(heading);
    if (told !== undefined) return { index, meaning: told, rank: -1 };
    return { index, meaning: guessed?.meaning ?? '', rank: guessed?.rank ?? 0 };
  });
  const meanings = new Map<number, string>();
  for (const { index, meaning } of wanted.toSorted((a, b) => a.rank - b.rank || a.index - b.index)) {
    if (meaning === '' || taken.has(meaning)) continue;
    taken.add(meaning);
    meanings.set(index, meaning);
  }
  return headings.flatMap((heading, index): ListColumn[] => {
    if (heading === '') return [];
    const samples = sheet.rows
      .slice(head + 1, head + 4)
      .flatMap((row) => row.cells[index]?.text ?? [])
      .filter((text) => text.trim() !== '');
    return [{ index, heading, meaning: (meanings.get(index) ?? '') as CardMeaning | '', samples }];
  });
}

/** 元, unless a heading or what stands above it says 万元. */
function moneyOf(sheet: ListSheet, head: number, columns: readonly ListColumn[]): MoneyUnit {
  const amounts = columns.filter(({ meaning }) => meaning === 'value' || meaning === 'depreciation');
  const above = sheet.rows.slice(0, head).flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''));
  return [...amounts.map(({ heading }) => heading), ...above].some((text) => text.includes('万元'))
    ? 'wan'
    : 'yuan';
}

interface Written {
  readonly row: number;
  readonly number: string;
  readonly name: string;
}

/** Reads rows, and keeps what is wrong with them. */
class RowReader {
  readonly #at: ReadonlyMap<CardMeaning | '', number>;
  readonly #money: MoneyUnit;
  readonly #classes: ReadonlyMap<string, string>;
  readonly #today: string;
  readonly #cards: IncomingCard[] = [];
  readonly #bad: BadRow[] = [];
  readonly #unknown = new Map<string, number>();
  readonly #register = registerOf('assets');
  #left = 0;

  constructor(
    columns: readonly ListColumn[],
    money: MoneyUnit,
    classes: Readonly<Record<string, string>>,
    today: string,
  ) {
    this.#at = new Map(columns.map(({ meaning, index }) => [meaning, index]));
    this.#money = money;
    this.#classes = new Map(Object.entries(classes).map(([word, id]) => [plainWord(word), id]));
    this.#today = today;
  }

  read({ row, cells }: ListSheet['rows'][number]): void {
    const cell = (meaning: CardMeaning): ListCell | undefined => {
      const index = this.#at.get(meaning);
      const found = index === undefined ? undefined : cells[index];
      return found === undefined || found.text.trim() === '' ? undefined : found;
    };
    const number = cell('number')?.text.trim() ?? '';
    const name = cell('name')?.text.trim() ?? '';
    const isSum = () => cells.some((each) => each !== undefined && SUMS.test(plainWord(each.text)));
    if (cells.every((each) => each === undefined || each.text.trim() === '') || (number === '' && isSum())) {
      this.#left += 1;
      return;
    }
    const written = { row: row + 1, number, name };
    const card = this.#card(written, cell);
    if (card !== null) this.#cards.push(card);
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
    const day = cell.isNumber ? (dayOfSerial(Number(cell.text)) ?? readDay(cell.text)) : readDay(cell.text);
    return day ?? this.#refuse(written, `${name}“${cell.text}”不是日期，写成 2024-06-15 的样子。`);
  }

  #amount(
    written: Written,
    meaning: 'value' | 'depreciation' | 'net',
    cell: ListCell | undefined,
  ): number | null | undefined {
    if (cell === undefined) return null;
    const text = cell.isNumber ? exactText(cell.text, this.#money) : cell.text.trim();
    const read = parseAmount(text, this.#money);
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
    for (const { number, row } of this.#cards) rowsOf.set(number, [...(rowsOf.get(number) ?? []), row]);
    const twice = this.#cards.filter(({ number }) => (rowsOf.get(number)?.length ?? 0) > 1);
    const refused = new Set(twice);
    const bad = [
      ...this.#bad,
      ...twice.map(({ row, number, fields }): BadRow => {
        const others = (rowsOf.get(number) ?? []).filter((each) => each !== row);
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

/** A double that stands for an amount, such as 1234.5600000000001, as the digits that were meant. */
function exactText(text: string, money: MoneyUnit): string {
  if (/^-?\d{1,13}(\.\d{1,2})?$/.test(text)) return text;
  const places = money === 'wan' ? 6 : 2;
  const exact = new Decimal(text);
  const rounded = exact.toDecimalPlaces(places);
  return (rounded.minus(exact).abs().lte('1e-7') ? rounded : exact).toFixed();
}
