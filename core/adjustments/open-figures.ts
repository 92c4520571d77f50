import { ADJUSTMENT_UNIT, type Figure } from '../figures/figure.ts';
import type { Measure } from '../figures/sheets.ts';

/** A figure of a unit, and how much of it the 差额表 does not eliminate yet. */
export interface OpenFigure {
  readonly figure: Figure;
  /** 分 */
  readonly open: number;
}

/** The figures of a measure that something may still be eliminated from. */
export interface OpenFigures {
  /** in the order of the units, then of sheets and rows */
  readonly all: readonly OpenFigure[];
  readonly of: (figure: Figure) => OpenFigure;
  /** Eliminates a part of a figure. */
  readonly take: (figure: Figure, amount: number) => void;
}

/**
 * What the 差额表 leaves of the units' figures. A line of it stands for a cell of the department and does not say whose
 * figure it takes: first the one that is as large as the line, then the largest that fit into it.
 */
export function openFigures(
  figures: readonly Figure[],
  units: readonly string[],
  measure: Measure,
): OpenFigures {
  const own = figures.filter((each) => each.fund === 'other' && each.measure === measure);
  const sums = new Map<string, number>();
  for (const each of own) sums.set(cellOf(each), (sums.get(cellOf(each)) ?? 0) + each.value);
  const eliminated = new Map(
    own
      .filter(({ unit, value }) => unit === ADJUSTMENT_UNIT && value < 0)
      .map((line) => [cellOf(line), -line.value]),
  );
  const left = new Map<Figure, number>();
  const place = new Map(units.map((code, index) => [code, index]));
  const positive = own
    .filter(({ unit, value }) => place.has(unit) && value > 0)
    .toSorted((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0) || compare(cellOf(a), cellOf(b)));
  for (const [cell, alike] of byCell(positive)) {
    for (const [figure, open] of leftOf(alike, eliminated.get(cell) ?? 0)) left.set(figure, open);
  }
  // negative figures of other units count too: the cell of the department must not fall below 0
  const of = (figure: Figure): OpenFigure => ({
    figure,
    open: Math.min(left.get(figure) ?? 0, Math.max(0, sums.get(cellOf(figure)) ?? 0)),
  });
  return {
    all: positive.map(of).filter(({ open }) => open > 0),
    of,
    take: (figure, amount) => {
      left.set(figure, (left.get(figure) ?? 0) - amount);
      sums.set(cellOf(figure), (sums.get(cellOf(figure)) ?? 0) - amount);
    },
  };
}

function byCell(figures: readonly Figure[]): Map<string, Figure[]> {
  const cells = new Map<string, Figure[]>();
  for (const figure of figures) {
    const alike = cells.get(cellOf(figure));
    if (alike === undefined) cells.set(cellOf(figure), [figure]);
    else alike.push(figure);
  }
  return cells;
}

/** How much is left of each figure of one cell after an amount is eliminated from them. */
function leftOf(figures: readonly Figure[], eliminated: number): [Figure, number][] {
  const exact = figures.find(({ value }) => value === eliminated);
  if (exact !== undefined) return figures.map((each) => [each, each === exact ? 0 : each.value]);
  const largestFirst = figures.toSorted((a, b) => b.value - a.value);
  let rest = eliminated;
  const whole = largestFirst.map((figure): [Figure, number] => {
    if (figure.value > rest) return [figure, figure.value];
    rest -= figure.value;
    return [figure, 0];
  });
  return whole.map(([figure, open]) => {
    const part = Math.min(open, rest);
    rest -= part;
    return [figure, open - part];
  });
}

function cellOf({ sheet, row, column }: Figure): string {
  return `${sheet}\n${row}\n${column}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
