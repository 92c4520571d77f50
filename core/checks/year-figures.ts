import type { SummedFigure } from '../figures/figure.ts';
import { FigureSums } from '../tables/sums.ts';
import { departmentFigures } from './book-facts.ts';

/** Figures by the code of each unit, of the 差额表 and of the department itself (its control figures). */
export type FiguresByUnit = ReadonlyMap<string, readonly SummedFigure[]>;

/** All figures that one unit has in one sheet. */
export interface UnitSheet {
  readonly unit: string;
  readonly sheet: string;
  readonly figures: readonly SummedFigure[];
}

/** The figures of a book's year, added up when somebody asks; a sheet of a unit can be replaced without the others. */
export class YearFigures {
  readonly #units = new Map<string, Map<string, readonly SummedFigure[]>>();
  readonly #sums = new Map<string, FigureSums>();
  #department: FigureSums | null = null;

  constructor(figures: FiguresByUnit) {
    for (const [code, own] of figures) this.#units.set(code, bySheet(own));
  }

  /** Whether a unit has any figures. */
  has(code: string): boolean {
    return this.#units.has(code);
  }

  sumsOf(code: string): FigureSums {
    const known = this.#sums.get(code);
    if (known !== undefined) return known;
    const sums = new FigureSums([...(this.#units.get(code)?.values() ?? [])].flat());
    this.#sums.set(code, sums);
    return sums;
  }

  /** Of the department as a whole: see departmentFigures. */
  department(): FigureSums {
    const all = () => new Map([...this.#units].map(([code, sheets]) => [code, [...sheets.values()].flat()]));
    this.#department ??= new FigureSums(departmentFigures(all()));
    return this.#department;
  }

  replace({ unit, sheet, figures }: UnitSheet): void {
    const sheets = this.#units.get(unit) ?? new Map<string, readonly SummedFigure[]>();
    if (figures.length === 0) sheets.delete(sheet);
    else sheets.set(sheet, figures);
    if (sheets.size === 0) this.#units.delete(unit);
    else this.#units.set(unit, sheets);
    const own = this.#sums.get(unit);
    if (own !== undefined) this.#sums.set(unit, own.withSheet(sheet, figures));
    if (this.#department !== null) {
      const all = new Map([...this.#units].map(([code, each]) => [code, each.get(sheet) ?? []]));
      this.#department = this.#department.withSheet(sheet, departmentFigures(all));
    }
  }
}

function bySheet(figures: readonly SummedFigure[]): Map<string, SummedFigure[]> {
  const sheets = new Map<string, SummedFigure[]>();
  for (const figure of figures) {
    const own = sheets.get(figure.sheet);
    if (own === undefined) sheets.set(figure.sheet, [figure]);
    else own.push(figure);
  }
  return sheets;
}
