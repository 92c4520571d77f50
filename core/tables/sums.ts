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

const keyOf = (sheet: string, measure: Measure, fund: Fund, column: string) =>
  `${sheet}\n${measure}\n${fund}\n${column}`;

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

/** No code has a character behind this one. */
const LAST = '\uffff';

/**
 * The figures of one year, added up over the chosen units, ready to evaluate formulas on. Rows that begin with one
 * code are neighbours, so a 类 costs a search, not a walk: a table has as many cells as rows times columns.
 */
export class FigureSums {
  readonly #strands: ReadonlyMap<string, Strand>;
  readonly #rows = new Map<string, Set<string>>();

  constructor(figures: Iterable<SummedFigure>) {
    const collected = new Map<string, Map<string, number>>();
    for (const { sheet, measure, fund, column, row, value } of figures) {
      const key = keyOf(sheet, measure, fund, column);
      const strand = collected.get(key) ?? new Map<string, number>();
      collected.set(key, strand);
      strand.set(row, (strand.get(row) ?? 0) + value);
      const place = `${sheet}\n${measure}\n${fund}`;
      const rows = this.#rows.get(place) ?? new Set();
      this.#rows.set(place, rows.add(row));
    }
    this.#strands = new Map([...collected].map(([key, strand]) => [key, strandOf(strand)]));
  }

  /** The exact amount, or `null` where no figure at all stands behind it (blank is not 0). */
  evaluate(formula: Formula): Fen | null {
    let found = false;
    let sum = 0;
    for (const term of formula.terms) {
      for (const { from, to, before } of this.#runs(term)) {
        if (from === to) continue;
        found = true;
        sum += term.sign * ((before[to] ?? 0) - (before[from] ?? 0));
      }
    }
    // throws where the sum is no longer exact; the store refuses books in which that could happen
    return found ? fen(sum) : null;
  }

  /** The figures behind a formula one by one, in the order of its terms; signs applied. */
  *behind(terms: readonly FormulaTerm[]): Iterable<SummedFigure> {
    for (const term of terms) {
      const { sign, sheet, measure } = term;
      for (const { fund, column, rows, before, from, to } of this.#runs(term)) {
        for (let at = from; at < to; at += 1) {
          const value = fen(sign * ((before[at + 1] ?? 0) - (before[at] ?? 0)));
          yield { sheet, measure, fund, column, row: rows[at] ?? '', value };
        }
      }
    }
  }

  /** The rows of a sheet that have a figure in one of the funds, in ascending order. */
  rows(sheet: string, funds: readonly Fund[], measure: Measure): string[] {
    const rows = funds.flatMap((fund) => [...(this.#rows.get(`${sheet}\n${measure}\n${fund}`) ?? [])]);
    return [...new Set(rows)].sort();
  }

  /** The runs of neighbouring rows that a term takes. */
  *#runs({ sheet, measure, funds, columns, select }: FormulaTerm): Iterable<Run> {
    for (const fund of funds) {
      for (const column of columns) {
        const strand = this.#strands.get(keyOf(sheet, measure, fund, column));
        if (strand === undefined) continue;
        const { rows } = strand;
        const run = (from: number, to: number): Run => ({ fund, column, ...strand, from, to });
        if ('under' in select) {
          yield run(countBefore(rows, select.under), countBefore(rows, select.under + LAST));
          continue;
        }
        for (const row of select.rows) {
          const at = countBefore(rows, row);
          yield run(at, rows[at] === row ? at + 1 : at);
        }
      }
    }
  }
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
