import { describe, expect, it } from 'vitest';
import type { GridColumn } from './grid-types.ts';
import { layoutOf } from './layout.ts';
import {
  besideCell,
  cellBox,
  drawnIn,
  nearestSpot,
  overlaps,
  overshoot,
  pageOf,
  revealing,
  spotAt,
  type View,
  zoneBox,
} from './view.ts';

const columns = ['code', 'name', 'x', 'y', 'z'].map(
  (id, index): GridColumn => ({
    id,
    title: id,
    groups: [],
    width: 100,
    align: 'right',
    frozen: index < 2,
    isRowHeader: false,
    keyed: true,
  }),
);
const lines = Array.from({ length: 50 }, (_, row) => ({
  id: String(row),
  level: 0,
  kind: 'item' as const,
  expanded: null,
  name: '',
}));
/** 28 header, 30 pinned, two frozen columns of 100 */
const layout = layoutOf(columns, 1, 1, null);
const view: View = { width: 400, height: 358, scrollLeft: 50, scrollTop: 60 };
const at = (row: number, column: number) => ({ row, column });

describe('places in the grid', () => {
  it('scroll where they are not frozen', () => {
    expect(cellBox(layout, at(4, 2), view)).toEqual({ left: 150, top: 88, width: 100, height: 30 });
    expect(cellBox(layout, at(0, 1), view)).toEqual({ left: 100, top: 28, width: 100, height: 30 });
    expect(zoneBox(layout, at(4, 2), view)).toEqual({ left: 200, top: 58, width: 200, height: 300 });
  });

  it('are found by the pointer', () => {
    const found = (x: number, y: number) => spotAt(layout, { x, y }, view, { lines, columns });
    expect(found(260, 100)).toEqual(at(4, 3));
    expect(found(150, 100)).toEqual(at(4, 1));
    expect(found(260, 40)).toEqual(at(0, 3));
    expect(found(260, 10)).toBeNull();
    expect(spotAt(layout, { x: 260, y: 100 }, view, { lines: lines.slice(0, 3), columns })).toBeNull();
    expect(spotAt(layout, { x: 480, y: 100 }, { ...view, width: 600 }, { lines, columns })).toBeNull();
    expect(nearestSpot(layout, { x: 900, y: 100 }, view)).toEqual(at(4, 4));
  });

  it('are scrolled into view from under what is frozen, and no farther than needed', () => {
    expect(revealing(layout, at(2, 2), view)).toEqual({ scrollLeft: 0, scrollTop: 30 });
    expect(revealing(layout, at(5, 3), view)).toEqual({ scrollLeft: 50, scrollTop: 60 });
    expect(revealing(layout, at(20, 4), view)).toEqual({ scrollLeft: 100, scrollTop: 300 });
    // frozen ones are there already
    expect(revealing(layout, at(0, 0), view)).toEqual({ scrollLeft: 50, scrollTop: 60 });
  });

  it('grow with the zoom, and a column with the drag of its edge', () => {
    const large = layoutOf(columns, 1, 1.5, { column: 'name', width: 120 });
    expect(large.places.map(({ left, width }) => [left, width])).toEqual([
      [0, 150],
      [150, 180],
      [330, 150],
      [480, 150],
      [630, 150],
    ]);
    expect(large).toMatchObject({
      rowHeight: 45,
      headHeight: 42,
      pinnedHeight: 45,
      frozenWidth: 330,
      frozen: 2,
    });
  });

  it('can be out of sight', () => {
    const isSeen = (row: number, column: number) =>
      overlaps(cellBox(layout, at(row, column), view), zoneBox(layout, at(row, column), view));
    expect([isSeen(2, 2), isSeen(3, 2), isSeen(12, 2), isSeen(13, 2), isSeen(0, 0)]).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  it('are a page, less one line', () => {
    expect(pageOf(layout, view)).toBe(9);
    expect(pageOf(layout, { ...view, height: 60 })).toBe(1);
  });
});

describe('a drag beyond the edge', () => {
  it('says how far it is out, and is drawn back in', () => {
    const over = overshoot(layout, { x: 420, y: 20 }, view, at(5, 3));
    expect(over).toEqual({ x: 20, y: -38 });
    expect(drawnIn({ x: 420, y: 20 }, over)).toEqual({ x: 399, y: 59 });
  });

  it('may lie among the frozen cells if it began there', () => {
    expect(overshoot(layout, { x: 50, y: 100 }, view, at(5, 1))).toEqual({ x: 0, y: 0 });
    expect(overshoot(layout, { x: 50, y: 100 }, view, at(5, 3))).toEqual({ x: -150, y: 0 });
  });
});

describe('what is said about a cell', () => {
  const cell = { left: 300, top: 100, width: 100, height: 30 };

  it('lies under it, or above it where there is no room, and never outside', () => {
    expect(besideCell(cell, { width: 80, height: 60 }, view)).toEqual({ left: 300, top: 134 });
    expect(besideCell({ ...cell, top: 300 }, { width: 80, height: 60 }, view)).toEqual({
      left: 300,
      top: 236,
    });
    expect(besideCell(cell, { width: 330, height: 60 }, view).left).toBe(70);
    expect(besideCell({ ...cell, top: -500 }, { width: 80, height: 60 }, view).top).toBe(0);
  });
});
