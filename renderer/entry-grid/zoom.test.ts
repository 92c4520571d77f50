import { expect, it } from 'vitest';
import { nextZoom } from './zoom.ts';

it.each([
  [1, 1, 1.15],
  [1, -1, 0.85],
  [2, 1, 2],
  [0.75, -1, 0.75],
  [1.2, 1, 1.3],
  [1.5, 0, 1],
] as const)('the zoom beside %d (%d) is %d', (zoom, by, next) => {
  expect(nextZoom(zoom, by)).toBe(next);
});
