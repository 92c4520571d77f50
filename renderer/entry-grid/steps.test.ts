import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, rangeOf, type Selection, type Spot } from './selection.ts';
import { type Ground, type Step, stepped, walked } from './steps.ts';

/** One line pinned, one column frozen; `#` is filled. */
const PICTURE = ['#.....', '#.##.#', '#.##..', '#.....', '###...'];

const ground: Ground = {
  rows: PICTURE.length,
  columns: 6,
  pinned: 1,
  frozen: 1,
  page: 3,
  isFilled: ({ row, column }) => PICTURE[row]?.[column] === '#',
};

const at = (row: number, column: number): Spot => ({ row, column });

describe('a step', () => {
  it.each<[Step, Spot, Spot]>([
    ['up', at(1, 1), at(0, 1)],
    ['up', at(0, 1), at(0, 1)],
    ['right', at(1, 5), at(1, 5)],
    // a filled cell: to the last filled one of its block
    ['edge-right', at(1, 2), at(1, 3)],
    // the end of a block: over the blank ones to the next
    ['edge-right', at(1, 3), at(1, 5)],
    ['edge-right', at(1, 1), at(1, 2)],
    // nothing filled any more: to the border
    ['edge-right', at(2, 3), at(2, 5)],
    ['edge-left', at(1, 5), at(1, 3)],
    ['edge-down', at(1, 2), at(2, 2)],
    ['edge-down', at(2, 2), at(4, 2)],
    ['edge-down', at(1, 4), at(4, 4)],
    ['edge-up', at(4, 2), at(2, 2)],
    ['edge-up', at(4, 0), at(0, 0)],
    ['home', at(2, 4), at(2, 1)],
    ['home', at(2, 1), at(2, 0)],
    ['end', at(2, 1), at(2, 5)],
    ['first', at(4, 4), at(1, 1)],
    ['last', at(1, 1), at(4, 5)],
    ['page-down', at(1, 1), at(4, 1)],
    ['page-up', at(2, 1), at(0, 1)],
  ])('%s from %j leads to %j', (step, from, to) => {
    expect(stepped(from, step, ground)).toEqual(to);
  });

  it('leads nowhere in a sheet without lines', () => {
    expect(stepped(at(0, 0), 'last', { ...ground, rows: 0, columns: 0 })).toEqual(at(0, 0));
  });
});

describe('Enter and Tab in a range', () => {
  const selection = (active: Spot): Selection => ({ anchor: at(1, 1), far: at(2, 3), active });

  it.each<['down' | 'right', boolean, Spot, Spot]>([
    ['down', false, at(1, 1), at(2, 1)],
    ['down', false, at(2, 1), at(1, 2)],
    ['down', false, at(2, 3), at(1, 1)],
    ['down', true, at(1, 2), at(2, 1)],
    ['down', true, at(1, 1), at(2, 3)],
    ['right', false, at(1, 3), at(2, 1)],
    ['right', false, at(2, 3), at(1, 1)],
    ['right', true, at(2, 1), at(1, 3)],
    ['right', true, at(1, 1), at(2, 3)],
  ])('%s (back: %s) from %j lead to %j', (along, back, from, to) => {
    expect(walked(selection(from), along, back).active).toEqual(to);
  });

  it('come to every cell once, and back again', () => {
    const size = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(size, size, fc.constantFrom('down' as const, 'right' as const), (rows, columns, along) => {
        let walk: Selection = { anchor: at(0, 0), far: at(rows - 1, columns - 1), active: at(0, 0) };
        const seen = new Set<string>();
        for (let count = 0; count < rows * columns; count += 1) {
          seen.add(JSON.stringify(walk.active));
          const next = walked(walk, along, false);
          expect(walked(next, along, true)).toEqual(walk);
          expect(holds(rangeOf(walk), next.active)).toBe(true);
          walk = next;
        }
        expect(seen.size).toBe(rows * columns);
        expect(walk.active).toEqual(at(0, 0));
      }),
    );
  });
});
