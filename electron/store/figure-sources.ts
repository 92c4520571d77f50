import type { Database } from 'better-sqlite3';
import type { CellAddress } from '../../core/entry/edit.ts';
import type { IncomingFigure } from '../../core/incoming/incoming.ts';
import { prepared } from './prepared.ts';

/**
 * Joins `figure` with its newest source as `origin`, as long as the figure still has the value that was read there: keyed
 * over, it stands on no source any more, also not on an earlier one that happens to say the same.
 */
export const JOIN_ORIGIN = `
  LEFT JOIN figure_source AS origin ON origin.year = figure.year AND origin.sheet = figure.sheet
    AND origin.unit = figure.unit AND origin."row" = figure."row" AND origin.fund = figure.fund
    AND origin."column" = figure."column" AND origin.measure = figure.measure AND origin.value = figure.value
    AND origin.change_set = (
      SELECT max(newest.change_set) FROM figure_source AS newest
      WHERE newest.year = figure.year AND newest.sheet = figure.sheet AND newest.unit = figure.unit
        AND newest."row" = figure."row" AND newest.fund = figure.fund AND newest."column" = figure."column"
        AND newest.measure = figure.measure)`;

/** `财决03 · Z03 收入决算表!E12，2010301 行政运行，财政拨款收入（决算.xls）`; NULL: the figure was keyed */
export const ORIGIN_TEXT = `origin.source || ' · ' || origin.place || '（' || origin.file || '）'`;

/** Where the figures of a unit's year were read, within a change set; what is known already is not written again. */
export function addSources(
  database: Database,
  { year, unit, file }: { readonly year: number; readonly unit: string; readonly file: string },
  figures: readonly IncomingFigure[],
): void {
  const insert = prepared(
    database,
    `INSERT INTO figure_source
       (change_set, year, sheet, unit, "row", fund, "column", measure, value, file, source, place)
     SELECT change_set, @year, @sheet, @unit, @row, @fund, @column, @measure, @value, @file, @source, @place
     FROM open_change_set
     WHERE (@value, @file, @source, @place) IS NOT (
       SELECT value, file, source, place FROM figure_source
       WHERE year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row AND fund = @fund
         AND "column" = @column AND measure = @measure
       ORDER BY change_set DESC LIMIT 1)`,
  );
  for (const { sheet, row, fund, column, measure, value, source, place } of figures) {
    insert.run({ year, unit, file, sheet, row, fund, column, measure, value, source, place });
  }
}

/**
 * The file has nothing in these cells, which stand on no earlier file any more, whatever is keyed there. Only what had a
 * source is written.
 */
export function endSources(
  database: Database,
  { year, unit, file }: { readonly year: number; readonly unit: string; readonly file: string },
  cells: readonly CellAddress[],
): void {
  const insert = prepared(
    database,
    `INSERT INTO figure_source
       (change_set, year, sheet, unit, "row", fund, "column", measure, value, file, source, place)
     SELECT change_set, @year, @sheet, @unit, @row, @fund, @column, @measure, 0, @file, '导入', '文件里没有这一格'
     FROM open_change_set
     WHERE EXISTS (SELECT 1 FROM figure_source
       WHERE year = @year AND sheet = @sheet AND unit = @unit AND "row" = @row AND fund = @fund
         AND "column" = @column AND measure = @measure)`,
  );
  for (const { sheet, row, fund, column, measure } of cells) {
    insert.run({ year, unit, file, sheet, row, fund, column, measure });
  }
}
