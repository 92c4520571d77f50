import type { Claim, Operand } from '../claim.ts';
import { mendings, SLIP_KINDS, type SlipKind, type Suspect } from './mendings.ts';

/** One amount that, mended, makes the claim hold. */
export interface Slip {
  readonly kind: SlipKind;
  readonly suspect: Suspect;
  readonly side: 'left' | 'right';
  /** the side is this one amount and nothing else */
  readonly isWholeSide: boolean;
  readonly mended: number;
  /** to the 分, or to the printed digit; false: within the tail */
  readonly isExact: boolean;
}

/** Beyond, the parts are not searched: chance alone would find one of them guilty. */
const MOST_SUSPECTS = 20_000;
/** Pairs are found by chance far sooner. */
const MOST_FOR_PAIRS = 60;
/** What lies below an upper bound by less than this factor may be the same amount counted in the other unit. */
const SAME_SIZE = 10;
/** And before, it lay above the bound by more than this. */
const OTHER_SIZE = 100;

export interface SlipSearch {
  readonly slips: readonly Slip[];
  /** the only two amounts of a side whose sum is the difference; `null`: none, or several such pairs */
  readonly pair: readonly [Suspect, Suspect] | null;
}

interface SuspectSide {
  readonly side: Slip['side'];
  readonly suspects: readonly Suspect[];
}

/** What could have gone wrong with one amount behind the sides of a broken claim. Linear in their number. */
export function findSlips(claim: Claim): SlipSearch {
  const { left, right, must, difference, tail } = claim;
  // so near to the tail, mending anything small would do
  if (left === null || right === null || must === null || difference === null) return NOTHING;
  if (Math.abs(difference) <= 2 * tail) return NOTHING;
  const sides = [suspectSide('left', left, claim), suspectSide('right', right, claim)];
  const count = sides.reduce((sum, { suspects }) => sum + suspects.length, 0);
  if (count > MOST_SUSPECTS) return NOTHING;
  return {
    slips: sides.flatMap((side) => SLIP_KINDS.flatMap((kind) => slipsOf(kind, side, claim))),
    pair: must === '=' && count <= MOST_FOR_PAIRS ? onlyPair(sides, difference) : null,
  };
}

const NOTHING: SlipSearch = { slips: [], pair: null };

/** Where the parts are not what the side adds up, the side is one amount. */
function suspectSide(side: Slip['side'], operand: Operand, { unit }: Claim): SuspectSide {
  const parts = operand.parts();
  const amount = operand.amount ?? 0;
  const isSum = parts.length > 0 && parts.reduce((sum, part) => sum + part.amount, 0) === amount;
  const isPrint = unit === '万元' && parts.length > 0 && parts.every(({ place }) => place.kind === 'cell');
  const amounts = isSum ? parts : [{ name: operand.name, amount, place: null, sign: undefined }];
  return {
    side,
    suspects: amounts
      .filter((each) => each.amount !== 0)
      .map(({ name, amount: own, place, sign }) => ({
        name,
        amount: own,
        sign: sign ?? 1,
        place,
        unit,
        isPrint,
      })),
  };
}

function slipsOf(kind: SlipKind, { side, suspects }: SuspectSide, claim: Claim): Slip[] {
  const { must, tail, difference: missedBy } = claim;
  const difference = missedBy ?? 0;
  const isWholeSide = suspects.length === 1;
  // to the 分 only a multiple of 9 comes of it; that a side is one amount which the law misses is no slip
  if (kind === 'transposed' && tail === 0 && difference % 9 !== 0) return [];
  if (kind === 'figure' && isWholeSide) return [];
  if (must === '≤' && (kind === 'figure' || kind === 'sign')) return [];
  return suspects.flatMap((suspect) => {
    for (const mended of mendings(kind, suspect)) {
      const change = mended - suspect.amount;
      const rest = side === 'left' ? difference + change : difference - change;
      const isMended =
        Math.abs(rest) <= tail ||
        (must === '≤' && kind === 'unit' && isSameSize(rest, side === 'left' ? change : 0, claim));
      if (isMended) return [{ kind, suspect, side, isWholeSide, mended, isExact: rest === 0 }];
    }
    return [];
  });
}

/** A bound that holds once the amount is counted in the other unit, and not by being far off on the other side. */
function isSameSize(rest: number, change: number, { left, right }: Claim): boolean {
  const amount = left?.amount ?? 0;
  const lower = amount + change;
  const isFarAbove = amount > OTHER_SIZE * (right?.amount ?? 0);
  return isFarAbove && rest <= 0 && lower > 0 && lower * SAME_SIZE >= lower - rest;
}

/** A pair that is all its side has says nothing beyond the difference. */
function onlyPair(sides: readonly SuspectSide[], difference: number): SlipSearch['pair'] {
  const pairs = sides.flatMap(({ side, suspects }) => {
    const excess = side === 'left' ? difference : -difference;
    return suspects.length < 3
      ? []
      : suspects.flatMap((one, at) =>
          suspects
            .slice(at + 1)
            .filter((other) => one.amount + other.amount === excess)
            .map((other) => [one, other] as const),
        );
  });
  return pairs.length === 1 ? (pairs[0] ?? null) : null;
}
