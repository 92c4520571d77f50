import type { Database } from 'better-sqlite3';
import { Classification } from '../../core/classification/classification.ts';
import { checkAdjustment } from '../../core/entry/check-adjustment.ts';
import { checkCell, checkEdit } from '../../core/entry/check-edit.ts';
import { checkText } from '../../core/entry/check-text.ts';
import type {
  Committed,
  EditKind,
  EditState,
  FigureEdit,
  NoteEdit,
  TextEdit,
  Undone,
} from '../../core/entry/edit.ts';
import { type ChangeSetHead, NO_STEPS, type UndoStacks, undoStacks } from '../../core/entry/undo-stack.ts';
import { ADJUSTMENT_UNIT, CONTROL_SHEET, DEPARTMENT_UNIT } from '../../core/figures/figure.ts';
import type { Problem } from '../../core/problems.ts';
import { refuseBalanceInTwoForms } from './balance-forms.ts';
import { dropNotesOfNameless, refuseNamelessRow, refuseStrayRows, textAt, writeText } from './cell-texts.ts';
import { type Cell, figureAt, noteAt, type StoredFigure, writeNote } from './cells.ts';
import { inChangeSet } from './change-set.ts';
import { ProblemError } from './failure.ts';
import { prepared } from './prepared.ts';
import { refuseFromRegister } from './registers.ts';
import type { SheetTotals } from './sheet-totals.ts';
import { turnBack } from './turn-back.ts';
import { ensurePseudoUnit, refuseUnkeyedUnit, refuseUnknownUnit, unitsOf } from './units.ts';
import { refuseLocked } from './year-locks.ts';

/** When a step of keying is made, and by whom. */
export interface EditBy {
  /** ISO 8601, UTC */
  readonly at: string;
  readonly actor: string;
}

export interface FigureEdits {
  readonly year: number;
  readonly unit: string;
  readonly kind: EditKind;
  readonly edits: readonly FigureEdit[];
  /** absent: none */
  readonly texts?: readonly TextEdit[] | undefined;
}

export interface NoteToWrite {
  readonly year: number;
  readonly unit: string;
  readonly note: NoteEdit;
}

/** Keys figures and notes into an open book, one step at a time, and takes steps back. */
export class Editor {
  readonly #database: Database;
  readonly #totals: SheetTotals;
  readonly #classifications = new Map<number, Classification>();
  #stacks: UndoStacks = NO_STEPS;
  #lastRead = 0;

  constructor(database: Database, totals: SheetTotals) {
    this.#database = database;
    this.#totals = totals;
  }

  /** Stores all of the edits or none. A cell that is edited twice takes the later value. */
  commit({ year, unit, kind, edits, texts = [] }: FigureEdits, by: EditBy): Committed {
    const pseudoUnit = pseudoUnitOf(unit, edits, texts);
    if (pseudoUnit === null || unitsOf(this.#database, year).length === 0)
      refuseUnknownUnit(this.#database, year, unit);
    const classification = this.#classificationOf(year);
    const cells = new Map<string, FigureEdit>();
    refuseLocked(this.#database, year);
    for (const edit of edits) {
      refuseFromRegister(this.#database, { ...edit, year, unit });
      refuse(checkEdit(edit, classification));
      refuse(checkAdjustment(unit, edit, classification));
      // a figure may go with its row, and come with it
      if (texts.length === 0) refuseNamelessRow(this.#database, { ...edit, year, unit });
      const { sheet, row, fund, column, measure } = edit;
      cells.set(JSON.stringify([sheet, row, fund, column, measure]), edit);
    }
    for (const text of texts) refuse(checkText(text));
    const changeSet = this.#totals.keeping(() =>
      inChangeSet(this.#database, { ...by, kind, reason: '' }, () => {
        if (pseudoUnit !== null && [...cells.values()].some(({ value }) => value !== null))
          ensurePseudoUnit(this.#database, year, pseudoUnit);
        for (const { value, reason, ...cell } of cells.values()) {
          const figure = value === null ? null : { value, reason: reason?.trim() ?? null };
          this.#write({ ...cell, year, unit }, figure);
        }
        if (edits.some((edit) => edit.sheet === 'balance')) {
          refuseBalanceInTwoForms(this.#database, { year, unit }, { where: `${year} 年度`, doing: '录入' });
        }
        for (const { body, ...text } of texts) {
          const cell = { ...text, year, unit };
          if (textAt(this.#database, cell) !== body) writeText(this.#database, cell, body);
          if (body === null) dropNotesOfNameless(this.#database, cell);
        }
        if (texts.length > 0) refuseStrayRows(this.#database, year);
        this.#totals.check(year);
      }),
    );
    return { changeSet, state: this.state() };
  }

  /** Writes a note of which nothing is visible as none at all. */
  writeNote({ year, unit, note }: NoteToWrite, by: EditBy): Committed {
    refuseUnkeyedUnit(this.#database, year, unit, '批注');
    refuse(checkCell(note, this.#classificationOf(year)));
    refuseNamelessRow(this.#database, { ...note, year, unit });
    const body = note.body === null || note.body.trim() === '' ? null : note.body;
    const cell = { ...note, year, unit };
    const changeSet = inChangeSet(this.#database, { ...by, kind: 'note', reason: '' }, () => {
      if (noteAt(this.#database, cell) !== body) writeNote(this.#database, cell, body);
    });
    return { changeSet, state: this.state() };
  }

  /** Takes the last step back, whatever sheet, unit or year it was made in; `null`: there is none. */
  undo(by: EditBy): Undone | null {
    return this.#turnBack('undo', by);
  }

  /** Makes the step again that was taken back last; `null`: there is none. */
  redo(by: EditBy): Undone | null {
    return this.#turnBack('redo', by);
  }

  state(): EditState {
    const { undo, redo } = this.#readStacks();
    const last = prepared(this.#database, 'SELECT at FROM change_set ORDER BY id DESC LIMIT 1').pluck();
    return { savedAt: last.get() as string, canUndo: undo !== null, canRedo: redo !== null };
  }

  #turnBack(way: 'undo' | 'redo', by: EditBy): Undone | null {
    const step = this.#readStacks()[way];
    if (step === null) return null;
    const cells = this.#totals.keeping(() => turnBack(this.#database, this.#totals, { step, way, by }));
    return { changeSet: step.original, kind: step.kind, ...cells, state: this.state() };
  }

  /** The history may have grown by an import too; it only grows, so only what is new is read. */
  #readStacks(): UndoStacks {
    const heads = prepared(
      this.#database,
      'SELECT id, kind, undo_of AS undoOf FROM change_set WHERE id > ? ORDER BY id',
    ).all(this.#lastRead) as ChangeSetHead[];
    this.#stacks = undoStacks(heads, this.#stacks);
    this.#lastRead = heads.at(-1)?.id ?? this.#lastRead;
    return this.#stacks;
  }

  #write(cell: Cell, figure: StoredFigure | null): void {
    const before = figureAt(this.#database, cell);
    if (before?.value === figure?.value && before?.reason === figure?.reason) return;
    this.#totals.write(cell, before, figure);
  }

  #classificationOf(year: number): Classification {
    const known = this.#classifications.get(year) ?? new Classification(year);
    this.#classifications.set(year, known);
    return known;
  }
}

/** The pseudo-unit that these edits may go to; `null`: it must be a real unit. */
function pseudoUnitOf(
  unit: string,
  edits: readonly FigureEdit[],
  texts: readonly TextEdit[],
): typeof ADJUSTMENT_UNIT | typeof DEPARTMENT_UNIT | null {
  if (texts.length > 0) return null;
  if (unit === ADJUSTMENT_UNIT) return unit;
  const isControl = edits.every(({ sheet }) => sheet === CONTROL_SHEET);
  return unit === DEPARTMENT_UNIT && isControl ? unit : null;
}

function refuse(found: Problem | null): void {
  if (found !== null) throw new ProblemError(found);
}
