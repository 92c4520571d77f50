import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes a folder and the ones above it, where they are missing. One at a time: Node's own recursive way never returns
 * where a file system refuses new folders (seen on /proc). @returns the folders made, outermost first
 */
export function ensureFolder(path: string): string[] {
  const missing: string[] = [];
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) mkdirSync(folder);
  // a file in its place is no folder
  if (!statSync(path).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'EEXIST' });
  return missing;
}

/** Takes back folders that `ensureFolder` made, as far as they are empty. */
export function removeFolders(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/**
 * Writes files whole or not at all: beside their places first, and on the disk before they get their names, so that
 * neither a full disk nor a power cut leaves half a file or costs an old one. (Only where a file cannot take its name
 * after another has taken its own, that other stays.) @throws the error of the step that failed
 */
export function writeFilesWhole(files: readonly FileToWrite[]): void {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      if (existsSync(path) && statSync(path).isDirectory()) {
        throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
      }
      // not built on the file's own name, which may be as long as the file system allows
      const temporary = join(dirname(path), `.mingzhang-${randomUUID()}.tmp`);
      written.push({ temporary, path });
      writeToDisk(temporary, bytes);
    }
    for (const { temporary, path } of written) renameSync(temporary, path);
  } catch (error) {
    for (const { temporary } of written) removeQuietly(temporary);
    throw error;
  }
}

export function writeFileWhole(path: string, bytes: Uint8Array): void {
  writeFilesWhole([{ path, bytes }]);
}

function writeToDisk(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
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
