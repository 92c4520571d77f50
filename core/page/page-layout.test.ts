import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummedFigure } from '../figures/figure.ts';
import { fen } from '../money/fen.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import type { Profile, ProfileEdition } from '../profiles/profile.ts';
import { buildTables } from '../tables/build.ts';
import type { TableModel } from '../tables/model.ts';
import { FigureSums } from '../tables/sums.ts';
import { type LaidRow, PAGE_MARGIN, pageLayout } from './page-layout.ts';
import type { PageRow } from './page-rows.ts';
import { halfWidths, linesOf, mmOf, roomIn, widthOf } from './text-size.ts';

type Zero = ProfileEdition['zero'];

function withZero(profile: Profile, zero: Zero): Profile {
  return { ...profile, editions: profile.editions.map((edition) => ({ ...edition, zero })) };
}

interface Sample {
  readonly profile: Profile;
  readonly year?: number;
  /** how many 项 of one 款 have figures */
  readonly items: number;
  readonly name?: string;
  readonly notices?: readonly string[];
}

function tablesOf({ profile, year = 2024, items, name = '示例街道办事处', notices = [] }: Sample) {
  const figures = Array.from({ length: items }, (_, index): SummedFigure[] => {
    const row = `20199${String(index + 10)}`;
    const value = fen(123_456_700 * (index + 1));
    return [
      { sheet: 'income', row, fund: 'general', column: 'appropriation', measure: 'actual', value },
      { sheet: 'expenditure', row, fund: 'general', column: 'basic', measure: 'actual', value },
    ];
  });
  const sums = new FigureSums(figures.flat());
  return buildTables({ profile, year, name, entity: '部门', sums, notices }).tables;
}

const heightOf = (rows: readonly LaidRow[]) => rows.reduce((sum, { height }) => sum + height, 0);
const partsOf = (rows: readonly PageRow[], ...parts: PageRow['part'][]) =>
  rows.filter(({ part }) => parts.includes(part));

const sample: fc.Arbitrary<Sample> = fc.record({
  profile: fc
    .tuple(fc.constantFrom(...BUILT_IN_PROFILES), fc.constantFrom<Zero>('blank', '0.00', 'filled'))
    .map(([profile, zero]) => withZero(profile, zero)),
  year: fc.integer({ min: 2019, max: 2025 }),
  items: fc.integer({ min: 0, max: 89 }),
  name: fc.integer({ min: 1, max: 60 }).map((length) => '名'.repeat(length)),
  notices: fc.array(
    fc.integer({ min: 1, max: 300 }).map((length) => '注'.repeat(length)),
    { maxLength: 3 },
  ),
});

/** Any table of any profile, long or short. */
function forEveryTable(check: (model: TableModel) => void): void {
  fc.assert(
    fc.property(sample, (each) => {
      for (const model of tablesOf(each)) check(model);
    }),
    { numRuns: 40 },
  );
}

describe('the printed page', () => {
  it('has a cell at every place of the grid, and never two', () => {
    forEveryTable((model) => {
      const rows = partsOf(pageLayout(model).rows, 'head', 'body');
      const covered = rows.map(() => model.columns.map(() => 0));
      for (const [top, { cells }] of rows.entries()) {
        for (const { column, columnSpan, rowSpan } of cells) {
          for (const line of covered.slice(top, top + rowSpan)) {
            for (let at = column; at < column + columnSpan; at += 1) line[at] = (line[at] ?? 0) + 1;
          }
        }
      }
      expect(covered).toEqual(rows.map(() => model.columns.map(() => 1)));
    });
  });

  it('holds its rows between the margins, in height and in width', () => {
    forEveryTable((model) => {
      const { paper, shrink, pages } = pageLayout(model);
      expect(shrink).toBeLessThanOrEqual(1);
      expect(widthOf(model.columns) * shrink).toBeLessThanOrEqual(paper.width - 2 * PAGE_MARGIN + 1e-9);
      for (const rows of pages) {
        expect(mmOf(heightOf(rows)) * shrink).toBeLessThanOrEqual(paper.height - 2 * PAGE_MARGIN + 1e-9);
      }
    });
  });

  it('prints every row once and in order, under the head of the table on each page', () => {
    forEveryTable((model) => {
      const { rows, pages } = pageLayout(model);
      const head = partsOf(rows, 'head');
      expect(head).toHaveLength(model.header.length);
      for (const page of pages) expect(partsOf(page, 'head')).toEqual(head);
      for (const page of pages.slice(1)) expect(page[0]).toEqual(head[0]);
      expect(pages.flatMap((page) => partsOf(page, 'caption', 'body', 'note'))).toEqual(
        partsOf(rows, 'caption', 'body', 'note'),
      );
      const first = pages[0] ?? [];
      expect(partsOf(first, 'caption')).toEqual(partsOf(rows, 'caption'));
      expect(partsOf(rows, 'body').map(({ place }) => place)).toEqual([...model.body.keys()]);
    });
  });

  it('cuts no text: a row, or the rows of a merge, are as high as the lines in it', () => {
    forEveryTable((model) => {
      const { rows } = pageLayout(model);
      for (const [top, row] of rows.entries()) {
        for (const { column, columnSpan, rowSpan, kind, text, indent } of row.cells) {
          const { size } = model.fonts[kind];
          const columns = model.columns.slice(column, column + columnSpan);
          const isOneLine = kind === 'amount' || kind === 'code';
          const lines = isOneLine ? 1 : linesOf(text, roomIn(columns, size, indent));
          const height = heightOf(rows.slice(top, top + rowSpan));
          expect(height, `${model.title} ${text}`).toBeGreaterThanOrEqual(lines * size * 1.2);
        }
      }
    });
  });

  it('has the department and the unit of money at the two ends of one line, both whole', () => {
    forEveryTable((model) => {
      const { left, right } = model.caption;
      const line = pageLayout(model).rows.find(({ cells }) => cells.at(-1)?.text === right);
      if (left === '') {
        expect(line?.cells).toHaveLength(1);
        return;
      }
      expect(line?.cells.map(({ text, align }) => [text, align])).toEqual([
        [left, 'left'],
        [right, 'right'],
      ]);
      const [, unit] = line?.cells ?? [];
      const columns = model.columns.slice(unit?.column);
      expect(halfWidths(right)).toBeLessThanOrEqual(roomIn(columns, model.fonts.unitLine.size));
    });
  });

  it('ends only where no further row has room', () => {
    forEveryTable((model) => {
      const { paper, shrink, pages } = pageLayout(model);
      for (const [index, page] of pages.slice(1).entries()) {
        const next = page.find(({ part }) => part !== 'head');
        const filled = heightOf(pages[index] ?? []) + (next?.height ?? 0);
        expect(mmOf(filled) * shrink).toBeGreaterThan(paper.height - 2 * PAGE_MARGIN);
      }
    });
  });

  it('is one for a table of fixed lines, and as many as it takes for a long one', () => {
    for (const profile of BUILT_IN_PROFILES) {
      for (const [year, items] of [
        [2019, 80],
        [2021, 0],
        [2024, 80],
        [2024, 0],
      ] as const) {
        for (const model of tablesOf({ profile, year, items })) {
          const isLong =
            items > 0 &&
            ['income', 'expenditure', 'general-balance', 'general-expenditure'].includes(model.id);
          const { length } = pageLayout(model).pages;
          if (isLong) expect(length, `${profile.id} ${year} ${model.title}`).toBeGreaterThan(1);
          else expect(length, `${profile.id} ${year} ${model.title}`).toBe(1);
        }
      }
    }
  });
});

it('a label of the fixed tables stands on one line', () => {
  for (const profile of BUILT_IN_PROFILES) {
    for (const model of tablesOf({ profile, items: 3 })) {
      if (!['summary', 'appropriation-summary', 'general-basic', 'gov-fund-basic'].includes(model.id))
        continue;
      for (const { column, columnSpan, text, kind, indent } of model.body.flat()) {
        const room = roomIn(model.columns.slice(column, column + columnSpan), model.fonts[kind].size, indent);
        expect(linesOf(text, room), `${profile.id} ${text}`).toBe(1);
      }
    }
  }
});

it('what prints as a number is one, also where nothing was keyed; what prints blank is none', () => {
  for (const profile of BUILT_IN_PROFILES) {
    for (const zero of ['blank', 'filled'] as const) {
      for (const model of tablesOf({ profile: withZero(profile, zero), items: 0 })) {
        const amounts = partsOf(pageLayout(model).rows, 'body')
          .flatMap(({ cells }) => cells)
          .filter(({ kind }) => kind === 'amount');
        expect(amounts.length).toBeGreaterThan(0);
        for (const { text, exact } of amounts) expect(exact).toBe(text === '' ? undefined : 0);
        expect(amounts.some(({ text }) => text === '0.00')).toBe(zero === 'filled');
      }
    }
  }
});

it('a text takes as many lines as its Chinese characters and hard breaks need', () => {
  expect(linesOf('功能分类\n科目编码', 8)).toBe(2);
  expect(linesOf('机关事业单位基本养老保险缴费支出', 32)).toBe(1);
  expect(linesOf('机关事业单位基本养老保险缴费支出', 31)).toBe(2);
  expect(linesOf('', 10)).toBe(1);
});
