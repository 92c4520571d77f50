import { between, holds, isOneCell, type Range, rangeOf, type Selection, type Spot } from './selection.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where a key leads. `edge-…`: to the next border between filled and blank cells; `first`, `last`: of the whole sheet. */
export type Step =
  | Direction
  | `edge-${Direction}`
  | 'home'
  | 'end'
  | 'first'
  | 'last'
  | 'page-up'
  | 'page-down';

/** What a step has to know of the sheet. */
export interface Ground {
  readonly rows: number;
  readonly columns: number;
  /** lines at the top that do not scroll */
  readonly pinned: number;
  /** columns at the left that do not scroll */
  readonly frozen: number;
  /** lines that PageDown goes on by */
  readonly page: number;
  isFilled(spot: Spot): boolean;
}

const BY: Readonly<Record<Direction, Spot>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

function moved(from: Spot, by: Spot, ground: Ground): Spot {
  return {
    row: between(0, from.row + by.row, Math.max(0, ground.rows - 1)),
    column: between(0, from.column + by.column, Math.max(0, ground.columns - 1)),
  };
}

/** The cell that a key leads to from another. Home and Ctrl+Home lead, as in Excel, to what is not frozen. */
export function stepped(from: Spot, step: Step, ground: Ground): Spot {
  switch (step) {
    case 'up':
    case 'down':
    case 'left':
    case 'right':
      return moved(from, BY[step], ground);
    case 'edge-up':
      return edge(from, BY.up, ground);
    case 'edge-down':
      return edge(from, BY.down, ground);
    case 'edge-left':
      return edge(from, BY.left, ground);
    case 'edge-right':
      return edge(from, BY.right, ground);
    case 'home':
      return { row: from.row, column: from.column > ground.frozen ? ground.frozen : 0 };
    case 'end':
      return moved(from, { row: 0, column: ground.columns }, ground);
    case 'first':
      return moved({ row: ground.pinned, column: ground.frozen }, { row: 0, column: 0 }, ground);
    case 'last':
      return moved(from, { row: ground.rows, column: ground.columns }, ground);
    case 'page-up':
      return moved(from, { row: -ground.page, column: 0 }, ground);
    case 'page-down':
      return moved(from, { row: ground.page, column: 0 }, ground);
  }
}

/** To the end of the block of filled cells, or from its end or a blank one to the next filled cell, or to the last cell. */
function edge(from: Spot, by: Spot, ground: Ground): Spot {
  const next = (spot: Spot) => moved(spot, by, ground);
  const isLast = (spot: Spot) => next(spot).row === spot.row && next(spot).column === spot.column;
  let spot = next(from);
  if (ground.isFilled(from) && ground.isFilled(spot)) {
    while (!isLast(spot) && ground.isFilled(next(spot))) spot = next(spot);
    return spot;
  }
  while (!isLast(spot) && !ground.isFilled(spot)) spot = next(spot);
  return spot;
}

/** The next active cell inside a range of several cells: at its end it goes on at the other end of the next line. */
export function walked(selection: Selection, along: 'down' | 'right', back: boolean): Selection {
  const range = rangeOf(selection);
  const { active } = selection;
  const by = back ? -1 : 1;
  const next =
    along === 'down'
      ? turned({ row: active.row + by, column: active.column }, range, by)
      : swapped(turned(swapped({ row: active.row, column: active.column + by }), turnedRange(range), by));
  return { ...selection, active: next };
}

/** A spot that has left the range at its lower or upper end goes on in the next or the previous column. */
function turned(spot: Spot, range: Range, by: number): Spot {
  if (holds(range, spot)) return spot;
  const column = spot.column + by;
  const wrapped = column > range.right ? range.left : column < range.left ? range.right : column;
  return { row: by > 0 ? range.top : range.bottom, column: wrapped };
}

function swapped({ row, column }: Spot): Spot {
  return { row: column, column: row };
}

function turnedRange({ top, bottom, left, right }: Range): Range {
  return { top: left, bottom: right, left: top, right: bottom };
}

export function walksInside(selection: Selection): boolean {
  return !isOneCell(rangeOf(selection));
}
