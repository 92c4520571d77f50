import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ProfileChoice } from '../../core/api.ts';
import { problem } from '../../core/problems.ts';
import { BUILT_IN_PROFILES, builtInProfile } from '../../core/profiles/built-in.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { numberedCopy, readProfileFile, writeProfileFile } from '../../core/profiles/profile-file.ts';
import { asWriteFailure } from '../export/export-pack.ts';
import { fileNamePart, isBookName } from '../export/file-name.ts';
import { writeFileWhole } from '../export/write-file.ts';
import { readTextFile } from '../import/read-text-file.ts';
import type { BookStore } from '../store/book-store.ts';
import type { EditBy } from '../store/editor.ts';
import { ProblemError } from '../store/failure.ts';

/** The profiles that the book may be printed in: the built-in ones, then its own. */
export function profileChoices(store: BookStore): ProfileChoice[] {
  const inUse = store.department().profile;
  return [...BUILT_IN_PROFILES, ...store.profiles()].map(({ id, name }) => ({
    id,
    name,
    builtIn: builtInProfile(id) !== undefined,
    inUse: id === inUse,
  }));
}

/** `报表格式-某某市.json` */
export function profileFileName({ name }: Profile): string {
  return `报表格式-${fileNamePart(name)}.json`;
}

/** Writes a profile as a file. @returns the file written: not every system's dialog adds what it ends with */
export function writeProfileTo(profile: Profile, chosen: string): string {
  if (isBookName(chosen)) throw new ProblemError(problem('export-over-book', { file: chosen }));
  const path = /\.json$/i.test(chosen) ? chosen : `${chosen}.json`;
  try {
    writeFileWhole(path, new TextEncoder().encode(writeProfileFile(profile)));
  } catch (error) {
    throw asWriteFailure(error, path);
  }
  return path;
}

/** @throws ProblemError when the file cannot be read or is refused */
export function readProfileFrom(file: string): Profile {
  const profile = readProfileFile(readTextFile(file), basename(file));
  if (!profile.ok) throw new ProblemError(profile.error);
  return profile.value;
}

/**
 * Takes a profile into the book that was carried here. What the book has already is left alone; where its id stands
 * for another profile, it comes in as a copy with the next number.
 *
 * @returns the profile as the book has it
 */
export function takeProfile(store: BookStore, brought: Profile, by: EditBy): Profile {
  const own = new Map(store.profiles().map((profile) => [profile.id, profile]));
  let taken = brought;
  for (let number = 2; ; number += 1) {
    const mine = own.get(taken.id);
    if (isDeepStrictEqual(mine, taken)) return taken;
    if (mine === undefined && builtInProfile(taken.id) === undefined) break;
    taken = numberedCopy(brought, number);
  }
  store.saveProfile(taken, by);
  return taken;
}
