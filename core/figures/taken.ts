import { type Problem, type ProblemPlace, problem } from '../problems.ts';
import {
  FUND_NAMES,
  type Fund,
  MEASURE_NAMES,
  type Measure,
  type SheetColumn,
  type SheetDefinition,
} from './sheets.ts';

/** No count in a department comes near; a longer number is an amount or a code in the wrong column. */
export const LARGEST_COUNT = 999_999_999;

/** 100.00: what the columns of kind `hundredths` hold are scores out of a hundred. */
export const LARGEST_SCORE = 10_000;

/** A column takes some measures and funds only; `null`: it takes this pair. */
export function notTakenProblem(
  sheet: SheetDefinition,
  column: SheetColumn,
  { fund, measure }: { readonly fund: Fund; readonly measure: Measure },
  place: ProblemPlace,
): Problem | null {
  const measures = column.measures ?? sheet.measures;
  if (!measures.includes(measure)) {
    const takes = measures.map((taken) => MEASURE_NAMES[taken]);
    return problem('measure-not-taken', {
      ...place,
      column: column.name,
      measure: MEASURE_NAMES[measure],
      takes,
    });
  }
  if (column.funds.includes(fund)) return null;
  return problem('fund-not-taken', {
    ...place,
    column: column.name,
    fund: FUND_NAMES[fund],
    takes: column.funds.map((taken) => FUND_NAMES[taken]),
    ...(column.note === undefined ? {} : { note: column.note }),
  });
}
