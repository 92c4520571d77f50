import type { CellAddress } from '../entry/edit.ts';
import { rowText } from '../figures/free-row.ts';
import type { FreeRowIds } from '../figures/free-row-ids.ts';
import type { Fund, SheetDefinition } from '../figures/sheets.ts';
import { notTakenProblem } from '../figures/taken.ts';
import type { MoneyUnit } from '../money/fen.ts';
import { readCode } from '../recognition/codes.ts';
import type { Grid, GridCell } from '../recognition/grid.ts';
import { cellValue, textOf } from './cell-value.ts';
import { type Meaning, readMeaning } from './column-meaning.ts';
import type { ImportReading, IncomingCell, IncomingColumn, IncomingFigure, IncomingRow } from './incoming.ts';
import type { TableReading } from './read-table.ts';
import { cellAddress, type RowKinds, readKinds } from './row-kinds.ts';
import { type Part, type SumCell, sumSentence } from './sum-rows.ts';
import { type AddressBook, addressOf, type RowKeys, rowTitle } from './table-address.ts';
import { bodyRows } from './table-body.ts';
import type { TableHead } from './table-head.ts';

/** A table whose columns are understood. */
export interface KnownTable extends TableReading {
  readonly id: string;
  readonly sheet: SheetDefinition;
  readonly columns: readonly IncomingColumn[];
  readonly money: MoneyUnit;
  /** that the title names; `null`: none */
  readonly fund: Fund | null;
  readonly ids: FreeRowIds;
  readonly seen: Map<string, string>;
}

type ReadRows = Pick<ImportReading, 'figures' | 'cellTexts'> & {
  readonly rows: readonly IncomingRow[];
  /** what the clerk has to say before any of it can be taken: a fund, a measure; `''`: nothing */
  readonly fault: string;
};

type FigureMeaning = Extract<Meaning, { kind: 'figure' }>;

interface Column {
  readonly index: number;
  readonly path: string;
  readonly meaning: Meaning;
}

interface ReadRow extends IncomingRow {
  readonly sum: readonly SumCell[] | null;
  readonly parts: readonly Part[];
}

/** Reads the rows of a table with what becomes of each. */
export function readTableRows(grid: Grid, head: TableHead, table: KnownTable): ReadRows {
  return new RowReader(grid, table).read(head.bodyTop);
}

class RowReader {
  readonly #grid: Grid;
  readonly #table: KnownTable;
  readonly #columns: readonly Column[];
  readonly #figures: IncomingFigure[] = [];
  readonly #cellTexts: ImportReading['cellTexts'][number][] = [];
  readonly #mended: ReadonlyMap<string, string>;
  readonly #left: ReadonlySet<number>;
  #lastCode = '';
  #fault = '';

  constructor(grid: Grid, table: KnownTable) {
    this.#grid = grid;
    this.#table = table;
    this.#columns = table.columns.flatMap(({ index, path, meaning: id }) => {
      const meaning = readMeaning(table.sheet, id);
      return meaning === null ? [] : [{ index, path, meaning }];
    });
    const { choices, id } = table;
    this.#mended = new Map(
      choices.mended
        .filter((each) => each.table === id)
        .map(({ row, column, text }) => [`${row}/${column}`, text.trim()]),
    );
    this.#left = new Set(choices.leftRows.filter((each) => each.table === id).map(({ row }) => row));
  }

  read(bodyTop: number): ReadRows {
    const rows: ReadRow[] = [];
    for (const row of bodyRows(this.#grid, bodyTop)) {
      const read = this.#row(row);
      if (read !== null) rows.push(read);
    }
    const parts = rows.flatMap((row) => row.parts);
    return {
      rows: rows.map((row) => this.#judged(row, parts)),
      figures: this.#figures,
      cellTexts: this.#cellTexts,
      fault: this.#fault,
    };
  }

  #row(row: number): ReadRow | null {
    const keys = this.#keysOf(row);
    const cells = this.#cellsOf(row);
    if (
      Object.values(keys).every((text) => text === '') &&
      cells.every(({ text, fault }) => text === '' && !fault)
    ) {
      return null;
    }
    const number = row + 1;
    const none = { row: number, code: keys.code, name: keys.name, cells, sum: null, parts: [] };
    if (this.#left.has(number)) return { ...none, verdict: 'left', sentence: '没有取这一行。' };
    const book: AddressBook = { ...this.#table, where: `第 ${number} 行` };
    const address = addressOf(keys, book);
    if (address.kind === 'fault') return { ...none, verdict: 'refused', sentence: address.sentence };
    if (address.kind === 'sum') {
      if (address.under === null) return { ...none, verdict: 'left', sentence: '合计由程序汇总，没有读入。' };
      return { ...none, verdict: 'compared', sentence: '', sum: this.#sumOf(row, address.under) };
    }
    const faults = cells.flatMap(({ fault }) => fault ?? []);
    const kinds = this.#kindsOf(row);
    if (typeof kinds === 'string') return { ...none, verdict: 'refused', sentence: kinds };
    const read = this.#figuresOf(row, address.row, kinds, rowTitle(keys, address.row, book));
    const [wrong] = [...faults, ...read.faults];
    if (wrong !== undefined) return { ...none, cells: read.cells, verdict: 'refused', sentence: wrong };
    const texts = this.#textsOf(row, address.row);
    if (read.figures.length === 0 && texts.length === 0) {
      return { ...none, verdict: 'left', sentence: '这一行没有数。' };
    }
    this.#figures.push(...read.figures.map(({ figure }) => figure));
    for (const { figure } of read.figures)
      this.#table.seen.set(keyOf(figure), `${this.#grid.name} 第 ${number} 行`);
    this.#cellTexts.push(...texts);
    const parts = read.figures.map(({ figure, column }) => ({
      code: keys.code,
      column,
      value: figure.value,
    }));
    return { ...none, parts, verdict: address.doubt === '' ? 'taken' : 'doubtful', sentence: address.doubt };
  }

  #textAt(row: number, column: number): string {
    return this.#mended.get(`${row + 1}/${column}`) ?? textOf(this.#grid.at(row, column));
  }

  #keysOf(row: number): RowKeys {
    const text = (key: string) => {
      const column = this.#columns.find(({ meaning }) => meaning.kind === 'key' && meaning.key === key);
      return column === undefined ? '' : this.#textAt(row, column.index);
    };
    const naming = this.#columns.find(({ meaning }) => meaning.kind === 'text');
    const isFree = this.#table.sheet.rows.kind === 'free';
    const printed = text('code').normalize('NFKC').trim();
    const code =
      this.#partsOf(row) ?? /^\d{3,7}(?![\dA-Za-z])/.exec(printed.replace(/\s/g, ''))?.[0] ?? printed;
    const name = isFree && naming !== undefined ? this.#textAt(row, naming.index) : text('name');
    if (/^\d{3,7}$/.test(code)) this.#lastCode = code;
    const label = code !== '' && !/^\d+$/.test(code) && name === '' ? code : name;
    // 合计 stands in the column of codes in some places
    return { code: /\d/.test(code) ? code : '', name: label, item: text('item'), org: text('org') };
  }

  /** A code in columns 类, 款 and 项; `null`: there are none, or the row has none. */
  #partsOf(row: number): string | null {
    const columns = this.#columns.filter(({ meaning }) => meaning.kind === 'key' && meaning.key === 'part');
    if (columns.length === 0) return null;
    const cells = columns.map(({ index }): GridCell => {
      const text = this.#textAt(row, index);
      return { row, column: index, rowSpan: 1, columnSpan: 1, text, isNumber: false };
    });
    return readCode(cells, this.#lastCode);
  }

  #cellsOf(row: number): IncomingCell[] {
    return this.#columns.map(({ index, meaning }) => {
      const mended = this.#mended.get(`${row + 1}/${index}`);
      const text = mended ?? textOf(this.#grid.at(row, index));
      const { fault } = meaning.kind === 'figure' ? this.#value(row, index, meaning) : {};
      return {
        column: index,
        text,
        ...(fault === undefined ? {} : { fault }),
        ...(mended === undefined ? {} : { isMended: true as const }),
      };
    });
  }

  #value(row: number, index: number, { column }: FigureMeaning) {
    const mended = this.#mended.get(`${row + 1}/${index}`);
    return cellValue(this.#grid.at(row, index), mended, column.kind, this.#table.money);
  }

  #sumOf(row: number, under: string): SumCell[] {
    return this.#figureColumns().flatMap(({ index, path, meaning }) => {
      const { value } = this.#value(row, index, meaning);
      return value === null ? [] : [{ under, column: index, heading: path, value }];
    });
  }

  #figureColumns(): (Column & { readonly meaning: FigureMeaning })[] {
    return this.#columns.flatMap((column) =>
      column.meaning.kind === 'figure' ? [{ ...column, meaning: column.meaning }] : [],
    );
  }

  /** The fund and measure that a row says of itself; a text: why it cannot be understood. */
  #kindsOf(row: number): RowKinds | string {
    const said = (key: string) => {
      const column = this.#columns.find(({ meaning }) => meaning.kind === 'key' && meaning.key === key);
      return column === undefined ? '' : this.#textAt(row, column.index);
    };
    return readKinds(said('fund'), said('measure'), `第 ${row + 1} 行`);
  }

  #figuresOf(row: number, address: string, kinds: RowKinds, title: string) {
    const cells = new Map(this.#cellsOf(row).map((cell) => [cell.column, cell]));
    const figures: { readonly figure: IncomingFigure; readonly column: number }[] = [];
    const faults: string[] = [];
    for (const { index, path, meaning } of this.#figureColumns()) {
      const { value, fault } = this.#value(row, index, meaning);
      if (value === null || fault !== undefined) continue;
      const found = cellAddress(address, meaning, kinds, this.#table);
      if (typeof found === 'string') {
        this.#fault ||= found;
        continue;
      }
      const where = `第 ${row + 1} 行`;
      const wrong = notTakenProblem(this.#table.sheet, meaning.column, found, { where })?.message;
      const before =
        this.#table.seen.get(keyOf(found)) ?? figures.find(({ figure }) => keyOf(figure) === keyOf(found));
      const repeated =
        before === undefined
          ? undefined
          : `${where}的“${path}”与${typeof before === 'string' ? before : '同一行'}重复，不取其中一行，或改正编码。`;
      const sentence = wrong ?? repeated;
      if (sentence === undefined) {
        const place = `${this.#grid.address(row, index)}，${title}，${path}`;
        figures.push({ figure: { ...found, value, source: this.#table.source, place }, column: index });
      } else {
        faults.push(sentence);
        const cell = cells.get(index);
        if (cell !== undefined) cells.set(index, { ...cell, fault: sentence });
      }
    }
    return { figures, faults, cells: [...cells.values()] };
  }

  #textsOf(row: number, address: string): ImportReading['cellTexts'][number][] {
    const { sheet } = this.#table;
    return this.#columns.flatMap(({ index, meaning }) => {
      const body = rowText(this.#textAt(row, index));
      if (meaning.kind !== 'text' || body === '') return [];
      return [{ sheet: sheet.id, row: address, column: meaning.column.id, body }];
    });
  }

  #judged({ sum, parts: _, ...row }: ReadRow, parts: readonly Part[]): IncomingRow {
    if (sum === null) return row;
    const { sheet, money } = this.#table;
    if (row.code !== '' && !parts.some(({ code }) => code.startsWith(row.code.replace(/(00)+$/, '')))) {
      if (sum.every(({ value }) => value === 0))
        return { ...row, verdict: 'left', sentence: '这一行没有数。' };
      const level = sheet.rows.kind === 'economic' ? '款' : '项';
      return {
        ...row,
        verdict: 'refused',
        sentence: `第 ${row.row} 行 ${row.code} 只有汇总数，下面没有${level}级的行，录入要到${level}级，改成${level}级编码，或不取此行。`,
      };
    }
    const sentence = sumSentence(sum, parts, { money, tail: 0 });
    return { ...row, verdict: sentence === '' ? 'compared' : 'doubtful', sentence };
  }
}

function keyOf({ sheet, row, fund, column, measure }: CellAddress): string {
  return JSON.stringify([sheet, row, fund, column, measure]);
}
