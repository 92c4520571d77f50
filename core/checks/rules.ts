import type { Rule } from './rule.ts';
import { RULE_BOOK } from './rule-book.ts';
import { BETWEEN_TABLES } from './rules/between-tables.ts';
import { BUDGET } from './rules/budget.ts';
import { COMPLETENESS } from './rules/completeness.ts';
import { CONTINUITY } from './rules/continuity.ts';
import { CONTROLS } from './rules/controls.ts';
import { FIGURES } from './rules/figures.ts';
import { WITHIN_TABLES } from './rules/within-tables.ts';

const LAWS = {
  ...WITHIN_TABLES,
  ...BETWEEN_TABLES,
  ...FIGURES,
  ...CONTROLS,
  ...BUDGET,
  ...CONTINUITY,
  ...COMPLETENESS,
};

/** All rules in the order of the rule book. */
export const RULES: readonly Rule[] = RULE_BOOK.map((text): Rule => {
  const law = LAWS[text.id];
  if (law === undefined) throw new Error(`rule ${text.id} has no law`);
  return { ...text, claims: (facts) => law(facts, text.limits ?? {}) };
});

/** The rules that may say something else after figures of these sheets have changed; `texts`: texts of the clerk. */
export function rulesReading(sheets: ReadonlySet<string>): Rule[] {
  return RULES.filter(({ reads }) => reads.some((sheet) => sheets.has(sheet)));
}
