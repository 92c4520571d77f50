import type { SheetDefinition } from '../figures/sheets.ts';
import type { MoneyUnit } from '../money/fen.ts';
import { readCode } from '../recognition/codes.ts';
import type { Grid, GridCell } from '../recognition/grid.ts';
import { type CellValue, cellValue, textOf } from './cell-value.ts';
import type { ImportChoices } from './choices.ts';
import { type Meaning, readMeaning } from './column-meaning.ts';
import type { IncomingCell, IncomingColumn } from './incoming.ts';
import { type RowKinds, readKinds } from './row-kinds.ts';
import type { RowKeys } from './table-address.ts';

/** What the cells of a table are read by. */
export interface CellTable {
  readonly id: string;
  readonly sheet: SheetDefinition;
  readonly columns: readonly IncomingColumn[];
  readonly money: MoneyUnit;
  readonly choices: ImportChoices;
}

type FigureMeaning = Extract<Meaning, { kind: 'figure' }>;

interface Column<Means extends Meaning = Meaning> {
  readonly index: number;
  readonly path: string;
  readonly meaning: Means;
}

/** What the cells of a table say, as the clerk mended them. Rows count from 0, and are read from the top. */
export class TableCells {
  readonly columns: readonly Column[];
  readonly figureColumns: readonly Column<FigureMeaning>[];
  readonly #grid: Grid;
  readonly #table: CellTable;
  readonly #mended: ReadonlyMap<string, string>;
  #lastCode = '';

  constructor(grid: Grid, table: CellTable) {
    this.#grid = grid;
    this.#table = table;
    this.columns = table.columns.flatMap(({ index, path, meaning: id }) => {
      const meaning = readMeaning(table.sheet, id);
      return meaning === null ? [] : [{ index, path, meaning }];
    });
    this.figureColumns = this.columns.flatMap(({ meaning, ...column }) =>
      meaning.kind === 'figure' ? [{ ...column, meaning }] : [],
    );
    this.#mended = new Map(
      table.choices.mended
        .filter((each) => each.table === table.id)
        .map(({ row, column, text }) => [`${row}/${column}`, text.trim()]),
    );
  }

  text(row: number, index: number): string {
    return this.#mendedAt(row, index) ?? textOf(this.#grid.at(row, index));
  }

  value(row: number, { index, meaning }: Column<FigureMeaning>): CellValue {
    const mended = this.#mendedAt(row, index);
    return cellValue(this.#grid.at(row, index), mended, meaning.column.kind, this.#table.money);
  }

  cells(row: number): IncomingCell[] {
    return this.columns.map(({ meaning, ...column }) => {
      const { index } = column;
      const { fault } = meaning.kind === 'figure' ? this.value(row, { ...column, meaning }) : {};
      return {
        column: index,
        text: this.text(row, index),
        ...(fault === undefined ? {} : { fault }),
        ...(this.#mendedAt(row, index) === undefined ? {} : { isMended: true as const }),
      };
    });
  }

  /** What a row says it is. */
  keys(row: number): RowKeys {
    const naming = this.columns.find(({ meaning }) => meaning.kind === 'text');
    const isFree = this.#table.sheet.rows.kind === 'free';
    const printed = this.#key(row, 'code').normalize('NFKC').trim();
    const code =
      this.#joinedCode(row) ?? /^\d{3,7}(?![\dA-Za-z])/.exec(printed.replace(/\s/g, ''))?.[0] ?? printed;
    const name = isFree && naming !== undefined ? this.text(row, naming.index) : this.#key(row, 'name');
    if (/^\d{3,7}$/.test(code)) this.#lastCode = code;
    // 合计 stands in the column of codes in some places
    const label = code !== '' && !/^\d+$/.test(code) && name === '' ? code : name;
    return {
      code: /\d/.test(code) ? code : '',
      name: label,
      item: this.#key(row, 'item'),
      org: this.#key(row, 'org'),
    };
  }

  /** The fund and measure that a row says of itself; a text: why it cannot be understood. */
  kinds(row: number): RowKinds | string {
    return readKinds(this.#key(row, 'fund'), this.#key(row, 'measure'), `第 ${row + 1} 行`);
  }

  #mendedAt(row: number, index: number): string | undefined {
    return this.#mended.get(`${row + 1}/${index}`);
  }

  #key(row: number, key: string): string {
    const column = this.columns.find(({ meaning }) => meaning.kind === 'key' && meaning.key === key);
    return column === undefined ? '' : this.text(row, column.index);
  }

  /** A code in columns 类, 款 and 项; `null`: there are none, or the row has none. */
  #joinedCode(row: number): string | null {
    const columns = this.columns.filter(({ meaning }) => meaning.kind === 'key' && meaning.key === 'part');
    if (columns.length === 0) return null;
    const cells = columns.map(({ index }): GridCell => {
      const text = this.text(row, index);
      return { row, column: index, rowSpan: 1, columnSpan: 1, text, isNumber: false };
    });
    return readCode(cells, this.#lastCode);
  }
}
