import type { Database } from 'better-sqlite3';
import { namingColumn } from '../../core/figures/free-row.ts';
import { findSheet } from '../../core/figures/sheets.ts';
import type { FormulaTerm } from '../../core/tables/formula.ts';
import type { OriginFigure } from '../../core/tables/origin.ts';
import { JOIN_ORIGIN, ORIGIN_TEXT } from './figure-sources.ts';

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
  const sheet = findSheet(term.sheet);
  const found = database
    .prepare(
      `SELECT figure.*, unit.name AS "unitName", text.body AS "rowTitle", ${ORIGIN_TEXT} AS "readAt" FROM figure
       JOIN unit ON unit.year = figure.year AND unit.code = figure.unit
       LEFT JOIN cell_text AS text ON text.year = figure.year AND text.sheet = figure.sheet
         AND text.unit = figure.unit AND text."row" = figure."row" AND text."column" = @naming
       ${JOIN_ORIGIN}
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
      naming: (sheet && namingColumn(sheet)?.id) ?? null,
      measure: term.measure,
      columns: JSON.stringify(term.columns),
      funds: JSON.stringify(term.funds),
      ...rows.values,
    }) as (OriginFigure & {
    readonly reason: string | null;
    readonly rowTitle: string | null;
    readonly readAt: string | null;
  })[];
  return found.map(
    ({ sheet, row, column, fund, measure, unit: code, unitName, value, reason, rowTitle, readAt }) => ({
      sheet,
      row,
      column,
      fund,
      measure,
      unit: code,
      unitName,
      value: term.sign * value,
      ...(reason === null ? {} : { reason }),
      ...(rowTitle === null ? {} : { rowTitle }),
      ...(readAt === null ? {} : { origin: readAt }),
    }),
  );
}
