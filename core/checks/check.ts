import { fen } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import { CONTROL_RULES } from './control-rules.ts';
import type { Finding } from './finding.ts';
import { ADJUSTMENT_RULES, type Comparison, FIGURE_RULES, type Rule, type UnitFacts } from './rules.ts';

function comparisonFinding(
  rule: Rule & { law: string },
  comparison: Comparison,
  where: string,
): Finding | null {
  const { left, right, unit = '万元' } = comparison;
  const difference = (left.amount ?? 0) - (right.amount ?? 0);
  if (difference === 0) return null;
  const text = (amount: number | null) => {
    if (amount === null) return '';
    return unit === '个' ? String(amount) : formatExact(fen(amount), 'wan');
  };
  return {
    rule: rule.id,
    level: rule.level,
    message: rule.law,
    left: { name: left.name, amount: text(left.amount) },
    right: { name: right.name, amount: text(right.amount) },
    difference: text(difference),
    unit,
    where,
  };
}

/** Runs rules over figures. A side that was not keyed counts as 0. */
function run(rules: readonly Rule[], facts: UnitFacts): Finding[] {
  const { code, name } = facts.unit;
  const where = code === name ? name : `${code} ${name}`;
  return rules.flatMap((rule): Finding[] => {
    if ('notices' in rule) {
      return rule.notices(facts).map((message) => ({
        rule: rule.id,
        level: rule.level,
        message,
        left: null,
        right: null,
        difference: '',
        unit: '万元',
        where,
      }));
    }
    return rule.compare(facts).flatMap((comparison) => comparisonFinding(rule, comparison, where) ?? []);
  });
}

export function checkUnit(facts: UnitFacts): Finding[] {
  return run([...FIGURE_RULES, ...CONTROL_RULES], facts);
}

export function checkAdjustments(facts: UnitFacts): Finding[] {
  return run(ADJUSTMENT_RULES, facts);
}
