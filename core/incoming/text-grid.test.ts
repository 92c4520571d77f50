import { describe, expect, it } from 'vitest';
import { textGrid } from './text-grid.ts';

describe('a text of cells', () => {
  const cells = (text: string) =>
    textGrid('x', text).cells.map(({ row, column, text }) => [row, column, text]);

  it('keeps quoted commas, line breaks and quotation marks', () => {
    expect(cells('\ufeffa,"1,5",\r\n"x ""y""\nz",3')).toEqual([
      [0, 0, 'a'],
      [0, 1, '1,5'],
      [1, 0, 'x "y"\nz'],
      [1, 1, '3'],
    ]);
  });

  it('loses nothing behind a quotation mark that is never closed', () => {
    expect(cells('"a\tb\n1\t2')).toEqual([
      [0, 0, '"a'],
      [0, 1, 'b'],
      [1, 0, '1'],
      [1, 1, '2'],
    ]);
  });
});
