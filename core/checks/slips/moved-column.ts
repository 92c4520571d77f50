import { fen } from '../../money/fen.ts';
import { formatFull } from '../../money/format.ts';
import { type Claim, notice, type Operand } from '../claim.ts';
import type { Facts } from '../facts.ts';
import type { Place } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { changedFacts, type Put } from './changed-facts.ts';
import { type Column, columnsBehind, placeKey, type Run, runsOf } from './columns.ts';

/** The rule that says it. */
export const MOVED_COLUMN_RULE = 'M1';

/** A column whose numbers stand one row too high or too low, and the broken claims that this explains. */
export interface MovedColumn {
  readonly claim: Claim;
  readonly explains: readonly { readonly rule: string; readonly subject: string }[];
}

/** A claim that does not hold, of a rule whose breaks are errors. */
interface Broken {
  readonly rule: string;
  readonly claim: Claim;
  /** of the amounts on both sides */
  readonly touched: ReadonlySet<string>;
}

/** One wrong number, or two that changed places, are no column. */
const FEWEST_BROKEN = 2;
const FEWEST_MOVED = 3;
/** more would not be read */
const MOST_PAIRS = 3;
/** each trial runs the laws again: figures that are wrong all over are not searched through */
const MOST_COLUMNS = 6;
const MOST_RUNS = 3;

/**
 * Looks for columns that were moved by one row: several claims on cells of one column are broken, all of them hold once
 * a run of its rows is moved back, and none breaks that held before. Only then, and only where no single other number
 * would mend as much.
 *
 * @param rules those whose claims are tried: the errors among them
 */
export function movedColumns(facts: Facts, rules: readonly Rule[]): MovedColumn[] {
  const trial: Trial = { facts, rules: rules.filter(({ level }) => level === 'error'), all: rules };
  const found: MovedColumn[] = [];
  let broken = brokenClaims(trial.rules, facts);
  while (broken.length >= FEWEST_BROKEN) {
    const best = likeliestMove(trial, broken);
    if (best === null) break;
    found.push({
      claim: movedClaim(best),
      explains: best.mended.map(({ rule, claim }) => ({ rule, subject: claim.subject })),
    });
    broken = broken.filter((each) => !best.mended.includes(each));
  }
  return found;
}

/** The law of the rule by itself: what it found, or one claim that holds where it found nothing. */
export function movedColumnClaims(facts: Facts, rules: readonly Rule[]): Claim[] {
  const found = movedColumns(facts, rules).map(({ claim }) => claim);
  return found.length === 0 ? [notice('', true, '')] : found;
}

interface Trial {
  readonly facts: Facts;
  /** those whose breaks are errors */
  readonly rules: readonly Rule[];
  readonly all: readonly Rule[];
}

function brokenClaims(rules: readonly Rule[], facts: Facts): Broken[] {
  return rules.flatMap((rule) =>
    rule
      .claims(facts)
      .filter(({ holds, level, must }) => !holds && must !== null && (level ?? rule.level) === 'error')
      .map((claim) => ({
        rule: rule.id,
        claim,
        touched: new Set(placesOf(claim).map(placeKey)),
      })),
  );
}

function placesOf({ left, right }: Claim): Place[] {
  return [left, right].flatMap((side) => side?.parts().map(({ place }) => place) ?? []);
}

const nameOf = ({ rule, claim }: Broken) => `${rule} ${claim.subject}`;

/** `down`: the numbers belong one row lower, so they stand one row too high. */
type Direction = 'down' | 'up';

interface Move {
  readonly column: Column;
  readonly run: Run;
  readonly direction: Direction;
  readonly puts: readonly Put[];
  readonly mended: readonly Broken[];
  /** the same claims once the numbers are moved back */
  readonly after: ReadonlyMap<string, Claim>;
}

/**
 * Of the moves in all columns that mend the most, the one after which least is left to ask about: where two columns
 * disagree row by row, either may have moved, and what else is keyed tells which.
 */
function likeliestMove(trial: Trial, broken: readonly Broken[]): Move | null {
  const places = broken.flatMap(({ claim }) => placesOf(claim));
  const moves = columnsBehind(trial.facts, places)
    .slice(0, MOST_COLUMNS)
    .flatMap((column) => bestMove(trial, column, broken) ?? []);
  const most = Math.max(...moves.map(({ mended }) => mended.length));
  const [first, ...others] = moves.filter(({ mended }) => mended.length === most);
  if (first === undefined || others.length === 0) return first ?? null;
  const asking = ({ puts }: Move) => {
    const changed = changedFacts(trial.facts, puts);
    return trial.all.reduce(
      (sum, rule) => sum + rule.claims(changed).filter(({ holds }) => !holds).length,
      0,
    );
  };
  return [first, ...others]
    .map((move) => ({ move, left: asking(move) }))
    .reduce((best, each) => (each.left < best.left ? each : best)).move;
}

/** The move in one column that mends the most, of the fewest rows. */
function bestMove(trial: Trial, column: Column, broken: readonly Broken[]): Move | null {
  const moves = runsOf(column)
    .flatMap((run) => {
      const keys = new Set(run.cells.map(({ place }) => placeKey(place)));
      const touching = broken.filter(({ touched }) => [...touched].some((key) => keys.has(key)));
      return touching.length < FEWEST_BROKEN ? [] : [{ run, touching }];
    })
    .toSorted((a, b) => b.touching.length - a.touching.length || a.run.cells.length - b.run.cells.length)
    .slice(0, MOST_RUNS);
  for (const { run, touching } of moves) {
    for (const { direction, puts } of movesOf(run)) {
      const after = outcome(trial, puts, { touching, broken });
      if (after === null || tellingPairs({ run, puts, mended: touching, after }).length === 0) continue;
      if (isSingleSlip(trial, run, { touching, broken })) return null;
      return { column, run, direction, puts, mended: touching, after };
    }
  }
  return null;
}

/**
 * The ways to move a run back. What falls off one end is either nothing of the column's own, such as the total printed
 * again, or it belongs at the other end.
 */
function movesOf({ cells }: Run): { readonly direction: Direction; readonly puts: readonly Put[] }[] {
  const amounts = cells.map(({ amount }) => amount);
  if (amounts.filter((amount) => (amount ?? 0) !== 0).length < FEWEST_MOVED) return [];
  const first = amounts[0] ?? null;
  const last = amounts.at(-1) ?? null;
  const putting = (moved: readonly (number | null)[]): Put[] =>
    cells.map(({ place }, index) => ({ place, amount: moved[index] ?? null }));
  const ends = (end: number | null) => (end === null ? [null] : [null, end]);
  return [
    ...ends(last).map((end) => ({
      direction: 'down' as const,
      puts: putting([end, ...amounts.slice(0, -1)]),
    })),
    ...ends(first).map((end) => ({ direction: 'up' as const, puts: putting([...amounts.slice(1), end]) })),
  ];
}

interface Breaks {
  readonly touching: readonly Broken[];
  readonly broken: readonly Broken[];
}

/** The claims of before as they are with other numbers; `null` unless those that are touched hold and no other breaks. */
function outcome(
  { facts, rules }: Trial,
  puts: readonly Put[],
  { touching, broken }: Breaks,
): ReadonlyMap<string, Claim> | null {
  const known = new Set(broken.map(nameOf));
  const mended = new Set(touching.map(nameOf));
  const after = new Map<string, Claim>();
  const changed = changedFacts(facts, puts);
  // those that are broken first: most trials end there
  const isBroken = new Set(touching.map(({ rule }) => rule));
  const inOrder = rules.toSorted((a, b) => Number(isBroken.has(b.id)) - Number(isBroken.has(a.id)));
  for (const rule of inOrder) {
    for (const claim of rule.claims(changed)) {
      const name = `${rule.id} ${claim.subject}`;
      const isError = !claim.holds && (claim.level ?? rule.level) === 'error';
      if (isError && (mended.has(name) || !known.has(name))) return null;
      if (mended.has(name)) after.set(name, claim);
    }
  }
  return after;
}

/** Whether one other number in one of the cells would mend as much: then that is the likelier slip. */
function isSingleSlip(trial: Trial, { cells }: Run, breaks: Breaks): boolean {
  const { touching } = breaks;
  const shared = cells.filter(({ place }) => touching.every(({ touched }) => touched.has(placeKey(place))));
  const steps = touching.flatMap(({ claim }) =>
    claim.difference === null ? [] : [claim.difference, -claim.difference],
  );
  // a number below 0 among others that are above is no likely one
  const lowest = Math.min(0, ...cells.map(({ amount }) => amount ?? 0));
  return shared.some(({ place, amount }) =>
    [...new Set(steps)]
      .map((step) => (amount ?? 0) + step)
      .some((other) => other >= lowest && outcome(trial, [{ place, amount: other }], breaks) !== null),
  );
}

/** A broken claim whose sides agree to the last digit once the numbers are moved back. */
interface Pair {
  readonly broken: Broken;
  readonly moved: Operand;
  readonly other: Operand;
  readonly before: Operand;
  /** one cell against another, which tells more than a sum */
  readonly isSingle: boolean;
}

function tellingPairs({ run, puts, mended, after }: Pick<Move, 'run' | 'puts' | 'mended' | 'after'>): Pair[] {
  const inRun = new Set(run.cells.map(({ place }) => placeKey(place)));
  const filled = new Set(
    puts.filter(({ amount }) => (amount ?? 0) !== 0).map(({ place }) => placeKey(place)),
  );
  const pairs = mended.flatMap((broken): Pair[] => {
    const { left, right } = after.get(nameOf(broken)) ?? {};
    if (!left || !right || left.amount !== right.amount || (left.amount ?? 0) === 0) return [];
    const touches = (side: Operand | null) => side?.parts().some(({ place }) => inRun.has(placeKey(place)));
    const onLeft = touches(broken.claim.left);
    const before = onLeft ? broken.claim.left : broken.claim.right;
    if (before === null) return [];
    const parts = before.parts();
    const [only] = parts;
    const isSingle = parts.length === 1 && only !== undefined && filled.has(placeKey(only.place));
    return [{ broken, before, moved: onLeft ? left : right, other: onLeft ? right : left, isSingle }];
  });
  return pairs.toSorted((a, b) => Number(b.isSingle) - Number(a.isSingle));
}

const wan = (amount: number | null) => (amount === null ? '空' : formatFull(fen(amount), 'wan'));

function movedClaim(move: Move): Claim {
  const { column, run, direction } = move;
  const [first, last] = [run.cells[0], run.cells.at(-1)];
  const rows = `${first?.name ?? ''} 至 ${last?.name ?? ''}`;
  const [wrong, back] = direction === 'down' ? ['高', '下'] : ['低', '上'];
  const printed = column.isPrinted ? '印' : '录';
  const pairs = tellingPairs(move).slice(0, MOST_PAIRS);
  return notice(
    [column.id, first?.id ?? '', last?.id ?? ''].join('/'),
    false,
    `${column.table}${column.name}一栏像是整列错了一行：${rows}，每个数都${printed}${wrong}了一行`,
    {
      level: 'error',
      places: run.cells.filter(({ amount }) => amount !== null).map(({ place }) => place),
      lookFirst: pairs.map(
        ({ before, other, moved, isSingle }) =>
          `${before.name} ${isSingle ? `${printed}的` : ''}是 ${wan(before.amount)}，${other.name} ${wan(other.amount)}；${back}移一行后就是 ${wan(moved.amount)}`,
      ),
    },
  );
}
