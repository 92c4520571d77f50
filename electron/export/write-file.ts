import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes a folder and the ones above it, where they are missing. */
export function ensureFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

/**
 * Writes a file whole or not at all: beside its place first, and on the disk before it gets its name, so that neither
 * a full disk nor a power cut leaves half a file or costs the old one. @throws the error of the step that failed
 */
export function writeFileWhole(path: string, bytes: Uint8Array): void {
  // not built on the file's own name, which may be as long as the file system allows
  const temporary = join(dirname(path), `.mingzhang-${randomUUID()}.tmp`);
  try {
    const file = openSync(temporary, 'wx');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

/** What failed first is what the clerk must hear, not that tidying up failed too. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // `force` covers a file that was never made; what else can fail here leaves nothing to be done
  }
}
