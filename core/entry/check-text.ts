import { isFreeRow } from '../figures/row.ts';
import { findColumn, findSheet } from '../figures/sheets.ts';
import { type Problem, problem } from '../problems.ts';
import type { TextEdit } from './edit.ts';

/** Long enough for any name of a project; a description belongs elsewhere. */
export const LONGEST_TEXT = 200;

/** Whether a text can be printed as a name: on one line, of characters that Excel and XML can hold. */
export function isPrintableLine(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Cn}\p{Co}]/u.test(text) && text.replace(/\p{Cf}/gu, '').trim() !== '';
}

/** Whether there is such a text cell, and whether the text may stand in it; `null`: it may be stored. */
export function checkText({ sheet: id, row, column: columnId, body }: TextEdit): Problem | null {
  const sheet = findSheet(id);
  const where = sheet?.name ?? id;
  const column = sheet && findColumn(sheet, columnId);
  if (sheet?.rows.kind !== 'free' || column?.kind !== 'text') {
    const known = sheet?.columns.filter(({ kind }) => kind === 'text').map(({ name }) => name) ?? [];
    return problem('unknown-word', { where, doing: '录入', what: '文字列', found: columnId, known });
  }
  if (!isFreeRow(row)) {
    return problem('unknown-word', { where, doing: '录入', what: '行', found: row, known: [] });
  }
  if (body === null || (isPrintableLine(body) && body.length <= LONGEST_TEXT)) return null;
  return problem('bad-text', { where: `${where} ${column.name}`, most: LONGEST_TEXT });
}
