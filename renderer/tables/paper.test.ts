import { describe, expect, it } from 'vitest';
import { fittingPoints, pageScale } from './paper.ts';

describe('the zoom', () => {
  const portrait = { paper: { width: 210, height: 297 }, shrink: 1 };
  const landscape = { paper: { width: 297, height: 210 }, shrink: 1 };

  it('fits the width', () => {
    expect(pageScale('width', { width: 793.7, height: 100 }, portrait, 10)).toBeCloseTo(1);
  });

  it('keeps figures legible where the whole width would not fit', () => {
    expect(pageScale('width', { width: 650, height: 100 }, landscape, 10)).toBeCloseTo(
      10.5 / (10 * (96 / 72)),
    );
  });

  it('keeps them legible on a page that printing shrinks', () => {
    const shrunk = { ...landscape, shrink: 0.75 };
    expect(pageScale('width', { width: 650, height: 100 }, shrunk, 10)).toBeCloseTo(
      10.5 / (10 * (96 / 72) * 0.75),
    );
  });

  it('does not blow a narrow page up', () => {
    expect(pageScale('width', { width: 1600, height: 100 }, portrait, 10)).toBeCloseTo(15 / (10 * (96 / 72)));
  });

  it('fits the whole page, by height or by width', () => {
    expect(pageScale('page', { width: 2000, height: 1122.5 }, portrait, 10)).toBeCloseTo(1);
    expect(pageScale('page', { width: 1122.5, height: 2000 }, landscape, 10)).toBeCloseTo(1);
  });

  it('shows the size of the paper', () => {
    expect(pageScale('actual', { width: 10, height: 10 }, portrait, 10)).toBe(1);
  });
});

describe('an amount', () => {
  it('has the size of the profile where it fits', () => {
    expect(fittingPoints('1,234.00', 10, 22)).toBe(10);
    expect(fittingPoints('', 10, 22)).toBe(10);
  });

  it('is printed smaller rather than cut off', () => {
    expect(fittingPoints('12,345,678.00', 10, 22)).toBeCloseTo(8.72, 2);
  });
});
