import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkYear } from '../checks/check-year.ts';
import { bridgeFrom } from '../classification/bridges.ts';
import type { Book, BookYear, Figure } from '../figures/figure.ts';
import { FISCAL_FUNDS, FUNDS, type Fund, SHEETS } from '../figures/sheets.ts';
import { readBook } from '../interchange/read-book.ts';
import { writeBook } from '../interchange/write-book.ts';
import { figuresOfRegisters } from '../registers/book-figures.ts';
import { isCountedVehicle } from '../registers/totals.ts';
import { closingTerms } from '../tables/formula.ts';
import { FigureSums } from '../tables/sums.ts';
import { THREE_PUBLIC_ITEMS, threePublicTerms } from '../tables/three-public-table.ts';
import { consistentBook } from '../testing/consistent-book.ts';
import { sampleBook, sumFigures } from '../testing/sample.ts';
import { yearToCheck } from '../testing/year-to-check.ts';
import { carriedRow } from './carried-codes.ts';
import { carriedYear } from './new-year.ts';
import { planOfYear } from './plan-year.ts';
import type { NewYear } from './setting-up.ts';

function newest({ years }: Book): BookYear {
  const found = years.toSorted((one, other) => other.year - one.year)[0];
  if (found === undefined) throw new Error('the book has a year');
  return found;
}

const opened = ({ year }: BookYear, codes: NewYear['codes'] = []): NewYear => ({
  from: year,
  to: year + 1,
  codes,
});

/** The year before 2024 whose 项 are those that changed then: its codes are put in place of others. */
function withOldCodes(last: BookYear): { readonly last: BookYear; readonly codes: NewYear['codes'] } {
  const olds: Readonly<Record<string, string>> = { general: '2010308', gov_fund: '2082201' };
  const items = new Map<string, string>();
  for (const { sheet, row, fund } of last.figures) {
    const old = olds[fund];
    if (sheet === 'expenditure' && old !== undefined && ![...items.values()].includes(old))
      items.set(row, old);
  }
  const figures = last.figures.map((figure) => ({
    ...figure,
    row: carriedRow(figure.sheet, figure.row, items),
  }));
  const codes = [...items.values()].map((from) => ({ from, to: bridgeFrom(from, 2024)?.to ?? '' }));
  return { last: { ...last, year: 2023, figures }, codes };
}

function sumOf(figures: readonly Figure[], matches: (figure: Figure) => boolean): number {
  return figures.filter(matches).reduce((sum, { value }) => sum + value, 0);
}

/** The closing of a fund, as 收入支出决算总表 prints it for the department. */
function closingOf(year: BookYear, fund: Fund): number {
  const units = year.units.map(({ code }) => new FigureSums(sumFigures(year.figures, code)));
  const terms = closingTerms({ under: '' }, [fund]);
  return units.reduce((sum, sums) => sum + (sums.evaluate({ rule: 'closing', terms }) ?? 0), 0);
}

describe('a year that is opened from the one before', () => {
  const rolled = consistentBook.map((book) => {
    const last = newest(book);
    return { book, last, next: carriedYear(last, null, opened(last)) };
  });

  it('begins with what the old year ended with, in every fund, and adjusts nothing', () => {
    fc.assert(
      fc.property(rolled, ({ last, next }) => {
        for (const fund of FUNDS) {
          const opening = sumOf(
            next.figures,
            (each) => each.column === 'last_closing' && each.measure === 'actual' && each.fund === fund,
          );
          expect(opening).toBe(closingOf(last, fund));
        }
        const actual = next.figures.filter(({ measure }) => measure !== 'prior');
        expect(actual.every(({ column, value }) => column === 'last_closing' && value !== 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('has last year’s 决算 as 上年决算, sheet by sheet, with the lines of the 差额表', () => {
    const taking = SHEETS.filter(({ id, measures }) => measures.includes('prior') && id !== 'three_public');
    fc.assert(
      fc.property(rolled, ({ last, next }) => {
        for (const { id } of taking) {
          const prior = sumOf(next.figures, ({ sheet, measure }) => sheet === id && measure === 'prior');
          expect(prior).toBe(
            sumOf(last.figures, ({ sheet, measure }) => sheet === id && measure === 'actual'),
          );
        }
        const sums = new FigureSums(sumFigures(last.figures));
        for (const item of THREE_PUBLIC_ITEMS) {
          const prior = sumOf(next.figures, ({ sheet, row }) => sheet === 'three_public' && row === item);
          expect(prior).toBe(
            sums.evaluate({ rule: 'three-public-actual', terms: threePublicTerms([item], FISCAL_FUNDS) }) ??
              0,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('agrees with the old one under every law of the two years, with codes renamed and without', () => {
    fc.assert(
      fc.property(consistentBook, fc.boolean(), (book, isRenamed) => {
        const { last, codes } = withOldCodes(newest(book));
        const next = carriedYear(last, null, opened(last, isRenamed ? codes : []));
        const { findings } = checkYear(yearToCheck({ ...book, years: [last, next] }), null);
        expect(findings.filter(({ rule, level }) => rule.startsWith('L') && level !== 'hint')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('asks for no explanation before anything is keyed', () => {
    const sample = newest(sampleBook('example-street-2024'));
    // the store hands a year over with what its register of vehicles says
    const { registers = [] } = sampleBook('example-street-2024');
    const counted = figuresOfRegisters(registers, 2024).filter(isCountedVehicle);
    const last = { ...sample, figures: [...sample.figures, ...counted] };
    const next = carriedYear(last, null, opened(last));
    const book = { ...sampleBook('example-street-2024'), registers: [], years: [last, next] };
    expect(checkYear(yearToCheck(book), null).findings.filter(({ level }) => level !== 'hint')).toEqual([]);
  });

  it('travels as an interchange file like any other', () => {
    fc.assert(
      fc.property(rolled, ({ book, next }) => {
        const whole: Book = { ...book, years: [next] };
        const read = readBook(writeBook(whole, 'yuan'), 'book.json');
        expect(read.ok ? read.value.years[0]?.figures.length : read.error.message).toBe(next.figures.length);
      }),
      { numRuns: 20 },
    );
  });

  it('adds up at the new code what stood on it and on the old one', () => {
    const { last } = withOldCodes(newest(sampleBook('example-street-2024')));
    const at = (row: string): Figure => ({
      unit: '001',
      sheet: 'income',
      row,
      fund: 'general',
      column: 'appropriation',
      measure: 'actual',
      value: 7,
    });
    const both = { ...last, figures: [at('2010308'), at('2014004')] };
    const next = carriedYear(both, null, opened(last, [{ from: '2010308', to: '2014004' }]));
    expect(next.figures.map(({ sheet, row, measure, value }) => [sheet, row, measure, value])).toEqual([
      ['balance', '2014004', 'actual', 14],
      ['income', '2014004', 'prior', 14],
    ]);
  });

  it('takes over texts that describe a unit, none that explain a year', () => {
    const last = newest(sampleBook('example-street-2024'));
    const slots = ['duties', 'reason.reception', 'explain.Y3.2010301', 'table.notice', 'institutions'];
    const texts = slots.map((slot) => ({ unit: '001', slot, body: '文字' }));
    const next = carriedYear({ ...last, texts }, null, opened(last));
    expect(next.texts.map(({ slot }) => slot)).toEqual(['duties', 'institutions']);
  });

  it('names the rows of the clerk’s own that go on', () => {
    const last = newest(sampleBook('example-street-2024'));
    const sheet = 'purchased_services';
    const row = (id: string, measure: Figure['measure']): Figure => ({
      unit: '001',
      sheet,
      row: id,
      fund: '',
      column: 'amount',
      measure,
      value: 5,
    });
    const cellTexts = ['a', 'b'].map((id) => ({
      unit: '001',
      sheet,
      row: id,
      column: 'name',
      body: `服务${id}`,
    }));
    const own = { ...last, figures: [row('a', 'actual'), row('b', 'initial')], cellTexts };
    expect(carriedYear(own, null, opened(last)).cellTexts?.map(({ body }) => body)).toEqual(['服务a']);
    expect(planOfYear({ last: own, next: null }, opened(last)).rows).toBe(1);
  });

  it('lets a row of the clerk’s own go on as the row of the same name, never as another one with its id', () => {
    const sample = newest(sampleBook('example-street-2024'));
    const named = (row: string, body: string) => ({
      unit: '001',
      sheet: 'purchased_services',
      row,
      column: 'name',
      body,
    });
    const amount = (row: string, value: number): Figure => ({
      unit: '001',
      sheet: 'purchased_services',
      row,
      fund: '',
      column: 'amount',
      measure: 'actual',
      value,
    });
    const last = {
      ...sample,
      figures: [amount('001-001', 500), amount('001-002', 700)],
      cellTexts: [named('001-001', '保洁'), named('001-002', '绿化')],
    };
    const there = { ...sample, year: sample.year + 1, figures: [], cellTexts: [named('001-001', '绿化')] };
    const carried = carriedYear(last, there, opened(sample));
    const rows = carried.figures.filter(({ sheet }) => sheet === 'purchased_services');
    expect(rows.find(({ value }) => value === 700)?.row).toBe('001-001');
    const cleaning = rows.find(({ value }) => value === 500)?.row;
    expect(cleaning).not.toBe('001-001');
    expect(carried.cellTexts).toEqual([{ ...named('', '保洁'), row: cleaning }]);
  });
});

describe('the plan of a new year', () => {
  const last = newest(sampleBook('example-street-2024'));

  it('counts what will be there, and offers the codes that the new list knows otherwise', () => {
    const old = withOldCodes(last);
    const plan = planOfYear({ last: old.last, next: null }, opened(old.last));
    const next = carriedYear(old.last, null, opened(old.last, old.codes));
    expect(plan).toMatchObject({ from: 2023, to: 2024, units: 3, obstacle: null, unknown: [] });
    expect(plan.closings + plan.priors).toBe(next.figures.length);
    expect(plan.renamed).toMatchObject([
      { from: '2010308', to: '2014004', confirmed: false },
      { from: '2082201', to: '2137201', confirmed: false },
    ]);
  });

  it('tells codes that no list knows', () => {
    const figures = [
      {
        unit: '001',
        sheet: 'income',
        row: '2019988',
        fund: 'general',
        column: 'appropriation',
        measure: 'actual',
        value: 1,
      } as const,
    ];
    expect(planOfYear({ last: { ...last, figures }, next: null }, opened(last)).unknown).toEqual([
      { code: '2019988', name: '' },
    ]);
  });

  it.each([
    ['a year before', { from: 2024, to: 2023 }, null, '不在 2024 年度之后'],
    ['the same year', { from: 2024, to: 2024 }, null, '不在 2024 年度之后'],
    ['a year left out', { from: 2024, to: 2026 }, null, '不相连'],
    ['a year that has figures', { from: 2024, to: 2025 }, last.figures, '已经有'],
  ])('cannot be carried out into %s', (_, years, figures, sentence) => {
    const next = figures && { ...last, year: years.to, figures };
    expect(planOfYear({ last, next }, { ...years, codes: [] }).obstacle).toContain(sentence);
  });

  it('cannot be carried out from a year that is not there, or only just opened', () => {
    const next = carriedYear(last, null, opened(last));
    expect(planOfYear({ last: next, next: null }, opened(next)).obstacle).toContain(
      '还没有收入和支出的决算数',
    );
    expect(planOfYear({ last: null, next: null }, opened(last)).obstacle).toContain('没有 2024 年度');
  });

  it('fills a year that has units only: what was set up there stays', () => {
    const renamed = { code: '001', name: '新名称', kind: 'institution' } as const;
    const next = {
      year: 2025,
      units: [renamed],
      figures: [],
      texts: [{ unit: '001', slot: 'duties', body: '新的' }],
    };
    const texts = [{ unit: '001', slot: 'duties', body: '旧的' }];
    expect(planOfYear({ last, next }, opened(last)).obstacle).toBeNull();
    const filled = carriedYear({ ...last, texts }, next, opened(last));
    expect(filled.units.map(({ name }) => name)).toEqual([
      '新名称',
      ...last.units.slice(1).map(({ name }) => name),
    ]);
    expect(filled.texts).toEqual([]);
  });
});
