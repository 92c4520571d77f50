import { describe, expect, it } from 'vitest';
import { readExamples } from './examples.ts';
import { RULES } from './rules.ts';
import { selfTest } from './self-test.ts';

describe('规则自检', () => {
  const { results, passed } = selfTest();

  it('holds for every rule, on its good and on its broken example', () => {
    console.info(`规则自检 ${passed}/${RULES.length}`);
    expect(results.filter(({ good, broken }) => !good || !broken)).toEqual([]);
    expect(passed).toBe(RULES.length);
  });

  it('knows no example of a rule that is not there', () => {
    const rules = RULES.map(({ id }) => id);
    expect([...readExamples().keys()].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('says in words what is wrong with each broken example', () => {
    for (const { said } of results) expect(said).not.toMatch(/undefined|null|NaN|\{|\}|请|！|^$/);
  });

  it('fails a rule without examples, one that looks at nothing, and one that never or always objects', () => {
    const rule = RULES.find(({ id }) => id === 'K04');
    if (rule === undefined) throw new Error('there is no rule K04');
    const examples = readExamples();
    const failed = (changed: Partial<typeof rule>) => selfTest([{ ...rule, ...changed }], examples).results;
    const [own] = failed({});
    expect(own).toMatchObject({ good: true, broken: true });
    expect(selfTest([rule], new Map()).passed).toBe(0);
    expect(failed({ claims: () => [] })).toMatchObject([{ good: false, broken: false, said: '' }]);
    const always = (holds: boolean) => (facts: Parameters<typeof rule.claims>[0]) =>
      rule.claims(facts).map((claim) => ({ ...claim, holds }));
    expect(failed({ claims: always(true) })).toMatchObject([{ good: true, broken: false }]);
    expect(failed({ claims: always(false) })).toMatchObject([{ good: false, broken: true }]);
    expect(failed({ scopes: ['adjustments'] })).toMatchObject([{ good: false, broken: false }]);
  });
});
