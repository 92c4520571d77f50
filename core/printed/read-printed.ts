import { z } from 'zod';
import { FIRST_YEAR, LAST_YEAR } from '../figures/figure.ts';
import { readJson } from '../json/read-json.ts';
import { type Problem, problem } from '../problems.ts';
import { TABLE_IDS } from '../profiles/profile.ts';
import { failure, type Result, success } from '../result.ts';
import { PRINTED_FORMAT, type PrintedDocument } from './printed-tables.ts';

/** What stands in a place of the file, for the sentence that refuses anything else. */
const expected = (what: string) => ({ error: what });

const text = z.string(expected('文字'));
const filled = text.min(1, expected('不空的文字'));

const rowSchema = z.strictObject(
  {
    kind: z.enum(['line', 'total', 'code'], expected('"line"、"total" 或 "code"')),
    side: z.enum(['income', 'expenditure'], expected('"income" 或 "expenditure"')).exactOptional(),
    code: text.regex(/^\d{3}(\d{2}){0,2}$/, expected('3、5 或 7 位科目编码')).exactOptional(),
    item: filled.exactOptional(),
    label: filled,
    // a blank cell is left out; what is printed need not be a number
    cells: z.record(z.string(), filled, expected('一个对象 { 栏: 印的文字 }')),
  },
  expected('一行 { kind, label, cells }'),
);

const tableSchema = z.strictObject(
  {
    id: z.enum(TABLE_IDS, expected(`已知的表（${TABLE_IDS.join('、')}）`)),
    number: text,
    title: filled,
    rows: z.array(rowSchema, expected('一个列表 [ … ]')),
    notes: z.array(filled, expected('一个列表 [ … ]')),
  },
  expected('一张表 { id, title, rows, notes }'),
);

const year = expected(`${FIRST_YEAR} 到 ${LAST_YEAR} 之间的整数`);

const documentSchema = z.strictObject(
  {
    format: z.literal(PRINTED_FORMAT, expected(`"${PRINTED_FORMAT}"`)),
    title: filled,
    source: filled,
    profile: filled,
    year: z.int(year).min(FIRST_YEAR, year).max(LAST_YEAR, year),
    money: z.literal('wan', expected('"wan"（万元）')),
    confirmed: z.literal(false, expected('false，或不写')).exactOptional(),
    tables: z.array(tableSchema, expected('一个列表 [ … ]')),
    statements: z.array(filled, expected('一个列表 [ … ]')),
  },
  expected('一份公开表文件 { format, … }'),
);

/**
 * Reads a published document that was kept as a file `mingzhang-printed/1`. It is taken whole or refused whole; what
 * it prints is not judged here.
 *
 * @param file the file's content
 * @param name what to call the file in a refusal
 */
export function readPrinted(file: string, name: string): Result<PrintedDocument, Problem> {
  const json = readJson(file, name);
  if (!json.ok) return json;
  const read = documentSchema.safeParse(json.value);
  if (read.success) return success(read.data);
  const [issue] = read.error.issues;
  return failure(issueProblem(issue, name));
}

function issueProblem(issue: z.core.$ZodIssue | undefined, name: string): Problem {
  const path = (issue?.path ?? []).map((step) =>
    typeof step === 'number' ? `[${step}]` : `.${String(step)}`,
  );
  const where = path.length === 0 ? name : `$${path.join('')}`;
  if (issue?.code === 'unrecognized_keys') {
    return problem('wrong-type', { where, expected: `没有“${issue.keys.join('”“')}”的内容` });
  }
  return problem('wrong-type', { where, expected: issue?.message ?? '另一种内容' });
}
