import type { Facts } from './facts.ts';
import { isRunOn, type Laws, type Rule } from './rule.ts';
import { RULE_BOOK } from './rule-book.ts';
import { BETWEEN_TABLES } from './rules/between-tables.ts';
import { BUDGET } from './rules/budget.ts';
import { COMPLETENESS } from './rules/completeness.ts';
import { CONTINUITY } from './rules/continuity.ts';
import { CONTROLS } from './rules/controls.ts';
import { FIGURES } from './rules/figures.ts';
import { REGISTERS } from './rules/registers.ts';
import { WITHIN_TABLES } from './rules/within-tables.ts';
import { MOVED_COLUMN_RULE, movedColumnClaims } from './slips/moved-column.ts';

const LAWS: Laws = {
  ...WITHIN_TABLES,
  ...BETWEEN_TABLES,
  ...FIGURES,
  ...REGISTERS,
  ...CONTROLS,
  ...BUDGET,
  ...CONTINUITY,
  ...COMPLETENESS,
  [MOVED_COLUMN_RULE]: (facts) => movedColumnClaims(facts, movable(facts)),
};

/** All rules in the order of the rule book. */
export const RULES: readonly Rule[] = RULE_BOOK.map((text): Rule => {
  const law = LAWS[text.id];
  if (law === undefined) throw new Error(`rule ${text.id} has no law`);
  return { ...text, claims: (facts) => law(facts, text.limits ?? {}) };
});

/** The rules whose breaks a column moved by one row may explain. */
export function movable(facts: Facts): Rule[] {
  return RULES.filter((rule) => rule.id !== MOVED_COLUMN_RULE && isRunOn(rule, facts));
}

/** The rules that may say something else after figures of these sheets have changed; `texts`: texts of the clerk. */
export function rulesReading(sheets: ReadonlySet<string>): Rule[] {
  return RULES.filter(({ reads }) => reads.some((sheet) => sheets.has(sheet)));
}
