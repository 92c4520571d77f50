import { fen } from '../../money/fen.ts';
import { roundToPrinted } from '../../money/format.ts';
import type { Claim } from '../claim.ts';
import type { Place } from '../finding.ts';

/** The slips that change one amount, the likeliest first. */
export const SLIP_KINDS = ['transposed', 'tenfold', 'unit', 'figure', 'sign'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** An amount that may be the wrong one, with the sign with which it enters its side. */
export interface Suspect {
  readonly name: string;
  /** 分, or a count */
  readonly amount: number;
  readonly unit: Claim['unit'];
  /** known from print only: 万元 with two decimals */
  readonly isPrint: boolean;
  /** −1: it enters with the other sign than it was keyed with */
  readonly sign: 1 | -1;
  /** `null`: it is a sum of several */
  readonly place: Place | null;
}

/** A person writes 0.05 万元 with its zeros, so they are digits that can change places; of a count there are none. */
const WRITTEN_DIGITS = { 万元: 7, 个: 1 } as const;
/** A print shows nothing below 0.01 万元. */
const PRINTED_PLACES = 4;

/** What the amount would have been without the slip; empty where it cannot have happened. */
export function mendings(kind: SlipKind, suspect: Suspect): readonly number[] {
  const { amount, unit } = suspect;
  switch (kind) {
    case 'transposed':
      return transpositions(suspect);
    case 'tenfold':
      return scaled(suspect, 10);
    case 'unit':
      return unit === '个' ? [] : scaled(suspect, 10_000);
    case 'figure':
      return [0];
    case 'sign':
      return [-amount];
  }
}

/** One amount too small or too large by a factor. What is left of a division must be an amount too. */
function scaled({ amount, isPrint }: Suspect, factor: number): number[] {
  const rest = amount % factor;
  const quotient = (amount - rest) / factor;
  const smaller = isPrint ? roundToPrinted(fen(quotient), 'wan') : quotient;
  const isAmount = rest === 0 || isPrint;
  return [amount * factor, ...(isAmount && smaller !== 0 ? [smaller] : [])].filter(Number.isSafeInteger);
}

/** Neighbouring digits changed; what is a factor of ten as well is that slip. */
function transpositions({ amount, unit, isPrint }: Suspect): number[] {
  const size = Math.abs(amount);
  const digits = Math.max(WRITTEN_DIGITS[unit], String(size).length);
  const found: number[] = [];
  let place = 10 ** (isPrint ? PRINTED_PLACES : 0);
  for (let at = isPrint ? PRINTED_PLACES : 0; at + 1 < digits; at += 1, place *= 10) {
    const lower = Math.floor(size / place) % 10;
    const upper = Math.floor(size / (place * 10)) % 10;
    const mended = size + (lower - upper) * 9 * place;
    if (mended !== size && mended !== size * 10 && mended * 10 !== size)
      found.push(Math.sign(amount) * mended);
  }
  return found;
}
