import type { Classification } from '../classification/classification.ts';
import { rowName } from '../figures/address-name.ts';
import { economicItemProblem, functionItemProblem } from '../figures/code-rules.ts';
import { isFreeRow, readEconomicRow, writeEconomicRow } from '../figures/row.ts';
import {
  findColumn,
  findSheet,
  isRegisterSheet,
  listItemName,
  SHEETS,
  type SheetDefinition,
} from '../figures/sheets.ts';
import { LARGEST_COUNT, LARGEST_SCORE, notTakenProblem } from '../figures/taken.ts';
import { LARGEST_FIGURE } from '../money/fen.ts';
import { type Problem, type ProblemPlace, problem } from '../problems.ts';
import type { CellAddress, FigureEdit } from './edit.ts';

/**
 * Whether a keyed cell may be stored: the rules of an address and its value that hold without a look into the book.
 *
 * @param edit one cell of any unit
 * @param classification of the edit's year
 * @returns the first thing wrong, said with the sheet and row; `null`: it may be stored
 */
export function checkEdit(edit: FigureEdit, classification: Classification): Problem | null {
  return checkCell(edit, classification) ?? checkValue(edit, classification);
}

/** Whether there is such a cell at all; a note stands on any cell that could hold a figure. */
export function checkCell(cell: CellAddress, classification: Classification): Problem | null {
  const sheet = findSheet(cell.sheet);
  if (sheet === undefined || isRegisterSheet(sheet.id)) {
    const known = SHEETS.map((candidate) => candidate.name);
    return problem('unknown-word', { ...keyed('这一格'), what: '录入表', found: cell.sheet, known });
  }
  const wrongRow = checkRow(sheet, cell.row, classification);
  if (wrongRow !== null) return wrongRow;
  const place = keyed(`${sheet.name} ${rowName(sheet, cell.row, classification)}`);
  const column = findColumn(sheet, cell.column);
  if (column === undefined || column.kind === 'text') {
    const known = sheet.columns.filter(({ kind }) => kind !== 'text').map((candidate) => candidate.name);
    return problem('unknown-word', { ...place, what: '列', found: cell.column, known });
  }
  return notTakenProblem(sheet, column, cell, place);
}

function checkRow(sheet: SheetDefinition, row: string, classification: Classification): Problem | null {
  const place = keyed(sheet.name);
  switch (sheet.rows.kind) {
    case 'function':
      return functionItemProblem(row, classification, place);
    case 'function-or-blank':
      return row === '' ? null : functionItemProblem(row, classification, place);
    case 'economic': {
      const read = readEconomicRow(row);
      // another spelling of a row would be a second address for one cell
      if (writeEconomicRow(read) !== row)
        return problem('malformed-code', { ...place, code: row, digits: '5' });
      const wrongItem =
        read.item === undefined ? null : functionItemProblem(read.item, classification, place);
      return economicItemProblem(read.code, classification, place) ?? wrongItem;
    }
    case 'list': {
      const known = sheet.rows.items.map((item) => item.name);
      const isKnown = listItemName(sheet, row) !== undefined;
      return isKnown ? null : problem('unknown-word', { ...place, what: '行', found: row, known });
    }
    case 'free':
      return isFreeRow(row) ? null : problem('unknown-word', { ...place, what: '行', found: row, known: [] });
  }
}

function checkValue({ value, ...cell }: FigureEdit, classification: Classification): Problem | null {
  const sheet = findSheet(cell.sheet);
  const column = sheet === undefined ? undefined : findColumn(sheet, cell.column);
  if (value === null || sheet === undefined || column === undefined) return null;
  const place = keyed(`${sheet.name} ${rowName(sheet, cell.row, classification)} ${column.name}`);
  if (column.kind === 'count') {
    const isCount = Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT;
    return isCount ? null : problem('bad-count', { ...place, text: String(value) });
  }
  if (column.kind === 'hundredths') {
    const isScore = Number.isInteger(value) && value >= 0 && value <= LARGEST_SCORE;
    return isScore ? null : problem('bad-score', { ...place, text: String(value / 100) });
  }
  const isAmount = Number.isSafeInteger(value) && Math.abs(value) <= LARGEST_FIGURE;
  return isAmount ? null : problem('bad-value', { where: place.where, value: String(value) });
}

function keyed(where: string): ProblemPlace {
  return { where, doing: '录入' };
}
