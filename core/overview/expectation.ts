import { evaluate } from '../checks/amounts.ts';
import type { BookScope } from '../checks/book-facts.ts';
import type { Facts, FigureFacts } from '../checks/facts.ts';
import { itemOfFund } from '../checks/rules/wording.ts';
import { type Fund, MEASURE_NAMES, type Measure } from '../figures/sheets.ts';
import type { FormulaTerm } from '../tables/formula.ts';
import type { StepPlace } from './overview.ts';

/** The year of one unit, or of the department, in which figures are expected. */
export interface YearScope {
  readonly book: BookScope;
  readonly facts: Facts;
  readonly figures: FigureFacts;
}

/** A figure that a year is expected to have. */
export interface Expectation {
  readonly sheet: string;
  readonly name: string;
  readonly place: StepPlace;
  /** one figure of these answers it, a 0 too */
  readonly terms: readonly FormulaTerm[];
  readonly isThere: boolean;
}

type CellOf = Omit<Extract<StepPlace, { kind: 'figure' }>, 'kind' | 'year' | 'unit' | 'sheet'>;

/** An expectation that any figure of `terms` answers. */
export function expectation(
  { book, figures }: YearScope,
  sheet: string,
  asked: { readonly name: string; readonly cell: CellOf; readonly terms: readonly FormulaTerm[] },
): Expectation {
  const { name, cell, terms } = asked;
  return {
    sheet,
    name,
    place: { kind: 'figure', year: book.year, unit: book.unit.code, sheet, ...cell },
    terms,
    isThere: evaluate(figures.sums, terms) !== null,
  };
}

/** `2010301 行政运行（一般公共预算）年初预算`; 决算 goes without saying. */
export function itemAndMeasure({ facts }: YearScope, row: string, fund: Fund, measure: Measure): string {
  return `${itemOfFund(row, fund, facts.classification)}${measure === 'actual' ? '' : MEASURE_NAMES[measure]}`;
}

/** The column in which a row has its first figure, the terms taken in their order. */
export function columnOf({ figures }: YearScope, terms: readonly FormulaTerm[]): string | undefined {
  for (const { column } of figures.sums.behind(terms)) return column;
  return undefined;
}
