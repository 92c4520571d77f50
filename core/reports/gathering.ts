import type { CellAddress } from '../entry/edit.ts';
import type { IncomingFigure, Tie, Verdict } from '../incoming/incoming.ts';
import { yuan } from './amounts.ts';
import type { Report, Spot } from './report.ts';

/** What is said about a line after all tables are read. */
interface Remark {
  readonly report: Report;
  readonly row: number;
  readonly verdict: Extract<Verdict, 'doubtful' | 'refused'>;
  readonly sentence: string;
}

/** An amount with its sign in a sum. */
export interface Term {
  readonly sign: 1 | -1;
  readonly spot: Spot;
}

export const plus = (spot: Spot | undefined): Term[] => (spot === undefined ? [] : [{ sign: 1, spot }]);
export const minus = (spot: Spot | undefined): Term[] => (spot === undefined ? [] : [{ sign: -1, spot }]);

export function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { sign, spot }) => sum + sign * spot.amount, 0);
}

/** `A － B`, each with its place. */
function placeOf(terms: readonly Term[]): string {
  const [first] = terms;
  if (terms.length === 1 && first?.sign === 1) return first.spot.place;
  return terms
    .map(({ sign, spot }, index) => `${sign < 0 ? '－ ' : index === 0 ? '' : '＋ '}${spot.place}`)
    .join(' ');
}

interface Gathered {
  readonly figure: IncomingFigure;
  /** lines that answer for it */
  readonly spots: readonly Spot[];
}

/** Figures, ties and remarks as they are found. One address holds one figure: the first. */
export class Gathering {
  readonly #figures = new Map<string, Gathered>();
  readonly ties: Tie[] = [];
  readonly remarks: Remark[] = [];

  get gathered(): readonly Gathered[] {
    return [...this.#figures.values()];
  }

  /** @param source the report that the figure is said to be from */
  add(address: CellAddress & Pick<IncomingFigure, 'onlyIfBlank'>, terms: readonly Term[], source?: string) {
    const { sheet, row, fund, column, measure } = address;
    const key = JSON.stringify([sheet, row, fund, column, measure]);
    const [first] = terms;
    if (first === undefined || this.#figures.has(key)) return;
    const figure = {
      ...address,
      value: sumOf(terms),
      source: source ?? first.spot.report.source,
      place: placeOf(terms),
    };
    this.#figures.set(key, { figure, spots: terms.map(({ spot }) => spot) });
  }

  doubt({ report, row }: Spot, sentence: string) {
    this.remarks.push({ report, row, verdict: 'doubtful', sentence });
  }

  refuse({ report, row }: Spot, sentence: string) {
    this.remarks.push({ report, row, verdict: 'refused', sentence });
  }

  /** Two sums that should be equal, or the left one at least as large. A side without amounts is 0. */
  tie(law: string, left: readonly Term[], right: readonly Term[], relation: '=' | '≥' = '=') {
    if (left.length + right.length === 0) return;
    const [mine, theirs] = [sumOf(left), sumOf(right)];
    const isHeld = relation === '=' ? mine === theirs : mine >= theirs;
    const side = (terms: readonly Term[], amount: number) =>
      terms.length === 0 ? `没有数（按 ${yuan(0)}）` : `${placeOf(terms)} ${yuan(amount)}`;
    const sentence = isHeld
      ? ''
      : `左边 ${side(left, mine)}；右边 ${side(right, theirs)}；差 ${yuan(mine - theirs)}。`;
    this.ties.push({ law, isHeld, sentence });
  }
}
