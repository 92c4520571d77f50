import { ADJUSTMENT_UNIT } from '../figures/figure.ts';
import { fen } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import type { Claim, Operand } from './claim.ts';
import { copyRemarks, explanationSlot, judgeExplanation, refusedCopy } from './explanations/explanations.ts';
import type { Facts } from './facts.ts';
import type { Finding, FindingSide, Place } from './finding.ts';
import { isRunOn, type Rule } from './rule.ts';
import { movable, RULES } from './rules.ts';
import { lookFirst } from './slips/look-first.ts';
import { MOVED_COLUMN_RULE, type MovedColumn, movedColumns } from './slips/moved-column.ts';

/** What became of one rule in one scope. */
export interface Outcome {
  readonly rule: string;
  /** how many things it looked at; 0: it had nothing to look at */
  readonly claims: number;
  readonly findings: readonly Finding[];
  /** keys of findings of other rules in this scope that its own explain */
  readonly explains?: readonly string[];
}

/** Runs rules over the facts of one scope. @param rules absent: all that are run on such facts */
export function check(facts: Facts, rules: readonly Rule[] = RULES): Outcome[] {
  return settled(runRules(facts, rules), facts.figures?.texts);
}

/**
 * As check, before the findings that another one explains are taken out: so that outcomes can be kept while others are
 * renewed.
 */
export function runRules(facts: Facts, rules: readonly Rule[]): Outcome[] {
  const claims = new Map<string, readonly Claim[]>();
  const claimsOf = (rule: Rule) => {
    const known = claims.get(rule.id) ?? rule.claims(facts);
    claims.set(rule.id, known);
    return known;
  };
  // nothing is asked twice of the facts as they are
  const others = () =>
    movable(facts).map((rule) => ({
      ...rule,
      claims: (given: Facts) => (given === facts ? claimsOf(rule) : rule.claims(given)),
    }));
  return rules
    .filter((rule) => isRunOn(rule, facts))
    .map((rule) =>
      rule.id === MOVED_COLUMN_RULE
        ? movedOutcome(rule, facts, movedColumns(facts, others()))
        : outcomeOf(rule, facts, claimsOf(rule)),
    );
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

/**
 * The outcomes of one scope, seen together: without the findings that a moved column explains, which is one slip, not
 * many, and with copied explanations refused.
 *
 * @param texts of the scope, by slot, the oldest first
 */
export function settled(outcomes: readonly Outcome[], texts = NO_TEXTS): Outcome[] {
  const standing = withoutExplained(outcomes);
  if (texts.size === 0) return standing;
  const slots = standing.flatMap(({ findings }) =>
    findings.flatMap(({ explanation }) => explanation?.slot ?? []),
  );
  const copies = copyRemarks(new Set(slots), texts);
  return copies.size === 0 ? standing : standing.map((outcome) => withCopies(outcome, copies));
}

function withoutExplained(outcomes: readonly Outcome[]): Outcome[] {
  const explained = new Set(outcomes.flatMap(({ explains = [] }) => explains));
  if (explained.size === 0) return [...outcomes];
  return outcomes.map((outcome) => ({
    ...outcome,
    findings: outcome.findings.filter(({ key }) => !explained.has(key)),
  }));
}

function withCopies(outcome: Outcome, copies: ReadonlyMap<string, string>): Outcome {
  const findings = outcome.findings.map((finding) => {
    const { explanation } = finding;
    if (explanation === null) return finding;
    return { ...finding, explanation: refusedCopy(explanation, copies.get(explanation.slot)) };
  });
  return { ...outcome, findings };
}

/** Runs one rule, whether it is meant for such facts or not. */
export function runRule(rule: Rule, facts: Facts): Outcome {
  return outcomeOf(rule, facts, rule.claims(facts));
}

function outcomeOf(rule: Rule, facts: Facts, claims: readonly Claim[]): Outcome {
  return {
    rule: rule.id,
    claims: claims.length,
    findings: claims.filter(({ holds }) => !holds).map((claim) => findingOf(claim, rule, facts)),
  };
}

function movedOutcome(rule: Rule, facts: Facts, moved: readonly MovedColumn[]): Outcome {
  return {
    rule: rule.id,
    claims: Math.max(moved.length, 1),
    findings: moved.map(({ claim }) => findingOf(claim, rule, facts)),
    explains: moved.flatMap(({ explains }) =>
      explains.map((broken) => findingKey(broken.rule, facts, broken.subject)),
    ),
  };
}

function findingKey(rule: string, { code, scope }: Facts, subject: string): string {
  return [rule, code ?? scope, subject].join(' ');
}

/** More of them would drown the panel; how many there are is said. */
const MOST_PARTS = 60;

function findingOf(claim: Claim, rule: Rule, facts: Facts): Finding {
  const { subject, left, right, must, difference, unit } = claim;
  const level = claim.level ?? rule.level;
  const clues = lookFirst(claim);
  const places = uniquePlaces(claim.places ?? [...clues.suspects, ...singlePlaces(left, right)]);
  return {
    key: findingKey(rule.id, facts, subject),
    rule: rule.id,
    name: claim.name ?? rule.name,
    level,
    message: claim.message ?? rule.law,
    left: left && sideOf(left, unit),
    right: right && sideOf(right, unit),
    must,
    difference: difference === null ? '' : amountText(difference, unit),
    unit,
    lookFirst: [...claim.lookFirst, ...clues.sentences],
    where: facts.where,
    scope: facts.code,
    sheets: sheetsOf(rule, places),
    places,
    explanation:
      level === 'verify' && facts.figures !== null && facts.code !== null && facts.code !== ADJUSTMENT_UNIT
        ? judgeExplanation({
            slot: explanationSlot(rule.id, subject),
            // a number of things is not accounted for in 万元
            stake: unit === '个' ? null : claim.stake,
            sides: [left, right].flatMap((side) => (side === null ? [] : [side.amount])),
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

/** What is suspected may also be all that a side stands on. */
function uniquePlaces(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/** The sheets of the marked cells first, then those of the rule. */
function sheetsOf({ sheets }: Rule, places: readonly Place[]): string[] {
  const marked = places.flatMap((place) => (place.kind === 'figure' ? [place.sheet] : []));
  return [...new Set([...sheets.filter((sheet) => marked.includes(sheet)), ...sheets])];
}
