import { z } from 'zod';
import { Classification } from '../classification/classification.ts';
import { columnKeys, neededColumns, TABLE_COLUMNS } from './table-columns.ts';

/** The public tables this version knows how to compute. */
export const TABLE_IDS = [
  'summary',
  'income',
  'expenditure',
  'appropriation-summary',
  'general-balance',
  'general-expenditure',
  'general-basic',
  'gov-fund',
  'gov-fund-basic',
  'state-capital',
  'three-public',
  'procurement',
  'purchased-services',
] as const;
export type TableId = (typeof TABLE_IDS)[number];

/** The lines of 收入 in the summary table: the three funds of 财政拨款, then the columns of the sheet `income`. */
export const INCOME_LINES = [
  'general',
  'gov_fund',
  'state_capital',
  'superior',
  'undertaking',
  'business',
  'affiliate',
  'other',
] as const;
export type IncomeLine = (typeof INCOME_LINES)[number];

export const INCOME_LINE_NAMES: Readonly<Record<IncomeLine, string>> = {
  general: '一般公共预算财政拨款收入',
  gov_fund: '政府性基金预算财政拨款收入',
  state_capital: '国有资本经营预算财政拨款收入',
  superior: '上级补助收入',
  undertaking: '事业收入',
  business: '经营收入',
  affiliate: '附属单位上缴收入',
  other: '其他收入',
};

/** Text that is printed: control characters and halves of characters would break a file or a terminal. */
const text = (most: number, { lines = false } = {}) =>
  z
    .string()
    .max(most)
    .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(lines ? value.replaceAll('\n', '') : value), {
      error: lines ? '含有不能印的控制字符' : '含有换行或不能印的控制字符',
    });
/** Text without which something would have no name. */
const name = (most: number) => text(most).refine((value) => value.trim() !== '', { error: '不能空着' });
const unique = (values: readonly string[]) => new Set(values).size === values.length;
const fontSchema = z.strictObject({
  name: name(40),
  /** points */
  size: z.number().min(5).max(40),
  bold: z.boolean().optional(),
});
export type ProfileFont = z.infer<typeof fontSchema>;

const leafSchema = z.strictObject({
  /** may hold line breaks */
  title: text(60, { lines: true }),
  /** which content of the table stands in the column */
  key: name(40),
  /** mm */
  width: z.number().min(4).max(200),
});

export type LeafColumn = z.infer<typeof leafSchema>;

/** A column, or several under one common heading. */
export type ProfileColumn =
  | LeafColumn
  | { readonly title: string; readonly columns: readonly ProfileColumn[] };

const group = (below: z.ZodType<ProfileColumn>): z.ZodType<ProfileColumn> =>
  z.union([
    leafSchema,
    z.strictObject({ title: text(60, { lines: true }), columns: z.array(below).min(1).max(40) }),
  ]);

const lowest = z
  .custom<unknown>((value) => typeof value !== 'object' || value === null || !('columns' in value), {
    error: '栏目标题至多四层',
  })
  .pipe(leafSchema);

/** Headings of four levels at most; no table has more than three. */
const columnSchema = group(group(group(lowest)));

/** What is not yet confirmed by any document at hand: one Chinese sentence each. */
const doubtsSchema = z.array(name(200)).max(40);

const economicRowsSchema = z.strictObject({
  /** 人员经费: the left group */
  personnel: z.array(z.string().regex(/^\d{3}(\d{2})?$/)).max(200),
  /** 公用经费: one group beside it, or two */
  public: z
    .array(z.array(z.string().regex(/^\d{3}(\d{2})?$/)).max(200))
    .min(1)
    .max(2),
});

/** One table without what only the whole of it can break; profileSchema checks that too. */
export const tableSchema = z.strictObject({
  id: z.enum(TABLE_IDS),
  /** 公开01表, 一、 and the like; '' where the place prints none. An attribute apart from the table's place in the pack. */
  number: text(20),
  title: name(80),
  orientation: z.enum(['portrait', 'landscape']),
  columns: z.array(columnSchema).min(1).max(40),
  /** where the 合计 row of a table by code stands */
  total: z.enum(['first', 'last']).optional(),
  /** the fixed 款 of the table by economic classification, in printed order */
  economicRows: economicRowsSchema.optional(),
  /** other than in the other tables: see the setting of the edition */
  codes: z.enum(['one', 'parts']).optional(),
  /** this table prints neither 行次 nor 栏次 where the others do */
  plainHead: z.boolean().optional(),
  /** a line without text before 总计 */
  blankBeforeTotal: z.boolean().optional(),
  /** `{部门}` becomes 部门 or 单位, `{名称}` the name of either */
  notes: z.array(text(300)).max(10),
  /** printed below the notes when the table has no figure but zeros */
  emptyNote: text(300),
  unconfirmed: doubtsSchema,
});

export type ProfileTable = z.infer<typeof tableSchema>;

/** What holds for all tables of an edition. */
export const editionSettings = {
  /** where the number of a table stands: at the right above the table, or before its title */
  numberPlace: z.enum(['corner', 'title']),
  /** at the left above the table, with `{部门}` and `{名称}`; '': nothing stands there */
  nameLine: text(60),
  unitLine: text(40).refine((value) => !/元/.test(value) || /(?<![十百千])万元/.test(value), {
    error: '公开表一律以万元列示，单位字样不能写成别的单位',
  }),
  /** codes in one column, or parted over 类, 款 and 项 */
  codes: z.enum(['one', 'parts']),
  /** 行次 beside the lines of the summary tables and 栏次 below the heads */
  lineNumbers: z.boolean(),
  /** an amount of exactly 0 prints blank or as 0.00; `filled`: what was never keyed prints as 0.00 too */
  zero: z.enum(['blank', '0.00', 'filled']),
  /** the lines of 收入 that are always listed; others come at their place when they have figures */
  incomeLines: z.array(z.enum(INCOME_LINES)).refine(unique, { error: '有一行列了两次' }),
  /** the 类 that the summary tables always list; others come at their place when they have figures */
  functionLines: z
    .array(z.string().regex(/^\d{3}$/))
    .max(60)
    .refine(unique, { error: '有一类列了两次' }),
  labels: z.strictObject({
    surplus_used: name(60),
    distribution: name(60),
    /** the lines below 年初财政拨款结转和结余 */
    opening_general: name(60),
    opening_gov_fund: name(60),
    opening_state_capital: name(60),
  }),
  /** which budget the column 预算数 of the 三公 table prints: 年初预算 or 全年预算 */
  threePublicBudget: z.enum(['initial', 'final']),
  /** whose money the 三公 table counts: 一般公共预算 alone (until 2021 in most places), or all 财政拨款 */
  threePublicFunds: z.enum(['general', 'fiscal']),
  fonts: z.strictObject({
    title: fontSchema,
    unitLine: fontSchema,
    head: fontSchema,
    label: fontSchema,
    code: fontSchema,
    /** 行次 and 栏次 */
    order: fontSchema,
    amount: fontSchema,
    note: fontSchema,
  }),
};

const editionSchema = z.strictObject({
  /** the years whose tables are printed so */
  since: z.int().min(2000).max(2099),
  until: z.int().min(2000).max(2099),
  /** the documents that show it */
  source: text(300),
  unconfirmed: doubtsSchema,
  ...editionSettings,
  tables: z.array(tableSchema.superRefine(checkColumns)).min(1).max(40),
});

export type ProfileEdition = z.infer<typeof editionSchema>;

export const profileSchema = z.strictObject({
  /** built in: mof, shanghai, beijing; a user's own has another */
  id: z.string().regex(/^[0-9a-z][0-9a-z-]{0,39}$/),
  name: name(60),
  editions: z
    .array(editionSchema.superRefine(checkEdition))
    .min(1)
    .max(30)
    .superRefine((editions, context) => {
      const inOrder = editions.toSorted((a, b) => a.since - b.since);
      for (const [index, edition] of inOrder.entries()) {
        const next = inOrder[index + 1];
        if (next !== undefined && next.since <= edition.until) {
          refuse(context, [], `${next.since} 年度在两个版本里都有`);
        }
      }
    }),
});

type Context = z.core.$RefinementCtx;

/** The 经济分类 is known in one version only; its 类 have not changed in the years at hand. */
const LATEST_YEAR = 2025;

/** @param message one Chinese sentence, for the person who wrote the file */
function refuse(context: Context, path: (string | number)[], message: string): void {
  context.issues.push({ code: 'custom', path, message, input: undefined });
}

/** A column that the table cannot fill, or one printed twice, would print blank or say one number in two places. */
function checkColumns(table: z.infer<typeof tableSchema>, context: Context): void {
  const known = TABLE_COLUMNS[table.id];
  const keys = columnKeys(table.columns);
  for (const [index, key] of keys.entries()) {
    if (!known.includes(key))
      refuse(context, ['columns'], `“${table.title}”没有 ${key} 这一栏，可用的有 ${known.join('、')}`);
    if (keys.indexOf(key) !== index) refuse(context, ['columns'], `“${table.title}”的 ${key} 栏列了两次`);
  }
  for (const key of neededColumns(table.id, keys)) {
    if (!keys.includes(key)) refuse(context, ['columns'], `“${table.title}”缺少 ${key} 栏，印出来会说不清`);
  }
  if (table.economicRows !== undefined) checkEconomicRows(table.economicRows, keys, context);
}

/** Each 款 stands once, among its own kind: in the other group it would be part of a sum that leaves it out. */
function checkEconomicRows(
  { personnel, public: groups }: z.infer<typeof economicRowsSchema>,
  keys: readonly string[],
  context: Context,
): void {
  const refuseRows = (message: string) => refuse(context, ['economicRows'], message);
  if (groups.length !== (keys.includes('public_2_label') ? 2 : 1)) {
    refuseRows(`公用经费有 ${groups.length} 组科目，与栏目的组数不同`);
  }
  const classification = new Classification(LATEST_YEAR);
  const listed = [...personnel, ...groups.flat()];
  for (const [index, code] of listed.entries()) {
    if (listed.indexOf(code) !== index) refuseRows(`科目 ${code} 列了两次`);
    const wanted = index < personnel.length ? 'personnel' : 'public';
    if (classification.economicGroup(code) !== wanted) {
      refuseRows(`科目 ${code} 不属于${wanted === 'personnel' ? '人员经费' : '公用经费'}`);
    }
  }
}

function checkEdition(edition: z.infer<typeof editionSchema>, context: Context): void {
  if (edition.until < edition.since) refuse(context, ['until'], '适用年度的止年早于起年');
  const ids = edition.tables.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index) {
      refuse(context, ['tables', index], `“${edition.tables[index]?.title}”列了两次`);
    }
  }
  const { surplus_used, distribution, ...openings } = edition.labels;
  if (!unique([...FIXED_LABELS, surplus_used, distribution]) || !unique(Object.values(openings))) {
    refuse(context, ['labels'], '总表里有两行的字样相同，分不清是哪一行');
  }
}

/** The lines of 收入支出决算总表 whose names no profile changes. */
const FIXED_LABELS = ['年初结转和结余', '年末结转和结余', '本年收入合计', '本年支出合计', '总计'];

/** A 报表格式: how one place prints the public tables, by year. */
export type Profile = z.infer<typeof profileSchema>;

export interface EditionOfYear {
  readonly edition: ProfileEdition;
  /** what no document at hand confirms, the year itself included; empty: all of it is confirmed */
  readonly unconfirmed: readonly string[];
}

/** The edition of a year; where the year has none, that of the nearest year, which is then said to be unconfirmed. */
export function editionOf(profile: Profile, year: number): EditionOfYear {
  const distance = (edition: ProfileEdition) => Math.max(edition.since - year, year - edition.until, 0);
  const [nearest] = profile.editions.toSorted((a, b) => distance(a) - distance(b));
  // the schema demands at least one edition
  if (nearest === undefined) throw new Error(`profile ${profile.id} has no edition`);
  const borrowed =
    distance(nearest) === 0 ? [] : [`${year} 年度的版式没有见过样张，按${yearsOf(nearest)}年度的版式排印`];
  return { edition: nearest, unconfirmed: [...borrowed, ...nearest.unconfirmed] };
}

/** ` 2024 `, ` 2022—2024 ` */
export function yearsOf({ since, until }: Pick<ProfileEdition, 'since' | 'until'>): string {
  return since === until ? ` ${since} ` : ` ${since}—${until} `;
}
