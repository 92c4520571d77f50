import type { GridColumn, GridLine } from './grid-types.ts';

/** A cell, by index into the lines and columns shown. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, both ends included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Three spots, as in Excel: Enter and Tab move the active one about inside a range that stays. */
export interface Selection {
  /** the corner where the range began */
  readonly anchor: Spot;
  /** the corner that Shift and a drag move */
  readonly far: Spot;
  /** the cell that is keyed into */
  readonly active: Spot;
}

/** What spots are indexes into. */
export interface Sheet {
  readonly lines: readonly GridLine[];
  readonly columns: readonly GridColumn[];
}

export function only(spot: Spot): Selection {
  return { anchor: spot, far: spot, active: spot };
}

function rangeBetween(one: Spot, other: Spot): Range {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

export function rangeOf({ anchor, far }: Selection): Range {
  return rangeBetween(anchor, far);
}

/** Selects a whole block; the active cell is where it was if that is inside. */
export function selectionOf(range: Range, active?: Spot): Selection {
  const anchor = { row: range.top, column: range.left };
  const isInside = active !== undefined && holds(range, active);
  return { anchor, far: { row: range.bottom, column: range.right }, active: isInside ? active : anchor };
}

export function isOneCell({ top, bottom, left, right }: Range): boolean {
  return top === bottom && left === right;
}

export function holds(range: Range, { row, column }: Spot): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** The cells of a block, line by line. */
export function spotsOf({ top, bottom, left, right }: Range): Spot[] {
  const spots: Spot[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) spots.push({ row, column });
  return spots;
}

export function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** The nearest cell that there is; of an empty sheet the first. */
export function clamped({ row, column }: Spot, { lines, columns }: Sheet): Spot {
  return {
    row: Math.max(0, Math.min(row, lines.length - 1)),
    column: Math.max(0, Math.min(column, columns.length - 1)),
  };
}

/**
 * The same cells after lines or columns have come or gone. What is gone is replaced by what now stands at its place.
 *
 * @returns the same object where nothing moved, so that nothing is drawn again
 */
export function followed(selection: Selection, before: Sheet, now: Sheet): Selection {
  if (before.lines === now.lines && before.columns === now.columns) return selection;
  const follow = (spot: Spot): Spot => {
    const line = before.lines[spot.row]?.id;
    const column = before.columns[spot.column]?.id;
    const rowNow = now.lines.findIndex(({ id }) => id === line);
    const columnNow = now.columns.findIndex(({ id }) => id === column);
    return clamped(
      { row: rowNow < 0 ? spot.row : rowNow, column: columnNow < 0 ? spot.column : columnNow },
      now,
    );
  };
  const next = {
    anchor: follow(selection.anchor),
    far: follow(selection.far),
    active: follow(selection.active),
  };
  if (same(next, selection)) return selection;
  return holds(rangeOf(next), next.active) ? next : only(next.active);
}

function same(one: Selection, other: Selection): boolean {
  const corners = ['anchor', 'far', 'active'] as const;
  return corners.every(
    (corner) => one[corner].row === other[corner].row && one[corner].column === other[corner].column,
  );
}
