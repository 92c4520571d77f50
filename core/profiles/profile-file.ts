import { readJson } from '../json/read-json.ts';
import { type Problem, problem } from '../problems.ts';
import { failure, type Result, success } from '../result.ts';
import { type Profile, profileSchema } from './profile.ts';
import { profileProblem } from './profile-problem.ts';

const FORMAT = 'mingzhang-profile/1';

/** Characters; the largest built-in profile has less than a tenth of it. */
const LARGEST_FILE = 1_000_000;

/** A profile in the order of the schema, so that equal profiles are equal texts. */
export function orderedProfile(profile: Profile): Profile {
  return profileSchema.parse(profile);
}

/** Writes a 报表格式 as a file `mingzhang-profile/1` to carry elsewhere. */
export function writeProfileFile(profile: Profile): string {
  return `${JSON.stringify({ format: FORMAT, ...orderedProfile(profile) }, null, 2)}\n`;
}

/**
 * Reads a file `mingzhang-profile/1`. It is taken whole or refused whole.
 *
 * @param text the file's content
 * @param name what to call the file in a refusal
 */
export function readProfileFile(text: string, name: string): Result<Profile, Problem> {
  if (text.length > LARGEST_FILE) {
    return failure(problem('wrong-type', { where: name, expected: '不到 100 万字的报表格式文件' }));
  }
  const read = readJson(text, name);
  if (!read.ok) return read;
  const { format, ...profile } = asFields(read.value);
  if (typeof format !== 'string' || !/^mingzhang-profile\/[1-9]\d*$/.test(format)) {
    return failure(problem('not-profile-file', { where: name }));
  }
  if (format !== FORMAT) return failure(problem('newer-profile-file', { where: name, found: format }));
  return readProfile(profile, '$');
}

/** Takes what somebody wrote as a profile, or refuses the first thing wrong with it. `path`: where it stands. */
export function readProfile(written: unknown, path: string): Result<Profile, Problem> {
  const checked = profileSchema.safeParse(written);
  return checked.success ? success(checked.data) : failure(profileProblem(checked.error, written, path));
}

function asFields(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {};
}

/** The same layout as a profile of its own. */
export function copyProfile(profile: Profile, id: string, name: string): Profile {
  return { ...profile, id, name };
}

const MOST_ID = 40;
const MOST_NAME = 60;

/**
 * A copy that is going to be changed: the documents that the original follows do not show what will be changed, which
 * is said of each edition until somebody has looked at it and strikes it off.
 */
export function draftOf(profile: Profile, id: string, name: string): Profile {
  const doubt = `复制自“${profile.name}”，改动的地方没有样张证实`;
  return {
    ...copyProfile(profile, id, name),
    editions: profile.editions.map((edition) => ({
      ...edition,
      unconfirmed: [doubt, ...edition.unconfirmed.filter((each) => each !== doubt)],
    })),
  };
}

/** No longer than so many UTF-16 units, and no character cut in two. */
function cutTo(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** The nth copy of a profile: `own-2`, `某格式（2）`. What would be too long is cut before the number. */
export function numberedCopy(profile: Profile, number: number): Profile {
  const [idTail, nameTail] = [`-${number}`, `（${number}）`];
  const id = profile.id.slice(0, MOST_ID - idTail.length) + idTail;
  return copyProfile(profile, id, cutTo(profile.name, MOST_NAME - nameTail.length) + nameTail);
}
