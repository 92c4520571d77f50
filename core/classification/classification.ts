import { z } from 'zod';
import type { Fund } from '../figures/sheets.ts';
import aliasRows from './data/aliases.json' with { type: 'json' };
import economicRows from './data/economic.json' with { type: 'json' };
import functionRows from './data/functional.json' with { type: 'json' };

/**
 * The 政府收支分类科目 as far as documents at hand confirm them (data/*.json, one code a line; not the official book,
 * which changes each year). So a code that is missing here is a hint, never an error.
 */
const functionSchema = z.strictObject({
  /** 类 3 digits, 款 5, 项 7; each begins with its parent's */
  code: z.string().regex(/^\d{3}(\d{2}){0,2}$/),
  name: z.string(),
  fund: z.enum(['general', 'gov_fund', 'state_capital']),
  /** first and last year that knows the code, where that is known */
  since: z.int().optional(),
  until: z.int().optional(),
  earlierNames: z.array(z.strictObject({ until: z.int(), name: z.string() })).optional(),
  /** false: no document at hand prints this code with this name */
  confirmed: z.boolean(),
});

const economicSchema = z.strictObject({
  /** 类 3 digits, 款 5 */
  code: z.string().regex(/^\d{3}(\d{2})?$/),
  name: z.string(),
  /** personnel 人员经费, public 公用经费, other: project money that does not belong to 基本支出 */
  group: z.enum(['personnel', 'public', 'other']),
  confirmed: z.boolean(),
});

const aliasSchema = z.strictObject({ code: z.string(), alias: z.string(), note: z.string() });

export type EconomicGroup = z.infer<typeof economicSchema>['group'];

/** A code as one year knows it. */
export interface FunctionEntry {
  readonly code: string;
  readonly name: string;
  readonly fund: Fund;
  readonly confirmed: boolean;
  /** short and former names that documents print */
  readonly aliases: readonly string[];
}

export interface EconomicEntry {
  readonly code: string;
  readonly name: string;
  readonly group: EconomicGroup;
  readonly confirmed: boolean;
}

const FUNCTIONS = z.array(functionSchema).parse(functionRows);
const ECONOMIC = z.array(economicSchema).parse(economicRows);
const ALIASES = z.array(aliasSchema).parse(aliasRows);

const ECONOMIC_BY_CODE = new Map(ECONOMIC.map((row) => [row.code, row]));
const functionsByYear = new Map<number, ReadonlyMap<string, FunctionEntry>>();

/** Put together once for each year: every check of every unit begins with it. */
function functionsOf(year: number): ReadonlyMap<string, FunctionEntry> {
  const known = functionsByYear.get(year);
  if (known !== undefined) return known;
  const rows = FUNCTIONS.filter((row) => (row.since ?? year) <= year && year <= (row.until ?? year));
  const functions = new Map(rows.map((row) => [row.code, entryOfYear(row, year)]));
  functionsByYear.set(year, functions);
  return functions;
}

/** 支出功能分类 and 部门预算支出经济分类 of one year. */
export class Classification {
  readonly year: number;
  readonly #functions: ReadonlyMap<string, FunctionEntry>;
  readonly #economic: ReadonlyMap<string, EconomicEntry>;

  constructor(year: number) {
    this.year = year;
    this.#functions = functionsOf(year);
    this.#economic = ECONOMIC_BY_CODE;
  }

  function(code: string): FunctionEntry | undefined {
    return this.#functions.get(code);
  }

  economic(code: string): EconomicEntry | undefined {
    return this.#economic.get(code);
  }

  functions(): Iterable<FunctionEntry> {
    return this.#functions.values();
  }

  economicEntries(): Iterable<EconomicEntry> {
    return this.#economic.values();
  }

  /** 人员 or 公用, taken from the 类 where the 款 itself is not listed. */
  economicGroup(code: string): EconomicGroup {
    return economicGroupOf(code);
  }
}

/** See Classification.economicGroup: no year has moved a 类 to another group. */
export function economicGroupOf(code: string): EconomicGroup {
  return (ECONOMIC_BY_CODE.get(code) ?? ECONOMIC_BY_CODE.get(code.slice(0, 3)))?.group ?? 'other';
}

function entryOfYear(row: z.infer<typeof functionSchema>, year: number): FunctionEntry {
  const earlier = row.earlierNames?.find((name) => year <= name.until)?.name;
  const otherNames = [row.name, ...(row.earlierNames ?? []).map((name) => name.name)];
  const aliases = ALIASES.filter((alias) => alias.code === row.code).map(({ alias }) => alias);
  const name = earlier ?? row.name;
  return {
    code: row.code,
    name,
    fund: row.fund,
    confirmed: row.confirmed,
    aliases: [...new Set([...aliases, ...otherNames])].filter((alias) => alias !== name),
  };
}

/** The codes above a code, widest first: `2010301` → `201`, `20103`. */
export function ancestorsOf(code: string): string[] {
  return [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
}
