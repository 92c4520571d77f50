import { z } from 'zod';
import { FISCAL_FUNDS, FUNDS, MEASURES } from '../figures/sheets.ts';
import tableRows from './data/tables.json' with { type: 'json' };
import wordRows from './data/words.json' with { type: 'json' };

/**
 * What the 财决 tables look like, as data that a person may have to correct: no complete official file was at hand.
 * `sourced`: some document at hand shows it; `memory`: nobody has seen it, to be confirmed on the first real file.
 */
const basis = z.enum(['sourced', 'memory']);
const pattern = z.string().transform((source) => new RegExp(source));
/** first and last year that it holds for */
const years = { since: z.int().optional(), until: z.int().optional() };

const columnSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** found in the headings over the column, from the top down, joined by `/` */
  path: pattern,
  required: z.literal(true).optional(),
  /** where the amount of a 项 goes */
  feed: z.strictObject({ sheet: z.string(), column: z.string(), fund: z.enum(FUNDS) }).optional(),
  /** the row of 核对数 that the amount in the line 合计 goes to */
  control: z.string().optional(),
  /** of tables with fixed lines */
  measure: z.enum(MEASURES).optional(),
  /** whose money alone stands there */
  fund: z.enum(FISCAL_FUNDS).optional(),
  basis,
});

const lineSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** found in the label without its number, or in `label of the line above/label` */
  label: pattern,
  /** only below, or above, a line with such a label in the same block of columns */
  after: pattern.optional(),
  until: pattern.optional(),
  since: z.int().optional(),
  /** `by-column`: the fund that the column is of */
  feeds: z.array(
    z.strictObject({
      sheet: z.string(),
      row: z.string(),
      column: z.string(),
      fund: z.union([z.enum(FUNDS), z.literal('by-column')]),
    }),
  ),
  basis,
});

const law = z.strictObject({
  whole: z.string(),
  parts: z.array(z.string()),
  less: z.array(z.string()).optional(),
});

const shared = {
  id: z.string(),
  /** what a figure's source says: `财决03` */
  report: z.string(),
  title: z.string(),
  /** in the title, and not in it */
  must: pattern,
  mustNot: pattern.optional(),
  /** `03` in 财决03表; absent: the table has none that is known */
  number: z.string().optional(),
  ...years,
  columns: z.array(columnSchema),
  basis,
};

const tableSchema = z.discriminatedUnion('form', [
  /** one line for each 项 */
  z.strictObject({
    ...shared,
    form: z.literal('codes'),
    fund: z.enum(FISCAL_FUNDS).optional(),
    /** sums that hold in every row */
    laws: z.array(law).optional(),
    /** further columns are 款 by their names */
    economic: z.literal(true).optional(),
    economicFeed: columnSchema.shape.feed,
  }),
  /** lines with fixed labels, in blocks side by side */
  z.strictObject({ ...shared, form: z.literal('lines'), lines: z.array(lineSchema) }),
]);

const wordsSchema = z.strictObject({
  /** tables that could be taken for one of ours */
  lookAlikes: z.array(z.strictObject({ words: pattern, reason: z.string() })),
  /** other names of 款 in the headings of the 明细表 */
  economicAliases: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});

export type ReportTable = z.infer<typeof tableSchema>;
export type CodeTable = Extract<ReportTable, { form: 'codes' }>;
export type LineTable = Extract<ReportTable, { form: 'lines' }>;
export type ReportLine = z.infer<typeof lineSchema>;

const TABLES: readonly ReportTable[] = z.array(tableSchema).parse(tableRows);
export const WORDS = wordsSchema.parse(wordRows);

/** Whether a number is one of ours, in whatever year. */
export function isReportNumber(number: string | null): boolean {
  return number !== null && TABLES.some((table) => table.number === number);
}

/** The tables that a year's file may hold: a number can mean another table in another year. */
export function tablesOf(year: number): readonly ReportTable[] {
  return TABLES.filter(({ since, until }) => (since ?? year) <= year && year <= (until ?? year));
}
