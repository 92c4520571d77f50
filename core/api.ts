import { z } from 'zod';
import type { Finding } from './checks/finding.ts';
import type { Unit } from './figures/figure.ts';
import type { Problem } from './problems.ts';
import type { Result } from './result.ts';
import type { TablePack } from './tables/model.ts';
import type { Origin } from './tables/origin.ts';

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
  readonly path: string;
  /** newest first */
  readonly years: readonly { readonly year: number; readonly units: readonly Unit[] }[];
}

/** Which figures are meant: the whole department (with its 差额表), or one unit alone. */
export interface Scope {
  readonly year: number;
  /** `null`: the department */
  readonly unit: string | null;
}

export interface TablesPage {
  readonly pack: TablePack;
  readonly findings: readonly Finding[];
  /** false: a unit has no control figures 核对数, so the year is 未核对 */
  readonly controlled: boolean;
}

export interface ExportedPack {
  /** shown to the clerk */
  readonly path: string;
  readonly tables: number;
}

export interface AppInfo {
  readonly version: string;
  /** `hidden`: the window has no frame of the system's and must draw its own buttons */
  readonly frame: 'hidden' | 'system';
}

const scope = z.strictObject({ year: z.int(), unit: z.string().nullable() });

/** What the window may ask main to do: the arguments of each method, checked before its handler runs. */
export const API_ARGUMENTS = {
  appInfo: z.tuple([]),
  controlWindow: z.tuple([z.enum(['minimize', 'maximize', 'close'])]),
  recentBooks: z.tuple([]),
  forgetRecentBook: z.tuple([z.string()]),
  openSample: z.tuple([]),
  openBookFile: z.tuple([]),
  openRecentBook: z.tuple([z.string()]),
  closeBook: z.tuple([]),
  tables: z.tuple([scope]),
  origin: z.tuple([scope.extend({ table: z.string(), row: z.int().nonnegative(), column: z.string() })]),
  exportPack: z.tuple([scope]),
  showExported: z.tuple([]),
} as const;

export type Method = keyof typeof API_ARGUMENTS;
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
  closeBook: null;
  tables: TablesPage;
  origin: Origin;
  exportPack: ExportedPack | null;
  showExported: null;
}

/** Nothing is thrown across the bridge: every call answers a value or one problem with its sentence. */
export type Reply<M extends Method> = Result<Answers[M], Problem>;
