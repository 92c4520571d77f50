import { z } from 'zod';
import { FUNDS, MEASURES } from '../figures/sheets.ts';
import data from './data/expected.json' with { type: 'json' };

const funds = z.array(z.enum(FUNDS));
/** `why`: the reason, told to the clerk: what is expected is our judgement and no official rule */
const base = z.strictObject({ sheet: z.string(), why: z.string() });

const ruleSchema = z.discriminatedUnion('rule', [
  /** something of 决算 stands in the sheet */
  base.extend({ rule: z.literal('begun') }),
  /** each 项 that spent more than it had at the beginning of the year has income */
  base.extend({ rule: z.literal('income-of-spending'), funds }),
  /** each 项 that has a figure of the measure `given` has one of `measure` */
  base.extend({
    rule: z.literal('items'),
    given: z.enum(MEASURES),
    measure: z.enum(MEASURES),
    funds,
    /** `begun`: only in funds that have one such figure already */
    once: z.literal('begun').optional(),
  }),
  /** each fund that has 决算 has 上年决算, where the book has no year before */
  base.extend({ rule: z.literal('prior'), funds }),
  /** 款 of a fund add up to its 基本支出; `begin`: the row to begin with where there is none */
  base.extend({ rule: z.literal('economic-sum'), fund: z.enum(FUNDS), begin: z.string() }),
  base.extend({ rule: z.literal('last-closing'), funds }),
  base.extend({ rule: z.literal('three-public-budget') }),
  base.extend({ rule: z.literal('three-public-actual') }),
  base.extend({ rule: z.literal('published-counts') }),
  base.extend({
    rule: z.literal('list'),
    rows: z.array(z.string()),
    column: z.string(),
    when: z.enum(['begun', 'reception', 'procured']),
  }),
  /** each row of the clerk's own that has a name has an amount */
  base.extend({ rule: z.literal('named-rows') }),
  /** each 核对数 whose amount in the book is not 0; `fund`: of each fund that 财政拨款 was spent from */
  base.extend({
    rule: z.literal('control'),
    scope: z.enum(['unit', 'department']),
    by: z.enum(['whole', 'fund']),
    rows: z.array(z.string()),
  }),
  base.extend({ rule: z.literal('control-vehicles') }),
]);

export type ExpectedRule = z.infer<typeof ruleSchema>;
export type RuleOf<Name extends ExpectedRule['rule']> = Extract<ExpectedRule, { readonly rule: Name }>;

/** Which figures a year is expected to have: core/overview/data/expected.json. */
export const EXPECTED_RULES: readonly ExpectedRule[] = z
  .strictObject({ rules: z.array(ruleSchema) })
  .parse(data).rules;

/** Why figures of a sheet are expected, a sentence for each rule. */
export function reasonsOf(sheet: string): string[] {
  return [...new Set(EXPECTED_RULES.filter((rule) => rule.sheet === sheet).map(({ why }) => why))];
}
