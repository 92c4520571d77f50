import type { Fund } from '../figures/sheets.ts';
import type { ColumnMeaning, IncomingCell, IncomingColumn, Verdict } from '../incoming/incoming.ts';
import { columnLetters } from '../page/column-letters.ts';
import { prefixOf } from './code-rows.ts';
import type { ReportLine, ReportTable } from './mapping.ts';

export interface ReadCell extends IncomingCell {
  readonly meaning: string;
  /** 分, or a whole number; `null`: blank or unreadable */
  readonly amount: number | null;
}

/** A line of a fixed table that says something we take. */
interface FoundLine {
  readonly line: ReportLine;
  readonly cells: readonly ReadCell[];
}

export interface ReadRow {
  /** as Excel numbers it */
  readonly row: number;
  readonly kind: 'total' | 'sum' | 'item' | 'other' | 'lines';
  readonly code: string;
  readonly name: string;
  /** the code names a 项 */
  readonly hasItem: boolean;
  readonly cells: readonly ReadCell[];
  readonly lines: readonly FoundLine[];
  readonly verdict: Verdict;
  readonly sentence: string;
}

/** An amount and where it stands. */
export interface Spot {
  readonly amount: number;
  readonly place: string;
  readonly report: Report;
  readonly row: number;
}

interface ReportContent {
  readonly id: string;
  readonly table: ReportTable;
  readonly sheet: string;
  readonly columns: readonly IncomingColumn[];
  readonly meanings: readonly ColumnMeaning[];
  readonly rows: readonly ReadRow[];
  readonly fault: string;
  readonly isLeft: boolean;
  readonly codeColumn?: number;
}

const isTaken = ({ verdict }: ReadRow) => verdict !== 'refused' && verdict !== 'left';

const isMoney = ({ amount, fault, meaning }: ReadCell) =>
  meaning !== 'code' && ((amount ?? 0) !== 0 || fault !== undefined);

/** A line of money that is not taken; one of dashes holds none. */
const isLost = (row: ReadRow) => !isTaken(row) && row.cells.some(isMoney);

/** One table of a file as it was read, by place. */
export class Report {
  readonly content: ReportContent;
  readonly #items: ReadonlyMap<string, ReadRow>;
  readonly #total: ReadRow | undefined;

  constructor(content: ReportContent) {
    this.content = content;
    const taken = content.rows.filter(isTaken);
    this.#items = new Map(taken.filter(({ kind }) => kind === 'item').map((row) => [row.code, row]));
    this.#total = taken.find(({ kind }) => kind === 'total');
  }

  /** Whether anything of it goes in. */
  get isUsable(): boolean {
    return this.content.fault === '' && !this.content.isLeft;
  }

  get source(): string {
    return this.content.table.report;
  }

  /** The 项 whose lines are taken. */
  get codes(): readonly string[] {
    return [...this.#items.keys()];
  }

  /** Whether there is money of the 项 that is not taken: the clerk left the line out, or it cannot be read. */
  isMissing(code: string): boolean {
    const isOf = (row: ReadRow) => row.kind === 'item' && row.code === code && isLost(row);
    return !this.#items.has(code) && this.content.rows.some(isOf);
  }

  /**
   * A line of money that is not taken and may be of any 项. A sum is one where it is more than its lines; a 项 that stands
   * twice or that the tables of all money do not list may be a mistyped one.
   */
  nameless(isListed: (code: string) => boolean): ReadRow | undefined {
    return this.content.rows.find((row) => {
      if (!isLost(row) || row.kind === 'total') return false;
      if (row.kind === 'sum') return !this.#isSum(row);
      return !row.hasItem || this.#isTwice(row) || !isListed(row.code);
    });
  }

  /** Whether another line has its code, and the 合计 does not show that there is only that one. */
  #isTwice(row: ReadRow): boolean {
    const isOther = (each: ReadRow) => each !== row && each.kind === 'item' && each.code === row.code;
    return this.content.rows.some(isOther) && this.#total?.verdict !== 'compared';
  }

  /** Whether a line, taken or not, is of the 项. */
  lists(code: string): boolean {
    return this.content.rows.some((row) => row.kind === 'item' && row.code === code);
  }

  #isSum({ code, cells }: ReadRow): boolean {
    const parts = this.content.rows.filter(
      (row) => row.kind === 'item' && row.code.startsWith(prefixOf(code)),
    );
    return cells.every(({ meaning, amount }) => {
      const amounts = parts.map((row) => row.cells.find((cell) => cell.meaning === meaning)?.amount ?? 0);
      return meaning === 'code' || (amount ?? 0) === amounts.reduce((sum, each) => sum + each, 0);
    });
  }

  /** Whether a line holds an amount, taken or not. */
  get hasMoney(): boolean {
    return this.content.rows.some(({ cells }) => cells.some(isMoney));
  }

  /** Whether a column or line of one fund alone holds an amount, taken or not. */
  hasMoneyOf(fund: Fund): boolean {
    const { table, rows } = this.content;
    const own = new Set(table.columns.filter((column) => column.fund === fund).map(({ id }) => id));
    const isOwn = ({ line }: FoundLine) => line.feeds.some((feed) => feed.fund === fund);
    return rows.some(
      ({ cells, lines }) =>
        cells.some((cell) => own.has(cell.meaning) && isMoney(cell)) ||
        lines.some((each) => isOwn(each) && each.cells.some(isMoney)),
    );
  }

  /** Whether a line of money is not taken. */
  get hasLost(): boolean {
    return this.content.rows.some(isLost);
  }

  /** Whether all that the table says goes in, and its 合计 shows that every line was read. */
  get isWhole(): boolean {
    const isShown = this.content.table.form === 'lines' || this.hasTotal || !this.hasMoney;
    return this.isUsable && isShown && !this.hasLost;
  }

  /** Whether its line 合计 can be compared with. */
  get hasTotal(): boolean {
    return this.#total !== undefined;
  }

  has(meaning: string): boolean {
    return this.content.columns.some((column) => column.meaning === meaning);
  }

  item(code: string, meaning: string): Spot | undefined {
    return this.#spot(this.#items.get(code), meaning);
  }

  total(meaning: string): Spot | undefined {
    return this.#spot(this.#total, meaning);
  }

  /** Whether a fixed line was found, be it blank. */
  hasLine(id: string): boolean {
    return this.content.rows.some(({ lines }) => lines.some(({ line }) => line.id === id));
  }

  /** An amount of a fixed line, by the ids of line and column. */
  line(id: string, meaning: string): Spot | undefined {
    for (const row of this.content.rows.filter(isTaken)) {
      const found = row.lines.find(({ line }) => line.id === id);
      const cell = found?.cells.find((each) => each.meaning === meaning && each.amount !== null);
      if (found !== undefined && cell !== undefined) return this.#spotOf(row, cell, found.line.name);
    }
    return undefined;
  }

  #spot(row: ReadRow | undefined, meaning: string): Spot | undefined {
    const cell = row?.cells.find((each) => each.meaning === meaning && each.amount !== null);
    return row === undefined || cell === undefined
      ? undefined
      : this.#spotOf(row, cell, `${row.code} ${row.name}`);
  }

  #spotOf(row: ReadRow, { column, meaning, amount }: ReadCell, name: string): Spot | undefined {
    if (amount === null) return undefined;
    const place = `${this.content.sheet}!${columnLetters(column)}${row.row}，${name.trim()}，${this.#columnName(column, meaning)}`;
    return { amount, place, report: this, row: row.row };
  }

  #columnName(index: number, meaning: string): string {
    const name = this.content.meanings.find(({ id }) => id === meaning)?.name ?? meaning;
    const order = this.content.columns.find((column) => column.index === index)?.order ?? '';
    return order === '' ? name : `${name}（栏次 ${order}）`;
  }
}
