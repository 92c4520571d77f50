import { ADJUSTMENT_UNIT } from '../figures/figure.ts';
import { fen } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import type { Claim, Operand } from './claim.ts';
import { explanationSlot, judgeExplanation } from './explanations/explanations.ts';
import type { Facts } from './facts.ts';
import type { Finding, FindingSide, Place } from './finding.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { lookFirst } from './slips/look-first.ts';

/** What became of one rule in one scope. */
export interface Outcome {
  readonly rule: string;
  /** how many things it looked at; 0: it had nothing to look at */
  readonly claims: number;
  readonly findings: readonly Finding[];
}

/** Whether a rule is run on such facts: an identity holds on a book by construction, so only documents are held to it. */
export function isRunOn({ ground, scopes }: Rule, { scope }: Pick<Facts, 'scope'>): boolean {
  return scopes.includes(scope) && (scope === 'document' || ground === 'independent');
}

/** Runs rules over the facts of one scope. @param rules absent: all that are run on such facts */
export function check(facts: Facts, rules: readonly Rule[] = RULES): Outcome[] {
  return rules.filter((rule) => isRunOn(rule, facts)).map((rule) => runRule(rule, facts));
}

/** Runs one rule, whether it is meant for such facts or not. */
export function runRule(rule: Rule, facts: Facts): Outcome {
  const claims = rule.claims(facts);
  const broken = claims.filter(({ holds }) => !holds);
  return {
    rule: rule.id,
    claims: claims.length,
    findings: broken.map((claim) => findingOf(claim, rule, facts)),
  };
}

/** More of them would drown the panel; how many there are is said. */
const MOST_PARTS = 60;

function findingOf(claim: Claim, rule: Rule, facts: Facts): Finding {
  const { subject, left, right, must, difference, unit } = claim;
  const level = claim.level ?? rule.level;
  const places = claim.places ?? singlePlaces(left, right);
  return {
    key: [rule.id, facts.code ?? facts.scope, subject].join(' '),
    rule: rule.id,
    name: claim.name ?? rule.name,
    level,
    message: claim.message ?? rule.law,
    left: left && sideOf(left, unit),
    right: right && sideOf(right, unit),
    must,
    difference: difference === null ? '' : amountText(difference, unit),
    unit,
    lookFirst: [...claim.lookFirst, ...lookFirst(claim)],
    where: facts.where,
    scope: facts.code,
    sheets: sheetsOf(rule, places),
    places,
    explanation:
      level === 'verify' && facts.figures !== null && facts.code !== null && facts.code !== ADJUSTMENT_UNIT
        ? judgeExplanation({
            slot: explanationSlot(rule.id, subject),
            stake: claim.stake,
            texts: facts.figures.texts,
            lastTexts: facts.figures.lastTexts,
          })
        : null,
  };
}

function amountText(amount: number | null, unit: Claim['unit']): string {
  if (amount === null) return '';
  return unit === '个' ? String(amount) : formatExact(fen(amount), 'wan');
}

function sideOf({ name, amount, parts: partsBehind }: Operand, unit: Claim['unit']): FindingSide {
  const parts = partsBehind();
  return {
    name,
    amount: amountText(amount, unit),
    parts: parts.slice(0, MOST_PARTS).map(({ name: part, amount: value, place }) => ({
      name: part,
      amount: amountText(value, unit),
      place,
    })),
    partCount: parts.length,
  };
}

/** Where a side stands on one amount alone, that is where it is wrong. */
function singlePlaces(...sides: readonly (Operand | null)[]): Place[] {
  return sides.flatMap((side) => {
    const parts = side?.parts() ?? [];
    return parts.length === 1 ? parts.map(({ place }) => place) : [];
  });
}

/** The sheets of the marked cells first, then those of the rule. */
function sheetsOf({ sheets }: Rule, places: readonly Place[]): string[] {
  const marked = places.flatMap((place) => (place.kind === 'figure' ? [place.sheet] : []));
  return [...new Set([...sheets.filter((sheet) => marked.includes(sheet)), ...sheets])];
}
