import type { SummedFigure } from '../figures/figure.ts';
import type { Fund, Measure } from '../figures/sheets.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { Formula, FormulaTerm } from './formula.ts';

/** The figures of one sheet, measure, fund and column, by row in ascending order. */
interface Strand {
  readonly rows: readonly string[];
  /** `before[n]`: the sum of the first n values, so that any run of rows is one subtraction */
  readonly before: readonly number[];
}

/** Neighbouring rows of a strand: those from `from` on, before `to`. */
interface Run extends Strand {
  readonly fund: Fund;
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/** The figures of one sheet, added up: by measure, fund and column. */
type SheetSums = ReadonlyMap<Measure, ReadonlyMap<Fund, ReadonlyMap<string, Strand>>>;

/** How many of the sorted rows come before a text. */
function countBefore(rows: readonly string[], text: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A figure behind a formula; its value has the sign with which it enters applied. */
export interface SignedFigure extends SummedFigure, Pick<FormulaTerm, 'sign'> {}

/** No code has a character behind this one. */
const LAST = '\uffff';

/**
 * The figures of one year, added up over the chosen units, ready to evaluate formulas on. Rows that begin with one
 * code are neighbours, so a 类 costs a search, not a walk: a table has as many cells as rows times columns.
 */
export class FigureSums {
  readonly #sheets = new Map<string, SheetSums>();

  constructor(figures: Iterable<SummedFigure>) {
    const bySheet = new Map<string, SummedFigure[]>();
    for (const figure of figures) {
      const own = bySheet.get(figure.sheet);
      if (own === undefined) bySheet.set(figure.sheet, [figure]);
      else own.push(figure);
    }
    for (const [sheet, own] of bySheet) this.#sheets.set(sheet, addUp(own));
  }

  /** The same with other figures in one sheet. @param figures of that sheet, all of them */
  withSheet(sheet: string, figures: Iterable<SummedFigure>): FigureSums {
    const changed = new FigureSums(figures);
    for (const [id, sums] of this.#sheets) {
      if (id !== sheet) changed.#sheets.set(id, sums);
    }
    return changed;
  }

  /** The exact amount, or `null` where no figure at all stands behind it (blank is not 0). */
  evaluate(formula: Formula): Fen | null {
    let found = false;
    let sum = 0;
    for (const term of formula.terms) {
      this.#eachRun(term, ({ from, to, before }) => {
        if (from === to) return;
        found = true;
        sum += term.sign * ((before[to] ?? 0) - (before[from] ?? 0));
      });
    }
    // throws where the sum is no longer exact; the store refuses books in which that could happen
    return found ? fen(sum) : null;
  }

  /** The figures behind a formula one by one, in the order of its terms; signs applied. */
  *behind(terms: readonly FormulaTerm[]): Iterable<SignedFigure> {
    for (const term of terms) {
      const { sign, sheet, measure } = term;
      const runs: Run[] = [];
      this.#eachRun(term, (run) => runs.push(run));
      for (const { fund, column, rows, before, from, to } of runs) {
        for (let at = from; at < to; at += 1) {
          const value = fen(sign * ((before[at + 1] ?? 0) - (before[at] ?? 0)));
          yield { sheet, measure, fund, column, row: rows[at] ?? '', value, sign };
        }
      }
    }
  }

  /** How many figures a sheet has, of all measures or of one; of several units, equal addresses are one. */
  count(sheet: string, only?: Measure): number {
    let count = 0;
    for (const [measure, byFund] of this.#sheets.get(sheet) ?? []) {
      if (only !== undefined && measure !== only) continue;
      for (const byColumn of byFund.values()) {
        for (const { rows } of byColumn.values()) count += rows.length;
      }
    }
    return count;
  }

  /** The rows of a sheet that have a figure in one of the funds, in ascending order. */
  rows(sheet: string, funds: readonly Fund[], measure: Measure): string[] {
    const byFund = this.#sheets.get(sheet)?.get(measure);
    const rows = new Set<string>();
    for (const fund of funds) {
      for (const strand of byFund?.get(fund)?.values() ?? []) {
        for (const row of strand.rows) rows.add(row);
      }
    }
    return [...rows].sort();
  }

  /** Takes the runs of neighbouring rows that a term takes, in order. No generator: every cell of a table comes here. */
  #eachRun({ sheet, measure, funds, columns, select }: FormulaTerm, take: (run: Run) => void): void {
    const byFund = this.#sheets.get(sheet)?.get(measure);
    if (byFund === undefined) return;
    for (const fund of funds) {
      const byColumn = byFund.get(fund);
      if (byColumn === undefined) continue;
      for (const column of columns) {
        const strand = byColumn.get(column);
        if (strand === undefined) continue;
        const { rows, before } = strand;
        if ('under' in select) {
          const from = countBefore(rows, select.under);
          const to = select.under === '' ? rows.length : countBefore(rows, select.under + LAST);
          take({ fund, column, rows, before, from, to });
          continue;
        }
        for (const row of select.rows) {
          const from = countBefore(rows, row);
          take({ fund, column, rows, before, from, to: rows[from] === row ? from + 1 : from });
        }
      }
    }
  }
}

function addUp(figures: Iterable<SummedFigure>): SheetSums {
  const collected = new Map<Measure, Map<Fund, Map<string, Map<string, number>>>>();
  for (const { measure, fund, column, row, value } of figures) {
    const byFund = entryOf(collected, measure, newMap<Fund, Map<string, Map<string, number>>>);
    const byColumn = entryOf(byFund, fund, newMap<string, Map<string, number>>);
    const strand = entryOf(byColumn, column, newMap<string, number>);
    strand.set(row, (strand.get(row) ?? 0) + value);
  }
  return mapValues(collected, (byFund) => mapValues(byFund, (byColumn) => mapValues(byColumn, strandOf)));
}

function newMap<Key, Entry>(): Map<Key, Entry> {
  return new Map();
}

function mapValues<Key, From, To>(map: ReadonlyMap<Key, From>, change: (value: From) => To): Map<Key, To> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function entryOf<Key, Entry>(map: Map<Key, Entry>, key: Key, make: () => Entry): Entry {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = make();
    map.set(key, entry);
  }
  return entry;
}

function strandOf(values: ReadonlyMap<string, number>): Strand {
  const rows = [...values.keys()].sort();
  const before = [0];
  let sum = 0;
  for (const row of rows) {
    sum += values.get(row) ?? 0;
    before.push(sum);
  }
  return { rows, before };
}
