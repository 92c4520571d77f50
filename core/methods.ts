import type { EventName, Method } from './api.ts';

/**
 * The names of all methods, apart from their schemas: the preload needs the names and must not carry zod. A name that
 * is missing here, or is too much, does not compile.
 *
 * `now`: the page waits for the answer. An edit is in the book before its cell moves on, and what is keyed meanwhile
 * waits in the queue of the system, in order. Everything else is answered `later`.
 */
const METHODS = {
  appInfo: 'later',
  controlWindow: 'later',
  recentBooks: 'later',
  forgetRecentBook: 'later',
  openSample: 'later',
  openBookFile: 'later',
  openRecentBook: 'later',
  openHandedBook: 'later',
  closeBook: 'later',
  tables: 'later',
  origin: 'later',
  exportPack: 'later',
  showExported: 'later',
  compareTables: 'later',
  profiles: 'later',
  profile: 'later',
  chooseProfile: 'later',
  saveProfile: 'later',
  deleteProfile: 'later',
  exportProfile: 'later',
  importProfile: 'later',
  sheet: 'later',
  review: 'later',
  transferFigures: 'later',
  find: 'later',
  checks: 'later',
  selfTest: 'later',
  writeExplanation: 'now',
  newBook: 'later',
  changeDepartment: 'later',
  changeUnits: 'later',
  bookYears: 'later',
  planYear: 'later',
  openYear: 'later',
  lockYear: 'later',
  unlockYear: 'later',
  overview: 'later',
  register: 'later',
  recordEvent: 'later',
  beginRegister: 'later',
  beginCards: 'later',
  previewCards: 'later',
  rereadCards: 'later',
  takeCards: 'later',
  leaveCards: 'later',
  beginImport: 'later',
  pasteImport: 'later',
  previewImport: 'later',
  takeImport: 'later',
  leaveImport: 'later',
  editState: 'later',
  commit: 'now',
  writeNote: 'now',
  undo: 'now',
  redo: 'now',
  backups: 'later',
  backUpNow: 'later',
  restoreBackup: 'later',
  damagedBook: 'later',
  restoreDamaged: 'later',
  showBackups: 'later',
  readyToClose: 'later',
} as const satisfies Record<Method, 'now' | 'later'>;

/** The methods whose answer the page waits for. */
export type SyncMethod = { [M in Method]: (typeof METHODS)[M] extends 'now' ? M : never }[Method];
export type AsyncMethod = Exclude<Method, SyncMethod>;

const names = Object.keys(METHODS) as Method[];
export const SYNC_METHOD_NAMES = names.filter((name): name is SyncMethod => METHODS[name] === 'now');
export const ASYNC_METHOD_NAMES = names.filter((name): name is AsyncMethod => METHODS[name] === 'later');

const EVENTS = { closing: true, bookHanded: true, backedUp: true, cardsProgress: true } satisfies Record<
  EventName,
  true
>;

export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];
