import { expect, it } from 'vitest';
import { steppedIndex } from './step.ts';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, null],
  ['ArrowUp', 0, 3, null],
  ['ArrowUp', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['End', 2, 3, null],
  ['End', 0, 0, null],
  ['x', 1, 3, null],
])('%s from %i of %i leads to %s', (key, index, length, expected) => {
  expect(steppedIndex(key, index, length)).toBe(expected);
});
