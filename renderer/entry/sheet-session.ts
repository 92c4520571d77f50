import type { Classification } from '../../core/classification/classification.ts';
import { rowDeletion } from '../../core/entry/delete-row.ts';
import type {
  CellAddress,
  Committed,
  EditKind,
  FigureEdit,
  NoteEdit,
  SheetContent,
  TextEdit,
  Undone,
} from '../../core/entry/edit.ts';
import { newRowId } from '../../core/entry/new-row.ts';
import { pastedAmounts } from '../../core/entry/pasted-amounts.ts';
import { pastedCode } from '../../core/entry/pasted-codes.ts';
import type { FundView, ViewColumn } from '../../core/entry/sheet-columns.ts';
import { SheetFigures } from '../../core/entry/sheet-figures.ts';
import type { SheetLine } from '../../core/entry/sheet-lines.ts';
import { SheetView, TEXT_CELL } from '../../core/entry/sheet-view.ts';
import { type SuspectUnit, suspectUnit } from '../../core/entry/suspect-unit.ts';
import { namingColumn } from '../../core/figures/free-row.ts';
import type { Fund, Measure, SheetDefinition } from '../../core/figures/sheets.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';
import type { BookCell, RefusedCell, RefusedCells } from '../book/refused-cells.ts';
import type { CellPlace, KeyedText } from '../entry-grid/grid-types.ts';
import { type CellMark, type CellMarks, changedRows, markKey, NO_MARKS } from './cell-marks.ts';
import { withNamedRows } from './nameless-rows.ts';
import { placeWords } from './place-words.ts';
import { type KeyedCell, readTexts } from './read-text.ts';
import { withReasons } from './with-reasons.ts';

export interface SessionOptions {
  readonly sheet: SheetDefinition;
  readonly year: number;
  /** whose figures are keyed; `null`: the department added up, which can only be looked at */
  readonly unit: string | null;
  /** the year is 已锁定: it can only be looked at */
  readonly isLocked: boolean;
  readonly money: MoneyUnit;
  readonly classification: Classification;
  readonly refused: RefusedCells;
  /** why what is keyed is eliminated, as it is written now; absent: the sheet is not the 差额表's */
  readonly reason?: () => string;
  /** rows that were added in this session and may have no figure yet */
  readonly addedRows: readonly { readonly row: string; readonly fund: Fund }[];
  readonly commit: (
    edits: readonly FigureEdit[],
    kind: EditKind,
    texts: readonly TextEdit[],
  ) => Result<Committed, Problem>;
}

/** A cell of the screen. */
export interface SheetPlace {
  readonly line: SheetLine;
  readonly column: ViewColumn;
}

export interface EditOutcome {
  readonly refused: number;
  /** so many of them for want of a reason */
  readonly reasonless: number;
  /** the store did not take what could be read */
  readonly problem: Problem | null;
  readonly committed: Committed | null;
}

const NOTHING = { refused: 0, reasonless: 0 } as const;

/** One sheet of one unit while it is keyed: what the store holds, and the texts that it did not take. */
export class SheetSession {
  readonly options: SessionOptions;
  readonly figures: SheetFigures;
  #view: SheetView;
  #marks: CellMarks = NO_MARKS;

  constructor(content: SheetContent, options: SessionOptions, fund: FundView, measure: Measure) {
    this.options = options;
    this.figures = new SheetFigures(content);
    for (const { row, fund: own } of options.addedRows) this.figures.addRow(row, own);
    this.#view = this.#newView(fund, measure);
  }

  get view(): SheetView {
    return this.#view;
  }

  show(fund: FundView, measure: Measure): void {
    const { options } = this.#view;
    if (options.fund !== fund || options.measure !== measure) this.#view = this.#newView(fund, measure);
  }

  /** Line and column at a place of the grid; `null`: code or name. */
  at({ line: lineId, column: columnId }: CellPlace): SheetPlace | null {
    const line = this.#view.line(lineId);
    const column = this.#view.columns.find(({ id }) => id === columnId);
    return line === undefined || column === undefined ? null : { line, column };
  }

  /** `null`: the cell is computed, or the whole department's */
  cellOf({ line, column }: SheetPlace): BookCell | null {
    const { year, unit } = this.options;
    const address = this.#view.address(line, column);
    return address === null || unit === null ? null : { ...address, year, unit };
  }

  /** Whether something can be keyed into a cell: it is neither computed, nor a register's, nor of a locked year. */
  isKeyed(cell: CellAddress | null): boolean {
    return cell !== null && !this.options.isLocked && !this.figures.isRegistered(cell);
  }

  /**
   * Stores texts as one step. What cannot be read stays in its cell as refused; the rest is stored all the same.
   *
   * @param money the unit that bare amounts are in
   */
  edit(texts: readonly KeyedText[], kind: EditKind, money = this.options.money): EditOutcome {
    const { refused } = this.options;
    const read = readTexts(texts, (at) => this.#keyedCell(at), money);
    const unreadableTexts = read.unreadable.length;
    const { reason } = this.options;
    const { readable, unreadable } = reason === undefined ? read : withReasons(read, reason(), this.figures);
    const reasonless = unreadable.length - unreadableTexts;
    const edits = readable.flatMap((each) => (each.kind === 'figure' ? [each.edit] : []));
    const keyedTexts = readable.flatMap((each) => (each.kind === 'text' ? [each] : []));
    const { texts: named, refused: nameless } = withNamedRows(
      this.options.sheet,
      this.figures,
      keyedTexts,
      edits,
    );
    unreadable.push(...nameless);
    const reply = edits.length + named.length === 0 ? null : this.options.commit(edits, kind, named);
    if (reply?.ok === false) {
      // nothing of it is in the book: every text stays where it was put, with the reason
      const why = reply.error.message;
      const kept = unreadable.map(({ cell }) => cell);
      for (const { typed: text, cell } of readable) {
        if (!kept.includes(cell)) unreadable.push({ refusal: { text, why, advice: '' }, cell });
      }
    } else {
      this.#take(edits, named);
    }
    const committed = reply?.ok ? reply.value : null;
    if (unreadable.length > 0) {
      const step = committed?.changeSet ?? refused.newUnstoredStep();
      for (const { refusal, cell } of unreadable) refused.put({ ...refusal, ...cell, step });
      this.touched(unreadable.map(({ cell }) => cell));
    }
    return {
      refused: unreadable.length,
      reasonless,
      problem: reply?.ok === false ? reply.error : null,
      committed,
    };
  }

  /** Puts a row of the clerk's own on the sheet, under its name. @returns its id, and what became of it */
  addNamedRow(name: string): EditOutcome & { readonly row: string } {
    const { sheet, unit } = this.options;
    const row = newRowId(unit ?? '', this.figures.rows('all'));
    const column = namingColumn(sheet)?.id ?? '';
    return { ...this.#store([], [{ sheet: sheet.id, row, column, body: name }], 'key'), row };
  }

  /** Stores figures of this sheet, and of another one that belong to them, as one step. */
  put(edits: readonly FigureEdit[]): EditOutcome {
    return this.#store(edits, [], 'key');
  }

  /** Takes rows of the clerk's own away, with all that stands on them. */
  deleteRows(rows: readonly string[]): EditOutcome {
    const { edits, texts } = rowDeletion(this.options.sheet, this.figures, rows);
    return this.#store(edits, texts, 'clear');
  }

  #store(edits: readonly FigureEdit[], texts: readonly TextEdit[], kind: EditKind): EditOutcome {
    if (edits.length + texts.length === 0) return { ...NOTHING, problem: null, committed: null };
    const reply = this.options.commit(edits, kind, texts);
    if (!reply.ok) return { ...NOTHING, problem: reply.error, committed: null };
    this.#take(edits, texts);
    return { ...NOTHING, problem: null, committed: reply.value };
  }

  /** What the store has taken. */
  #take(edits: readonly FigureEdit[], texts: readonly TextEdit[]): void {
    for (const edit of edits) this.#mended(edit);
    for (const text of texts) this.#mended({ ...text, ...TEXT_CELL });
    this.#view.apply(edits);
    this.#view.applyTexts(texts);
  }

  /** Why a pasted block is asked about before it is stored; `null`: nothing is doubtful. */
  suspectUnit(texts: readonly KeyedText[]): SuspectUnit | null {
    const amounts = texts.flatMap(({ text, ...at }) => {
      const found = this.at(at);
      const cell = found && this.cellOf(found);
      return cell === null || found?.column.kind !== 'fen' ? [] : [{ text, cell }];
    });
    const { pasted, others } = pastedAmounts(amounts, this.figures);
    return suspectUnit(pasted, others, this.options.money);
  }

  /** The code that a pasted block begins with, in a column of amounts; `null`: it brings amounts. */
  pastedCode(texts: readonly KeyedText[]): string | null {
    const amounts = texts.flatMap(({ text, ...at }) => {
      const found = this.at(at);
      return found?.column.kind === 'fen' ? [{ text, column: found.column }] : [];
    });
    const first = this.#view.columns.find((column) => amounts.some((each) => each.column === column));
    const own = amounts.filter(({ column }) => column === first).map(({ text }) => text);
    return pastedCode(own, this.options.classification);
  }

  /** Shows again what is stored. */
  discard(cell: BookCell): void {
    if (this.options.refused.drop(cell)) this.#view.touch(cell.row);
  }

  /** What the checks say of a cell now. */
  mark(cell: BookCell): CellMark | undefined {
    return this.#marks.get(markKey(cell));
  }

  /**
   * Takes over what the checks found.
   *
   * @returns whether a row has to be drawn again
   */
  takeMarks(marks: CellMarks): boolean {
    const rows = changedRows(this.#marks, marks);
    this.#marks = marks;
    for (const row of rows) this.#view.touch(row);
    return rows.size > 0;
  }

  /** Some refused texts have come or gone. */
  touched(cells: readonly Pick<RefusedCell, 'cell'>[]): void {
    for (const { cell } of cells) this.#view.touch(cell.row);
  }

  /** Takes over a step that was undone or redone; false: it belongs to another sheet, unit or year. */
  takeBack(step: Undone): boolean {
    const { year, unit, sheet, refused } = this.options;
    const isOwn = step.year === year && step.unit === unit;
    this.touched(refused.dropStep(step.changeSet));
    if (!isOwn) return false;
    const figures = step.figures.filter((edit) => edit.sheet === sheet.id);
    const notes = step.notes.filter((edit) => edit.sheet === sheet.id);
    const texts = step.texts.filter((edit) => edit.sheet === sheet.id);
    this.#take(figures, texts);
    for (const note of notes) this.takeNote(note);
    return figures.length + notes.length + texts.length > 0;
  }

  takeNote(note: NoteEdit): void {
    this.figures.setNote(note, note.body);
    if (note.body !== null && note.fund === this.#view.options.fund) this.#view.addRow(note.row);
    this.#view.touch(note.row);
  }

  /** The cell of the book at a place that a text goes to; `null`: nothing is keyed there. */
  #keyedCell(at: CellPlace): KeyedCell | null {
    const found = this.at(at);
    const cell = found && this.cellOf(found);
    if (found === null || cell === null || !this.isKeyed(cell) || found.column.kind === 'percent')
      return null;
    return { cell, kind: found.column.kind, place: placeWords(found, this.#view.options) };
  }

  #newView(fund: FundView, measure: Measure): SheetView {
    const { sheet, money, classification } = this.options;
    return new SheetView(this.figures, {
      sheet,
      fund,
      measure,
      money,
      classification,
      keyable: this.options.unit !== null && !this.options.isLocked,
    });
  }

  /** A figure is stored: what was refused there before is no longer asked about. */
  #mended(edit: CellAddress): void {
    const { year, unit } = this.options;
    if (unit !== null) this.discard({ ...addressOf(edit), year, unit });
  }
}

function addressOf({ sheet, row, fund, column, measure }: CellAddress): CellAddress {
  return { sheet, row, fund, column, measure };
}
