import { FEN_PER_UNIT } from '../money/fen.ts';
import type { TableId } from '../profiles/profile.ts';
import type { RecognisedRow, RecognisedTable } from '../recognition/recognised.ts';
import { type Printed, printedIn, restOf } from './printed-amounts.ts';

/** A table of last year, without the rows that the clerk left out. */
interface PublishedTable extends Pick<RecognisedTable, 'rows' | 'columns' | 'money'> {
  /** the codes of those rows */
  readonly lost: ReadonlySet<string>;
}

export type PublishedTables = ReadonlyMap<TableId, PublishedTable>;

const TITLES: Readonly<Partial<Record<TableId, string>>> = {
  income: '收入决算表',
  expenditure: '支出决算表',
  'general-expenditure': '一般公共预算财政拨款支出决算表',
  'gov-fund': '政府性基金预算财政拨款收入支出决算表',
  'state-capital': '国有资本经营预算财政拨款支出决算表',
};

/** A number of a 项, and what is taken off it. */
interface Whole {
  readonly table: TableId;
  readonly row: RecognisedRow;
  readonly code: string;
  readonly column: string;
}

interface Parts {
  /** the tables of funds that tell the parts, all of which must be there; one that is empty is there */
  readonly tables: readonly TableId[];
  /** the column in which they do */
  readonly column: string;
  readonly amounts: readonly (Printed | null)[];
  /** what the rest is called */
  readonly what: string;
}

/** What stands beside the tables of funds: a rest of its own only where all of them tell their part of the 项. */
export class PublishedRests {
  readonly #tables: PublishedTables;
  readonly #remarks = new Set<string>();

  constructor(tables: PublishedTables) {
    this.#tables = tables;
  }

  /** why rests were not taken, one sentence each */
  get remarks(): readonly string[] {
    return [...this.#remarks];
  }

  /** @returns `null`: nothing is left, or nobody can tell */
  of({ table, row, code, column }: Whole, { amounts, what, ...parts }: Parts): Printed | null {
    const steps = [table, ...parts.tables].map(
      (each) => FEN_PER_UNIT[this.#tables.get(each)?.money ?? 'yuan'] / 100,
    );
    const rest = restOf(printedIn(row, column), amounts, Math.max(...steps));
    if (rest === null) return null;
    const missing = this.#untold(code, parts);
    const why =
      missing === '' && rest.amount < 0
        ? `${TITLES[table]}里 ${code} 的数小于各财政拨款表的数之和，核对各表`
        : missing;
    if (why === '') return rest;
    this.#remarks.add(`${why}，分不出${what}，没有取。`);
    return null;
  }

  /** Why the tables of funds do not tell their parts of a 项; `''`: they do. */
  #untold(code: string, { tables, column }: Pick<Parts, 'tables' | 'column'>): string {
    const named = (found: readonly TableId[]) => found.map((each) => TITLES[each]).join('、');
    const missing = tables.filter((each) => !this.#tables.has(each));
    if (missing.length > 0) return `没有读到${named(missing)}`;
    const lost = tables.filter((each) => this.#tables.get(each)?.lost.has(code));
    if (lost.length > 0) return `${named(lost)}里 ${code} 一行没有取`;
    // 公开08 prints what was spent and not what came in
    const silent = tables.filter((each) => {
      const found = this.#tables.get(each);
      return found?.columns.includes(column) === false && found.rows.some((row) => row.code === code);
    });
    return silent.length > 0 ? `${named(silent)}里有 ${code}，却没有收入栏` : '';
  }
}
