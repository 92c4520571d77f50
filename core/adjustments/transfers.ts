import { ADJUSTMENT_UNIT, type Figure, type FigureAddress } from '../figures/figure.ts';
import type { Measure } from '../figures/sheets.ts';
import { type OpenFigure, openFigures } from './open-figures.ts';

/**
 * What seems to have gone from one unit of the department to another: a figure of 收入 of the one, and what the other
 * booked as 支出. It is only proposed; nobody but the clerk makes lines of the 差额表.
 */
export interface Transfer {
  /** 上级补助收入 or 附属单位上缴收入 of the unit that received it */
  readonly income: Figure;
  /** of the unit that paid it */
  readonly expenditure: Figure;
  /** 分, above 0, no more than either figure */
  readonly amount: number;
}

/** Columns in which nothing but a transfer to, or from, a unit below stands. */
const OWN_COLUMN: Readonly<Record<string, string>> = { superior: 'subsidy', affiliate: 'remit' };

/** Columns in which a transfer may stand among other expenditure. */
const COMMON_COLUMNS: readonly string[] = ['project', 'basic'];

type Fit = (income: OpenFigure, expenditure: OpenFigure, isFirstUnit: boolean) => boolean;

const isOwn = (income: OpenFigure, expenditure: OpenFigure) =>
  OWN_COLUMN[income.figure.column] === expenditure.figure.column;

const isCommon = (expenditure: OpenFigure) => COMMON_COLUMNS.includes(expenditure.figure.column);

/** What speaks for a transfer, the strongest first: each is looked for in what the stronger ones have left. */
const FITS: readonly Fit[] = [
  (income, expenditure) => isOwn(income, expenditure) && income.open === expenditure.open,
  // one line of a payer often stands for several units, and one of a receiver too
  (income, expenditure) => isOwn(income, expenditure),
  (income, expenditure) => isCommon(expenditure) && income.open === expenditure.open,
  // 上级补助 comes from the unit that stands first, whose project pays for more than that
  (income, expenditure, isFirstUnit) =>
    income.figure.column === 'superior' &&
    isFirstUnit &&
    isCommon(expenditure) &&
    income.open < expenditure.open,
];

interface TransfersSought {
  /** of fund `other` in 收入 and 支出, those of the 差额表 among them; others are left out */
  readonly figures: readonly Figure[];
  /** codes of the real units, in their order */
  readonly units: readonly string[];
  readonly measure: Measure;
  /** keys of pairs that the clerk has said are none: see `transferKey` */
  readonly declined: ReadonlySet<string>;
}

/**
 * The transfers between units that the 差额表 does not eliminate yet. Each figure is in one of them at most, and all of
 * them together leave no cell of the department below 0 that was not so before.
 */
export function proposeTransfers({ figures, units, measure, declined }: TransfersSought): Transfer[] {
  const open = openFigures(figures, units, measure);
  const incomes = open.all.filter(({ figure }) => figure.sheet === 'income' && figure.column in OWN_COLUMN);
  const expenditures = open.all.filter(({ figure }) => figure.sheet === 'expenditure');
  const used = new Set<Figure>();
  const found: Transfer[] = [];
  for (const isLikely of FITS) {
    for (const income of incomes) {
      if (used.has(income.figure)) continue;
      const received = open.of(income.figure);
      const paid = expenditures.flatMap(({ figure }) => {
        if (used.has(figure) || figure.unit === income.figure.unit) return [];
        const each = open.of(figure);
        if (received.open <= 0 || each.open <= 0) return [];
        if (!isLikely(received, each, figure.unit === units[0])) return [];
        return declined.has(transferKey({ income: income.figure, expenditure: figure })) ? [] : [each];
      });
      const [best] = paid.toSorted((a, b) => distance(received, a) - distance(received, b));
      if (best === undefined) continue;
      const amount = Math.min(received.open, best.open);
      found.push({ income: income.figure, expenditure: best.figure, amount });
      for (const figure of [income.figure, best.figure]) {
        used.add(figure);
        open.take(figure, amount);
      }
    }
  }
  return found;
}

/** How unlike a figure is to what was received: the nearest in amount is the likeliest. */
function distance(received: OpenFigure, paid: OpenFigure): number {
  return Math.abs(paid.open - received.open);
}

/** Names a pair of figures; the amounts may change. */
export function transferKey({ income, expenditure }: Pick<Transfer, 'income' | 'expenditure'>): string {
  return JSON.stringify([income, expenditure].map((figure) => [figure.unit, addressKey(figure)]));
}

/** `001 拨给 003 的补助，部门内部往来` */
export function proposedReason({ income, expenditure }: Transfer): string {
  return income.column === 'superior'
    ? `${expenditure.unit} 拨给 ${income.unit} 的补助，部门内部往来`
    : `${expenditure.unit} 上缴 ${income.unit} 的款项，部门内部往来`;
}

/** A line of the 差额表 that a transfer makes, or makes larger. */
export type TransferLine = Omit<Figure, 'unit' | 'reason'> & { readonly reason: string };

/**
 * The pair of lines that eliminates a transfer. Where a line stands already, the amount is added to it and both reasons
 * stay.
 *
 * @param figures the lines of the 差额表 as they are; others are left out
 */
export function transferLines(
  { income, expenditure, amount }: Transfer,
  reason: string,
  figures: readonly Figure[],
): TransferLine[] {
  return [income, expenditure].map(({ sheet, row, fund, column, measure }) => {
    const address = { sheet, row, fund, column, measure };
    const line = figures.find(
      (each) => each.unit === ADJUSTMENT_UNIT && addressKey(each) === addressKey(address),
    );
    return { ...address, value: (line?.value ?? 0) - amount, reason: bothReasons(line?.reason, reason) };
  });
}

function bothReasons(before: string | undefined, reason: string): string {
  return before === undefined || before.includes(reason) ? (before ?? reason) : `${before}；${reason}`;
}

function addressKey({ sheet, row, fund, column, measure }: Omit<FigureAddress, 'unit'>): string {
  return JSON.stringify([sheet, row, fund, column, measure]);
}
