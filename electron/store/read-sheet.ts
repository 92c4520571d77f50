import type { Database } from 'better-sqlite3';
import type { SheetContent } from '../../core/entry/edit.ts';
import {
  ADJUSTABLE_SHEETS,
  ADJUSTMENT_UNIT,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
} from '../../core/figures/figure.ts';
import { findSheet, SHEETS, type SheetDefinition } from '../../core/figures/sheets.ts';
import { problem } from '../../core/problems.ts';
import { COUNTED_VEHICLES } from '../../core/registers/totals.ts';
import { cellTextsOf } from './cell-texts.ts';
import { ProblemError } from './failure.ts';
import { JOIN_ORIGIN, ORIGIN_TEXT } from './figure-sources.ts';
import { prepared } from './prepared.ts';
import { isFromRegister } from './registers.ts';
import { refuseUnknownUnit } from './units.ts';

const CELL = 'sheet, "row", fund, "column", measure';
const FIGURE_CELL = 'figure.sheet, figure."row", figure.fund, figure."column", figure.measure';

type SourcedFigure = Omit<SheetContent['figures'][number], 'source' | 'reason'> & {
  readonly source: string | null;
  readonly reason: string | null;
};

/**
 * One sheet of one unit or of the 差额表, or (`unit` `null`) of the department added up with its 差额表. Its control figures are its own,
 * no sum of the units', and stand under DEPARTMENT_UNIT too.
 */
export function readSheet(
  database: Database,
  { year, unit, sheet }: { readonly year: number; readonly unit: string | null; readonly sheet: string },
): SheetContent {
  const definition = findSheet(sheet);
  if (definition === undefined) {
    const known = SHEETS.map((each) => each.id);
    throw new ProblemError(
      problem('unknown-word', { where: `${year} 年度`, doing: '录入', what: '录入表', found: sheet, known }),
    );
  }
  const texts =
    definition.rows.kind === 'free'
      ? { texts: cellTextsOf(database, year, unit).filter((text) => text.sheet === sheet) }
      : {};
  const isControl = sheet === CONTROL_SHEET;
  if (unit === null && !isControl) {
    const summed = prepared(
      database,
      `SELECT ${CELL}, SUM(value) AS value FROM figure WHERE year = ? AND sheet = ?
       GROUP BY "row", fund, "column", measure`,
    );
    const own = summed.all(year, sheet) as SheetContent['figures'];
    return { figures: [...own, ...lentFigures(database, definition, year, null)], notes: [], ...texts };
  }
  const own = unit ?? DEPARTMENT_UNIT;
  const isAdjustment = own === ADJUSTMENT_UNIT && ADJUSTABLE_SHEETS.includes(sheet);
  const isPseudo = isAdjustment || (isControl && own === DEPARTMENT_UNIT);
  if (!isPseudo) refuseUnknownUnit(database, year, own);
  const ofUnit = 'WHERE year = ? AND sheet = ? AND unit = ?';
  const counted = COUNTED_VEHICLES.filter((row) =>
    isFromRegister(database, { year, unit: own, sheet, row, measure: 'actual' }),
  );
  const figures = prepared(
    database,
    `SELECT ${FIGURE_CELL}, figure.value, figure.reason, ${ORIGIN_TEXT} AS source FROM figure ${JOIN_ORIGIN}
     WHERE figure.year = ? AND figure.sheet = ? AND figure.unit = ?`,
  );
  const notes = prepared(database, `SELECT ${CELL}, body FROM figure_note ${ofUnit}`);
  const stored = (figures.all(year, sheet, own) as SourcedFigure[]).map(({ source, reason, ...figure }) => ({
    ...figure,
    ...(source === null ? {} : { source }),
    ...(reason === null ? {} : { reason }),
  }));
  return {
    figures: [...stored, ...(isPseudo ? [] : lentFigures(database, definition, year, own))],
    notes: notes.all(year, sheet, own) as SheetContent['notes'],
    ...(counted.length === 0 ? {} : { registered: counted }),
    ...texts,
  };
}

/** 决算 that is keyed on another sheet, by the rows and in the column in which it is shown here. */
function lentFigures(
  database: Database,
  { id: sheet, columns }: SheetDefinition,
  year: number,
  unit: string | null,
): SheetContent['figures'] {
  return columns.flatMap(({ id: column, lent }) => {
    if (lent === undefined) return [];
    const { fund } = lent;
    // a row of 经济分类 begins with the code of its 款
    const sum = prepared(
      database,
      `SELECT SUM(value) FROM figure
       WHERE year = @year AND sheet = @from AND fund = @fund AND measure = 'actual'
         AND substr("row", 1, length(@code)) = @code AND (@unit IS NULL OR unit = @unit)`,
    ).pluck();
    return Object.entries(lent.codes).flatMap(([row, code]) => {
      const value = sum.get({ year, from: lent.sheet, fund, code, unit }) as number | null;
      return value === null ? [] : [{ sheet, row, fund, column, measure: 'actual' as const, value }];
    });
  });
}
