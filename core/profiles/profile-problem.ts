import type { z } from 'zod';
import { type Problem, problem } from '../problems.ts';

type Issue = z.core.$ZodIssue;

/**
 * The first thing wrong with a profile that somebody wrote, as one sentence with its JSON path.
 *
 * @param profile what profileSchema refused
 * @param root the JSON path of the profile
 */
export function profileProblem(error: z.ZodError, profile: unknown, root: string): Problem {
  const [first] = error.issues;
  if (first === undefined) return problem('wrong-type', { where: root, expected: '一个报表格式' });
  const { issue, path } = innermost(first, first.path, profile);
  return issueProblem(issue, path, { profile, root });
}

/** A column is a leaf or a group: what it looks like decides which of the two it was to be. */
function innermost(
  issue: Issue,
  path: readonly PropertyKey[],
  profile: unknown,
): { readonly issue: Issue; readonly path: readonly PropertyKey[] } {
  if (issue.code !== 'invalid_union') return { issue, path };
  const value = valueAt(profile, path);
  const isGroup = typeof value === 'object' && value !== null && 'columns' in value;
  const [inner] = issue.errors[isGroup ? 1 : 0] ?? [];
  return inner === undefined ? { issue, path } : innermost(inner, [...path, ...inner.path], profile);
}

function issueProblem(
  issue: Issue,
  path: readonly PropertyKey[],
  { profile, root }: { readonly profile: unknown; readonly root: string },
): Problem {
  const where = pathText(root, path);
  const wrong = (expected: string) => problem('wrong-type', { where, expected });
  switch (issue.code) {
    case 'unrecognized_keys':
      return problem('profile-unknown-key', { where, key: issue.keys[0] ?? '' });
    case 'custom':
      return problem('profile-rule', { where, law: issue.message });
    case 'invalid_type': {
      const key = path.at(-1);
      const isMissing = valueAt(profile, path) === undefined && typeof key === 'string';
      if (isMissing) return problem('missing-key', { where: pathText(root, path.slice(0, -1)), key });
      return wrong(TYPES[issue.expected] ?? '另一种值');
    }
    case 'invalid_value': {
      const found = valueAt(profile, path);
      const known = issue.values.map(String);
      return problem('unknown-word', { where, what: '取值', found: shownValue(found), known });
    }
    case 'too_small':
      return wrong(sized(issue.origin, '至少', Number(issue.minimum)));
    case 'too_big':
      return wrong(sized(issue.origin, '至多', Number(issue.maximum)));
    case 'invalid_format':
      return wrong(formatWords(path));
    default:
      return wrong('另一种值');
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: '一段文字',
  number: '一个数',
  int: '一个整数',
  boolean: ' true 或 false',
  array: '一个列表 [ … ]',
  object: '一个对象 { … }',
};

function sized(origin: string, bound: '至少' | '至多', limit: number): string {
  if (origin === 'string') return `${bound} ${limit} 个字的文字`;
  if (origin === 'array' || origin === 'set') return `${bound} ${limit} 项的列表`;
  return `不${bound === '至少' ? '小' : '大'}于 ${limit} 的数`;
}

function formatWords(path: readonly PropertyKey[]): string {
  if (path.includes('functionLines')) return ' 3 位数字的类级科目编码';
  if (path.includes('economicRows')) return ' 3 位或 5 位数字的经济分类编码';
  return '小写字母、数字和短横写成的标识，至多 40 位，以字母或数字开头';
}

function shownValue(value: unknown): string {
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    whole,
  );
}

function pathText(root: string, path: readonly PropertyKey[]): string {
  return root + path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
}
