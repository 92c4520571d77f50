import { unzipSync, zipSync } from 'fflate';

/**
 * Packs a zip archive again so that equal contents are equal bytes: exceljs stamps each entry with the clock. Entries
 * are sorted and carry one fixed date, given in local parts because that is what the zip format stores.
 */
export function rezip(archive: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(archive)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2000, 0, 1) });
}
