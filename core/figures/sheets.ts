import { z } from 'zod';
import registers from './data/register-sheets.json' with { type: 'json' };
import definitions from './data/sheets.json' with { type: 'json' };

/**
 * Where the money comes from. `''`: the figure belongs to no fund.
 * general 一般公共预算财政拨款 · gov_fund 政府性基金 · state_capital 国有资本经营 · other 非财政拨款资金.
 */
export const FUNDS = ['general', 'gov_fund', 'state_capital', 'other', ''] as const;
export type Fund = (typeof FUNDS)[number];

/** The three funds that are 财政拨款, money from the department's own treasury. */
export const FISCAL_FUNDS = ['general', 'gov_fund', 'state_capital'] as const satisfies readonly Fund[];

export const FUND_NAMES: Readonly<Record<Fund, string>> = {
  general: '一般公共预算',
  gov_fund: '政府性基金',
  state_capital: '国有资本经营',
  other: '非财政拨款',
  '': '不分资金',
};

/** initial 年初预算 · final 全年预算（调整后）· actual 决算 · prior 上年决算. */
export const MEASURES = ['initial', 'final', 'actual', 'prior'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  initial: '年初预算',
  final: '全年预算',
  actual: '决算',
  prior: '上年决算',
};

const columnSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** `hundredths`: a number with two decimals, such as a score; `text`: what a row of the clerk's own is, no figure */
  kind: z.enum(['fen', 'count', 'hundredths', 'text']),
  /** the funds whose money this column takes; any other pair is refused */
  funds: z.array(z.enum(FUNDS)),
  /** only these measures; absent: all of the sheet's */
  measures: z.array(z.enum(MEASURES)).optional(),
  /** why a fund or measure is not taken, for the clerk */
  note: z.string().optional(),
  /** 决算 of one fund that is keyed on another sheet, under a code for each row: it is shown and added up here */
  lent: z
    .strictObject({ fund: z.enum(FUNDS), sheet: z.string(), codes: z.record(z.string(), z.string()) })
    .optional(),
});

const rowsSchema = z.discriminatedUnion('kind', [
  /** a 项 of the functional classification */
  z.strictObject({ kind: z.literal('function') }),
  /** a 项, or blank for one line per unit and fund; never both in one unit and fund */
  z.strictObject({ kind: z.literal('function-or-blank') }),
  /** a 款 of the economic classification, optionally with the 项 it belongs to and the kind of body */
  z.strictObject({ kind: z.literal('economic') }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
  /** rows of the clerk's own, each with a generated id; the columns of kind `text` say what they are */
  z.strictObject({ kind: z.literal('free') }),
]);

const sheetSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** the report of the official system that the figures are copied from */
  source: z.string(),
  /** who in the office holds the paper */
  keeper: z.string(),
  rows: rowsSchema,
  measures: z.array(z.enum(MEASURES)),
  /** which sums say something: 其中 lines and counts of unlike things are never added up */
  adds: z.enum(['rows-and-columns', 'rows', 'none']),
  columns: z.array(columnSchema),
  /** columns of the screen that follow from keyed ones of the same measure, such as 净值 */
  computed: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        of: z.array(z.string()),
        less: z.array(z.string()),
      }),
    )
    .optional(),
});

export type SheetColumn = z.infer<typeof columnSchema>;
export type SheetDefinition = z.infer<typeof sheetSchema>;

/** All 录入表, in the order of work. Their definitions are data: core/figures/data/sheets.json. */
export const SHEETS: readonly SheetDefinition[] = z.array(sheetSchema).parse(definitions);

/** Sheets that nobody keys: what the registers 登记簿 say at the end of a year, kept as figures so that all can read them. */
export const REGISTER_SHEETS: readonly SheetDefinition[] = z.array(sheetSchema).parse(registers);

const sheetsById = new Map([...SHEETS, ...REGISTER_SHEETS].map((sheet) => [sheet.id, sheet]));

/** Whether nobody keys the sheet: it is computed from the registers. */
export function isRegisterSheet(id: string): boolean {
  return REGISTER_SHEETS.some((sheet) => sheet.id === id);
}

/** A sheet by its id, one that the registers fill too. */
export function findSheet(id: string): SheetDefinition | undefined {
  return sheetsById.get(id);
}

export function findColumn(sheet: SheetDefinition, id: string): SheetColumn | undefined {
  return sheet.columns.find((column) => column.id === id);
}

/** Whether its rows are codes of a classification; others are named. */
export function hasCodes({ rows }: SheetDefinition): boolean {
  return rows.kind !== 'list' && rows.kind !== 'free';
}

/** The name of a row of a list sheet (`reception` → 公务接待费). */
export function listItemName(sheet: SheetDefinition, row: string): string | undefined {
  return sheet.rows.kind === 'list' ? sheet.rows.items.find((item) => item.id === row)?.name : undefined;
}
