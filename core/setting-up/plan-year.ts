import { bridgeFrom } from '../classification/bridges.ts';
import { Classification } from '../classification/classification.ts';
import type { BookYear, Figure } from '../figures/figure.ts';
import { findSheet } from '../figures/sheets.ts';
import { isCountedVehicle } from '../registers/totals.ts';
import { itemOfRow } from './carried-codes.ts';
import { carriedFigures, carriedYear } from './new-year.ts';
import type { BridgedCode, NewYear, NewYearPlan } from './setting-up.ts';

/** What the book holds that a new year is made from. */
export interface YearsAtHand {
  /** the year that is carried over; `null`: the book does not have it */
  readonly last: BookYear | null;
  /** the year that is opened, where the book has it already */
  readonly next: BookYear | null;
}

/** What opening a year would carry over, and why it cannot be opened. */
export function planOfYear({ last, next }: YearsAtHand, choice: NewYear): NewYearPlan {
  const carried = last === null ? null : carriedYear(last, next, choice);
  const figures = carried?.figures ?? [];
  const codes = last === null ? [] : codesToCarry(last);
  const list = new Classification(choice.to);
  const before = new Classification(choice.from);
  const renamed = codes.flatMap((code): BridgedCode[] => {
    const bridge = bridgeFrom(code, choice.to);
    return bridge === undefined
      ? []
      : [{ from: code, to: bridge.to, note: bridge.note, confirmed: bridge.confirmed }];
  });
  return {
    from: choice.from,
    to: choice.to,
    units: carried?.units.length ?? 0,
    texts: carried?.texts.length ?? 0,
    closings: figures.filter(({ measure }) => measure === 'actual').length,
    priors: figures.filter(({ measure }) => measure === 'prior').length,
    rows: freeRowsOf(figures),
    renamed,
    unknown: codes
      .filter((code) => list.function(code) === undefined && bridgeFrom(code, choice.to) === undefined)
      .map((code) => ({ code, name: before.function(code)?.name ?? '' })),
    obstacle: obstacleOf({ last, next }, choice),
  };
}

/** Whether there is 决算 at all; before that, what is left at the end of a year is only what it began with. */
function isClosed({ figures }: BookYear): boolean {
  return figures.some(
    ({ sheet, measure }) => measure === 'actual' && (sheet === 'income' || sheet === 'expenditure'),
  );
}

/** The 项 that figures of the new year would stand on, were none renamed. */
function codesToCarry(last: BookYear): string[] {
  const items = carriedFigures(last, new Map()).map(({ sheet, row }) => itemOfRow(sheet, row));
  return [...new Set(items.filter((item) => item !== null))].sort();
}

function freeRowsOf(figures: readonly Figure[]): number {
  const free = figures.filter(({ sheet }) => findSheet(sheet)?.rows.kind === 'free');
  return new Set(free.map(({ unit, sheet, row }) => JSON.stringify([unit, sheet, row]))).size;
}

function obstacleOf({ last, next }: YearsAtHand, { from, to }: NewYear): string | null {
  if (to <= from) return `新年度 ${to} 不在 ${from} 年度之后，改选较早的年度来结转。`;
  if (to !== from + 1) {
    return `${from} 年度与 ${to} 年度不相连，上年末和上年决算只能取自 ${to - 1} 年度，先开启 ${from + 1} 年度。`;
  }
  if (last === null) return `账簿里没有 ${from} 年度，没有可以结转的数，先录入或导入 ${from} 年度。`;
  if (!isClosed(last)) {
    return `${from} 年度还没有收入和支出的决算数，算不出年末，录入或导入 ${from} 年度后再结转。`;
  }
  // what the registers say is no work that could be spoilt
  const keyed = next?.figures.filter((figure) => !isCountedVehicle(figure)).length ?? 0;
  if (keyed > 0) {
    return `${to} 年度已经有 ${keyed} 个数，不再结转，以免改动已录入的数，在“结转结余”里核对上年末。`;
  }
  return null;
}
