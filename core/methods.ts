import type { Method } from './api.ts';

/**
 * The names of all methods, apart from their schemas: the preload needs the names and must not carry zod. A name that
 * is missing here, or is too much, does not compile.
 */
const METHODS = {
  appInfo: true,
  controlWindow: true,
  recentBooks: true,
  forgetRecentBook: true,
  openSample: true,
  openBookFile: true,
  openRecentBook: true,
  closeBook: true,
  tables: true,
  origin: true,
  exportPack: true,
  showExported: true,
} satisfies Record<Method, true>;

export const METHOD_NAMES = Object.keys(METHODS) as Method[];
