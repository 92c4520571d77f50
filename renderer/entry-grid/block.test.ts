import { describe, expect, it } from 'vitest';
import { placedBlock } from './block.ts';

const range = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right });
const places = (texts: readonly { row: number; column: number; text: string }[]) =>
  texts.map(({ row, column, text }) => `${row},${column}=${text}`).join(' ');

describe('a pasted block', () => {
  it('begins at the first selected cell', () => {
    const { range: covered, texts } = placedBlock(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      range(5, 5, 2, 2),
    );
    expect(covered).toEqual(range(5, 6, 2, 3));
    expect(places(texts)).toBe('5,2=a 5,3=b 6,2=c 6,3=d');
  });

  it('of one cell fills the whole selection', () => {
    expect(places(placedBlock([['a']], range(0, 1, 0, 1)).texts)).toBe('0,0=a 0,1=a 1,0=a 1,1=a');
  });

  it('repeats where the selection is a multiple of it, and nowhere else', () => {
    expect(placedBlock([['a'], ['b']], range(0, 3, 0, 1)).range).toEqual(range(0, 3, 0, 1));
    expect(places(placedBlock([['a'], ['b']], range(0, 3, 0, 0)).texts)).toBe('0,0=a 1,0=b 2,0=a 3,0=b');
    expect(placedBlock([['a'], ['b']], range(0, 2, 0, 0)).range).toEqual(range(0, 1, 0, 0));
  });

  it('leaves alone what lies beyond the end of a shorter row', () => {
    expect(places(placedBlock([['a'], ['b', 'c']], range(0, 0, 0, 0)).texts)).toBe('0,0=a 1,0=b 1,1=c');
  });
});
