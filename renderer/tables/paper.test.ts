import { describe, expect, it } from 'vitest';
import type { TableModel } from '../../core/tables/model.ts';
import { fittingPoints, pageLayout, pageScale } from './paper.ts';

function model(orientation: TableModel['orientation'], widths: readonly number[], lines: number): TableModel {
  return {
    id: 'summary',
    number: '',
    title: '表',
    caption: { heading: '表', corner: '', left: '', right: '单位：万元' },
    orientation,
    fonts: {} as TableModel['fonts'],
    columns: widths.map((width, index) => ({ key: String(index), width })),
    header: [[]],
    body: Array.from({ length: lines }, () => []),
    rows: [],
    empty: false,
    notes: ['注'],
    unconfirmed: [],
  };
}

describe('the page', () => {
  it('fills the height of the paper with its rows, within what is easy to read', () => {
    expect(pageLayout(model('portrait', [180], 3)).rowHeight).toBe(7.4);
    expect(pageLayout(model('portrait', [180], 39)).rowHeight).toBeCloseTo(244 / 40);
    expect(pageLayout(model('portrait', [180], 200)).rowHeight).toBe(5.2);
  });

  it('shrinks a table that is wider than the paper', () => {
    expect(pageLayout(model('landscape', [266], 3)).shrink).toBe(1);
    expect(pageLayout(model('portrait', [240], 3)).shrink).toBeCloseTo(0.75);
  });
});

describe('the zoom', () => {
  const portrait = pageLayout(model('portrait', [180], 30));
  const landscape = pageLayout(model('landscape', [266], 30));

  it('fits the width', () => {
    expect(pageScale('width', { width: 793.7, height: 100 }, portrait, 10)).toBeCloseTo(1);
  });

  it('keeps figures legible where the whole width would not fit', () => {
    expect(pageScale('width', { width: 650, height: 100 }, landscape, 10)).toBeCloseTo(
      10.5 / (10 * (96 / 72)),
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
