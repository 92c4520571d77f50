import { accessSync, constants, statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
/** More than all tests of a run hold at a time. */
const ROOM = 2 * 1024 ** 3;

/**
 * What a process of tests is told, so that temporary folders are in memory where there is room for them. On a disk a test
 * of a book waits for nothing as long as for fsync, and none can tell whether there was one: only a failing of the power
 * could, kill -9 leaves what was written with the system.
 * @returns {{ TMPDIR?: string }}
 */
export function temporaryFolders() {
  return process.env['TMPDIR'] === undefined && hasRoom() ? { TMPDIR: MEMORY } : {};
}

function hasRoom() {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}
