import type { Layout } from './layout.ts';
import { between, type Sheet, type Spot } from './selection.ts';

/** Gap between the active cell and what is said beside it. */
const BESIDE_GAP = 4;

/** The part of the grid that is seen, and how far it is scrolled. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly scrollLeft: number;
  readonly scrollTop: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a cell is in the view. */
export function cellBox(layout: Layout, { row, column }: Spot, view: View): Box {
  const place = layout.places[column];
  const isFrozen = column < layout.frozen;
  const isPinned = row < layout.pinned;
  return {
    left: (place?.left ?? 0) - (isFrozen ? 0 : view.scrollLeft),
    top: layout.headHeight + row * layout.rowHeight - (isPinned ? 0 : view.scrollTop),
    width: place?.width ?? 0,
    height: layout.rowHeight,
  };
}

/** Where cells like this one can be seen: what scrolls goes away under what is frozen. */
export function zoneBox(layout: Layout, { row, column }: Spot, view: View): Box {
  const left = column < layout.frozen ? 0 : layout.frozenWidth;
  const top = layout.headHeight + (row < layout.pinned ? 0 : layout.pinnedHeight);
  return { left, top, width: Math.max(0, view.width - left), height: Math.max(0, view.height - top) };
}

export function overlaps(one: Box, other: Box): boolean {
  const isBeside = one.left >= other.left + other.width || other.left >= one.left + one.width;
  return !isBeside && one.top < other.top + other.height && other.top < one.top + one.height;
}

/** How far to scroll so that a cell is seen whole. */
export function revealing(layout: Layout, spot: Spot, view: View): Pick<View, 'scrollLeft' | 'scrollTop'> {
  const cell = cellBox(layout, spot, view);
  const zone = zoneBox(layout, spot, view);
  const right = Math.max(0, cell.left + cell.width - zone.left - zone.width);
  const below = Math.max(0, cell.top + cell.height - zone.top - zone.height);
  return {
    // a cell wider than the view shows its beginning
    scrollLeft: view.scrollLeft + Math.min(right, cell.left - zone.left),
    scrollTop: view.scrollTop + Math.min(below, cell.top - zone.top),
  };
}

/** Lines that PageDown goes on by: one of them stays in sight. */
export function pageOf(layout: Layout, view: View): number {
  const room = view.height - layout.headHeight - layout.pinnedHeight;
  return Math.max(1, Math.floor(room / layout.rowHeight) - 1);
}

/** The cell at a point of the view; `null`: there is none, the header, or the room beyond the last line or column. */
export function spotAt(layout: Layout, { x, y }: Point, view: View, { lines }: Sheet): Spot | null {
  if (y < layout.headHeight || x < 0) return null;
  const spot = nearestSpot(layout, { x, y }, view);
  const across = x < layout.frozenWidth ? x : x + view.scrollLeft;
  return spot.row < lines.length && across < layout.width ? spot : null;
}

/** The same for a point anywhere, as a drag has it; its row may lie beyond the last line. */
export function nearestSpot(layout: Layout, { x, y }: Point, view: View): Spot {
  const across = x < layout.frozenWidth ? x : x + view.scrollLeft;
  const down = y - layout.headHeight;
  const row = Math.floor((down < layout.pinnedHeight ? down : down + view.scrollTop) / layout.rowHeight);
  const column = layout.places.findIndex(({ left, width }) => across < left + width);
  return { row: Math.max(0, row), column: column < 0 ? layout.places.length - 1 : column };
}

/**
 * How far a dragged pointer is beyond the edge of what scrolls, in px; 0: inside.
 *
 * @param from the cell where the drag began: one that is frozen stays among those
 */
export function overshoot(layout: Layout, { x, y }: Point, view: View, from: Spot): Point {
  const zone = zoneBox(layout, from, view);
  const beyond = (value: number, low: number, high: number) =>
    value < low ? value - low : value > high ? value - high : 0;
  return {
    x: beyond(x, zone.left, zone.left + zone.width),
    y: beyond(y, zone.top, zone.top + zone.height),
  };
}

/** A point drawn back to the edge of what scrolls. */
export function drawnIn({ x, y }: Point, over: Point): Point {
  // one px inside, or it would be at the first cell beyond
  return { x: x - over.x - Math.sign(over.x), y: y - over.y - Math.sign(over.y) };
}

/** Where what is said about a cell lies: under it, above it where there is no room, and never outside the grid. */
export function besideCell(
  cell: Box,
  size: Pick<Box, 'width' | 'height'>,
  view: View,
): Pick<Box, 'left' | 'top'> {
  const below = cell.top + cell.height + BESIDE_GAP;
  const above = cell.top - BESIDE_GAP - size.height;
  const top = below + size.height <= view.height || above < 0 ? below : above;
  return {
    left: between(0, cell.left, Math.max(0, view.width - size.width)),
    top: between(0, top, Math.max(0, view.height - size.height)),
  };
}
