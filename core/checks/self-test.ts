import { runRule } from './check.ts';
import { type ExamplePair, factsOfExample, readExamples } from './examples.ts';
import type { Finding } from './finding.ts';
import { isRunOn, type Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** What became of one rule on its examples. */
export interface RuleTested {
  readonly rule: string;
  /** it looked at its good example and found nothing */
  readonly good: boolean;
  /** it found its broken example broken */
  readonly broken: boolean;
  /** what it said of the broken example; `''`: nothing */
  readonly said: string;
}

export interface SelfTest {
  readonly results: readonly RuleTested[];
  /** of all rules, how many held on both examples */
  readonly passed: number;
}

/** Runs each rule on its good and its broken example. A rule without examples has failed. */
export function selfTest(
  rules: readonly Rule[] = RULES,
  examples: ReadonlyMap<string, ExamplePair> = readExamples(),
): SelfTest {
  const results = rules.map((rule) => tested(rule, examples.get(rule.id)));
  return { results, passed: results.filter(({ good, broken }) => good && broken).length };
}

function tested(rule: Rule, pair: ExamplePair | undefined): RuleTested {
  if (pair === undefined) return { rule: rule.id, good: false, broken: false, said: '' };
  const good = outcomeOn(rule, pair.good);
  const { findings } = outcomeOn(rule, pair.broken);
  const [first] = findings;
  return {
    rule: rule.id,
    good: good.claims > 0 && good.findings.length === 0,
    broken: first !== undefined,
    said: first === undefined ? '' : sentenceOf(first),
  };
}

/** Alone, so that no other rule's finding takes its place; on facts that it is never run on, it has looked at nothing. */
function outcomeOn(rule: Rule, example: ExamplePair['good']) {
  const facts = factsOfExample(example);
  return isRunOn(rule, facts) ? runRule(rule, facts) : { claims: 0, findings: [] };
}

/** `支出等于核对数：账簿支出 1，核对数 2，相差 -1` */
function sentenceOf({ message, left, right, difference, unit }: Finding): string {
  if (left === null || right === null) return message;
  const amount = (text: string) => (text === '' ? '没有录入' : unit === '万元' ? `${text} 万元` : text);
  const sides = [left, right].map((side) => `${side.name} ${amount(side.amount)}`);
  return `${message}：${sides.join('，')}，相差 ${amount(difference)}`;
}
