import type { Database } from 'better-sqlite3';
import type { Committed, EditState, SheetContent, Undone } from '../../core/entry/edit.ts';
import {
  type Book,
  type BookYear,
  type CellText,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
  type Department,
  type Figure,
  type SummedFigure,
  type Unit,
  type UnitText,
} from '../../core/figures/figure.ts';
import { REGISTER_SHEETS } from '../../core/figures/sheets.ts';
import type { OwnYear } from '../../core/incoming/own-year.ts';
import type { RememberedColumn } from '../../core/incoming/remembered.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { problem } from '../../core/problems.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { BookRegister } from '../../core/registers/book-register.ts';
import type { CardWords } from '../../core/registers/incoming/list-columns.ts';
import type { RegisterId } from '../../core/registers/register.ts';
import type { RegisterContent, RegisterPlace } from '../../core/registers/register-content.ts';
import { COUNTED_VEHICLES } from '../../core/registers/totals.ts';
import type { DepartmentDraft, UnitsDraft } from '../../core/setting-up/setting-up.ts';
import type { FormulaTerm } from '../../core/tables/formula.ts';
import type { OriginFigure } from '../../core/tables/origin.ts';
import { exportRegisters } from './book-registers.ts';
import { cellTextsOf, noticesOf, textsOf } from './cell-texts.ts';
import { type BookChanges, changesSince, idOfStep, type SheetPlace } from './changes-since.ts';
import { damagedPages, lastStepOf } from './check-book.ts';
import { closeBookFile } from './connection.ts';
import { createBookFile } from './create-book.ts';
import { departmentOf } from './department.ts';
import { type EditBy, Editor, type FigureEdits, type NoteToWrite } from './editor.ts';
import { type ExplanationToWrite, writeExplanation } from './explanations.ts';
import { exportBook, exportYear } from './export-book.ts';
import { ProblemError, storeFailure } from './failure.ts';
import { figuresMatching } from './figures-matching.ts';
import { identityOf } from './file-identity.ts';
import { type FiguresToFind, findFigures } from './find-figures.ts';
import { type ImportOptions, importBook } from './import-book.ts';
import { type LastChange, lastChanges } from './last-changes.ts';
import { type OpenedFile, type OpenOptions, openBookFile } from './open-book.ts';
import { prepared } from './prepared.ts';
import { chooseProfile, deleteProfile, knownProfile, profilesOf, saveProfile } from './profiles.ts';
import { readSheet } from './read-sheet.ts';
import { type EventToRecord, type Recording, recordEvent } from './record-event.ts';
import { beginRegister, registerContent } from './register-content.ts';
import { answersIn, listsOf, settleRegisters } from './registers.ts';
import { reportColumns } from './report-columns.ts';
import { changeDepartment, changeUnits, moneyOf, openYear } from './setup.ts';
import { SheetTotals } from './sheet-totals.ts';
import { cardWords } from './take-cards.ts';
import { type TakeIn, takeIn } from './take-in.ts';
import { transferFigures } from './transfer-figures.ts';
import { unitYearOf } from './unit-year.ts';
import { unitsOf } from './units.ts';
import type { WriterLock } from './writer-lock.ts';
import { lockOf, lockYear, unlockYear, type YearLock } from './year-locks.ts';

/** An open book. All reading and writing of figures goes through it; it knows SQL and no rules of the domain. */
export class BookStore {
  readonly file: string;
  readonly #database: Database;
  readonly #lock: WriterLock | null;
  readonly #totals: SheetTotals;
  readonly #identity: string | null;
  readonly #editor: Editor;

  private constructor(file: string, { database, lock }: OpenedFile) {
    this.file = file;
    this.#database = database;
    this.#lock = lock;
    this.#identity = identityOf(file);
    this.#totals = new SheetTotals(database);
    this.#editor = new Editor(database, this.#totals);
  }

  /** @throws ProblemError when the file is no book, damaged, newer, busy, missing, or being written elsewhere */
  static async open(file: string, options: OpenOptions): Promise<BookStore> {
    return new BookStore(file, await openBookFile(file, options));
  }

  /** Makes a book that holds `book`; nothing exists at `file` unless all of it went in. */
  static async create(
    file: string,
    book: Book,
    options: ImportOptions & Pick<OpenOptions, 'migrations'>,
  ): Promise<void> {
    await createBookFile(file, options.migrations, (database) =>
      importBook(database, new SheetTotals(database), book, options),
    );
  }

  /** Adds a book's units and figures to this one, all or nothing; a figure that differs from one here is refused. */
  import(book: Book, options: ImportOptions): void {
    try {
      importBook(this.#database, this.#totals, book, options);
    } catch (error) {
      throw storeFailure(error, this.file);
    } finally {
      this.#totals.forget();
    }
  }

  /**
   * Stores what was keyed into cells of one unit, all or nothing, as one step of undo. Equal values change nothing.
   *
   * @throws ProblemError when a cell or a value is refused; the book stays as it was
   */
  commit(edits: FigureEdits, by: EditBy): Committed {
    return this.#writing(() => this.#editor.commit(edits, by));
  }

  /**
   * Takes what an import read into one unit's year, all or nothing; it puts an end to undo.
   *
   * @returns the step in the history; `null`: everything was so already
   */
  takeIn(taken: TakeIn, by: EditBy): number | null {
    return this.#writing(() => takeIn(this.#database, this.#totals, taken, by));
  }

  /** What the clerk has said that columns of reports mean. */
  reportColumns(): RememberedColumn[] {
    return reportColumns(this.#database);
  }

  /** Everything that one unit has in one year. */
  unitYear(year: number, unit: string): OwnYear {
    return unitYearOf(this.#database, year, unit);
  }

  /** Stores what was written beside a cell, as one step of undo. */
  writeNote(note: NoteToWrite, by: EditBy): Committed {
    return this.#writing(() => this.#editor.writeNote(note, by));
  }

  /** Stores what was written about a finding; nothing visible is no text at all. Undo goes past it. */
  writeExplanation(explanation: ExplanationToWrite, by: EditBy): Committed {
    return this.#writing(() => {
      const changeSet = writeExplanation(this.#database, explanation, by);
      return { changeSet, state: this.#editor.state() };
    });
  }

  /**
   * Takes back the last step of keying that stands, in whatever sheet, unit and year; an import is not taken back, nor
   * what came before it.
   *
   * @returns the cells as they are now; `null` when there is nothing to take back
   * @throws ProblemError when a cell is not as the step left it; the book stays as it was
   */
  undo(by: EditBy): Undone | null {
    return this.#writing(() => this.#editor.undo(by));
  }

  /** Makes again what was undone last; `null` when nothing was, or something was keyed since. */
  redo(by: EditBy): Undone | null {
    return this.#writing(() => this.#editor.redo(by));
  }

  editState(): EditState {
    return this.#editor.state();
  }

  /** The profiles of the book's own, in the order of their ids; the built-in ones are not among them. */
  profiles(): Profile[] {
    return profilesOf(this.#database);
  }

  /** @throws ProblemError when no profile, built in or the book's own, has the id */
  profile(id: string): Profile {
    return knownProfile(this.#database, id);
  }

  /** The book's tables are printed in the profile from now on. Undo goes over figures only, and past this. */
  chooseProfile(id: string, by: EditBy): void {
    this.#writing(() => chooseProfile(this.#database, id, by));
  }

  /** Adds a profile of the book's own, or changes it; a built-in one is refused. */
  saveProfile(profile: Profile, by: EditBy): void {
    this.#writing(() => saveProfile(this.#database, profile, by));
  }

  /** @throws ProblemError when the profile is built in, or the book's tables are printed in it */
  deleteProfile(id: string, by: EditBy): void {
    this.#writing(() => deleteProfile(this.#database, id, by));
  }

  /** The unit in which the book is keyed and shown. */
  money(): MoneyUnit {
    return moneyOf(this.#database);
  }

  changeDepartment(draft: DepartmentDraft, by: EditBy): void {
    this.#writing(() => changeDepartment(this.#database, draft, by));
  }

  /** @throws ProblemError when a unit that has figures is left out, or given another code */
  changeUnits(draft: UnitsDraft, by: EditBy): void {
    this.#writing(() => changeUnits(this.#database, this.#totals, draft, by));
  }

  /** Takes in what a new year begins with, all or nothing. It puts an end to undo, as an import does. */
  openYear(year: BookYear, by: EditBy): void {
    try {
      this.#writing(() => openYear(this.#database, this.#totals, year, by));
    } finally {
      this.#totals.forget();
    }
  }

  /** Locks a year as it is: nothing of it changes from now on, and its registers stay as they are known now. */
  lockYear(year: number, by: EditBy): void {
    this.#writing(() => lockYear(this.#database, year, by));
  }

  /** Opens a locked year again; what the registers have learnt since comes into it. */
  unlockYear(unlocked: { readonly year: number; readonly reason: string }, by: EditBy): void {
    this.#writing(() =>
      this.#totals.keeping(() =>
        unlockYear(this.#database, unlocked, by, () => settleRegisters(this.#database, this.#totals)),
      ),
    );
  }

  /** `null`: the year is not locked. */
  lock(year: number): YearLock | null {
    return lockOf(this.#database, year);
  }

  /** Records an event of a card of a register; the figures that follow from the register change with it. */
  recordEvent(recorded: EventToRecord, recording: Recording): Committed {
    return this.#writing(() => {
      const changeSet = recordEvent(this.#database, this.#totals, recorded, recording);
      return { changeSet, state: this.#editor.state() };
    });
  }

  /** From the year on, a unit's register answers for its figures. */
  beginRegister(place: RegisterPlace, by: EditBy): Committed {
    return this.#writing(() => {
      const changeSet = beginRegister(this.#database, this.#totals, place, by);
      return { changeSet, state: this.#editor.state() };
    });
  }

  /** Whether a unit's register answers for figures of the year. */
  isRegistered(register: RegisterId, year: number, unit: string): boolean {
    return answersIn(this.#database, register, { year, unit });
  }

  /** What the clerk has explained of lists of asset cards. */
  cardWords(): CardWords {
    return cardWords(this.#database);
  }

  /** Another connection of ours has stored something: what was counted here is counted anew. */
  storedBeside(): EditState {
    this.#totals.forget();
    return this.#editor.state();
  }

  /** Days as of which lists of a unit's asset cards were taken in. */
  cardLists(unit: string): string[] {
    return listsOf(this.#database, 'assets', unit);
  }

  /** All registers, in the form that travels. */
  registers(): BookRegister[] {
    return exportRegisters(this.#database);
  }

  /** A register of one unit, or (`null`) of all, as a year knows it. */
  register(register: RegisterId, year: number, unit: string | null): RegisterContent {
    return registerContent(this.#database, { register, year, unit });
  }

  #writing<Outcome>(work: () => Outcome): Outcome {
    try {
      this.refuseMoved();
      return work();
    } catch (error) {
      throw storeFailure(error, this.file);
    }
  }

  /**
   * A file that was taken away, or replaced by another one, would swallow every edit without a word.
   *
   * @throws ProblemError `book-moved`
   */
  refuseMoved(): void {
    if (identityOf(this.file) !== this.#identity) {
      throw new ProblemError(problem('book-moved', { file: this.file }));
    }
  }

  get isOpen(): boolean {
    return this.#database.open;
  }

  /** Folds what was committed into one file, and lets other writers in. */
  close(): void {
    try {
      closeBookFile(this.#database);
    } catch (error) {
      throw storeFailure(error, this.file);
    } finally {
      this.#lock?.release();
    }
  }

  /** Writes a copy of the book as it is when the copy is done, while it may be worked on. */
  async copyTo(path: string): Promise<void> {
    await this.#database.backup(path);
  }

  /** Reads every page once. @returns what is wrong, in words; `null`: nothing */
  damagedPages(): string | null {
    return damagedPages(this.#database);
  }

  /** Names the newest step in the history: two copies of this book with an equal one hold the same. */
  lastStep(): string {
    return lastStepOf(this.#database);
  }

  /** What has changed since a step; `null`: it is none of this book's, or more has changed than figures and texts. */
  changesSince(step: string): BookChanges | null {
    return changesSince(this.#database, step);
  }

  /** Whether a step, as lastStep named it, is one of this book's history. */
  hasStep(step: string): boolean {
    return idOfStep(this.#database, step) !== null;
  }

  /** When figures of each sheet of each unit last changed; with `since`, only what has changed after that step. */
  lastChanges(year: number, since: string | null): LastChange[] {
    return lastChanges(this.#database, year, since);
  }

  /** Reads the book as it is at one moment, whatever is written to it meanwhile. */
  atOneMoment<Outcome>(read: () => Outcome): Outcome {
    return this.#database.transaction(read)();
  }

  department(): Department {
    return departmentOf(this.#database);
  }

  /** The years that have units, newest first. */
  years(): number[] {
    return prepared(this.#database, 'SELECT DISTINCT year FROM unit ORDER BY year DESC')
      .pluck()
      .all() as number[];
  }

  /** Whether anything is keyed in a year: what the registers say is not. */
  hasFigures(year: number): boolean {
    const keyed = prepared(
      this.#database,
      `SELECT EXISTS (SELECT 1 FROM figure WHERE year = @year
         AND sheet NOT IN (SELECT value FROM json_each(@registers))
         AND NOT (sheet = 'counts' AND measure = 'actual' AND "row" IN (SELECT value FROM json_each(@counted))))`,
    ).pluck();
    const registers = JSON.stringify(REGISTER_SHEETS.map(({ id }) => id));
    return keyed.get({ year, registers, counted: JSON.stringify(COUNTED_VEHICLES) }) === 1;
  }

  /** The units of a year in their order, without the pseudo-units. */
  units(year: number): Unit[] {
    return unitsOf(this.#database, year);
  }

  /**
   * Figures of one unit, or of the whole department with its 差额表 (`null`), added up by address; of control figures the
   * department's own, which are no sum of its units'.
   */
  sums(year: number, unit: string | null): SummedFigure[] {
    return this.#database
      .prepare(
        `SELECT sheet, "row", fund, "column", measure, SUM(value) AS value
         FROM figure WHERE year = @year
           AND (unit = @unit OR (@unit IS NULL AND (sheet <> @control OR unit = @department)))
         GROUP BY sheet, "row", fund, "column", measure`,
      )
      .all({ year, unit, control: CONTROL_SHEET, department: DEPARTMENT_UNIT }) as SummedFigure[];
  }

  /**
   * One sheet of one unit, or (`null`) of the department added up with its 差额表. Notes belong to a unit's cell.
   *
   * @throws ProblemError when the year has no such unit, or there is no such sheet
   */
  sheet(year: number, unit: string | null, sheet: string): SheetContent {
    return readSheet(this.#database, { year, unit, sheet });
  }

  /** What transfers between units are found in, with the lines of the 差额表 that eliminate them. */
  transferFigures(year: number): Figure[] {
    return transferFigures(this.#database, year);
  }

  /** What rows of the clerk's own are called, of one unit or (`null`) of all, in the order of units. */
  cellTexts(year: number, unit: string | null): CellText[] {
    return cellTextsOf(this.#database, year, unit);
  }

  /** The texts of all units of a year, by slot. */
  texts(year: number): UnitText[] {
    return textsOf(this.#database, year);
  }

  /** What all tables made from one unit, or (`null`) from all of them, say below them: each sentence once. */
  notices(year: number, unit: string | null): string[] {
    return noticesOf(this.#database, year, unit);
  }

  /** Figures of each unit of a year, the 差额表 among them under its own code; one walk for all. */
  figuresByUnit(year: number): Map<string, SummedFigure[]> {
    const rows = this.#database
      .prepare('SELECT unit, sheet, "row", fund, "column", measure, value FROM figure WHERE year = ?')
      .iterate(year) as IterableIterator<SummedFigure & { readonly unit: string }>;
    const units = new Map<string, SummedFigure[]>();
    for (const { unit, ...figure } of rows) {
      const figures = units.get(unit);
      if (figures === undefined) units.set(unit, [figure]);
      else figures.push(figure);
    }
    return units;
  }

  /** The figures of one unit, a pseudo-unit too, in one sheet. */
  unitSheet({ year, unit, sheet }: SheetPlace): SummedFigure[] {
    return prepared(
      this.#database,
      'SELECT sheet, "row", fund, "column", measure, value FROM figure WHERE year = ? AND sheet = ? AND unit = ?',
    ).all(year, sheet, unit) as SummedFigure[];
  }

  /** Changes whenever the book does, by this program or another: what was computed for an equal stamp still holds. */
  stamp(): string {
    const { changes } = this.#database.prepare('SELECT total_changes() AS changes').get() as {
      changes: number;
    };
    return `${this.#database.pragma('data_version', { simple: true })} ${changes}`;
  }

  /** The keyed figures that match a formula's terms, signs applied; how a printed number says where it came from. */
  figuresBehind(year: number, unit: string | null, terms: readonly FormulaTerm[]): OriginFigure[] {
    return terms.flatMap((term) => figuresMatching(this.#database, { year, unit, term }));
  }

  /** One year, in the form that travels; `null`: the book does not have it. */
  year(year: number): BookYear | null {
    const found = exportYear(this.#database, year);
    return found.units.length === 0 ? null : found;
  }

  /** Keyed figures that somebody looks for: see findFigures. */
  findFigures(wanted: FiguresToFind): Figure[] {
    return findFigures(this.#database, wanted);
  }

  /** The whole book, in the form that travels. */
  export(): Book {
    return exportBook(this.#database);
  }

  /** When the book last changed, ISO 8601 in UTC. */
  lastChange(): string {
    return this.#database
      .prepare('SELECT at FROM change_set ORDER BY id DESC LIMIT 1')
      .pluck()
      .get() as string;
  }
}
