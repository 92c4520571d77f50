import type { Database } from 'better-sqlite3';
import { Classification } from '../../core/classification/classification.ts';
import { checkCell, checkEdit } from '../../core/entry/check-edit.ts';
import { checkText } from '../../core/entry/check-text.ts';
import type { Taking } from '../../core/incoming/compare.ts';
import type { RememberedColumn } from '../../core/incoming/remembered.ts';
import type { Problem } from '../../core/problems.ts';
import type { BookRegister } from '../../core/registers/book-register.ts';
import { refuseBalanceInTwoForms } from './balance-forms.ts';
import { importRegisters } from './book-registers.ts';
import { refuseStrayRows, writeText } from './cell-texts.ts';
import { figureAt, writeNote } from './cells.ts';
import { inChangeSet } from './change-set.ts';
import type { EditBy } from './editor.ts';
import { ProblemError } from './failure.ts';
import { addSources, endSources } from './figure-sources.ts';
import { prepared } from './prepared.ts';
import { refuseFromRegister, settleRegisters } from './registers.ts';
import { rememberColumns } from './report-columns.ts';
import type { SheetTotals } from './sheet-totals.ts';
import { refuseUnkeyedUnit } from './units.ts';
import { refuseLocked } from './year-locks.ts';

/** What is taken into one unit's year. */
export interface TakeIn {
  readonly year: number;
  readonly unit: string;
  /** name of the file, without its folder */
  readonly file: string;
  readonly taking: Taking;
  /** of the unit, which has none of these kinds yet */
  readonly registers?: readonly BookRegister[];
  /** what the clerk said that columns mean */
  readonly remembered: readonly RememberedColumn[];
}

/**
 * Writes figures, texts, names of rows, notes and where the figures were read, all or nothing, as one import. What stands
 * in a cell already is written over: the clerk has seen the difference.
 *
 * @returns the step in the history; `null`: everything was so already
 */
export function takeIn(
  database: Database,
  totals: SheetTotals,
  { year, unit, file, taking, registers = [], remembered }: TakeIn,
  by: EditBy,
): number | null {
  refuseUnkeyedUnit(database, year, unit, '导入的数');
  const classification = new Classification(year);
  refuseLocked(database, year);
  for (const figure of taking.figures) {
    refuseFromRegister(database, { ...figure, year, unit });
    refuse(checkEdit(figure, classification));
  }
  for (const cell of taking.cleared) refuseFromRegister(database, { ...cell, year, unit });
  for (const note of taking.notes) refuse(checkCell(note, classification));
  for (const text of taking.cellTexts) refuse(checkText(text));
  const step = totals.keeping(() =>
    inChangeSet(database, { ...by, kind: 'import', reason: file }, () => {
      for (const { sheet, row, fund, column, measure } of taking.cleared) {
        const cell = { year, unit, sheet, row, fund, column, measure };
        totals.write(cell, figureAt(database, cell), null);
      }
      for (const { value, sheet, row, fund, column, measure } of taking.figures) {
        const cell = { year, unit, sheet, row, fund, column, measure };
        totals.write(cell, figureAt(database, cell), { value, reason: null });
      }
      for (const { body, ...text } of taking.cellTexts) writeText(database, { ...text, year, unit }, body);
      for (const { slot, body } of taking.texts) writeUnitText(database, { year, unit, slot, body });
      for (const { body, ...cell } of taking.notes) writeNote(database, { ...cell, year, unit }, body);
      addSources(database, { year, unit, file }, taking.sources);
      endSources(database, { year, unit, file }, taking.cleared);
      importRegisters(database, registers, by.at);
      for (const { register } of registers) settleRegisters(database, totals, { register, unit });
      refuseBalanceInTwoForms(database, { year, unit }, { where: `${year} 年度` });
      refuseStrayRows(database, year);
      totals.check(year);
    }),
  );
  // a habit of reading: it belongs to no step, and stays whatever becomes of the figures
  rememberColumns(database, remembered);
  return step;
}

function writeUnitText(
  database: Database,
  text: { readonly year: number; readonly unit: string; readonly slot: string; readonly body: string },
): void {
  prepared(
    database,
    `INSERT INTO unit_text (year, unit, slot, body) VALUES (@year, @unit, @slot, @body)
     ON CONFLICT (year, unit, slot) DO UPDATE SET body = excluded.body WHERE body <> excluded.body`,
  ).run(text);
}

function refuse(found: Problem | null): void {
  if (found !== null) throw new ProblemError(found);
}
