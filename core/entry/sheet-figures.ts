import { FUNDS, type Fund, type Measure } from '../figures/sheets.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { CellAddress, RowText, SheetContent, TextEdit } from './edit.ts';

const keyOf = (row: string, fund: Fund, column: string, measure: Measure) =>
  `${row}\n${fund}\n${column}\n${measure}`;

type Cell = Omit<CellAddress, 'sheet'>;

const addressKey = ({ row, fund, column, measure }: Cell) => keyOf(row, fund, column, measure);

/** The figures of one sheet as the page holds them: those of the store, and every edit since. */
export class SheetFigures {
  readonly #values = new Map<string, number>();
  readonly #notes = new Map<string, string>();
  readonly #sources = new Map<string, string>();
  readonly #reasons = new Map<string, string>();
  /** of each row, by column */
  readonly #texts = new Map<string, Map<string, string>>();
  /** rows that have had a figure, by fund: a row that was emptied stays where it is until the sheet is opened anew */
  readonly #rows = new Map<Fund, Set<string>>();
  /** of each fund and measure: the sum, and how many figures it is made of */
  readonly #totals = new Map<string, { sum: number; count: number }>();
  readonly #registered: ReadonlySet<string>;

  constructor(content: SheetContent) {
    this.#registered = new Set(content.registered);
    for (const text of content.texts ?? []) this.setText(text);
    for (const figure of content.figures) {
      this.set(figure, figure.value, figure.reason);
      if (figure.source !== undefined) this.#sources.set(addressKey(figure), figure.source);
    }
    for (const note of content.notes) this.setNote(note, note.body);
  }

  /** Whether a register says the figure, so that nobody keys it. */
  isRegistered({ row, measure }: Pick<Cell, 'row' | 'measure'>): boolean {
    return measure === 'actual' && this.#registered.has(row);
  }

  get({ row, fund, column, measure }: Cell): number | null {
    return this.#values.get(keyOf(row, fund, column, measure)) ?? null;
  }

  /** @param reason why the 差额表 eliminates it; absent: the cell is a unit's, or blank */
  set({ row, fund, column, measure }: Cell, value: number | null, reason?: string): void {
    const key = keyOf(row, fund, column, measure);
    const old = this.#values.get(key) ?? null;
    // keyed over, it no longer stands on what was imported
    if (value !== old) this.#sources.delete(key);
    if (value === null || reason === undefined) this.#reasons.delete(key);
    else this.#reasons.set(key, reason);
    if (value === null) this.#values.delete(key);
    else this.#values.set(key, value);
    const total = this.#totals.get(`${fund}\n${measure}`) ?? { sum: 0, count: 0 };
    total.sum += (value ?? 0) - (old ?? 0);
    total.count += Number(value !== null) - Number(old !== null);
    this.#totals.set(`${fund}\n${measure}`, total);
    if (value !== null) this.addRow(row, fund);
  }

  note({ row, fund, column, measure }: Cell): string | null {
    return this.#notes.get(keyOf(row, fund, column, measure)) ?? null;
  }

  setNote({ row, fund, column, measure }: Cell, body: string | null): void {
    const key = keyOf(row, fund, column, measure);
    if (body === null) this.#notes.delete(key);
    else this.#notes.set(key, body);
    if (body !== null) this.addRow(row, fund);
  }

  /** Where an import read the figure that stands in a cell; `null`: it was keyed. */
  source(cell: Cell): string | null {
    return this.#sources.get(addressKey(cell)) ?? null;
  }

  /** Why the 差额表 eliminates what stands in a cell; `null`: it is blank, or a unit's. */
  reason(cell: Cell): string | null {
    return this.#reasons.get(addressKey(cell)) ?? null;
  }

  text({ row, column }: Omit<RowText, 'body'>): string | null {
    return this.#texts.get(row)?.get(column) ?? null;
  }

  /** A row of the clerk's own is there as long as it has a text. */
  setText({ row, column, body }: Omit<TextEdit, 'sheet'>): void {
    const texts = this.#texts.get(row) ?? new Map<string, string>();
    if (body === null) texts.delete(column);
    else texts.set(column, body);
    if (texts.size > 0) {
      this.#texts.set(row, texts);
      this.addRow(row, '');
    } else {
      this.#texts.delete(row);
      for (const rows of this.#rows.values()) rows.delete(row);
      for (const key of this.#notes.keys()) if (key.startsWith(`${row}\n`)) this.#notes.delete(key);
    }
  }

  /** The text cells of a row. */
  textColumns(row: string): string[] {
    return [...(this.#texts.get(row)?.keys() ?? [])];
  }

  /** Puts a row on the screen that has no figure yet. */
  addRow(row: string, fund: Fund): void {
    const rows = this.#rows.get(fund);
    if (rows === undefined) this.#rows.set(fund, new Set([row]));
    else rows.add(row);
  }

  hasRow(row: string, fund: Fund): boolean {
    return this.#rows.get(fund)?.has(row) ?? false;
  }

  rows(fund: Fund | 'all'): Set<string> {
    if (fund !== 'all') return new Set(this.#rows.get(fund));
    return new Set([...this.#rows.values()].flatMap((rows) => [...rows]));
  }

  /** All figures of one fund and measure together, or of all funds; `null`: nothing keyed. */
  total(fund: Fund | 'all', measure: Measure): Fen | null {
    const totals = this.#totalsOf(fund, measure);
    return this.count(fund, measure) === 0 ? null : fen(totals.reduce((all, { sum }) => all + sum, 0));
  }

  /** How many figures of one fund and measure are keyed, or of all funds. */
  count(fund: Fund | 'all', measure: Measure): number {
    return this.#totalsOf(fund, measure).reduce((all, { count }) => all + count, 0);
  }

  #totalsOf(fund: Fund | 'all', measure: Measure) {
    return (fund === 'all' ? FUNDS : [fund]).flatMap((each) => this.#totals.get(`${each}\n${measure}`) ?? []);
  }
}
