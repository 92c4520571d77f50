import { Decimal } from 'decimal.js';
import type { Classification } from '../classification/classification.ts';
import { namingColumn } from '../figures/free-row.ts';
import { FUNDS, type Measure, type SheetDefinition } from '../figures/sheets.ts';
import { fen, type MoneyUnit } from '../money/fen.ts';
import { formatExact, formatFull } from '../money/format.ts';
import type { CellAddress, FigureEdit, TextEdit } from './edit.ts';
import { type FundView, type Leaf, type ViewColumn, viewColumns } from './sheet-columns.ts';
import type { SheetFigures } from './sheet-figures.ts';
import { type SheetLine, sheetLines } from './sheet-lines.ts';

/** The sums of a line, leaf by leaf. */
interface Sums {
  readonly values: Float64Array;
  /** how many figures each value is made of: none is blank, which is not 0 */
  readonly counts: Int32Array;
}

export interface ViewOptions {
  readonly sheet: SheetDefinition;
  readonly fund: FundView;
  readonly measure: Measure;
  readonly money: MoneyUnit;
  readonly classification: Classification;
  /** false: the whole department's, which can only be looked at */
  readonly keyable: boolean;
}

/** Texts belong to no fund and no measure; this is where they stand among the cells of a sheet. */
export const TEXT_CELL = { fund: '', measure: 'actual' } as const;

const leafKey = ({ column, measure }: Leaf) => `${column}\n${measure}`;

/**
 * One sheet on the screen: the lines and columns of a fund and measure over the sheet's figures. An edit moves the sums
 * above it by its difference, so keying costs the same in a sheet of five lines and of five thousand.
 */
export class SheetView {
  readonly options: ViewOptions;
  readonly columns: readonly ViewColumn[];
  readonly #figures: SheetFigures;
  readonly #leaves: readonly Leaf[];
  readonly #leafIndex: ReadonlyMap<string, number>;
  #lines: readonly SheetLine[] = [];
  #byId = new Map<string, SheetLine>();
  #sums = new Map<string, Sums>();
  readonly #versions = new Map<string, number>();

  constructor(figures: SheetFigures, options: ViewOptions) {
    this.options = options;
    this.#figures = figures;
    this.columns = viewColumns(options.sheet, options.fund, options.measure, options.keyable);
    const leaves = new Map<string, Leaf>();
    for (const { source } of this.columns) {
      const used = [
        source.of,
        'base' in source ? source.base : [],
        'less' in source ? source.less : [],
      ].flat();
      for (const leaf of used) leaves.set(leafKey(leaf), leaf);
    }
    this.#leaves = [...leaves.values()];
    this.#leafIndex = new Map([...leaves.keys()].map((key, index) => [key, index]));
    this.#build();
  }

  /** All lines, those under closed ones included. A new list whenever a line comes or goes. */
  get lines(): readonly SheetLine[] {
    return this.#lines;
  }

  line(id: string): SheetLine | undefined {
    return this.#byId.get(id);
  }

  /** Another number whenever a figure of the line, or under it, has changed. */
  version(id: string): number {
    return this.#versions.get(id) ?? 0;
  }

  /** Where a cell's figure stands; `null`: the cell is computed. */
  address(line: SheetLine, column: ViewColumn): CellAddress | null {
    const { sheet, fund } = this.options;
    if (line.row === null || column.keyed === null || fund === 'all') return null;
    // a text belongs to no measure, and has one address in all of them
    if (column.kind === 'text') return { ...TEXT_CELL, sheet: sheet.id, row: line.row, column: column.id };
    return { sheet: sheet.id, row: line.row, fund, ...column.keyed };
  }

  /** 分, a count, or hundredths of a percent; `null`: blank. */
  value(id: string, column: ViewColumn): number | null {
    const sums = this.#sums.get(id);
    if (sums === undefined) return null;
    // scores are not added up
    if (column.kind === 'hundredths' && this.#byId.get(id)?.row === null) return null;
    const { source } = column;
    const left = this.#add(sums, source.of);
    switch (source.kind) {
      case 'sum':
        return left;
      case 'difference': {
        const right = this.#add(sums, source.less);
        return left === null || right === null ? null : left - right;
      }
      case 'rest':
        return left === null ? null : left - (this.#add(sums, source.less) ?? 0);
      case 'share':
        return percent(left, this.#add(sums, source.base));
      case 'change': {
        const base = this.#add(sums, source.base);
        return left === null || base === null ? null : percent(left - base, base);
      }
    }
  }

  /** As the cell shows it: `1,234.50`, `12`, `95.05%`; `''`: blank. Every digit of an amount is seen. */
  shown(id: string, column: ViewColumn): string {
    if (column.kind === 'text') return this.#text(id, column);
    const value = this.value(id, column);
    if (value === null) return '';
    if (column.kind === 'fen') return formatFull(fen(value), this.options.money);
    if (column.kind === 'count') return String(value);
    // hundredths are written as 元 are with their 分
    return `${formatFull(fen(value), 'yuan')}${column.kind === 'percent' ? '%' : ''}`;
  }

  /** For editing and copying: exact, without separators. */
  raw(id: string, column: ViewColumn): string {
    if (column.kind === 'text') return this.#text(id, column);
    const value = this.value(id, column);
    if (value === null) return '';
    if (column.kind === 'fen') return formatExact(fen(value), this.options.money);
    if (column.kind === 'count') return String(value);
    return `${formatExact(fen(value), 'yuan')}${column.kind === 'percent' ? '%' : ''}`;
  }

  /** Takes edits over that the store has committed; those of other funds and measures move only what they touch. */
  apply(edits: readonly FigureEdit[]): void {
    let isNew = false;
    for (const edit of edits) {
      if (edit.sheet !== this.options.sheet.id) continue;
      const old = this.#figures.get(edit);
      this.#figures.set(edit, edit.value, edit.reason);
      if (this.options.fund !== 'all' && edit.fund !== this.options.fund) continue;
      if (!this.#byId.has(edit.row)) isNew = true;
      else this.#move(edit, old);
    }
    if (isNew) this.#build();
  }

  /** Takes texts over that the store has committed: rows come, go, and are called otherwise. */
  applyTexts(edits: readonly TextEdit[]): void {
    const own = edits.filter(({ sheet }) => sheet === this.options.sheet.id);
    for (const edit of own) this.#figures.setText(edit);
    if (own.length > 0) this.#build();
  }

  addRow(row: string): void {
    if (this.options.fund === 'all' || this.#byId.has(row)) return;
    this.#figures.addRow(row, this.options.fund);
    this.#build();
  }

  /** Something about the line has changed that is not a figure: a note, a refused text. */
  touch(id: string): void {
    this.#versions.set(id, this.version(id) + 1);
  }

  #text(id: string, { id: column }: ViewColumn): string {
    const row = this.#byId.get(id)?.row ?? null;
    return row === null ? '' : (this.#figures.text({ row, column }) ?? '');
  }

  #add(sums: Sums, leaves: readonly Leaf[]): number | null {
    let sum = 0;
    let count = 0;
    for (const leaf of leaves) {
      const index = this.#leafIndex.get(leafKey(leaf)) ?? -1;
      sum += sums.values[index] ?? 0;
      count += sums.counts[index] ?? 0;
    }
    return count === 0 ? null : sum;
  }

  #move(edit: FigureEdit, old: number | null): void {
    const index = this.#leafIndex.get(leafKey(edit));
    const by = (edit.value ?? 0) - (old ?? 0);
    const more = Number(edit.value !== null) - Number(old !== null);
    for (let id: string | null = edit.row; id !== null; id = this.#byId.get(id)?.parent ?? null) {
      this.touch(id);
      const sums = this.#sums.get(id);
      if (sums !== undefined && index !== undefined) addTo(sums, index, by, more);
    }
  }

  #build(): void {
    const { sheet, fund, classification } = this.options;
    const naming = namingColumn(sheet)?.id ?? '';
    const ownName = (row: string) => this.#figures.text({ row, column: naming });
    this.#lines = sheetLines(sheet, this.#figures.rows(fund), classification, ownName);
    this.#byId = new Map(this.#lines.map((line) => [line.id, line]));
    this.#sums = new Map(
      this.#lines.map(({ id }) => [
        id,
        { values: new Float64Array(this.#leaves.length), counts: new Int32Array(this.#leaves.length) },
      ]),
    );
    for (const line of this.#lines) {
      if (line.row !== null) this.#sumUp(line.row);
      this.touch(line.id);
    }
  }

  /** Adds a row's figures to its own line and to all lines above it. */
  #sumUp(row: string): void {
    const funds = this.options.fund === 'all' ? FUNDS : [this.options.fund];
    for (const [index, leaf] of this.#leaves.entries()) {
      for (const fund of funds) {
        const value = this.#figures.get({ row, fund, ...leaf });
        if (value === null) continue;
        for (let id: string | null = row; id !== null; id = this.#byId.get(id)?.parent ?? null) {
          const sums = this.#sums.get(id);
          if (sums !== undefined) addTo(sums, index, value, 1);
        }
      }
    }
  }
}

function addTo(sums: Sums, index: number, value: number, count: number): void {
  sums.values[index] = (sums.values[index] ?? 0) + value;
  sums.counts[index] = (sums.counts[index] ?? 0) + count;
}

/** Beyond it a percentage says nothing but that the base is next to nothing. */
const LARGEST_PERCENT = 1e9;

/** Hundredths of a percent, half away from zero; nothing is a share of a blank or a 0. */
function percent(part: number | null, base: number | null): number | null {
  if (part === null || base === null || base === 0) return null;
  const exact = new Decimal(part).times(10_000).dividedBy(base);
  return exact.abs().greaterThan(LARGEST_PERCENT)
    ? null
    : exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}
