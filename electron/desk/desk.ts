import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers, ExportKind, OpenedBook, Scope } from '../../core/api.ts';
import { Classification } from '../../core/classification/classification.ts';
import { type Problem, problem } from '../../core/problems.ts';
import { dayOf } from '../../core/registers/dates.ts';
import type { NewBook } from '../../core/setting-up/setting-up.ts';
import { describeOrigin } from '../../core/tables/describe.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { exportWorkbook, packTitle } from '../export/export-pack.ts';
import { fileNamePart, isBookName } from '../export/file-name.ts';
import { exampleStreetFile, migrationsFolder } from '../folders.ts';
import { readBookFile } from '../import/read-book-file.ts';
import { readInThread } from '../import/reading-thread.ts';
import type { BookAnswers, BookQuestions } from '../review/review-messages.ts';
import { ReviewThread } from '../review/review-thread.ts';
import { BookStore } from '../store/book-store.ts';
import { ProblemError, storeFailure } from '../store/failure.ts';
import { loadMigrations } from '../store/migrations.ts';
import { BookBackups } from './book-backups.ts';
import { CardImports } from './card-imports.ts';
import { findInBook } from './find-in-book.ts';
import type { Handlers } from './handlers.ts';
import { Imports } from './imports.ts';
import { packOf, packToExport } from './pack.ts';
import { profileChoices, profileFileName, readProfileFrom, takeProfile, writeProfileTo } from './profiles.ts';
import { RecentBooks } from './recent-books.ts';
import { emptyBook, openYear, planYear } from './setting-up.ts';
import type { Surroundings } from './surroundings.ts';

/** Who changes a book, until users have names of their own. */
const ACTOR = '录入员';

/** The desk of one window: the open book and what may be asked of it. Failures are thrown as ProblemError. */
export class Desk {
  readonly #around: Surroundings;
  readonly #recent: RecentBooks;
  readonly #backups: BookBackups;
  readonly #reviews: ReviewThread;
  readonly #imports: Imports;
  readonly #cards: CardImports;
  #store: BookStore | null = null;
  #isLeaving = false;
  /** the file that was double-clicked, until it is opened */
  #handed: string | null = null;
  #lastExport: string | null = null;
  #lastPack: { readonly key: string; readonly pack: TablePack } | null = null;

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
    this.#recent = new RecentBooks(join(surroundings.dataFolder, 'recent-books.json'));
    this.#reviews = new ReviewThread(surroundings.reviewScript, {
      migrationsFolder: migrationsFolder(surroundings.root),
    });
    this.#imports = new Imports(surroundings);
    this.#cards = new CardImports(surroundings, (progress) => surroundings.tell('cardsProgress', progress));
    this.#backups = new BookBackups({
      now: surroundings.now,
      told: (outcome) =>
        surroundings.tell(
          'backedUp',
          'code' in outcome ? { ok: false, message: outcome.message } : { ok: true, at: outcome.at },
        ),
    });
  }

  readonly handlers: Handlers = {
    appInfo: () => ({ version: this.#around.version, frame: this.#around.frame }),
    controlWindow: (action) => {
      this.#around.controlWindow(action);
      return null;
    },
    recentBooks: () => this.#recent.list(),
    forgetRecentBook: (id) => {
      this.#recent.forget(id);
      return null;
    },
    openSample: () => this.#openSample(),
    openBookFile: async () => {
      const file = await this.#around.askForBook();
      return file === null ? null : this.#open(file);
    },
    openRecentBook: (id) => {
      const file = this.#recent.pathOf(id);
      if (file === undefined) throw new ProblemError(problem('unknown-recent-book', {}));
      return this.#open(file);
    },
    openHandedBook: async () => {
      const file = this.#handed;
      this.#handed = null;
      return file === null ? null : this.#open(file);
    },
    closeBook: async (unsaved) => {
      if (unsaved.length > 0 && !(await this.#around.giveUp(unsaved))) {
        // who stays with this book does not want the other one later, by surprise
        this.#handed = null;
        return false;
      }
      this.#isLeaving = true;
      try {
        // told to the start page by the failure itself: the book is left in any case
        const failed = await this.backUpBeforeClosing();
        this.close();
        if (failed !== null) {
          // it would be gone from the page with another book on it
          this.#handed = null;
          throw new ProblemError(failed);
        }
      } finally {
        this.#isLeaving = false;
      }
      return true;
    },
    tables: (scope) => this.#tables(scope),
    origin: ({ year, unit, table: id, row: index, column }) =>
      this.#onBook((store) => {
        const table = this.#packOf(store, { year, unit }).tables.find((candidate) => candidate.id === id);
        const row = table?.rows[index];
        const value = row?.cells[column];
        if (table === undefined || row === undefined || value === undefined) {
          throw new ProblemError(problem('unknown-cell', { table: table?.title ?? id }));
        }
        const figures = store.figuresBehind(year, unit, value.formula.terms);
        return describeOrigin(table, row, column, figures, new Classification(year));
      }),
    exportPack: async (scope, unsaved, kind) => {
      if (unsaved.length > 0 && !(await this.#around.exportWithout(unsaved))) return null;
      return this.#exportPack(scope, kind);
    },
    compareTables: async (scope) => {
      const pack = this.#onBook((store) => this.#packOf(store, scope));
      const file = await this.#around.askForFile('workbook');
      return file === null ? null : readInThread(this.#around.readingScript, 'comparison', { file, pack });
    },
    showExported: () => {
      if (this.#lastExport !== null) this.#around.showInFolder(this.#lastExport);
      return null;
    },
    profiles: () => this.#onBook(profileChoices),
    profile: (id) => this.#onBook((store) => store.profile(id)),
    chooseProfile: (id) =>
      this.#onBook((store) => {
        store.chooseProfile(id, this.#by());
        return this.#opened(store);
      }),
    saveProfile: (profile) =>
      this.#onBook((store) => {
        store.saveProfile(profile, this.#by());
        return profileChoices(store);
      }),
    deleteProfile: (id) =>
      this.#onBook((store) => {
        store.deleteProfile(id, this.#by());
        return profileChoices(store);
      }),
    exportProfile: async (id) => {
      const profile = this.#onBook((store) => store.profile(id));
      const suggestion = join(this.#around.documentsFolder, profileFileName(profile));
      const chosen = await this.#around.askWhereToSave('profile', suggestion);
      return chosen === null ? null : writeProfileTo(profile, chosen);
    },
    importProfile: async () => {
      this.#openStore();
      const file = await this.#around.askForFile('profile');
      if (file === null) return null;
      const brought = readProfileFrom(file);
      return this.#onBook((store) => takeProfile(store, brought, this.#by()));
    },
    sheet: ({ year, unit, sheet }) => this.#onBook((store) => store.sheet(year, unit, sheet)),
    review: (question) => this.#ask('review', question),
    transferFigures: ({ year }) => this.#onBook((store) => store.transferFigures(year)),
    find: ({ query, ...scope }) => this.#onBook((store) => findInBook(store, scope, query)),
    checks: async (scope) => (await this.#ask('checks', scope)).report,
    selfTest: () => this.#reviews.selfTest(),
    writeExplanation: (explanation) =>
      this.#onBook((store) => store.writeExplanation(explanation, this.#by())),
    newBook: (draft) => this.#newBook(draft),
    changeDepartment: (draft) =>
      this.#onBook((store) => {
        store.changeDepartment(draft, this.#by());
        return this.#opened(store);
      }),
    changeUnits: (draft) =>
      this.#onBook((store) => {
        store.changeUnits(draft, this.#by());
        return this.#opened(store);
      }),
    bookYears: () =>
      this.#onBook((store) =>
        store
          .years()
          .map((year) => ({ year, units: store.units(year).length, hasFigures: store.hasFigures(year) })),
      ),
    planYear: (year) => this.#onBook((store) => planYear(store, year)),
    openYear: (year) =>
      this.#onBook((store) => {
        openYear(store, year, this.#by());
        return this.#opened(store);
      }),
    lockYear: async ({ year }) => {
      // what was approved can be had again, whatever is done later
      const failed = await this.#backups.makeIfChanged(this.#openStore(), 'timed');
      if (failed !== null) throw new ProblemError(failed);
      return this.#onBook((store) => {
        store.lockYear(year, this.#by());
        return this.#opened(store);
      });
    },
    unlockYear: (unlocked) =>
      this.#onBook((store) => {
        store.unlockYear(unlocked, this.#by());
        return this.#opened(store);
      }),
    overview: (scope) => this.#ask('overview', scope),
    register: (question) => this.#ask('register', question),
    recordEvent: (recorded) =>
      this.#onBook((store) => store.recordEvent(recorded, { by: this.#by(), ...this.#recording() })),
    beginCards: async ({ year, unit }) => {
      const { file: book } = this.#openStore();
      const file = await this.#around.askForFile('cards');
      return file === null ? null : this.#cards.begin(book, file, { year, unit, today: this.#today() });
    },
    previewCards: (choices) => this.#cards.preview(this.#openStore().file, choices, this.#today()),
    rereadCards: (choices) => this.#cards.reread(this.#openStore().file, choices, this.#today()),
    takeCards: async () => {
      // an import is not undone: the copy is the way back
      const failed = await this.#backups.makeIfChanged(this.#openStore(), 'timed');
      if (failed !== null) throw new ProblemError(failed);
      const store = this.#openStore();
      const cards = await this.#cards.take(store.file, this.#by());
      return { cards, state: store.storedBeside() };
    },
    leaveCards: () => {
      this.#cards.leave();
      return null;
    },
    beginRegister: (place) => this.#onBook((store) => store.beginRegister(place, this.#by())),
    beginImport: async ({ kind, year, unit }) => {
      this.#openStore();
      const file = await this.#around.askForFile(kind);
      return file === null ? null : this.#imports.begin(this.#openStore(), { kind, file, year, unit });
    },
    pasteImport: (pasted) => this.#imports.paste(this.#openStore(), pasted),
    previewImport: (id, choices) => this.#onBook((store) => this.#imports.preview(store, id, choices)),
    takeImport: async (id, choices) => {
      // an import is not undone: the copy is the way back
      const failed = await this.#backups.makeIfChanged(this.#openStore(), 'timed');
      if (failed !== null) throw new ProblemError(failed);
      return this.#onBook((store) => this.#imports.take(store, { id, choices, by: this.#by() }));
    },
    leaveImport: (id) => {
      this.#imports.leave(id);
      return null;
    },
    editState: () => this.#onBook((store) => store.editState()),
    commit: (edits) => this.#onBook((store) => store.commit(edits, this.#by())),
    writeNote: (note) => this.#onBook((store) => store.writeNote(note, this.#by())),
    undo: () => this.#onBook((store) => store.undo(this.#by())),
    redo: () => this.#onBook((store) => store.redo(this.#by())),
    backups: () => this.#backups.list(this.#openStore().file),
    backUpNow: async () => {
      const store = this.#openStore();
      await this.#backups.make(store, 'manual');
      return this.#backups.list(store.file);
    },
    restoreBackup: (id) => this.#restore(this.#openStore().file, id),
    damagedBook: () => this.#backups.damagedBook(),
    restoreDamaged: () => {
      const damaged = this.#backups.damagedBook();
      if (damaged?.newestGood == null) throw new ProblemError(problem('no-book-open', {}));
      return this.#restore(damaged.path, damaged.newestGood.id);
    },
    showBackups: () => {
      const file = this.#store?.file ?? this.#backups.damagedBook()?.path;
      if (file !== undefined) this.#around.showInFolder(this.#backups.placeToShow(file));
      return null;
    },
    readyToClose: (unsaved) => {
      this.#around.readyToClose(unsaved);
      return null;
    },
  };

  #by(): { readonly at: string; readonly actor: string } {
    return { at: this.#around.now().toISOString(), actor: ACTOR };
  }

  #recording(): { readonly today: string; readonly newId: string } {
    return { today: this.#today(), newId: randomUUID() };
  }

  /** The day that the clerk's calendar shows. */
  #today(): string {
    const now = this.#around.now();
    return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '';
  }

  /** The system hands over the file of a book, as by a double click: the page closes what is open, and asks for it. */
  handOver(file: string): void {
    if (this.#store?.file === file) return;
    this.#handed = file;
    this.#around.tell('bookHanded', null);
  }

  /** Copies the open book if it is another than its newest copy; for the clock. */
  async backUpIfChanged(): Promise<void> {
    if (this.#store !== null) await this.#backups.makeIfChanged(this.#store, 'timed');
  }

  /** @returns why there is no copy of the book as it is now; `null`: there is one, or no book is open */
  async backUpBeforeClosing(): Promise<Problem | null> {
    // a review that is still being computed has the book open, which then would not be one file
    await this.#reviews.settled();
    return this.#store === null ? null : this.#backups.makeIfChanged(this.#store, 'closing');
  }

  /** Leaves the open book. What was committed is safe whether or not the file can be tidied up. */
  close(): void {
    const store = this.#store;
    this.#store = null;
    this.#lastPack = null;
    this.#imports.leave();
    this.#cards.leave();
    try {
      store?.close();
    } catch (error) {
      console.error('the book was not closed cleanly', error);
    }
  }

  /** Asks the thread about the open book. */
  #ask<Kind extends keyof BookQuestions>(kind: Kind, asked: BookQuestions[Kind]): Promise<BookAnswers[Kind]> {
    // while a book is left or replaced, nobody may have it open
    if (this.#isLeaving) throw new ProblemError(problem('no-book-open', {}));
    const file = this.#onBook((store) => store.file);
    return this.#reviews.ask(kind, file, asked);
  }

  /** Tables and findings of one state of the book: what is keyed while the checks run makes both be computed again. */
  async #tables(scope: Scope): Promise<Answers['tables']> {
    for (;;) {
      const { pack, at } = this.#onBook((store) => ({
        pack: this.#packOf(store, scope),
        at: store.lastStep(),
      }));
      const { report, step } = await this.#ask('checks', scope);
      if (step === at) return { pack, ...report };
    }
  }

  /** The pack of a scope, computed again only when the book has changed: each number asked about needs it. */
  #packOf(store: BookStore, { year, unit }: Scope): TablePack {
    const key = JSON.stringify([store.file, store.stamp(), year, unit]);
    if (this.#lastPack?.key !== key) this.#lastPack = { key, pack: packOf(store, { year, unit }) };
    return this.#lastPack.pack;
  }

  /** Makes a book where the clerk says, and opens it. */
  async #newBook(draft: NewBook): Promise<OpenedBook | null> {
    const suggestion = join(this.#around.documentsFolder, `${fileNamePart(draft.department.name)}.mzb`);
    const chosen = await this.#around.askWhereToSave('book', suggestion);
    if (chosen === null) return null;
    const file = isBookName(chosen) ? chosen : `${chosen}.mzb`;
    await BookStore.create(file, emptyBook(draft), {
      change: { ...this.#by(), reason: '新建账簿' },
      money: draft.department.money,
      migrations: loadMigrations(migrationsFolder(this.#around.root)),
    });
    return this.#open(file);
  }

  /** Opens the clerk's own copy of the sample, made on first use, so that what was changed in it stays. */
  async #openSample(): Promise<OpenedBook> {
    const file = join(this.#around.dataFolder, '示例街道.mzb');
    if (!existsSync(file)) {
      await BookStore.create(file, readBookFile(exampleStreetFile(this.#around.root)), {
        change: { at: this.#around.now().toISOString(), actor: '示例', reason: '打开示例' },
        migrations: loadMigrations(migrationsFolder(this.#around.root)),
      });
    }
    return this.#open(file);
  }

  /** The book that is open stays open until the new one is. */
  async #open(file: string): Promise<OpenedBook> {
    if (this.#store?.file === file && existsSync(file)) return this.#opened(this.#store);
    const store = await this.#openForWriting(file);
    let opened: OpenedBook;
    try {
      opened = this.#opened(store);
    } catch (error) {
      store.close();
      throw this.#backups.noticeDamage(file, storeFailure(error, file));
    }
    this.close();
    this.#store = store;
    this.#handed = null;
    this.#recent.add({ path: file, name: opened.name, year: opened.years[0]?.year, at: this.#around.now() });
    return opened;
  }

  async #openForWriting(file: string): Promise<BookStore> {
    try {
      return await BookStore.open(file, {
        migrations: loadMigrations(migrationsFolder(this.#around.root)),
        now: this.#around.now,
        writing: true,
      });
    } catch (error) {
      throw this.#backups.noticeDamage(file, error);
    }
  }

  /** A copy takes the place of a book. Whatever comes of it, the book is open afterwards if it was before. */
  async #restore(file: string, id: string): Promise<OpenedBook> {
    const wasOpen = this.#store !== null;
    this.#isLeaving = true;
    try {
      await Promise.all([this.#backups.settled(), this.#reviews.settled()]);
      this.close();
      await restoreBackup(file, id, this.#around.now());
    } catch (error) {
      if (wasOpen)
        await this.#open(file).catch((again: unknown) => console.error('the book did not open again', again));
      throw error;
    } finally {
      this.#isLeaving = false;
    }
    return this.#open(file);
  }

  #opened(store: BookStore): OpenedBook {
    const { name, region, profile } = store.department();
    return {
      name,
      region,
      profile,
      money: store.money(),
      path: store.file,
      years: store.years().map((year) => {
        const lock = store.lock(year);
        return {
          year,
          units: store.units(year),
          ...(lock === null ? {} : { lock: { at: lock.at, actor: lock.actor } }),
        };
      }),
    };
  }

  async #exportPack(scope: Scope, kind: ExportKind): Promise<Answers['exportPack']> {
    const contents = this.#onBook((store) =>
      packToExport(store, this.#packOf(store, scope), {
        unit: scope.unit,
        withFigures: kind === 'working',
      }),
    );
    const { pack } = contents;
    const suggestion = join(this.#around.documentsFolder, `${packTitle(pack, kind)}.xlsx`);
    const chosen = await this.#around.askWhereToSave(kind, suggestion);
    if (chosen === null) return null;
    if (isBookName(chosen) || chosen === this.#store?.file) {
      throw new ProblemError(problem('export-over-book', { file: chosen }));
    }
    // not every system's dialog adds it
    const path = /\.xlsx$/i.test(chosen) ? chosen : `${chosen}.xlsx`;
    await exportWorkbook(contents, kind, path);
    this.#lastExport = path;
    return { path, tables: pack.tables.length };
  }

  #openStore(): BookStore {
    if (this.#store === null) throw new ProblemError(problem('no-book-open', {}));
    return this.#store;
  }

  #onBook<Outcome>(read: (store: BookStore) => Outcome): Outcome {
    const store = this.#openStore();
    try {
      store.refuseMoved();
      return read(store);
    } catch (error) {
      throw storeFailure(error, store.file);
    }
  }
}
