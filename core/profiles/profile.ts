import { z } from 'zod';
import shanghai from './data/shanghai.json' with { type: 'json' };

/** The public tables this version knows how to compute. */
const TABLE_IDS = [
  'summary',
  'income',
  'expenditure',
  'appropriation-summary',
  'general-expenditure',
  'general-basic',
  'three-public',
  'gov-fund',
  'state-capital',
] as const;
export type TableId = (typeof TABLE_IDS)[number];

const fontSchema = z.strictObject({ name: z.string(), size: z.number(), bold: z.boolean().optional() });

const leafSchema = z.strictObject({
  /** may hold line breaks */
  title: z.string(),
  /** which content of the table stands in the column */
  key: z.string(),
  /** mm */
  width: z.number().positive(),
});

export type LeafColumn = z.infer<typeof leafSchema>;

/** A column, or several under one common heading. */
export type ProfileColumn =
  | LeafColumn
  | { readonly title: string; readonly columns: readonly ProfileColumn[] };

const columnSchema: z.ZodType<ProfileColumn> = z.lazy(() =>
  z.union([leafSchema, z.strictObject({ title: z.string(), columns: z.array(columnSchema).min(1) })]),
);

const tableSchema = z.strictObject({
  id: z.enum(TABLE_IDS),
  /** 公开01表 and the like; '' where the place prints none. An attribute apart from the table's place in the pack. */
  number: z.string(),
  title: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  columns: z.array(columnSchema).min(1),
  /** where the 合计 row of a table by code stands */
  total: z.enum(['first', 'last']).optional(),
  /** the fixed 款 of the table by economic classification, in printed order */
  economicRows: z.strictObject({ personnel: z.array(z.string()), public: z.array(z.string()) }).optional(),
  /** `{部门}` becomes 部门 or 单位, `{名称}` the name of either */
  notes: z.array(z.string()),
  /** printed below the notes when the table has no figure but zeros */
  emptyNote: z.string(),
});

export type ProfileTable = z.infer<typeof tableSchema>;

const editionSchema = z.strictObject({
  /** the years whose layout a document at hand shows */
  since: z.int(),
  until: z.int(),
  source: z.string(),
  unitLine: z.string(),
  /** how an amount of exactly 0 prints; a blank figure always prints blank */
  zero: z.enum(['blank', '0.00']),
  /** the 类 that the summary tables always list; others are put in at their place when they have figures */
  functionLines: z.array(z.string().regex(/^\d{3}$/)),
  labels: z.strictObject({ surplus_used: z.string(), distribution: z.string() }),
  /** which budget the column 预算数 of the 三公 table prints: 年初预算 or 全年预算 */
  threePublicBudget: z.enum(['initial', 'final']),
  fonts: z.strictObject({
    title: fontSchema,
    unitLine: fontSchema,
    head: fontSchema,
    label: fontSchema,
    code: fontSchema,
    amount: fontSchema,
    note: fontSchema,
  }),
  tables: z.array(tableSchema),
});

export type ProfileEdition = z.infer<typeof editionSchema>;

const profileSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  editions: z.array(editionSchema).min(1),
});

/** A 报表格式: how one place prints the public tables, by year. */
export type Profile = z.infer<typeof profileSchema>;

export const PROFILES: readonly Profile[] = [profileSchema.parse(shanghai)];

export function findProfile(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}

export interface EditionOfYear {
  readonly edition: ProfileEdition;
  /** false: no document of that year was seen; the nearest year's layout is used and must be shown as unconfirmed */
  readonly confirmed: boolean;
}

export function editionOf(profile: Profile, year: number): EditionOfYear {
  const distance = (edition: ProfileEdition) => Math.max(edition.since - year, year - edition.until, 0);
  const [nearest] = profile.editions.toSorted((a, b) => distance(a) - distance(b));
  // the schema demands at least one edition
  if (nearest === undefined) throw new Error(`profile ${profile.id} has no edition`);
  return { edition: nearest, confirmed: distance(nearest) === 0 };
}
