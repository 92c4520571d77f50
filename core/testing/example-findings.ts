import { runRule } from '../checks/check.ts';
import { type BookExample, factsOfExample } from '../checks/examples.ts';
import { isRunOn } from '../checks/rule.ts';
import { RULES } from '../checks/rules.ts';

type Line = Readonly<Record<string, string | number>>;

/** A line of an interchange sheet, of 决算 unless it says otherwise. */
export function line(details: Line): Record<string, string | number> {
  return { measure: 'actual', ...details };
}

/** What one rule looked at and found in a small book of one unit. */
export function ruleOn(id: string, sheets: BookExample['sheets'], more: Partial<BookExample> = {}) {
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const facts = factsOfExample({
    year: 2024,
    kind: 'administrative',
    profile: 'shanghai',
    registers: {},
    texts: {},
    units: [],
    adjustments: [],
    control: [],
    scope: 'unit',
    sheets,
    ...more,
  });
  if (!isRunOn(rule, facts)) throw new Error(`the rule ${id} is not run on ${facts.scope}`);
  return runRule(rule, facts);
}
