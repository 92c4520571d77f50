import type { SummedFigure } from '../figures/figure.ts';
import type { Fund, Measure } from '../figures/sheets.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { type Formula, type FormulaTerm, takesRow } from './formula.ts';

/** The figures of one year, added up over the chosen units, ready to evaluate formulas on. */
export class FigureSums {
  readonly #bySheet: ReadonlyMap<string, readonly SummedFigure[]>;

  constructor(figures: Iterable<SummedFigure>) {
    const bySheet = new Map<string, SummedFigure[]>();
    for (const figure of figures) {
      const list = bySheet.get(figure.sheet);
      if (list === undefined) bySheet.set(figure.sheet, [figure]);
      else list.push(figure);
    }
    this.#bySheet = bySheet;
  }

  /** The exact amount, or `null` where no figure at all stands behind it (blank is not 0). */
  evaluate(formula: Formula): Fen | null {
    let found = false;
    const amounts: Fen[] = [];
    for (const term of formula.terms) {
      for (const figure of this.#matching(term)) {
        found = true;
        amounts.push((term.sign * figure.value) as Fen);
      }
    }
    return found ? sumFen(amounts) : null;
  }

  /** The rows of a sheet that have a figure in one of the funds, in ascending order. */
  rows(sheet: string, funds: readonly Fund[], measure: Measure): string[] {
    const rows = new Set<string>();
    for (const figure of this.#bySheet.get(sheet) ?? []) {
      if (figure.measure === measure && funds.includes(figure.fund)) rows.add(figure.row);
    }
    return [...rows].sort();
  }

  *#matching(term: FormulaTerm): Iterable<SummedFigure> {
    for (const figure of this.#bySheet.get(term.sheet) ?? []) {
      if (
        figure.measure === term.measure &&
        term.funds.includes(figure.fund) &&
        term.columns.includes(figure.column) &&
        takesRow(term.select, figure.row)
      ) {
        yield figure;
      }
    }
  }
}
