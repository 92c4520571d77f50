import { type RefObject, useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { EditKind, FigureEdit, Undone } from '../../core/entry/edit.ts';
import type { FundView } from '../../core/entry/sheet-columns.ts';
import type { SheetView } from '../../core/entry/sheet-view.ts';
import type { RowSuggestion } from '../../core/entry/suggest-rows.ts';
import type { SuspectUnit } from '../../core/entry/suspect-unit.ts';
import { namingColumn } from '../../core/figures/free-row.ts';
import type { Measure } from '../../core/figures/sheets.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { type Problem, problem as problemOf } from '../../core/problems.ts';
import type { BookDesk } from '../book/book-desk.ts';
import type { BookCell } from '../book/refused-cells.ts';
import { callNow } from '../bridge.ts';
import type {
  CellPlace,
  EntryGridHandle,
  GridLine,
  KeyedText,
  SkippedCells,
} from '../entry-grid/grid-types.ts';
import type { CellMarks } from './cell-marks.ts';
import { firstCell } from './first-cell.ts';
import type { SheetSession } from './sheet-session.ts';
import { editNotice, skippedNotice, stepNotice } from './step-notices.ts';
import { type Target, useWay } from './use-way.ts';

export interface Entry {
  readonly grid: RefObject<EntryGridHandle | null>;
  readonly closed: ReadonlySet<string>;
  /** what there is to say about the last step; `''`: nothing */
  readonly notice: string;
  readonly problem: Problem | null;
  readonly dismissProblem: () => void;
  readonly show: (fund: FundView, measure: Measure) => void;
  readonly edit: (texts: readonly KeyedText[], kind: EditKind) => number;
  readonly discard: (place: CellPlace) => void;
  readonly skipped: (cells: SkippedCells) => void;
  readonly step: (direction: 'undo' | 'redo') => void;
  readonly toggle: (line: string) => void;
  readonly addRow: (suggestion: RowSuggestion) => void;
  /** a row of the clerk's own, by its name */
  readonly addNamedRow: (name: string) => void;
  readonly deleteRows: (lines: readonly GridLine[]) => void;
  /**
   * Stores figures as one step.
   *
   * @param told what there is to say then
   * @returns whether they are in the book
   */
  readonly put: (edits: readonly FigureEdit[], told: string) => boolean;
  /** a pasted block that waits for an answer; `null`: none */
  readonly question: SuspectUnit | null;
  /** stores what waits with its amounts in this unit; `null`: it is not pasted */
  readonly answer: (money: MoneyUnit | null) => void;
  readonly goTo: (target: Target) => void;
  /** @returns false: it was not stored, and `problem` says why */
  readonly writeNote: (cell: BookCell, body: string) => boolean;
}

/** A pasted block that is not stored yet. */
interface Waiting {
  readonly texts: readonly KeyedText[];
  readonly doubt: SuspectUnit;
  /** what was shown: in another fund, unit or measure its cells would be other ones */
  readonly view: SheetView;
}

/** The cell of the book at a place of the grid; `null`: computed. */
export function bookCell(session: SheetSession, place: CellPlace): BookCell | null {
  const found = session.at(place);
  return found && session.cellOf(found);
}

/** How a page is led to a cell, and leads elsewhere. */
export interface Guide {
  /** counts the steps taken from outside the grid: what was read before one no longer holds */
  readonly rereads: number;
  /** the cell that the page shall show; `null`: none in particular */
  readonly wanted: BookCell | null;
  readonly onShown: () => void;
  /** shows a cell of another sheet, unit or year */
  readonly onCell: (cell: BookCell) => void;
}

/**
 * What can be done to the sheet on the page. Every step is in the book before this returns.
 *
 * @param marks what the checks found in its cells
 */
export function useEntry(session: SheetSession, desk: BookDesk, guide: Guide, marks: CellMarks): Entry {
  const { onCell } = guide;
  const { sheet, year, unit, money } = session.options;
  const grid = useRef<EntryGridHandle>(null);
  const justEdited = useRef(false);
  const [notice, setNotice] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const way = useWay(session, desk, guide, { grid, onMoved: () => setNotice('') });
  const { goTo, showCell, putRow } = way;

  useLayoutEffect(() => {
    if (session.takeMarks(marks)) redraw();
  }, [session, marks]);

  const asked = waiting?.view === session.view ? waiting : null;

  function edit(texts: readonly KeyedText[], kind: EditKind): number {
    const code = kind === 'paste' ? session.pastedCode(texts) : null;
    if (code !== null) {
      setProblem(problemOf('pasted-codes', { code }));
      return 0;
    }
    const doubt = kind === 'paste' ? session.suspectUnit(texts) : null;
    if (doubt === null) return store(texts, kind, money);
    setWaiting({ texts, doubt, view: session.view });
    setNotice('');
    return 0;
  }

  function answer(unitOfTexts: MoneyUnit | null) {
    setWaiting(null);
    if (asked === null) return;
    if (unitOfTexts === null) setNotice('没有粘贴');
    else store(asked.texts, 'paste', unitOfTexts);
    grid.current?.focus();
  }

  function store(texts: readonly KeyedText[], kind: EditKind, unitOfTexts: MoneyUnit): number {
    const outcome = session.edit(texts, kind, unitOfTexts);
    setProblem(outcome.problem);
    setNotice(editNotice(texts.length, outcome, kind));
    // what was left out of the same step is told right after it
    justEdited.current = true;
    queueMicrotask(() => {
      justEdited.current = false;
    });
    // equal values are no step
    if (outcome.committed !== null && outcome.committed.changeSet !== null) {
      desk.committed(outcome.committed.state);
    }
    desk.refusedChanged();
    return outcome.refused;
  }

  const skipping = (cells: SkippedCells) => skippedNotice(cells, session.options);

  function skipped(cells: SkippedCells) {
    const isOfStep = justEdited.current;
    setNotice((edited) => (isOfStep && edited !== '' ? `${edited}，${skipping(cells)}` : skipping(cells)));
  }

  function discard(place: CellPlace) {
    const cell = bookCell(session, place);
    if (cell === null) return;
    session.discard(cell);
    setProblem(null);
    desk.refusedChanged();
  }

  function step(direction: 'undo' | 'redo') {
    // nothing of the last step was stored: taking it back is taking its texts away
    const dropped = direction === 'undo' ? desk.takeLastUnstored() : [];
    if (dropped.length > 0) {
      session.touched(dropped);
      setNotice(`已撤销没有存入的 ${dropped.length} 格`);
      return;
    }
    const undone = desk.step(direction);
    setNotice(stepNotice(undone, direction));
    if (undone === null) return;
    takeOver(undone);
    desk.refusedChanged();
  }

  function takeOver(undone: Undone) {
    const first = firstCell(undone);
    if (first === undefined) return;
    if (session.takeBack(undone)) showCell(first);
    else onCell({ ...first, year: undone.year, unit: undone.unit });
  }

  function addRow({ row }: RowSuggestion) {
    const { fund } = session.view.options;
    if (fund === 'all') return;
    putRow(row, fund);
    const first = session.view.columns.find(({ keyed }) => keyed !== null);
    if (first !== undefined) goTo({ line: row, column: first.id, focus: true });
  }

  function addNamedRow(name: string) {
    const { row, problem: wrong, committed } = session.addNamedRow(name);
    setProblem(wrong);
    if (committed === null) return;
    desk.committed(committed.state);
    const first = session.view.columns.find(({ id }) => id !== namingColumn(sheet)?.id);
    if (first !== undefined) goTo({ line: row, column: first.id, focus: true });
  }

  function deleteRows(lines: readonly GridLine[]) {
    if (unit === null || sheet.rows.kind !== 'free') return;
    const { problem: wrong, committed } = session.deleteRows(lines.map(({ id }) => id));
    setProblem(wrong);
    if (committed === null) return;
    setNotice(`已删去 ${lines.length} 行，Ctrl+Z 撤销`);
    desk.committed(committed.state);
  }

  function put(edits: readonly FigureEdit[], told: string): boolean {
    const { problem: wrong, committed } = session.put(edits);
    setProblem(wrong);
    if (committed === null) return false;
    setNotice(told);
    if (committed.changeSet !== null) desk.committed(committed.state);
    return true;
  }

  function writeNote(cell: BookCell, body: string): boolean {
    const { year: noteYear, unit: noteUnit, ...address } = cell;
    const note = { ...address, body: body === '' ? null : body };
    const reply = callNow('writeNote', { year: noteYear, unit: noteUnit, note });
    if (!reply.ok) {
      setProblem(reply.error);
      return false;
    }
    // the editor may be left by choosing another unit
    if (noteYear === year && noteUnit === unit) session.takeNote(note);
    desk.committed(reply.value.state);
    return true;
  }

  return {
    grid,
    closed: way.closed,
    notice,
    problem: problem ?? desk.problem,
    dismissProblem: () => {
      setProblem(null);
      desk.dismiss();
    },
    show: way.show,
    edit,
    discard,
    skipped,
    step,
    toggle: way.toggle,
    addRow,
    addNamedRow,
    deleteRows,
    put,
    question: asked?.doubt ?? null,
    answer,
    goTo,
    writeNote,
  };
}
