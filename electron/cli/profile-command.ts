import { problem } from '../../core/problems.ts';
import { BUILT_IN_PROFILES, builtInProfile } from '../../core/profiles/built-in.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { readProfileFrom, writeProfileTo } from '../desk/profiles.ts';
import { ProblemError } from '../store/failure.ts';
import { readArguments } from './arguments.ts';

export const PROFILE_USAGE = 'mz profile 报表格式 --to FILE.json [--book FILE.mzb]';

/** Writes a profile, built in or of a book's own, as a file to change and to carry elsewhere. */
export async function profileCommand(
  args: readonly string[],
  {
    profileOf,
    print,
  }: {
    readonly profileOf: (book: string, id: string) => Promise<Profile>;
    readonly print: (text: string) => void;
  },
): Promise<number> {
  const { positionals, options } = readArguments(args, {
    usage: PROFILE_USAGE,
    positionals: 1,
    options: ['to', 'book'],
  });
  const [id = ''] = positionals;
  const { to, book } = options;
  if (!to) {
    throw new ProblemError(problem('usage', { detail: `要用 --to 说明文件，用法：${PROFILE_USAGE}` }));
  }
  const profile = book === undefined ? builtInProfile(id) : await profileOf(book, id);
  if (profile === undefined) {
    const known = BUILT_IN_PROFILES.map((each) => each.id);
    throw new ProblemError(problem('unknown-profile', { profile: id, known }));
  }
  print(`已写出报表格式“${profile.name}”：${writeProfileTo(profile, to)}`);
  return 0;
}

/** What `--profile` asks for: an id, or a file that holds one. Absent: the book's own. */
export function profileOption(asked: string | undefined): { readonly profile?: string | Profile } {
  if (asked === undefined) return {};
  return { profile: /\.json$/i.test(asked) ? readProfileFrom(asked) : asked };
}
