import { problem } from '../problems.ts';
import { builtInProfile } from '../profiles/built-in.ts';
import type { Profile } from '../profiles/profile.ts';
import { readProfile } from '../profiles/profile-file.ts';
import { asArray, Refusal } from './json-reader.ts';

/** The profiles that a book brings beside the built-in ones. Throws `Refusal`. */
export function readProfiles(source: unknown): Profile[] {
  const profiles: Profile[] = [];
  for (const [index, written] of asArray(source, '$.profiles').entries()) {
    const where = `$.profiles[${index}]`;
    const read = readProfile(written, where);
    if (!read.ok) throw new Refusal(read.error);
    const { id } = read.value;
    if (builtInProfile(id) !== undefined) {
      throw new Refusal(problem('built-in-profile', { where, id, doing: '导入' }));
    }
    if (profiles.some((other) => other.id === id)) {
      throw new Refusal(problem('duplicate-profile', { where, id }));
    }
    profiles.push(read.value);
  }
  return profiles;
}
