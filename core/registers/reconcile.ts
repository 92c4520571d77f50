import { findSheet, listItemName } from '../figures/sheets.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type Card, type CardState, endOfYear, standingEvents, stateOn } from './card.ts';
import { dayInWords } from './dates.ts';
import { ASSET_CARDS, type RegisterFigure } from './totals.ts';

/** One class of 资产年报 beside its cards. */
export interface ClassCompared {
  readonly row: string;
  readonly name: string;
  /** cards at the end of the year; `null`: there is no register */
  readonly count: number | null;
  readonly original: Pair;
  readonly depreciation: Pair;
  /** what the difference may be, the likeliest first; none where there is none */
  readonly clues: readonly string[];
}

interface Pair {
  /** as 资产年报 states it; `null`: blank */
  readonly stated: Fen | null;
  /** of the cards; `null`: not known of all of them */
  readonly cards: Fen | null;
  /** stated − cards; `null`: one side is missing */
  readonly difference: Fen | null;
}

interface Stated {
  readonly row: string;
  readonly column: string;
  readonly measure: string;
  readonly value: number;
}

/** Classes of which a line is the sum: a card is told of where it belongs. */
const SUMS: readonly string[] = ['fixed', 'large'];
const MOST_CLUES = 3;

/**
 * Compares 资产年报 with the cards, class by class, and says of a difference what it may be.
 *
 * @param stated figures of the sheet `assets` of the unit
 * @param totals what the cards come to: registerFigures of `assets`
 */
export function reconcile(
  stated: readonly Stated[],
  totals: readonly RegisterFigure[],
  cards: readonly Card[],
  year: number,
): ClassCompared[] {
  const sheet = findSheet('assets');
  const lines = sheet?.rows.kind === 'list' ? sheet.rows.items : [];
  const isKept = totals.some(({ sheet: of }) => of === ASSET_CARDS);
  const compared = lines.flatMap(({ id: row, name }): Omit<ClassCompared, 'clues'>[] => {
    const of = (column: string) => pair(statedOf(stated, row, column), cardsOf(totals, row, column));
    const [original, depreciation] = [of('original'), of('depreciation')];
    const count = cardsOf(totals, row, 'count');
    const isSomething = original.stated !== null || depreciation.stated !== null || (count ?? 0) !== 0;
    return isSomething ? [{ row, name, count, original, depreciation }] : [];
  });
  const clues = isKept ? new Clues(cards, year) : null;
  return compared.map((line) => ({ ...line, clues: clues?.of(line, compared) ?? [] }));
}

function statedOf(figures: readonly Stated[], row: string, column: string): Fen | null {
  const found = figures.find(
    (each) => each.row === row && each.column === column && each.measure === 'actual',
  );
  return found === undefined ? null : fen(found.value);
}

function cardsOf(totals: readonly RegisterFigure[], row: string, column: string): Fen | null {
  const found = totals.filter(
    (each) => each.sheet === ASSET_CARDS && each.row === row && each.column === column,
  );
  return found.length === 0 ? null : fen(found.reduce((sum, { value }) => sum + value, 0));
}

function pair(stated: Fen | null, cards: Fen | null): Pair {
  return { stated, cards, difference: stated === null || cards === null ? null : fen(stated - cards) };
}

/** Looks for what a difference is equal to. */
class Clues {
  readonly #year: number;
  /** cards as they were at the end of the year, and those that came later */
  readonly #states: readonly CardState[];

  constructor(cards: readonly Card[], year: number) {
    this.#year = year;
    this.#states = cards.flatMap((card) => {
      const standing = standingEvents(card.events);
      return stateOn(card, standing, endOfYear(year)) ?? stateOn(card, standing, '9999-12-31') ?? [];
    });
  }

  of(
    { row, original }: Omit<ClassCompared, 'clues'>,
    all: readonly Omit<ClassCompared, 'clues'>[],
  ): string[] {
    const { difference } = original;
    if (difference === null || difference === 0 || SUMS.includes(row)) return [];
    const twin = all.find(
      (each) => each.row !== row && !SUMS.includes(each.row) && each.original.difference === -difference,
    );
    const swapped =
      twin === undefined ? [] : [`与${nameOf(twin.row)}的差额大小相等、方向相反，可能有资产归错了类`];
    return [...swapped, ...this.#cards(row, difference)].slice(0, MOST_CLUES);
  }

  #cards(row: string, difference: Fen): string[] {
    const size = Math.abs(difference);
    const end = endOfYear(this.#year);
    return this.#states.flatMap(({ acquired, left, fields }) => {
      if (fields['value'] !== size || (fields['class'] !== row && row !== 'equipment')) return [];
      const card = `卡片 ${fields['number']} ${fields['name'] ?? ''}`;
      if (difference > 0 && left !== null && left.date.startsWith(`${this.#year}-`)) {
        return [`${card} 的原值正好相等，它 ${dayInWords(left.date)}已处置，年报里可能还有`];
      }
      if (difference > 0 && acquired > end) {
        return [`${card} 的原值正好相等，它 ${dayInWords(acquired)}才增加，年报里可能提前列了`];
      }
      if (difference < 0 && left === null && acquired <= end) {
        return [`${card} 的原值正好相等，年报里可能漏列，或它已处置而卡片没有登记`];
      }
      return [];
    });
  }
}

function nameOf(row: string): string {
  const sheet = findSheet('assets');
  return ((sheet && listItemName(sheet, row)) ?? row).replace(/^(其中|设备中)：/, '');
}
