import { fen } from '../../money/fen.ts';
import { formatFull } from '../../money/format.ts';
import type { Claim, Operand } from '../claim.ts';
import type { Place } from '../finding.ts';
import { findSlips, type Slip } from './find-slips.ts';
import { SLIP_KINDS, type SlipKind, type Suspect } from './mendings.ts';

const MOST_SENTENCES = 3;
/** Of several amounts that could be the one; how many more there are is said. */
const MOST_NAMED = 2;
/** Where more amounts than these could be the one, that is chance and no clue. */
const MOST_GUILTY = 20;

/** Where to look first, in words and in the book. */
export interface LookFirst {
  /** the likeliest slip first; one sentence each, three at most */
  readonly sentences: readonly string[];
  /** the amounts that the first sentence suspects; none where it names more than it can */
  readonly suspects: readonly Place[];
}

/**
 * The likely slips behind two amounts that do not agree. Each is exact: with the amount mended, the claim holds.
 */
export function lookFirst(claim: Claim): LookFirst {
  const { left, right, must } = claim;
  if (left === null || right === null || must === null) return { sentences: [], suspects: [] };
  const unkeyed = nothingKeyed(claim, left, right);
  if (unkeyed !== null) return { sentences: [unkeyed], suspects: [] };
  const { slips, pair } = findSlips(claim);
  const kinds = SLIP_KINDS.flatMap((kind) => {
    const ofKind = slips.filter((slip) => slip.kind === kind);
    const exact = ofKind.filter(({ isExact }) => isExact);
    const mended = exact.length > 0 ? exact : ofKind;
    const likely = mended.length > MOST_GUILTY ? mended.filter(({ isWholeSide }) => isWholeSide) : mended;
    return likely.length === 0 ? [] : [{ kind, likely }];
  });
  const pairs = pair === null ? [] : [`差额正好是 ${pair.map(named).join(' 与 ')} 之和，${DISPLACED}`];
  const sentences = kinds.map(({ kind, likely }) => sentence(kind, likely, claim));
  const first = kinds[0]?.likely.map(({ suspect }) => suspect) ?? pair ?? [];
  return {
    sentences: [...sentences, ...pairs].slice(0, MOST_SENTENCES),
    suspects: first.length > MOST_NAMED ? [] : first.flatMap(({ place }) => place ?? []),
  };
}

const DISPLACED = '看是否漏录、重复，或录到了别处';

/** An empty side explains everything; below an upper bound, it is as it should be. */
function nothingKeyed({ must }: Claim, left: Operand, right: Operand): string | null {
  const pairs = [[right, left] as const, ...(must === '=' ? [[left, right] as const] : [])];
  const found = pairs.find(([empty, other]) => empty.amount === null && other.amount !== null);
  if (found === undefined) return null;
  const [empty, other] = found;
  const parts = other.parts();
  const isPrint = parts.length > 0 && parts.every(({ place }) => place.kind === 'cell');
  return `“${empty.name}”这一边${isPrint ? '是空的' : '还没有录入'}`;
}

function sentence(kind: SlipKind, slips: readonly Slip[], claim: Claim): string {
  const { difference } = claim;
  const divisible = difference !== null && difference % 9 === 0 ? '差额能被 9 整除，' : '';
  const isNear = slips.some(({ isExact }) => !isExact);
  switch (kind) {
    case 'transposed':
      return `${divisible}像是相邻两位写颠倒：${list(slips, changed(claim))}`;
    case 'tenfold':
      return `像是${direction(slips, '漏了一个 0', '多了一个 0')}${claim.unit === '个' ? '' : '，或小数点错一位'}：${list(slips, changed(claim))}`;
    case 'unit':
      return `像是${direction(slips, '把万元录成了元', '把元录成了万元')}：${list(slips, changed(claim))}`;
    case 'figure':
      return isNear
        ? `差额与 ${list(slips, ({ suspect }) => named(suspect))} 只差尾数，${DISPLACED}`
        : `差额正好等于 ${list(slips, ({ suspect }) => named(suspect))}，${DISPLACED}`;
    case 'sign':
      return `像是正负号相反，差额${isNear ? '约' : ''}是它的 2 倍：${list(slips, changed(claim))}`;
  }
}

function direction(slips: readonly Slip[], tooSmall: string, tooLarge: string): string {
  const grows = slips.map(({ suspect, mended }) => Math.abs(mended) > Math.abs(suspect.amount));
  if (grows.every((each) => each)) return tooSmall;
  return grows.some((each) => each) ? `${tooSmall}，或${tooLarge}` : tooLarge;
}

function list(slips: readonly Slip[], item: (slip: Slip) => string): string {
  // two sides of one amount each can both be the wrong one, and are the same pair of amounts
  const wholeFirst = [...slips].sort((one, other) => Number(other.isWholeSide) - Number(one.isWholeSide));
  const items = [...new Set(wholeFirst.map(item))];
  const more = items.length - MOST_NAMED;
  const shown = items.slice(0, MOST_NAMED).join('，或 ');
  return more > 0 ? `${shown}，另有 ${more} 个` : shown;
}

/** A side that is one amount is known by its name already: the two amounts side by side say more. */
function changed({ left, right }: Claim): (slip: Slip) => string {
  return ({ suspect, mended, isWholeSide, isExact }) => {
    const { unit } = suspect;
    return isWholeSide && isExact
      ? `${written(left?.amount ?? 0, unit)} 与 ${written(right?.amount ?? 0, unit)}`
      : `${named(suspect)}（改为 ${written(suspect.sign * mended, unit)} 就符合）`;
  };
}

/** As it was keyed. */
function named({ name, amount, sign, unit }: Suspect): string {
  return `${name} ${written(sign * amount, unit)}`;
}

function written(amount: number, unit: Claim['unit']): string {
  return unit === '个' ? String(amount) : formatFull(fen(amount), 'wan');
}
