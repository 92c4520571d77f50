import { closeSync, openSync, readSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { check } from '../../core/checks/check.ts';
import { type CheckReport, tallyOf } from '../../core/checks/check-year.ts';
import { documentFacts, recognisedFacts } from '../../core/checks/document-facts.ts';
import type { Facts } from '../../core/checks/facts.ts';
import type { Finding } from '../../core/checks/finding.ts';
import { readPrinted } from '../../core/printed/read-printed.ts';
import { problem } from '../../core/problems.ts';
import { publicTablesIn } from '../desk/comparing.ts';
import type { PackRequest } from '../desk/pack.ts';
import { readTextFile } from '../import/read-text-file.ts';
import { ProblemError } from '../store/failure.ts';
import { type CommandArguments, readArguments, yearOf } from './arguments.ts';
import { type CheckSaid, checkText } from './check-text.ts';

export const CHECK_USAGE = 'mz check 账簿.mzb|公开表.json|工作簿.xlsx --year Y [--unit 单位代码] [--json]';

/** What a book is asked for: a year that it has, and one unit or all. */
type Asked = Pick<PackRequest, 'year' | 'unit'>;

/** Checks a book's year, or the public tables of a document. */
export async function checkCommand(
  args: readonly string[],
  {
    checkBook,
    step,
    print,
  }: {
    readonly checkBook: (file: string, request: (years: readonly number[]) => Asked) => Promise<CheckReport>;
    readonly step: (step: string) => void;
    readonly print: (text: string) => void;
  },
): Promise<number> {
  const given = readArguments(args, {
    usage: CHECK_USAGE,
    positionals: 1,
    options: ['year', 'unit'],
    flags: ['json'],
  });
  const [file = ''] = given.positionals;
  const kind = kindOf(file);
  const { year, unit } = given.options;
  const said =
    kind === 'book'
      ? ofBook(
          await checkBook(file, (years) => ({
            year: yearOf(year, years, CHECK_USAGE),
            unit: unit ?? null,
          })),
        )
      : ofDocument(await documentOf(file, kind, given), step);
  print(given.flags.has('json') ? JSON.stringify(said.findings, null, 2) : checkText(said));
  return hasError(said.findings) ? 1 : 0;
}

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === 'error');
}

/** What the checks of a book say. */
export function ofBook({ findings, tally, uncontrolled }: CheckReport): CheckSaid {
  return { findings, tally, uncontrolled, titleOf: (table) => table };
}

function ofDocument(facts: Facts, step: (step: string) => void): CheckSaid {
  step('检查');
  const outcomes = check(facts);
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    tally: tallyOf(outcomes),
    uncontrolled: null,
    titleOf: (id) => facts.tables.all().find((table) => table.id === id)?.title ?? id,
  };
}

type Kind = 'book' | 'printed' | 'workbook';

const KIND_BY_ENDING: Readonly<Record<string, Kind>> = {
  '.mzb': 'book',
  '.json': 'printed',
  '.xlsx': 'workbook',
  '.xls': 'workbook',
  '.et': 'workbook',
  '.ods': 'workbook',
};

/** of a zip archive, and of the older .xls and .et */
const WORKBOOK_BEGINNINGS = ['PK', '\xd0\xcf\x11\xe0'];
const BYTE_ORDER_MARK = '\xef\xbb\xbf';

/** What a file is: by its ending, else by how it begins; what cannot be read is left to who opens books to refuse. */
function kindOf(file: string): Kind {
  const byEnding = KIND_BY_ENDING[extname(file).toLowerCase()];
  if (byEnding !== undefined) return byEnding;
  const begin = beginningOf(file);
  if (WORKBOOK_BEGINNINGS.some((known) => begin.startsWith(known))) return 'workbook';
  return begin.replace(BYTE_ORDER_MARK, '').trimStart().startsWith('{') ? 'printed' : 'book';
}

/** The first bytes, one character each; `''` where there are none to be read. */
function beginningOf(file: string): string {
  try {
    const open = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(16);
      return bytes.toString('latin1', 0, readSync(open, bytes));
    } finally {
      closeSync(open);
    }
  } catch {
    return '';
  }
}

async function documentOf(
  file: string,
  kind: Exclude<Kind, 'book'>,
  { options: { year, unit } }: CommandArguments,
): Promise<Facts> {
  const refuse = (detail: string) =>
    new ProblemError(problem('usage', { detail: `${detail}，用法：${CHECK_USAGE}` }));
  if (unit !== undefined) throw refuse('--unit 只用于账簿，公开表不分单位');
  if (kind === 'workbook') {
    const asked = yearOf(year, [], CHECK_USAGE);
    return recognisedFacts(await publicTablesIn(file, asked), asked);
  }
  const read = readPrinted(readTextFile(file), basename(file));
  if (!read.ok) throw new ProblemError(read.error);
  const asked = yearOf(year, [read.value.year], CHECK_USAGE);
  if (asked !== read.value.year)
    throw refuse(`${basename(file)} 是 ${read.value.year} 年度的，不是 ${asked} 年度`);
  if (read.value.tables.length === 0) throw nothingToCheck(file);
  return documentFacts(read.value);
}

/** Nothing found in nothing would read as if all were well. */
function nothingToCheck(file: string): ProblemError {
  return new ProblemError(
    problem('no-public-tables', { file: basename(file), sheet: basename(file), reason: '里面没有表' }),
  );
}
