import { fen } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import type { Finding } from './finding.ts';
import type { Comparison, Rule, UnitFacts } from './rules.ts';

function finding(rule: Rule, { left, right }: Comparison, where: string): Finding | null {
  const difference = (left.amount ?? 0) - (right.amount ?? 0);
  if (difference === 0) return null;
  const text = (amount: number | null) => (amount === null ? '' : formatExact(fen(amount), 'wan'));
  return {
    rule: rule.id,
    level: rule.level,
    message: rule.law,
    left: { name: left.name, amount: text(left.amount) },
    right: { name: right.name, amount: text(right.amount) },
    difference: text(difference),
    where,
  };
}

/** Runs rules over the figures of one unit. A side that was not keyed counts as 0. */
export function checkUnit(rules: readonly Rule[], facts: UnitFacts): Finding[] {
  const where =
    facts.unit.code === facts.unit.name ? facts.unit.name : `${facts.unit.code} ${facts.unit.name}`;
  return rules.flatMap((rule) =>
    rule.compare(facts).flatMap((comparison) => finding(rule, comparison, where) ?? []),
  );
}

/** True when the year has control figures; without any it is 未核对, whatever the other rules say. */
export function hasControls(facts: Pick<UnitFacts, 'sums'>): boolean {
  return (
    facts.sums.rows('control', ['', 'general', 'gov_fund', 'state_capital', 'other'], 'actual').length > 0
  );
}
