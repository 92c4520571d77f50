import { describe, expect, it } from 'vitest';
import { filledByKey, filledRange, filledTexts, joined } from './fill.ts';

const range = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right });
const source = range(2, 3, 2, 3);

describe('the fill handle', () => {
  it.each([
    ['down', { row: 5, column: 3 }, range(4, 5, 2, 3)],
    ['up', { row: 0, column: 2 }, range(0, 1, 2, 3)],
    ['right', { row: 3, column: 6 }, range(2, 3, 4, 6)],
    ['left', { row: 2, column: 0 }, range(2, 3, 0, 1)],
    ['along the longer way out', { row: 5, column: 4 }, range(4, 5, 2, 3)],
  ])('reaches %s', (_, spot, target) => {
    expect(filledRange(source, spot)).toEqual(target);
  });

  it('reaches nothing inside', () => {
    expect(filledRange(source, { row: 2, column: 3 })).toBeNull();
  });

  it('goes on with the pattern, backwards too', () => {
    const textAt = ({ row, column }: { row: number; column: number }) => `${row}${column}`;
    const fill = (target: ReturnType<typeof range>) =>
      filledTexts(source, target, textAt).map(({ text }) => text);
    expect(fill(range(4, 6, 2, 2))).toEqual(['22', '32', '22']);
    expect(fill(range(0, 1, 3, 3))).toEqual(['23', '33']);
    expect(fill(range(1, 1, 2, 2))).toEqual(['32']);
    expect(fill(range(2, 2, 0, 1))).toEqual(['22', '23']);
  });

  it('leaves selected what it filled together with what it filled from', () => {
    expect(joined(source, range(0, 1, 2, 3))).toEqual(range(0, 3, 2, 3));
  });
});

describe('Ctrl+D and Ctrl+R', () => {
  it('fill a range from its first row or column', () => {
    expect(filledByKey(source, 'down')).toEqual({ source: range(2, 2, 2, 3), target: range(3, 3, 2, 3) });
    expect(filledByKey(source, 'right')).toEqual({ source: range(2, 3, 2, 2), target: range(2, 3, 3, 3) });
  });

  it('fill one row from the row above, one column from the column at its left', () => {
    expect(filledByKey(range(2, 2, 1, 4), 'down')).toEqual({
      source: range(1, 1, 1, 4),
      target: range(2, 2, 1, 4),
    });
    expect(filledByKey(range(1, 4, 2, 2), 'right')?.source).toEqual(range(1, 4, 1, 1));
  });

  it('do nothing where there is nothing to fill from', () => {
    expect(filledByKey(range(0, 0, 1, 1), 'down')).toBeNull();
    expect(filledByKey(range(1, 1, 0, 0), 'right')).toBeNull();
  });
});
