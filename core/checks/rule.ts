import type { Claim } from './claim.ts';
import type { Facts } from './facts.ts';
import type { RuleText } from './rule-book.ts';

/** A law at work: what it says of some facts. It makes a claim for everything that it looks at, also where all is well. */
export type ClaimsOf = (facts: Facts, limits: Readonly<Record<string, number>>) => readonly Claim[];

/** The laws of one group by their ids. */
export type Laws = Readonly<Record<string, ClaimsOf>>;

/** A rule: its text is data, its law a pure function. */
export interface Rule extends RuleText {
  readonly claims: (facts: Facts) => readonly Claim[];
}

/** Whether a rule is run on such facts: an identity holds on a book by construction, so only documents are held to it. */
export function isRunOn({ ground, scopes }: Rule, { scope }: Pick<Facts, 'scope'>): boolean {
  return scopes.includes(scope) && (scope === 'document' || ground === 'independent');
}
