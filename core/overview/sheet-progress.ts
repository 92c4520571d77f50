import type { BookScope } from '../checks/book-facts.ts';
import { type Measure, SHEETS } from '../figures/sheets.ts';
import { COUNTED_VEHICLES, REGISTER_TOTALS } from '../registers/totals.ts';
import type { FigureSums } from '../tables/sums.ts';
import type { Expectation } from './expectation.ts';
import { expectationsOf } from './expected.ts';
import type { MissingFigure, ProgressState, SheetProgress } from './overview.ts';

/** So many missing figures of a sheet are named; how many there are in all follows from the counts. */
export const MOST_NAMED = 12;

/**
 * How far each sheet is, over all units that are looked at.
 *
 * @param scopes one unit; or all units, the 差额表 and the department, whose figures are those of the others, apart from
 *   its own 核对数
 * @param changedAt when a figure of a sheet last changed, ISO 8601 in UTC
 */
export function sheetProgress(
  scopes: readonly BookScope[],
  changedAt: ReadonlyMap<string, string>,
): SheetProgress[] {
  const asked = scopes.map((scope) => ({ scope, expected: expectationsOf(scope) }));
  return SHEETS.map(({ id }) => {
    const keyed = asked.reduce((sum, { scope }) => sum + keyedIn(scope, id), 0);
    const prior = asked.reduce((sum, { scope }) => sum + keyedIn(scope, id, 'prior'), 0);
    // what the year before left is no work of this year yet, and shows how much there will be
    const isCarried = keyed === prior;
    const filled = isCarried ? 0 : keyed;
    const missing = asked.flatMap(({ scope, expected }) =>
      missingIn(scope, expected, { sheet: id, several: scopes.length > 1 }),
    );
    return {
      sheet: id,
      state: isCarried && prior > 0 ? 'empty' : stateOf(filled, missing.length),
      filled,
      expected: isCarried ? Math.max(prior, missing.length) : filled + missing.length,
      missing: missing.slice(0, MOST_NAMED),
      changedAt: changedAt.get(id) ?? null,
    };
  });
}

/** The figures of the department are those of its units, but for its own 核对数. */
function keyedIn({ scope, sums }: BookScope, sheet: string, measure?: Measure): number {
  if (scope === 'department' && sheet !== 'control') return 0;
  return sums.count(sheet, measure) - (sheet === 'counts' && measure === undefined ? countedIn(sums) : 0);
}

/** How many counts the register of vehicles gives: nobody has worked on those. */
function countedIn(sums: FigureSums): number {
  const isKept = sums.rows(REGISTER_TOTALS, [''], 'actual').includes('vehicles_total');
  const rows = isKept ? sums.rows('counts', [''], 'actual') : [];
  return rows.filter((row) => COUNTED_VEHICLES.includes(row)).length;
}

function missingIn(
  { scope, unit }: BookScope,
  expected: readonly Expectation[],
  { sheet, several }: { readonly sheet: string; readonly several: boolean },
): MissingFigure[] {
  const whose = !several ? '' : scope === 'department' ? '部门 ' : `${unit.code} `;
  return expected
    .filter((each) => each.sheet === sheet && !each.isThere)
    .map(({ name, place }) => ({ name: `${whose}${name}`, place }));
}

function stateOf(filled: number, missing: number): ProgressState {
  if (missing === 0) return filled === 0 ? 'unneeded' : 'full';
  return filled === 0 ? 'empty' : 'partly';
}
