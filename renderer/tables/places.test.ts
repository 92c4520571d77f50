import { describe, expect, it } from 'vitest';
import type { PrintedCell } from '../../core/tables/model.ts';
import { firstPlace, nextPlace, numberPlaces } from './places.ts';

/** `5` a number, `.` a blank cell that could have one, `x` a cell without any. */
function body(...lines: string[]): PrintedCell[][] {
  return lines.map((line, row) =>
    [...line].map((sign, column) => ({
      column,
      columnSpan: 1,
      rowSpan: 1,
      kind: sign === 'x' ? 'label' : 'amount',
      text: sign === '.' ? '' : sign,
      align: 'right',
      indent: 0,
      ...(sign === 'x' ? {} : { value: { row, column: String(column) } }),
    })),
  );
}

const places = numberPlaces(
  body(
    'x5x5', //
    'x.x.',
    'xxx6',
    'x7x.',
  ),
);
const move = (line: number, column: number, key: string, stepping = false) => {
  const next = nextPlace(places, { line, column }, key, stepping);
  return next && [next.line, next.column];
};

describe('an arrow key', () => {
  it('goes to the next number of the column, past blank cells', () => {
    expect(move(0, 1, 'ArrowDown')).toEqual([3, 1]);
    expect(move(0, 3, 'ArrowDown')).toEqual([2, 3]);
    expect(move(3, 1, 'ArrowUp')).toEqual([0, 1]);
  });

  it('goes one cell at a time when stepping', () => {
    expect(move(0, 1, 'ArrowDown', true)).toEqual([1, 1]);
    expect(move(1, 1, 'ArrowRight', true)).toEqual([1, 3]);
  });

  it('crosses to the other side of the page in the same line, or to the nearest', () => {
    expect(move(0, 1, 'ArrowRight')).toEqual([0, 3]);
    expect(move(3, 1, 'ArrowRight')).toEqual([2, 3]);
    expect(move(2, 3, 'ArrowLeft')).toEqual([3, 1]);
  });

  it('leaves a blank cell that was clicked', () => {
    expect(move(1, 1, 'ArrowUp')).toEqual([0, 1]);
  });

  it('stays where there is nothing further, and other keys do not move', () => {
    expect(move(0, 1, 'ArrowUp')).toBeNull();
    expect(move(3, 3, 'ArrowDown')).toBeNull();
    expect(move(0, 3, 'ArrowRight')).toBeNull();
    expect(move(0, 1, 'a')).toBeNull();
  });
});

describe('the table is entered', () => {
  it('at its first number', () => {
    expect(firstPlace(numberPlaces(body('x.5')))).toMatchObject({ line: 0, column: 2 });
  });

  it('at its first cell when it has no number', () => {
    expect(firstPlace(numberPlaces(body('x..')))).toMatchObject({ line: 0, column: 1 });
    expect(firstPlace(numberPlaces(body('xx')))).toBeUndefined();
  });
});
