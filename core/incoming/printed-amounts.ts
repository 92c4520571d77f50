import type { CellAddress } from '../entry/edit.ts';
import type { TableId } from '../profiles/profile.ts';
import type { RecognisedCell, RecognisedRow } from '../recognition/recognised.ts';
import type { IncomingFigure } from './incoming.ts';

/** An amount in a table, with where it was read. */
export interface Printed {
  readonly amount: number;
  readonly place: string;
}

/** A printed amount as 上年决算. @param title says the row and column to a reader */
export function told(
  address: CellAddress,
  { amount, place }: Printed,
  tables: readonly TableId[],
  title: string,
): IncomingFigure {
  return {
    ...address,
    value: amount,
    source: '上年公开表',
    place: `${place}，${title}${tables.length > 1 ? '（相减得出）' : ''}`,
  };
}

/** `null`: nothing is printed, or 0, which says nothing that a blank does not. */
export function printedIn(row: RecognisedRow | undefined, column: string): Printed | null {
  const cell: RecognisedCell | undefined = row?.cells[column];
  if (cell?.amount == null || cell.amount === 0) return null;
  return { amount: cell.amount, place: cell.address };
}

/**
 * What is left of a number when its parts are taken off. Of several parts a rest as small as their tails is none: with one
 * part, equal amounts are printed equal.
 *
 * @param step 分: what the rounding of one printed number and of another may make between them
 */
export function restOf(
  whole: Printed | null,
  parts: readonly (Printed | null)[],
  step: number,
): Printed | null {
  const own = parts.filter((part) => part !== null);
  const rest = (whole?.amount ?? 0) - own.reduce((sum, { amount }) => sum + amount, 0);
  if (whole === null || rest === 0) return null;
  if (own.length > 1 && Math.abs(rest) <= step * own.length) return null;
  return { amount: rest, place: [whole, ...own].map(({ place }) => place).join('－') };
}

/** 项 that go on under one code are one. */
export function merged(figures: readonly IncomingFigure[]): IncomingFigure[] {
  const byAddress = new Map<string, IncomingFigure>();
  for (const figure of figures) {
    const { sheet, row, fund, column } = figure;
    const key = JSON.stringify([sheet, row, fund, column]);
    const before = byAddress.get(key);
    const sum = before && {
      ...before,
      value: before.value + figure.value,
      place: `${before.place}＋${figure.place}`,
    };
    byAddress.set(key, sum ?? figure);
  }
  return [...byAddress.values()];
}
