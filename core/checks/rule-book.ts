import { z } from 'zod';
import betweenTables from './data/between-tables.json' with { type: 'json' };
import budget from './data/budget.json' with { type: 'json' };
import completeness from './data/completeness.json' with { type: 'json' };
import continuity from './data/continuity.json' with { type: 'json' };
import controls from './data/controls.json' with { type: 'json' };
import figures from './data/figures.json' with { type: 'json' };
import registers from './data/registers.json' with { type: 'json' };
import withinTables from './data/within-tables.json' with { type: 'json' };
import { SCOPES } from './facts.ts';
import { LEVELS } from './finding.ts';

const ruleSchema = z.strictObject({
  /** as in domain/tables.md §12 where the rule stands there */
  id: z.string().regex(/^[A-Z]\d{1,2}[a-z]?$/),
  /** what is wrong when it is broken, in few words */
  name: z.string().min(1),
  /** the law in plain Chinese, without a full stop */
  law: z.string().min(1),
  level: z.enum(LEVELS),
  /**
   * identity: true by construction on our own book, so it is run on documents only; independent: two separately keyed
   * sides (DESIGN §4)
   */
  ground: z.enum(['identity', 'independent']),
  scopes: z.array(z.enum(SCOPES)).min(1),
  /** sheets whose figures it looks at; an edit in another one cannot change what it says. `texts`: the clerk's texts */
  reads: z.array(z.string()),
  /** the sheets in which a break is mended, the likeliest first; none of an identity */
  sheets: z.array(z.string()),
  /** who else checks it; `inferred`: an accounting identity, not an official rule; `memory`: to be confirmed */
  basis: z.enum(['sourced', 'inferred', 'memory']),
  /** for the clerk: where it is from */
  source: z.string(),
  /** thresholds that a person may have to correct: percent, or 万元 */
  limits: z.record(z.string(), z.number()).optional(),
});

export type RuleText = z.infer<typeof ruleSchema>;

/** All rules, in the order in which they are shown. Their texts and limits are data: core/checks/data. */
export const RULE_BOOK: readonly RuleText[] = z
  .array(ruleSchema)
  .parse([
    ...withinTables,
    ...betweenTables,
    ...figures,
    ...registers,
    ...controls,
    ...budget,
    ...continuity,
    ...completeness,
  ]);

const byId = new Map(RULE_BOOK.map((rule) => [rule.id, rule]));

export function ruleText(id: string): RuleText {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}
