import type { Database } from 'better-sqlite3';
import { Classification } from '../../core/classification/classification.ts';
import type { FigureEdit, NoteEdit, TextEdit, Undone } from '../../core/entry/edit.ts';
import type { Step } from '../../core/entry/undo-stack.ts';
import { addressName } from '../../core/figures/address-name.ts';
import { problem } from '../../core/problems.ts';
import { type TextCell, textAt, textName, writeText } from './cell-texts.ts';
import { type Cell, figureAt, noteAt, type StoredFigure, writeNote } from './cells.ts';
import { inChangeSet } from './change-set.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';
import type { SheetTotals } from './sheet-totals.ts';

interface FigureChange extends Cell {
  readonly old_value: number | null;
  readonly new_value: number | null;
  readonly old_reason: string | null;
  readonly new_reason: string | null;
}

interface NoteChange extends Cell {
  readonly old_body: string | null;
  readonly new_body: string | null;
}

interface TextChange extends TextCell {
  readonly old_body: string | null;
  readonly new_body: string | null;
}

/** The cells that a step was about, as they are after it was turned back. */
export type TurnedBack = Pick<Undone, 'year' | 'unit' | 'figures' | 'notes' | 'texts'>;

/**
 * Makes the inverse of a step, as a change set of its own: history only grows. Every cell must still be as the step
 * left it; otherwise nothing changes.
 */
export function turnBack(
  database: Database,
  totals: SheetTotals,
  turn: {
    readonly step: Step;
    readonly way: 'undo' | 'redo';
    readonly by: { readonly at: string; readonly actor: string };
  },
): TurnedBack {
  const { changeSet } = turn.step;
  const figures = changesOf(database, 'figure_history', changeSet) as FigureChange[];
  const notes = changesOf(database, 'figure_note_history', changeSet) as NoteChange[];
  const texts = changesOf(database, 'cell_text_history', changeSet) as TextChange[];
  const [first] = [...figures, ...notes, ...texts];
  if (first === undefined) throw new Error(`step ${changeSet} changed no cell`);
  inChangeSet(database, { ...turn.by, kind: turn.way, reason: '', undoOf: changeSet }, () => {
    for (const change of figures) {
      const now = figureAt(database, change);
      const left = figureOf(change.new_value, change.new_reason);
      refuseUnless(now?.value === left?.value && now?.reason === left?.reason, change);
      totals.write(addressOf(change), now, figureOf(change.old_value, change.old_reason));
    }
    for (const change of notes) {
      refuseUnless(noteAt(database, change) === change.new_body, change);
      writeNote(database, addressOf(change), change.old_body);
    }
    for (const change of texts) {
      if (textAt(database, textCellOf(change)) !== change.new_body) {
        throw new ProblemError(problem('undo-conflict', { address: textName(change.year, change) }));
      }
      writeText(database, textCellOf(change), change.old_body);
    }
  });
  return {
    year: first.year,
    unit: first.unit,
    figures: figures.map(
      (change): FigureEdit => ({
        ...cellOf(change),
        value: change.old_value,
        ...(change.old_reason === null ? {} : { reason: change.old_reason }),
      }),
    ),
    notes: notes.map((change): NoteEdit => ({ ...cellOf(change), body: change.old_body })),
    texts: texts.map(({ sheet, row, column, old_body: body }): TextEdit => ({ sheet, row, column, body })),
  };
}

/** What a change set did, the last first. */
function changesOf(
  database: Database,
  table: 'figure_history' | 'figure_note_history' | 'cell_text_history',
  changeSet: number,
): unknown[] {
  return prepared(database, `SELECT * FROM ${table} WHERE change_set = ? ORDER BY id DESC`).all(changeSet);
}

function figureOf(value: number | null, reason: string | null): StoredFigure | null {
  return value === null ? null : { value, reason };
}

function addressOf(change: Cell): Cell {
  return { ...cellOf(change), year: change.year, unit: change.unit };
}

function textCellOf({ year, unit, sheet, row, column }: TextCell): TextCell {
  return { year, unit, sheet, row, column };
}

function cellOf({ sheet, row, fund, column, measure }: Cell) {
  return { sheet, row, fund, column, measure };
}

function refuseUnless(isAsLeft: boolean, cell: Cell): void {
  if (isAsLeft) return;
  const address = `${cell.year} 年度 ${addressName(cell, new Classification(cell.year))}`;
  throw new ProblemError(problem('undo-conflict', { address }));
}
