import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import type { CellAddress } from '../entry/edit.ts';
import type { Book, BookYear } from '../figures/figure.ts';
import { randomBook } from '../testing/random-book.ts';
import { noChoices } from './choices.ts';
import { compareWithBook, type Taking } from './compare.ts';
import type { ImportReading } from './incoming.ts';
import { readUnit } from './one-unit.ts';
import { figureKey, type OwnYear } from './own-year.ts';
import { withoutUnsureOpenings } from './unsure-openings.ts';

const EMPTY: OwnYear = { figures: [], texts: [], cellTexts: [], notes: [] };

function ownYear({ figures, texts, cellTexts = [], notes = [] }: BookYear, unit: string): OwnYear {
  const own = <Value extends { readonly unit: string }>(all: readonly Value[]) =>
    all.filter((each) => each.unit === unit).map(({ unit: _, ...rest }) => rest);
  return { figures: own(figures), texts: own(texts), cellTexts: own(cellTexts), notes: own(notes) };
}

function readOf(theirs: Book, mine: BookYear, unit: string) {
  const { department } = theirs;
  const choices = { ...noChoices(mine.year, unit), from: { year: mine.year, unit } };
  const named = mine.cellTexts ?? [];
  const { figures } = ownYear(mine, unit);
  const context = { choices, department: department.name, units: mine.units, named, figures };
  return readUnit(theirs, context).reading;
}

const wording = { classification: new Classification(2024), money: 'wan' as const };

/** The unit's year with what was taken written over it. */
function overwritten(own: OwnYear, { figures, cleared, texts, cellTexts, notes }: Taking): OwnYear {
  const gone = new Set(cleared.map(figureKey));
  const over = <Value>(before: readonly Value[], taken: readonly Value[], key: (value: Value) => string) => [
    ...new Map([...before, ...taken].map((value) => [key(value), value])).values(),
  ];
  const textKey = (text: OwnYear['cellTexts'][number]) => JSON.stringify([text.sheet, text.row, text.column]);
  return {
    figures: over(
      own.figures.filter((figure) => !gone.has(figureKey(figure))),
      figures,
      figureKey,
    ),
    texts: over(own.texts, texts, ({ slot }) => slot),
    cellTexts: over(own.cellTexts, cellTexts, textKey),
    notes: over(own.notes, notes, figureKey),
  };
}

const readOfNothing: ImportReading = {
  tables: [],
  figures: [],
  texts: [],
  cellTexts: [],
  ties: [],
  unread: [],
  stated: { unit: null, year: null },
  remarks: [],
};

const pair = fc.tuple(randomBook, randomBook).filter(([theirs, mine]) => {
  const units = theirs.years[0]?.units.map(({ code }) => code) ?? [];
  return mine.years[0]?.units.some(({ code }) => units.includes(code)) ?? false;
});

function common([theirs, mine]: readonly [Book, Book]) {
  const [year] = mine.years;
  const unit = year?.units.find(({ code }) => theirs.years[0]?.units.some((each) => each.code === code));
  if (year === undefined || unit === undefined) throw new Error('both have the unit');
  return { year, reading: readOf(theirs, year, unit.code), own: ownYear(year, unit.code) };
}

describe('comparing a file with the book', () => {
  it('says of all that was taken, once it is in the book, that it is equal', () => {
    fc.assert(
      fc.property(pair, (books) => {
        const { reading, own } = common(books);
        const { taking, counts, changes } = compareWithBook(reading, own, { ...wording, kept: [] });
        const total = reading.figures.length + reading.texts.length + reading.cellTexts.length;
        expect(counts.added + counts.equal + counts.changed).toBe(
          total + (reading.notes?.length ?? 0) + taking.cleared.length,
        );
        expect(changes).toHaveLength(counts.changed);
        expect(taking.sources).toEqual(reading.figures);
        const again = compareWithBook(reading, overwritten(own, taking), { ...wording, kept: [] });
        expect([again.counts.added, again.counts.changed]).toEqual([0, 0]);
        // what the file does not say stays
        const theirs = new Set([...reading.figures, ...taking.cleared].map(figureKey));
        const mine = own.figures.filter((figure) => !theirs.has(figureKey(figure)));
        expect(overwritten(own, taking).figures).toEqual(expect.arrayContaining(mine));
      }),
      { numRuns: 15 },
    );
  });

  it('leaves what is kept as it is, and gives it no source', () => {
    fc.assert(
      fc.property(pair, fc.func(fc.boolean()), (books, isKept) => {
        const { reading, own } = common(books);
        const { changes } = compareWithBook(reading, own, { ...wording, kept: [] });
        const kept = changes.map(({ key }) => key).filter((key) => isKept(key));
        const { taking, ...compared } = compareWithBook(reading, own, { ...wording, kept });
        expect(compared.changes.filter(({ isTaken }) => !isTaken).map(({ key }) => key)).toEqual(kept);
        const written = new Set([...taking.figures, ...taking.sources].map(figureKey));
        expect(kept.filter((key) => written.has(key))).toEqual([]);
        const again = compareWithBook(reading, overwritten(own, taking), { ...wording, kept });
        expect(again.changes.map(({ key }) => key)).toEqual(kept);
      }),
      { numRuns: 15 },
    );
  });

  it('makes room where the file parts the same money otherwise, or stays out of it', () => {
    const cell = { sheet: 'economic', fund: 'general', column: 'amount', measure: 'actual' } as const;
    const from = { source: '财决08-1', place: 'Z08!E9' };
    const own = { ...EMPTY, figures: [{ ...cell, row: '30101', value: 50 }] };
    const figures = ['30101/2010301', '30101/2010302'].map((row) => ({ ...cell, ...from, row, value: 25 }));
    const reading = { ...readOfNothing, figures };
    const taken = compareWithBook(reading, own, { ...wording, kept: [] });
    expect(taken.changes).toMatchObject([{ mine: '0.00005', theirs: '', isTaken: true }]);
    expect(overwritten(own, taken.taking).figures.map(({ row }) => row)).toEqual(
      figures.map(({ row }) => row),
    );
    const kept = compareWithBook(reading, own, {
      ...wording,
      kept: taken.changes.map(({ key }) => key),
    });
    expect(kept.taking).toMatchObject({ figures: [], cleared: [], sources: [] });
    expect(kept.counts).toEqual({ added: 0, equal: 0, changed: 0 });
    // one of two kept, the file's rows would stay out, and the other be gone
    const both = {
      ...EMPTY,
      figures: [
        { ...cell, row: '30101', value: 50 },
        { ...cell, row: '30101//institution', value: 5 },
      ],
    };
    const whole = compareWithBook(reading, both, { ...wording, kept: [] });
    expect([whole.changes.length, whole.halfKept, taken.halfKept, kept.halfKept]).toEqual([
      2,
      null,
      null,
      null,
    ]);
    const one = whole.changes.slice(0, 1).map(({ key }) => key);
    expect(compareWithBook(reading, both, { ...wording, kept: one }).halfKept).toContain('30101');
  });

  it('makes the book hold exactly what a file says all of, whatever it held before', () => {
    const columns = ['basic', 'project'];
    const isCovered = ({ sheet, fund, column, measure }: CellAddress) =>
      sheet === 'expenditure' && fund === 'general' && measure === 'actual' && columns.includes(column);
    const covers = [{ sheet: 'expenditure', fund: 'general', columns, measure: 'actual' } as const];
    fc.assert(
      fc.property(pair, (books) => {
        const { own, ...rest } = common(books);
        const reading = { ...rest.reading, covers };
        const { taking } = compareWithBook(reading, own, { ...wording, kept: [] });
        const after = overwritten(own, taking);
        const covered = (figures: OwnYear['figures']) =>
          new Map(
            figures
              .filter((figure) => isCovered(figure) && figure.value !== 0)
              .map((figure) => [figureKey(figure), figure.value]),
          );
        expect(covered(after.figures)).toEqual(covered(reading.figures));
        const again = compareWithBook(reading, after, { ...wording, kept: [] });
        expect([again.counts.added, again.counts.changed]).toEqual([0, 0]);
        const beside = own.figures.filter((figure) => !isCovered(figure)).map(figureKey);
        const cleared = new Set(taking.cleared.filter((cell) => !isCovered(cell)).map(figureKey));
        const kept = new Set(after.figures.map(figureKey));
        expect(beside.filter((key) => !kept.has(key) && !cleared.has(key))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('into an empty unit gives that unit', () => {
    fc.assert(
      fc.property(randomBook, (book) => {
        const [year] = book.years;
        const [unit] = year?.units ?? [];
        if (year === undefined || unit === undefined) return;
        const reading = readOf(
          book,
          { ...year, figures: [], texts: [], cellTexts: [], notes: [] },
          unit.code,
        );
        const { taking } = compareWithBook(reading, EMPTY, { ...wording, kept: [] });
        const whole = overwritten(EMPTY, taking);
        const bare = whole.figures.map((figure) => [figureKey(figure), figure.value]);
        expect(bare).toEqual(
          ownYear(year, unit.code).figures.map((figure) => [figureKey(figure), figure.value]),
        );
        expect(whole.texts).toEqual(ownYear(year, unit.code).texts);
        expect(whole.cellTexts).toEqual(ownYear(year, unit.code).cellTexts);
        expect(whole.notes).toEqual(ownYear(year, unit.code).notes);
      }),
      { numRuns: 15 },
    );
  });
});

describe('上年末 of a file without the table of adjustments', () => {
  const cell = { sheet: 'balance', row: '', fund: 'general', measure: 'actual' } as const;
  const figure = { ...cell, column: 'last_closing', value: 70, source: '财决07', place: 'Z07!E9' };
  const reading = { ...readOfNothing, figures: [{ ...figure, onlyIfBlank: true as const }] };
  const beside = (column: string, value: number) => ({ ...EMPTY, figures: [{ ...cell, column, value }] });

  it('is taken only where the book knows nothing of how the year began', () => {
    expect(withoutUnsureOpenings(reading, EMPTY)).toEqual(reading);
    expect(withoutUnsureOpenings(reading, beside('last_closing', 70))).toEqual(reading);
    for (const own of [beside('last_closing', 50), beside('error_correction', -5)]) {
      const { figures, remarks } = withoutUnsureOpenings(reading, own);
      expect(figures).toEqual([]);
      expect(remarks).toHaveLength(1);
    }
  });
});
