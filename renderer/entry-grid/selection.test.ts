import { describe, expect, it } from 'vitest';
import type { GridColumn, GridLine } from './grid-types.ts';
import { clamped, followed, only, rangeOf, type Selection, type Sheet, selectionOf } from './selection.ts';

const line = (id: string): GridLine => ({ id, level: 0, kind: 'item', expanded: null, name: id });
const column = (id: string): GridColumn => ({
  id,
  title: id,
  groups: [],
  width: 80,
  align: 'right',
  frozen: false,
  isRowHeader: false,
  keyed: true,
});

function sheet(lines: string, columns = 'xyz'): Sheet {
  return { lines: [...lines].map(line), columns: [...columns].map(column) };
}

const at = (row: number, column: number) => ({ row, column });

describe('a selection', () => {
  it('is a range whichever corner it began at', () => {
    const selection: Selection = { anchor: at(3, 2), far: at(1, 0), active: at(3, 2) };
    expect(rangeOf(selection)).toEqual({ top: 1, bottom: 3, left: 0, right: 2 });
  });

  it('keeps the active cell where it lies inside a new range', () => {
    const range = { top: 0, bottom: 4, left: 1, right: 2 };
    expect(selectionOf(range, at(3, 2)).active).toEqual(at(3, 2));
    expect(selectionOf(range, at(3, 0)).active).toEqual(at(0, 1));
  });

  it('stays inside the sheet, and of an empty sheet at its first cell', () => {
    expect(clamped(at(9, -1), sheet('ab'))).toEqual(at(1, 0));
    expect(clamped(at(3, 3), sheet('', ''))).toEqual(at(0, 0));
  });
});

describe('when lines or columns come or go, a selection', () => {
  it('follows its line', () => {
    expect(followed(only(at(1, 1)), sheet('abc'), sheet('axbc')).active).toEqual(at(2, 1));
    expect(followed(only(at(2, 1)), sheet('abc'), sheet('ac')).active).toEqual(at(1, 1));
  });

  it('stays at its place when its line is gone', () => {
    expect(followed(only(at(1, 1)), sheet('abc'), sheet('ac')).active).toEqual(at(1, 1));
    expect(followed(only(at(2, 1)), sheet('abc'), sheet('ab')).active).toEqual(at(1, 1));
  });

  it('follows its column', () => {
    expect(followed(only(at(0, 2)), sheet('a'), sheet('a', 'wxyz')).active).toEqual(at(0, 3));
  });

  it('takes in the lines that come between its corners', () => {
    const selection = { anchor: at(0, 0), far: at(1, 1), active: at(0, 0) };
    expect(rangeOf(followed(selection, sheet('abc'), sheet('axbc')))).toEqual({
      top: 0,
      bottom: 2,
      left: 0,
      right: 1,
    });
  });

  it('is the same object where nothing moved', () => {
    const selection = only(at(1, 1));
    expect(followed(selection, sheet('abc'), sheet('abcd'))).toBe(selection);
  });
});
