import { parseArgs } from 'node:util';
import { FIRST_YEAR, LAST_YEAR } from '../../core/figures/figure.ts';
import { problem } from '../../core/problems.ts';
import { ProblemError } from '../store/failure.ts';

export interface CommandArguments {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
}

/** Reads what stands behind a command's name; anything unknown or missing is refused with the command's form. */
export function readArguments(
  args: readonly string[],
  form: {
    readonly usage: string;
    readonly positionals: number;
    readonly options?: readonly string[];
    readonly flags?: readonly string[];
  },
): CommandArguments {
  const refuse = (detail: string) =>
    new ProblemError(problem('usage', { detail: `${detail}，用法：${form.usage}` }));
  const { options = [], flags = [] } = form;
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        ...Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
  } catch {
    const known = [...options, ...flags].map((name) => `--${name}`);
    throw refuse(`参数不对，这个命令只认识 ${known.join('、') || '没有选项的写法'}`);
  }
  if (parsed.positionals.length !== form.positionals) throw refuse('文件名的个数不对');
  const values = Object.entries(parsed.values);
  return {
    positionals: parsed.positionals,
    options: Object.fromEntries(
      values.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
    flags: new Set(values.flatMap(([name, value]) => (value === true ? [name] : []))),
  };
}

/** The year asked for; a book with one year needs no asking. */
export function yearOf(text: string | undefined, known: readonly number[], usage: string): number {
  const [only] = known;
  if (text === undefined && only !== undefined && known.length === 1) return only;
  const year = text !== undefined && /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    const detail = text === undefined ? '要用 --year 说明年度' : `年度“${text}”不对，应是四位数字`;
    throw new ProblemError(problem('usage', { detail: `${detail}，用法：${usage}` }));
  }
  return year;
}
