import type { Database } from 'better-sqlite3';
import type { Figure } from '../../core/figures/figure.ts';
import { namingColumn } from '../../core/figures/free-row.ts';
import { SHEETS } from '../../core/figures/sheets.ts';
import { CODE_SHEETS, columnsOfKind, type FigureQuery } from '../../core/going/figure-query.ts';

export interface FiguresToFind {
  readonly year: number;
  /** `null`: of all units and the 差额表 */
  readonly unit: string | null;
  readonly query: FigureQuery;
  readonly limit: number;
}

const SHEET_IDS = JSON.stringify(SHEETS.map(({ id }) => id));
const CODES = JSON.stringify(CODE_SHEETS);
const MONEY = JSON.stringify(columnsOfKind('fen'));
const COUNTS = JSON.stringify(columnsOfKind('count'));
const NAMING = JSON.stringify(
  SHEETS.flatMap((sheet) => {
    const naming = namingColumn(sheet);
    return naming === undefined ? [] : [`${sheet.id} ${naming.id}`];
  }),
);

/**
 * The keyed figures that fit a query: amounts each by itself, of what is found by its row one cell for each unit and
 * fund, the 决算 where there is one. In the order of the sheets, amounts first.
 */
export function findFigures(database: Database, { year, unit, query, limit }: FiguresToFind): Figure[] {
  return database
    .prepare(
      `WITH fitting AS (
         SELECT figure.*, unit.position,
           (SELECT key FROM json_each(@sheets) WHERE value = figure.sheet) AS sheet_position,
           (@low IS NOT NULL AND figure.value BETWEEN @low AND @high
             AND EXISTS (SELECT 1 FROM json_each(@money) WHERE value = figure.sheet || ' ' || figure."column"))
           OR (@count IS NOT NULL AND figure.value = @count
             AND EXISTS (SELECT 1 FROM json_each(@counts) WHERE value = figure.sheet || ' ' || figure."column"))
           AS by_value,
           ((@under <> '' AND substr(figure."row", 1, length(@under)) = @under)
               OR substr(figure."row", 1, 7) IN (SELECT value FROM json_each(@codes))
               OR substr(figure."row", 1, 5) IN (SELECT value FROM json_each(@codes))
               OR substr(figure."row", 1, 3) IN (SELECT value FROM json_each(@codes)))
             AND figure.sheet IN (SELECT value FROM json_each(@codeSheets))
           OR EXISTS (SELECT 1 FROM json_each(@rows)
             WHERE value ->> 'sheet' = figure.sheet AND value ->> 'row' = figure."row")
           OR (@text <> '' AND EXISTS (SELECT 1 FROM cell_text AS text
             WHERE text.year = figure.year AND text.unit = figure.unit AND text.sheet = figure.sheet
               AND text."row" = figure."row" AND instr(text.body, @text) > 0
               AND text.sheet || ' ' || text."column" IN (SELECT value FROM json_each(@naming))))
           AS by_row
         FROM figure JOIN unit ON unit.year = figure.year AND unit.code = figure.unit
         WHERE figure.year = @year AND (@unit IS NULL OR figure.unit = @unit)
       ), ranked AS (
         SELECT *, row_number() OVER (
           PARTITION BY by_value, unit, sheet, "row", fund ORDER BY measure <> 'actual', measure, "column"
         ) AS place
         FROM fitting WHERE by_value OR by_row
       )
       SELECT unit, sheet, "row", fund, "column", measure, value FROM ranked
       WHERE by_value OR place = 1
       ORDER BY by_value DESC, measure <> 'actual', sheet_position, position, "row", fund, measure, "column"
       LIMIT @limit`,
    )
    .all({
      year,
      unit,
      limit,
      sheets: SHEET_IDS,
      money: MONEY,
      counts: COUNTS,
      codeSheets: CODES,
      naming: NAMING,
      low: query.amount?.from ?? null,
      high: query.amount?.to ?? null,
      count: query.count,
      under: query.under,
      codes: JSON.stringify(query.codes),
      rows: JSON.stringify(query.rows),
      text: query.text,
    }) as Figure[];
}
