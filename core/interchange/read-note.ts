import type { Classification } from '../classification/classification.ts';
import type { UnitNote } from '../figures/figure.ts';
import { findColumn, findSheet, SHEETS } from '../figures/sheets.ts';
import { notTakenProblem } from '../figures/taken.ts';
import type { FreeRows } from './free-rows.ts';
import { asText, asWord, checkKeys, type JsonObject, type Path, refuse } from './json-reader.ts';
import { readFund, readRow, rowKeys } from './read-address.ts';

/** A note of a unit, on any cell that could hold a figure. Throws `Refusal`. */
export function readNote(
  line: JsonObject,
  {
    unit,
    classification,
    freeRows,
    path,
  }: { unit: string; classification: Classification; freeRows: FreeRows; path: Path },
): UnitNote {
  const ids = SHEETS.map((each) => each.id);
  const sheet = findSheet(asWord(line['sheet'], ids, '录入表', `${path}.sheet`));
  if (sheet === undefined) throw new Error('the sheet was found before');
  const keys = rowKeys(sheet);
  const required = ['sheet', ...keys.required, 'measure', 'column', 'note'];
  checkKeys(line, path, required, [...keys.optional, 'fund']);
  const freeRow = () => freeRows.find(line['id'], { unit, sheet, path });
  const context = { sheet, classification, path, freeRow };
  const row = readRow(line, context);
  const fund = readFund(line, context);
  const measure = asWord(line['measure'], sheet.measures, '口径', `${path}.measure`);
  const columns = sheet.columns.filter(({ kind }) => kind !== 'text').map((each) => each.id);
  const column = findColumn(sheet, asWord(line['column'], columns, '列', `${path}.column`));
  if (column === undefined) throw new Error('the column was found before');
  refuse(notTakenProblem(sheet, column, { fund, measure }, { where: path }));
  const body = asText(line['note'], `${path}.note`);
  return { unit, sheet: sheet.id, row, fund, column: column.id, measure, body };
}
