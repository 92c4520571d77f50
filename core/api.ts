import { z } from 'zod';
import type { BackupKind } from './backups/backup.ts';
import type { CheckReport } from './checks/check-year.ts';
import type { SelfTest } from './checks/self-test.ts';
import type { Comparison } from './comparison/comparison.ts';
import { type Committed, EDIT_KINDS, type EditState, type SheetContent, type Undone } from './entry/edit.ts';
import type { Figure, Unit } from './figures/figure.ts';
import { FUNDS, MEASURES } from './figures/sheets.ts';
import type { Found } from './going/going.ts';
import { importChoicesSchema } from './incoming/choices.ts';
import { IMPORT_KINDS } from './incoming/incoming.ts';
import type { ImportPreview, TakenIn } from './incoming/preview.ts';
import type { MoneyUnit } from './money/fen.ts';
import type { Overview } from './overview/overview.ts';
import type { Problem } from './problems.ts';
import { type Profile, profileSchema } from './profiles/profile.ts';
import { EVENT_KINDS } from './registers/card.ts';
import { cardChoicesSchema } from './registers/incoming/card-choices.ts';
import type { CardsPreview } from './registers/incoming/plan-cards.ts';
import { REGISTER_IDS } from './registers/register.ts';
import type { RegisterView } from './registers/register-content.ts';
import type { Result } from './result.ts';
import {
  departmentDraftSchema,
  type NewYearPlan,
  newBookSchema,
  newYearSchema,
  unitsDraftSchema,
} from './setting-up/setting-up.ts';
import type { TablePack } from './tables/model.ts';
import type { Origin } from './tables/origin.ts';
import type { PreviewTable } from './tables/preview.ts';

/** A book in the list of the start page. The window knows books by id only, never by path. */
export interface RecentBook {
  readonly id: string;
  readonly name: string;
  /** for the clerk's eye only */
  readonly path: string;
  /** ISO 8601, UTC */
  readonly openedAt: string;
  /** the newest year in the book; absent when the book is empty */
  readonly year?: number;
  /** false: the file is not where it was */
  readonly found: boolean;
}

export interface OpenedBook {
  readonly name: string;
  readonly region: string;
  /** the unit in which amounts are keyed and shown; public tables print what their 报表格式 says */
  readonly money: MoneyUnit;
  /** the 报表格式 that its tables are printed in */
  readonly profile: string;
  readonly path: string;
  /** newest first */
  readonly years: readonly OpenedYear[];
}

export interface OpenedYear {
  readonly year: number;
  readonly units: readonly Unit[];
  /** when and by whom it was locked 已锁定; absent: it can be changed */
  readonly lock?: { /** ISO 8601, UTC */ readonly at: string; readonly actor: string };
}

/** A year of the open book, as it is set up. */
export interface BookYearState {
  readonly year: number;
  readonly units: number;
  /** false: there are units only */
  readonly hasFigures: boolean;
}

/** Which figures are meant: the whole department (with its 差额表), or one unit alone. */
export interface Scope {
  readonly year: number;
  /** `null`: the department */
  readonly unit: string | null;
}

export interface TablesPage extends CheckReport {
  readonly pack: TablePack;
}

export interface ReviewQuestion extends Scope {
  /** id of the sheet that is keyed */
  readonly sheet: string;
}

/** What stands beside a sheet while it is keyed. */
export interface Review extends CheckReport {
  /** the public tables that the sheet feeds */
  readonly tables: readonly PreviewTable[];
}

export interface ExportedPack {
  /** shown to the clerk */
  readonly path: string;
  readonly tables: number;
}

/** A copy of the open book, or of a damaged one. The window knows it by id only. */
export interface BackupInfo {
  readonly id: string;
  readonly kind: BackupKind;
  /** when it was made, ISO 8601 in UTC */
  readonly at: string;
  /** bytes */
  readonly size: number;
}

export interface Backups {
  /** newest first */
  readonly backups: readonly BackupInfo[];
  /** the folder, for the clerk's eye */
  readonly folder: string;
}

/** A book that was asked for and could not be trusted. */
export interface DamagedBook {
  readonly path: string;
  /** the sentence of the problem */
  readonly message: string;
  /** the copy that holds most and passed its checks, and whose book it says it is; `null`: there is none */
  readonly newestGood: (BackupInfo & { readonly department: string }) | null;
  /** where copies are looked for */
  readonly folder: string;
}

/** A cell whose text could not be stored, said to the clerk who is about to leave. */
export interface UnsavedCell {
  /** `支出 2080506 机关事业单位职业年金缴费支出 基本支出` */
  readonly place: string;
  readonly text: string;
}

/** A 报表格式 that the open book may be printed in. */
export interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  /** comes with the app and is never changed: it is copied, and the copy is changed */
  readonly builtIn: boolean;
  readonly inUse: boolean;
}

/** What may be exported: the workbook to be published, or the working copy 核对底稿. */
const EXPORT_KINDS = ['published', 'working'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface AppInfo {
  readonly version: string;
  /** `hidden`: the window has no frame of the system's and must draw its own buttons */
  readonly frame: 'hidden' | 'system';
}

const scope = z.strictObject({ year: z.int(), unit: z.string().nullable() });
const cell = z.strictObject({
  sheet: z.string(),
  row: z.string(),
  fund: z.enum(FUNDS),
  column: z.string(),
  measure: z.enum(MEASURES),
});
const rowText = z.strictObject({ sheet: z.string(), row: z.string(), column: z.string() });
const unsavedCells = z.array(z.strictObject({ place: z.string(), text: z.string() }));
const unitYear = z.strictObject({ year: z.int(), unit: z.string() });
const register = z.enum(REGISTER_IDS);
const cardValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What the window may ask main to do: the arguments of each method, checked before its handler runs. */
export const API_ARGUMENTS = {
  appInfo: z.tuple([]),
  controlWindow: z.tuple([z.enum(['minimize', 'maximize', 'close'])]),
  recentBooks: z.tuple([]),
  forgetRecentBook: z.tuple([z.string()]),
  openSample: z.tuple([]),
  openBookFile: z.tuple([]),
  openRecentBook: z.tuple([z.string()]),
  /** the book whose file was double-clicked, once */
  openHandedBook: z.tuple([]),
  closeBook: z.tuple([unsavedCells]),
  tables: z.tuple([scope]),
  origin: z.tuple([scope.extend({ table: z.string(), row: z.int().nonnegative(), column: z.string() })]),
  /** with the cells that were not stored: the tables are without them */
  exportPack: z.tuple([scope, unsavedCells, z.enum(EXPORT_KINDS)]),
  showExported: z.tuple([]),
  /** 与批复表核对: asks for a workbook of the same tables */
  compareTables: z.tuple([scope]),
  profiles: z.tuple([]),
  profile: z.tuple([z.string()]),
  /** the book's tables are printed in it from now on */
  chooseProfile: z.tuple([z.string()]),
  /** a new profile of the book's own, or a changed one; a built-in id is refused */
  saveProfile: z.tuple([profileSchema]),
  /** refused while the book is printed in it */
  deleteProfile: z.tuple([z.string()]),
  /** as a file to carry elsewhere */
  exportProfile: z.tuple([z.string()]),
  importProfile: z.tuple([]),
  sheet: z.tuple([scope.extend({ sheet: z.string() })]),
  review: z.tuple([scope.extend({ sheet: z.string() })]),
  /** 收入 and 支出 of fund `other` of all units, and the lines of the 差额表: what a transfer between units is found in */
  transferFigures: z.tuple([z.strictObject({ year: z.int() })]),
  /** 转到: what the book has of what was typed */
  find: z.tuple([scope.extend({ query: z.string().max(80) })]),
  /** all checks of one unit or of the department, from the figures as they are */
  checks: z.tuple([scope]),
  /** 规则自检: each rule on its good and its broken example */
  selfTest: z.tuple([]),
  editState: z.tuple([]),
  /** a new file, asked for, with units and a first year */
  newBook: z.tuple([newBookSchema]),
  changeDepartment: z.tuple([departmentDraftSchema]),
  /** the units of a year, in their order; one that has figures cannot be left out */
  changeUnits: z.tuple([unitsDraftSchema]),
  bookYears: z.tuple([]),
  planYear: z.tuple([newYearSchema]),
  openYear: z.tuple([newYearSchema]),
  /** nothing of the year changes from now on */
  lockYear: z.tuple([z.strictObject({ year: z.int() })]),
  /** @see lockYear; the reason stands in the history */
  unlockYear: z.tuple([z.strictObject({ year: z.int(), reason: z.string().max(500) })]),
  overview: z.tuple([scope]),
  /** a register of one unit, or of all, as the year knows it */
  register: z.tuple([scope.extend({ register })]),
  /** something that happened to a card, or to a new one; a record that was wrong is replaced */
  recordEvent: z.tuple([
    unitYear.extend({
      register,
      card: z.string().nullable(),
      event: z.strictObject({
        date: z.string().max(20),
        kind: z.enum(EVENT_KINDS),
        fields: z.record(z.string(), cardValue),
        reason: z.string().max(500).nullable(),
        replaces: z.int().nullable(),
      }),
    }),
  ]),
  /** asks for a list of asset cards, reads it in a thread, and compares it with the book */
  beginCards: z.tuple([unitYear]),
  previewCards: z.tuple([cardChoicesSchema]),
  /** reads the same file again, which was put right meanwhile */
  rereadCards: z.tuple([cardChoicesSchema]),
  /** what the last preview showed: all of it or nothing */
  takeCards: z.tuple([]),
  /** gives up what is being read or stored */
  leaveCards: z.tuple([]),
  /** from the year on, the unit's register answers for its figures */
  beginRegister: z.tuple([unitYear.extend({ register })]),
  /** asks for a file and reads it; nothing of it is in the book yet */
  beginImport: z.tuple([z.strictObject({ kind: z.enum(IMPORT_KINDS), year: z.int(), unit: z.string() })]),
  /** the same for a table that was pasted */
  pasteImport: z.tuple([unitYear.extend({ text: z.string().max(5_000_000) })]),
  previewImport: z.tuple([z.string(), importChoicesSchema]),
  /** all of it or nothing */
  takeImport: z.tuple([z.string(), importChoicesSchema]),
  leaveImport: z.tuple([z.string()]),
  commit: z.tuple([
    unitYear.extend({
      kind: z.enum(EDIT_KINDS),
      edits: z.array(
        // the reason only, and always, where a figure is put into the 差额表
        cell.extend({ value: z.int().nullable(), reason: z.string().max(2000).exactOptional() }),
      ),
      /** what rows of the clerk's own are called, in the same step; a row is named before anything stands on it */
      texts: z.array(rowText.extend({ body: z.string().nullable() })).optional(),
    }),
  ]),
  writeNote: z.tuple([unitYear.extend({ note: cell.extend({ body: z.string().nullable() }) })]),
  /** what the clerk writes about a finding, in its slot; blank or `null`: taken away. It is no step of undo. */
  writeExplanation: z.tuple([
    unitYear.extend({ slot: z.string().startsWith('explain.'), body: z.string().max(2000).nullable() }),
  ]),
  undo: z.tuple([]),
  redo: z.tuple([]),
  backups: z.tuple([]),
  backUpNow: z.tuple([]),
  restoreBackup: z.tuple([z.string()]),
  damagedBook: z.tuple([]),
  restoreDamaged: z.tuple([]),
  showBackups: z.tuple([]),
  readyToClose: z.tuple([unsavedCells]),
} as const;

export type Method = keyof typeof API_ARGUMENTS;

/** What main tells the page without having been asked. */
export interface Events {
  /** the window is to be closed: the page commits its open cell and answers with `readyToClose` */
  closing: null;
  /** the file of another book was double-clicked: the page closes what is open and asks with `openHandedBook` */
  bookHanded: null;
  /** a backup was made, or failed */
  backedUp: BackedUp;
  /** how far the list of asset cards is */
  cardsProgress: CardsProgress;
}
export type EventName = keyof Events;

/** How far a long piece of work is. */
export interface CardsProgress {
  /** `读取`, `核对`, `存入` */
  readonly doing: string;
  readonly done: number;
  /** 0: nobody knows */
  readonly total: number;
}

interface TakenCards {
  readonly cards: number;
  readonly state: EditState;
}

export type BackedUp =
  | { readonly ok: true /** ISO 8601, UTC */; readonly at: string }
  | { readonly ok: false; readonly message: string };
export type Arguments<M extends Method> = z.infer<(typeof API_ARGUMENTS)[M]>;

/** What each method answers; `null`: the clerk closed the dialog. */
export interface Answers {
  appInfo: AppInfo;
  controlWindow: null;
  recentBooks: readonly RecentBook[];
  forgetRecentBook: null;
  openSample: OpenedBook;
  openBookFile: OpenedBook | null;
  openRecentBook: OpenedBook;
  /** `null`: none was handed over */
  openHandedBook: OpenedBook | null;
  /** false: the clerk stays, because of the cells that were not stored */
  closeBook: boolean;
  tables: TablesPage;
  origin: Origin;
  exportPack: ExportedPack | null;
  showExported: null;
  compareTables: Comparison | null;
  profiles: readonly ProfileChoice[];
  profile: Profile;
  chooseProfile: OpenedBook;
  saveProfile: readonly ProfileChoice[];
  deleteProfile: readonly ProfileChoice[];
  /** where it was written */
  exportProfile: string | null;
  /** the profile that was taken into the book */
  importProfile: Profile | null;
  sheet: SheetContent;
  review: Review;
  transferFigures: readonly Figure[];
  find: Found;
  checks: CheckReport;
  selfTest: SelfTest;
  editState: EditState;
  commit: Committed;
  writeNote: Committed;
  writeExplanation: Committed;
  /** `null`: no place was chosen */
  newBook: OpenedBook | null;
  changeDepartment: OpenedBook;
  changeUnits: OpenedBook;
  bookYears: readonly BookYearState[];
  planYear: NewYearPlan;
  openYear: OpenedBook;
  lockYear: OpenedBook;
  unlockYear: OpenedBook;
  overview: Overview;
  register: RegisterView;
  recordEvent: Committed;
  beginRegister: Committed;
  /** `null`: no file was chosen */
  beginCards: CardsPreview | null;
  previewCards: CardsPreview;
  rereadCards: CardsPreview;
  takeCards: TakenCards;
  leaveCards: null;
  /** `null`: no file was chosen */
  beginImport: ImportPreview | null;
  pasteImport: ImportPreview;
  previewImport: ImportPreview;
  takeImport: TakenIn;
  leaveImport: null;
  /** `null`: there is nothing to take back */
  undo: Undone | null;
  redo: Undone | null;
  backups: Backups;
  backUpNow: Backups;
  /** the book as it is after the copy took its place */
  restoreBackup: OpenedBook;
  damagedBook: DamagedBook | null;
  restoreDamaged: OpenedBook;
  showBackups: null;
  readyToClose: null;
}

/** Nothing is thrown across the bridge: every call answers a value or one problem with its sentence. */
export type Reply<M extends Method> = Result<Answers[M], Problem>;
