import { type Fen, fen } from '../money/fen.ts';
import type { Level, Place } from './finding.ts';

/** One of the amounts that an operand adds up. */
export interface OperandPart {
  readonly name: string;
  /** 分, or a count; the sign with which it enters applied */
  readonly amount: number;
  /** −1: it is taken off, so what was keyed has the other sign; absent: 1 */
  readonly sign?: -1;
  readonly place: Place;
}

/** A side of a comparison: an amount that knows what it stands on. */
export interface Operand {
  readonly name: string;
  /** 分, or a count; `null`: nothing stands behind it */
  readonly amount: number | null;
  /** put together only when somebody asks */
  readonly parts: () => readonly OperandPart[];
}

/** One application of a law: what was looked at, and whether it holds. */
export interface Claim {
  /**
   * Tells the claims of one rule in one scope apart, and the same from day to day: `2010308/general`; `''` where a rule
   * makes one claim only. An explanation is kept under it.
   */
  readonly subject: string;
  readonly holds: boolean;
  readonly left: Operand | null;
  readonly right: Operand | null;
  readonly must: '=' | '≤' | null;
  /** left − right; `null` without two sides */
  readonly difference: Fen | null;
  /** 分 by which the law may be missed: what rounding explains on a printed document */
  readonly tail: number;
  /** said instead of the rule's law */
  readonly message: string | null;
  /** instead of the rule's name */
  readonly name: string | null;
  /** instead of the rule's level */
  readonly level: Level | null;
  readonly unit: '万元' | '个';
  /** the cells to be marked; `null`: the single cell behind a side, where there is one */
  readonly places: readonly Place[] | null;
  /** 分 that an explanation has to account for; `null`: it is not about an amount */
  readonly stake: Fen | null;
  /** where to look first, known to the rule itself; the engine adds what the amounts tell */
  readonly lookFirst: readonly string[];
}

interface ClaimDetails {
  readonly message?: string;
  readonly name?: string;
  readonly level?: Level;
  readonly unit?: Claim['unit'];
  readonly places?: readonly Place[];
  readonly stake?: Fen | null;
  readonly lookFirst?: readonly string[];
}

const amountOf = ({ amount }: Operand) => amount ?? 0;

function claim(subject: string, details: ClaimDetails, core: Partial<Claim> & { holds: boolean }): Claim {
  const { difference = null } = core;
  return {
    subject,
    left: null,
    right: null,
    must: null,
    difference,
    tail: 0,
    message: details.message ?? null,
    name: details.name ?? null,
    level: details.level ?? null,
    unit: details.unit ?? '万元',
    places: details.places ?? null,
    stake: details.stake === undefined ? difference && fen(Math.abs(difference)) : details.stake,
    lookFirst: details.lookFirst ?? [],
    ...core,
  };
}

/** Two amounts that a law says are equal. A side that was not keyed counts as 0. @param tail 分 that may lie between */
export function equal(
  subject: string,
  left: Operand,
  right: Operand,
  { tail = 0, ...details }: ClaimDetails & { readonly tail?: number } = {},
): Claim {
  const difference = fen(amountOf(left) - amountOf(right));
  return claim(subject, details, {
    holds: Math.abs(difference) <= tail,
    left,
    right,
    must: '=',
    difference,
    tail,
  });
}

/** An amount that a law says is not above another. @param tail 分 by which it may be */
export function atMost(
  subject: string,
  left: Operand,
  right: Operand,
  { tail = 0, ...details }: ClaimDetails & { readonly tail?: number } = {},
): Claim {
  const difference = fen(amountOf(left) - amountOf(right));
  return claim(subject, details, { holds: difference <= tail, left, right, must: '≤', difference, tail });
}

/** Two amounts between which something was looked at that is neither equality nor order, such as a change in percent. */
export function compared(
  subject: string,
  left: Operand,
  right: Operand,
  { holds, ...details }: ClaimDetails & { readonly holds: boolean },
): Claim {
  return claim(subject, details, {
    holds,
    left,
    right,
    must: null,
    difference: fen(amountOf(left) - amountOf(right)),
  });
}

/** Something that has no two sides; a claim that holds is made all the same, so that it counts as looked at. */
export function notice(
  subject: string,
  holds: boolean,
  message: string,
  details: Omit<ClaimDetails, 'message'> = {},
): Claim {
  return claim(subject, { ...details, message }, { holds });
}
