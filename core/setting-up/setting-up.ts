import { z } from 'zod';
import { FIRST_YEAR, isUnitCode, LAST_YEAR, UNIT_KINDS } from '../figures/figure.ts';

/** A unit as the clerk sets it up. `was`: the code it has in the book so far; `null`: a new one. */
const unitDraftSchema = z.strictObject({
  was: z.string().nullable(),
  code: z.string().refine(isUnitCode),
  name: z.string().trim().min(1).max(100),
  kind: z.enum(UNIT_KINDS),
});
export type UnitDraft = z.infer<typeof unitDraftSchema>;

export const departmentDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  region: z.string().trim().max(100),
  /** the unit in which amounts are keyed and shown in this book; public tables print what their profile says */
  money: z.enum(['wan', 'yuan']),
});
export type DepartmentDraft = z.infer<typeof departmentDraftSchema>;

const year = z.int().min(FIRST_YEAR).max(LAST_YEAR);

export const newBookSchema = z.strictObject({
  department: departmentDraftSchema,
  /** id of a built-in 报表格式 */
  profile: z.string(),
  year,
  units: z.array(unitDraftSchema).min(1),
});
export type NewBook = z.infer<typeof newBookSchema>;

export const unitsDraftSchema = z.strictObject({ year, units: z.array(unitDraftSchema).min(1) });
export type UnitsDraft = z.infer<typeof unitsDraftSchema>;

/** A 项 of last year that goes on under another code. */
export interface BridgedCode {
  readonly from: string;
  readonly to: string;
  /** `社会工作事务从 2024 年起单列` and how sure that is */
  readonly note: string;
  /** false: from memory, to be confirmed by the clerk */
  readonly confirmed: boolean;
}

/** A year that is opened from another one: what is carried over, told before it happens. */
export const newYearSchema = z.strictObject({
  from: year,
  to: year,
  /** codes that are renamed on the way; others keep theirs */
  codes: z.array(z.strictObject({ from: z.string(), to: z.string() })),
});
export type NewYear = z.infer<typeof newYearSchema>;

export interface NewYearPlan {
  readonly from: number;
  readonly to: number;
  readonly units: number;
  readonly texts: number;
  /** 年末结转和结余 that become 上年末; adjustments stay blank */
  readonly closings: number;
  /** 决算 figures that become 上年决算 */
  readonly priors: number;
  /** rows of the clerk's own that go on */
  readonly rows: number;
  /** codes that the new year's list knows otherwise, with what they may become; the clerk decides */
  readonly renamed: readonly BridgedCode[];
  /** codes of figures that the new year's list does not know, and no bridge leads on from; they keep their code */
  readonly unknown: readonly { readonly code: string; readonly name: string }[];
  /** why the year cannot be opened, one sentence; `null`: it can */
  readonly obstacle: string | null;
}
