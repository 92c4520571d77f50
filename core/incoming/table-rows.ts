import type { CellAddress } from '../entry/edit.ts';
import { rowText } from '../figures/free-row.ts';
import type { FreeRowIds } from '../figures/free-row-ids.ts';
import type { Fund } from '../figures/sheets.ts';
import { notTakenProblem } from '../figures/taken.ts';
import type { Grid } from '../recognition/grid.ts';
import type { ImportReading, IncomingFigure, IncomingRow } from './incoming.ts';
import type { TableReading } from './read-table.ts';
import { cellAddress, type RowKinds } from './row-kinds.ts';
import { type Part, type SumCell, sumSentence } from './sum-rows.ts';
import { type AddressBook, addressOf, rowTitle } from './table-address.ts';
import { bodyRows } from './table-body.ts';
import { type CellTable, TableCells } from './table-cells.ts';
import type { TableHead } from './table-head.ts';

/** A table whose columns are understood. */
export interface KnownTable extends TableReading, CellTable {
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
  readonly #cells: TableCells;
  readonly #figures: IncomingFigure[] = [];
  readonly #cellTexts: ImportReading['cellTexts'][number][] = [];
  readonly #left: ReadonlySet<number>;
  #fault = '';

  constructor(grid: Grid, table: KnownTable) {
    this.#grid = grid;
    this.#table = table;
    this.#cells = new TableCells(grid, table);
    const { choices, id } = table;
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
    const keys = this.#cells.keys(row);
    const cells = this.#cells.cells(row);
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
    const kinds = this.#cells.kinds(row);
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

  #sumOf(row: number, under: string): SumCell[] {
    return this.#cells.figureColumns.flatMap((column) => {
      const { value } = this.#cells.value(row, column);
      return value === null ? [] : [{ under, column: column.index, heading: column.path, value }];
    });
  }

  #figuresOf(row: number, address: string, kinds: RowKinds, title: string) {
    const cells = new Map(this.#cells.cells(row).map((cell) => [cell.column, cell]));
    const figures: { readonly figure: IncomingFigure; readonly column: number }[] = [];
    const faults: string[] = [];
    for (const column of this.#cells.figureColumns) {
      const { index, path, meaning } = column;
      const { value, fault } = this.#cells.value(row, column);
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
    return this.#cells.columns.flatMap(({ index, meaning }) => {
      const body = rowText(this.#cells.text(row, index));
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
