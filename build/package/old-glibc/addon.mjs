import { readFileSync } from 'node:fs';

/** The minor number of the glibc that the oldest system has on which the package is to start: UOS 20. */
export const OLDEST_GLIBC = 28;

/** Where addons lie that were compiled for older systems, each in a folder like linux-x64; from the project's folder. */
export const addonFolder = '.cache/sqlite-addon';

/**
 * Which glibc a binary needs, by the names of versions that it holds.
 * @param {string} file
 * @returns {number} the minor number: 28 for glibc 2.28
 */
export function newestGlibc(file) {
  const names = readFileSync(file, 'latin1').matchAll(/GLIBC_2\.(\d+)/g);
  return Math.max(0, ...Array.from(names, ([, minor]) => Number(minor)));
}
