import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, Figure, UnitText } from '../figures/figure.ts';
import { fen } from '../money/fen.ts';
import { departmentControl, randomBook, randomFigure } from '../testing/random-book.ts';
import { sampleBook } from '../testing/sample.ts';
import { yearToCheck } from '../testing/year-to-check.ts';
import { checkYear, type YearToCheck } from './check-year.ts';
import { LiveChecks, type YearChange } from './live-checks.ts';
import { RULES } from './rules.ts';
import type { FiguresByUnit, UnitSheet } from './year-figures.ts';

const NOTHING: YearChange = { figures: [], last: [], texts: null, lastTexts: null, cellTexts: null };
const street = sampleBook('example-street-2024');

/** One edit: a figure keyed or (`null`) taken away, or a text. */
type Edit =
  | {
      readonly kind: 'figure';
      readonly of: 'figures' | 'last';
      readonly figure: Figure;
      readonly blank: boolean;
    }
  | { readonly kind: 'text'; readonly of: 'texts' | 'lastTexts'; readonly text: UnitText }
  | { readonly kind: 'name'; readonly unit: string; readonly body: string };

const sameCell = (a: Omit<Figure, 'unit' | 'value'>, b: Omit<Figure, 'unit' | 'value'>) =>
  a.sheet === b.sheet &&
  a.row === b.row &&
  a.fund === b.fund &&
  a.column === b.column &&
  a.measure === b.measure;

function withFigure(figures: FiguresByUnit, { unit, ...cell }: Figure, blank: boolean): FiguresByUnit {
  const others = (figures.get(unit) ?? []).filter((each) => !sameCell(each, cell));
  const own = blank ? others : [...others, { ...cell, value: fen(cell.value) }];
  const rest = [...figures].filter(([code]) => code !== unit);
  return new Map([...rest, ...(own.length === 0 ? [] : [[unit, own] as const])]);
}

const sheetOf = (figures: FiguresByUnit, { unit, sheet }: Figure): UnitSheet => {
  const own = (figures.get(unit) ?? []).filter((each) => each.sheet === sheet);
  return { unit, sheet, figures: own };
};

/** The year after an edit, and what the live checks are told of it. */
function edited(year: YearToCheck, edit: Edit): [YearToCheck, YearChange] {
  switch (edit.kind) {
    case 'figure': {
      const figures = withFigure(year[edit.of] ?? new Map(), edit.figure, edit.blank);
      return [
        { ...year, [edit.of]: figures },
        { ...NOTHING, [edit.of]: [sheetOf(figures, edit.figure)] },
      ];
    }
    case 'text': {
      const { unit, slot } = edit.text;
      const others = year[edit.of].filter((each) => each.unit !== unit || each.slot !== slot);
      const now = edit.text.body === '' ? others : [...others, edit.text];
      return [
        { ...year, [edit.of]: now },
        { ...NOTHING, [edit.of]: { units: [unit], now } },
      ];
    }
    case 'name': {
      const { unit, body } = edit;
      const cell = { unit, sheet: 'purchased_services', row: `${unit}-001`, column: 'name' };
      const others = year.cellTexts.filter(({ row, column }) => row !== cell.row || column !== cell.column);
      const now = [...others, { ...cell, body }];
      const sheets = ['purchased_services'];
      return [
        { ...year, cellTexts: now },
        { ...NOTHING, cellTexts: { units: [unit], sheets, now } },
      ];
    }
  }
}

function edits(year: YearToCheck): fc.Arbitrary<Edit> {
  const codes = year.units.map(({ code }) => code);
  const findings = checkYear(year, null).findings;
  const slots = ['reason.reception', ...findings.flatMap(({ explanation }) => explanation?.slot ?? [])];
  const known = [...year.figures].flatMap(([unit, own]) =>
    own.map((figure): Figure => ({ ...figure, unit })),
  );
  const any = randomFigure([...year.units]);
  const figure = fc.oneof(
    any,
    departmentControl,
    ...(known.length === 0
      ? []
      : [
          fc
            .tuple(fc.constantFrom(...known), fc.integer({ min: -1e9, max: 1e9 }))
            .map(([each, value]) => ({ ...each, value })),
        ]),
  );
  const body = fc.constantFrom('', '因机构改革划入人员，增加 12 万元', '见上', '1');
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('figure' as const),
        of: fc.constantFrom('figures' as const, 'figures' as const, 'last' as const),
        figure,
        blank: fc.boolean(),
      }),
    },
    fc.record({
      kind: fc.constant('text' as const),
      of: fc.constantFrom('texts' as const, 'lastTexts' as const),
      text: fc.record({ unit: fc.constantFrom(...codes), slot: fc.constantFrom(...slots), body }),
    }),
    fc.record({
      kind: fc.constant('name' as const),
      unit: fc.constantFrom(...codes),
      body: fc.constantFrom('保洁', '食堂'),
    }),
  );
}

/** The book's year with figures of the year before, so that the laws of continuity have something to look at. */
function withLast(book: Book): YearToCheck {
  const year = yearToCheck(book);
  return { ...year, last: year.figures };
}

function holdsAfter(
  start: YearToCheck,
  steps: readonly (readonly [Edit, string | null | undefined])[],
): void {
  const live = new LiveChecks(start);
  let year = start;
  for (const [edit, asked] of steps) {
    const [next, change] = edited(year, edit);
    live.update(change);
    year = next;
    if (asked !== undefined) expect(live.report(asked)).toEqual(checkYear(year, asked));
  }
  expect(live.report(null)).toEqual(checkYear(year, null));
}

function steps(year: YearToCheck) {
  const codes = year.units.map(({ code }) => code);
  // some edits follow each other before anybody asks
  const asked = fc.constantFrom(null, undefined, ...codes);
  return fc.array(fc.tuple(edits(year), asked), { minLength: 1, maxLength: 8 });
}

describe('live checks', () => {
  it('say what a check from the start says, after any edits of any book', () => {
    const run = randomBook.map(withLast).chain((year) => fc.tuple(fc.constant(year), steps(year)));
    fc.assert(
      fc.property(run, ([year, edits]) => holdsAfter(year, edits)),
      { numRuns: 60 },
    );
  });

  it('say it after edits of a book whose figures agree', () => {
    const year = withLast(street);
    fc.assert(
      fc.property(steps(year), (edits) => holdsAfter(year, edits)),
      { numRuns: 30 },
    );
  });

  it('run again only the rules that read what was edited, in the unit and the department', () => {
    const year = withLast(street);
    const live = new LiveChecks(year);
    const before = live.report(null).findings;
    const cell = {
      unit: '002',
      sheet: 'counts',
      row: 'vehicles_kept',
      fund: '',
      column: 'count',
      measure: 'actual',
    } as const;
    const [next, change] = edited(year, {
      kind: 'figure',
      of: 'figures',
      figure: { ...cell, value: 3 },
      blank: false,
    });
    live.update(change);
    const after = live.report(null).findings;
    expect(after).toEqual(checkYear(next, null).findings);
    // a finding that was not looked for again is the same object
    const again = before.filter((finding) => !after.includes(finding));
    const counting = new Set(RULES.filter(({ reads }) => reads.includes('counts')).map(({ id }) => id));
    expect(again.every(({ scope, rule }) => scope !== '001' && scope !== '003' && counting.has(rule))).toBe(
      true,
    );
    expect(before.filter(({ scope }) => scope === '001').length).toBeGreaterThan(0);
  });
});
