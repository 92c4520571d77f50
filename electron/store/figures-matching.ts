import type { Database } from 'better-sqlite3';
import type { FormulaTerm } from '../../core/tables/formula.ts';
import type { OriginFigure } from '../../core/tables/origin.ts';

/** The keyed figures that one term of a formula adds up, its sign applied, of one unit or (`null`) of all. */
export function figuresMatching(
  database: Database,
  { year, unit, term }: { readonly year: number; readonly unit: string | null; readonly term: FormulaTerm },
): OriginFigure[] {
  const rows =
    'under' in term.select
      ? { clause: 'substr(figure."row", 1, length(@under)) = @under', values: { under: term.select.under } }
      : {
          clause: 'figure."row" IN (SELECT value FROM json_each(@rows))',
          values: { rows: JSON.stringify(term.select.rows) },
        };
  const found = database
    .prepare(
      `SELECT figure.*, unit.name AS "unitName" FROM figure
       JOIN unit ON unit.year = figure.year AND unit.code = figure.unit
       WHERE figure.year = @year AND (@unit IS NULL OR figure.unit = @unit)
         AND figure.sheet = @sheet AND figure.measure = @measure AND ${rows.clause}
         AND figure."column" IN (SELECT value FROM json_each(@columns))
         AND figure.fund IN (SELECT value FROM json_each(@funds))
       ORDER BY figure."row", unit.position, figure.fund, figure."column"`,
    )
    .all({
      year,
      unit,
      sheet: term.sheet,
      measure: term.measure,
      columns: JSON.stringify(term.columns),
      funds: JSON.stringify(term.funds),
      ...rows.values,
    }) as (OriginFigure & { readonly reason: string | null })[];
  return found.map(({ sheet, row, column, fund, measure, unit: code, unitName, value, reason }) => ({
    sheet,
    row,
    column,
    fund,
    measure,
    unit: code,
    unitName,
    value: term.sign * value,
    ...(reason === null ? {} : { reason }),
  }));
}
