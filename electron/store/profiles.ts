import type { Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { BUILT_IN_PROFILES, builtInProfile } from '../../core/profiles/built-in.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { orderedProfile, readProfile } from '../../core/profiles/profile-file.ts';
import { inChangeSet } from './change-set.ts';
import { departmentOf } from './department.ts';
import type { EditBy } from './editor.ts';
import { ProblemError } from './failure.ts';
import { firstDifference } from './first-difference.ts';
import { prepared } from './prepared.ts';

/**
 * The profiles of the book's own, in the order of their ids.
 *
 * @throws ProblemError when one is none that this version understands
 */
export function profilesOf(database: Database): Profile[] {
  const rows = prepared(database, 'SELECT id, body FROM profile ORDER BY id').all() as {
    readonly id: string;
    readonly body: string;
  }[];
  return rows.map(({ id, body }) => {
    const read = readProfile(JSON.parse(body), `报表格式“${id}”`);
    if (!read.ok) throw new ProblemError(read.error);
    return read.value;
  });
}

/** Takes a book's profiles in. One that is there and equal is left alone; one that differs is refused. */
export function importProfiles(database: Database, profiles: readonly Profile[]): void {
  for (const profile of profiles) {
    const mine = profilesOf(database).find(({ id }) => id === profile.id);
    const found = mine === undefined ? null : firstDifference(mine, orderedProfile(profile));
    if (found !== null) {
      const address = `报表格式“${profile.id}”的 ${found.path}`;
      throw new ProblemError(
        problem('import-conflict', { address, mine: found.one, theirs: found.other, more: 0 }),
      );
    }
    if (mine === undefined) writeProfile(database, profile);
  }
}

/** The book's tables are printed in the profile from now on. */
export function chooseProfile(database: Database, id: string, by: EditBy): void {
  const { name } = knownProfile(database, id);
  inChangeSet(database, { ...by, kind: 'choose-profile', reason: `换用报表格式“${name}”` }, () => {
    if (departmentOf(database).profile !== id) {
      prepared(database, 'UPDATE department SET profile = ?').run(id);
    }
  });
}

/** Adds a profile of the book's own, or changes it. */
export function saveProfile(database: Database, profile: Profile, by: EditBy): void {
  const { id, name } = profile;
  refuseBuiltIn(profile, '保存');
  inChangeSet(database, { ...by, kind: 'save-profile', reason: `保存报表格式“${name}”（${id}）` }, () =>
    writeProfile(database, profile),
  );
}

export function deleteProfile(database: Database, id: string, by: EditBy): void {
  const profile = knownProfile(database, id);
  refuseBuiltIn(profile, '删除');
  const { name } = profile;
  if (departmentOf(database).profile === id) throw new ProblemError(problem('profile-in-use', { name }));
  inChangeSet(database, { ...by, kind: 'delete-profile', reason: `删除报表格式“${name}”（${id}）` }, () => {
    prepared(database, 'DELETE FROM profile WHERE id = ?').run(id);
  });
}

/** @throws ProblemError when no profile, built in or the book's own, has the id */
export function knownProfile(database: Database, id: string): Profile {
  const builtIn = builtInProfile(id);
  if (builtIn !== undefined) return builtIn;
  const known = [...BUILT_IN_PROFILES, ...profilesOf(database)];
  const profile = known.find((candidate) => candidate.id === id);
  if (profile === undefined) {
    throw new ProblemError(
      problem('unknown-profile', { profile: id, known: known.map((candidate) => candidate.id) }),
    );
  }
  return profile;
}

function refuseBuiltIn({ id, name }: Profile, doing: '保存' | '删除'): void {
  if (builtInProfile(id) === undefined) return;
  throw new ProblemError(problem('built-in-profile', { where: `“${name}”`, id, doing }));
}

function writeProfile(database: Database, profile: Profile): void {
  const body = JSON.stringify(orderedProfile(profile));
  prepared(
    database,
    `INSERT INTO profile (id, body) VALUES (@id, @body)
     ON CONFLICT (id) DO UPDATE SET body = @body WHERE body <> @body`,
  ).run({ id: profile.id, body });
}
