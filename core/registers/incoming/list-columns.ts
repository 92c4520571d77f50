import type { MoneyUnit } from '../../money/fen.ts';
import type { CardChoices } from './card-choices.ts';
import { type CardMeaning, meaningOfHeading } from './card-words.ts';

/** One cell of a list, with whether the file holds it as a number. */
export interface ListCell {
  readonly text: string;
  readonly isNumber: boolean;
  /** why the cell has no value though it is not blank, as a clause: `是公式，没有算出的值` */
  readonly fault?: string | undefined;
}

/** A worksheet as rows of cells; blank rows are left out. */
export interface ListSheet {
  readonly name: string;
  /** what a day that is held as a number lacks; absent: 0 */
  readonly daysLater?: number;
  readonly rows: readonly { readonly row: number; readonly cells: readonly (ListCell | undefined)[] }[];
}

export interface ListColumn {
  readonly index: number;
  readonly heading: string;
  /** `''`: it is not taken */
  readonly meaning: CardMeaning | '';
  readonly samples: readonly string[];
}

/** Words that the clerk has explained before. */
export interface CardWords {
  readonly columns: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, string>>;
}

/** The rows in which the headings stand: one, or two where some stand under a heading that they share. */
export interface ListHead {
  readonly first: number;
  readonly last: number;
}

const HEAD_ROWS = 30;
const NO_HEAD: ListHead = { first: -1, last: -1 };

/** The worksheet with the most headings that are known, and the place of its headings. */
export function chosenSheet(
  sheets: readonly ListSheet[],
  { sheet: chosen }: CardChoices,
): { readonly sheet: ListSheet; readonly head: ListHead } {
  const found = sheets
    .filter(({ name }) => chosen === null || name === chosen)
    .map((sheet) => ({ sheet, ...headOf(sheet) }))
    .toSorted((a, b) => b.known - a.known);
  return found[0] ?? { sheet: { name: '', rows: [] }, head: NO_HEAD };
}

function headOf(sheet: ListSheet): { readonly head: ListHead; readonly known: number } {
  let best = { head: NO_HEAD, known: 0 };
  // two rows only where they say more than any single one
  for (const more of [0, 1]) {
    for (const first of sheet.rows.slice(0, HEAD_ROWS).keys()) {
      const head = { first, last: first + more };
      const meanings = headingsOf(sheet, head).flatMap((heading) => meaningOfHeading(heading)?.meaning ?? []);
      const known = new Set(meanings).size;
      if (known > best.known) best = { head, known };
    }
  }
  return best;
}

/** Of two rows of headings the lower one, where it says something. */
function headingsOf({ rows }: ListSheet, { first, last }: ListHead): string[] {
  const lines = rows.slice(first, last + 1).map(({ cells }) => cells);
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  return Array.from(
    { length: width },
    (_, index) => lines.map((cells) => cells[index]?.text.trim() ?? '').findLast((text) => text !== '') ?? '',
  );
}

/** The heading of a group in the row above, such as 期末, which spreads to the right. */
function groupAbove({ rows }: ListSheet, { first }: ListHead, index: number): string {
  const above = rows[first - 1]?.cells.slice(0, index + 1) ?? [];
  return above.findLast((cell) => cell !== undefined && cell.text.trim() !== '')?.text.trim() ?? '';
}

/** What the end of a year is called: of two columns of one name it is the one that is meant. */
const OF_THE_END = /期末|年末|截止|本年/;

interface WantedColumn {
  readonly index: number;
  readonly heading: string;
  readonly meaning: string;
  /** the smaller, the better it says so */
  readonly rank: number;
}

/** The columns of a list, with the meanings that several of them have equally well: none of these is taken. */
export interface ListColumns {
  readonly columns: readonly ListColumn[];
  readonly ambiguous: readonly CardMeaning[];
}

/** Each meaning is had by one column: whom the clerk has told, or the one whose heading says it best. */
export function columnsOf(
  sheet: ListSheet,
  head: ListHead,
  choices: CardChoices,
  words: CardWords,
): ListColumns {
  const names = headingsOf(sheet, head);
  const wanted = names.flatMap((name, index): WantedColumn[] => {
    if (name === '') return [];
    const isTwice = names.filter((other) => other === name).length > 1;
    const group = isTwice ? groupAbove(sheet, head, index) : '';
    const heading = isTwice ? `${name}（${group === '' ? `第 ${index + 1} 栏` : group}）` : name;
    const told = choices.columns[heading];
    if (told !== undefined) return [{ index, heading, meaning: told, rank: -1 }];
    const guessed = meaningOfHeading(name);
    const remembered = words.columns[heading];
    // what was said of another list gives way to a heading that says it plainly
    if (remembered !== undefined) return [{ index, heading, meaning: remembered, rank: 0.5 }];
    const rank = (guessed?.rank ?? 0) - (isTwice && OF_THE_END.test(group) ? 0.25 : 0);
    return [{ index, heading, meaning: guessed?.meaning ?? '', rank }];
  });
  const best = new Map<string, number>();
  for (const { meaning, rank } of wanted) {
    best.set(meaning, Math.min(rank, best.get(meaning) ?? Number.POSITIVE_INFINITY));
  }
  const isBest = ({ meaning, rank }: WantedColumn) => meaning !== '' && best.get(meaning) === rank;
  const isAlone = (column: WantedColumn) =>
    wanted.filter((other) => other.meaning === column.meaning && isBest(other)).length === 1;
  const columns = wanted.map((column): ListColumn => {
    const { index, heading, meaning } = column;
    const isTaken = isBest(column) && isAlone(column);
    const samples = sheet.rows
      .slice(head.last + 1, head.last + 4)
      .flatMap((row) => row.cells[index]?.text ?? [])
      .filter((text) => text.trim() !== '');
    return { index, heading, meaning: isTaken ? (meaning as CardMeaning) : '', samples };
  });
  const ambiguous = wanted.filter((column) => isBest(column) && !isAlone(column));
  return { columns, ambiguous: [...new Set(ambiguous.map(({ meaning }) => meaning as CardMeaning))] };
}

const UNITS: readonly (readonly [MoneyUnit, RegExp])[] = [
  ['wan', /万元/],
  ['yuan', /元/],
];

/** A line that says in which unit the amounts are: `单位：万元`, `（万元）`. */
const UNIT_LINE = /(?:单位|币种)[^，。]*?[:：]\s*(?:人民币)?\s*(万元|元)|^[（(]?(万元|元)[)）]?$/;

/**
 * The unit of each column of amounts: what the clerk says, what its own heading says, what is said above the headings, or
 * 元.
 */
export function moneyOfColumns(
  { rows }: ListSheet,
  head: ListHead,
  columns: readonly ListColumn[],
  chosen: MoneyUnit | null,
): (meaning: CardMeaning) => MoneyUnit {
  const above = rows.slice(0, Math.max(0, head.first)).flatMap(({ cells }) => cells);
  const [line] = above.flatMap((cell) => UNIT_LINE.exec(cell?.text.trim() ?? '') ?? []);
  const all: MoneyUnit = line?.includes('万元') ? 'wan' : 'yuan';
  return (meaning) => {
    const heading = columns.find((column) => column.meaning === meaning)?.heading ?? '';
    return chosen ?? UNITS.find(([, word]) => word.test(heading))?.[0] ?? all;
  };
}
