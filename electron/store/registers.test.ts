import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummedFigure } from '../../core/figures/figure.ts';
import { readBook } from '../../core/interchange/read-book.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import type { CardEvent } from '../../core/registers/card.ts';
import { readCards } from '../../core/registers/register-content.ts';
import { registerFigures } from '../../core/registers/totals.ts';
import { BY, bookFolder, KEPT_VEHICLES, openToWrite, street as sample } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import type { BookStore } from './book-store.ts';

const folder = bookFolder('registers');
// 002 has no register yet
const street = {
  ...sample,
  registers: (sample.registers ?? []).filter(({ unit }) => unit !== '002'),
};
const newBook: typeof folder.newBook = (book = street, name) => folder.newBook(book, name);
const TODAY = '2026-11-22';

const CAR: CardEvent['fields'] = {
  number: '京A12345',
  name: '大众帕萨特',
  use: 'confidential',
  value: 20_000_000,
  way: 'bought',
  fiscal_purchase: true,
  fiscal_running: true,
};

type Wanted = Partial<Omit<CardEvent, 'id'>> & { readonly card?: string | null; readonly year?: number };

let ids = 0;

function nextId(): number {
  ids += 1;
  return ids;
}

function record(
  store: BookStore,
  { card = null, year = 2024, ...event }: Wanted,
  register = 'vehicles' as const,
) {
  const newId = `card-${nextId()}`;
  store.recordEvent(
    {
      register,
      unit: '002',
      year,
      card,
      event: { date: '2019-05-01', kind: 'add', fields: {}, reason: null, replaces: null, ...event },
    },
    { by: BY, today: TODAY, newId },
  );
  return card ?? newId;
}

function counted(store: BookStore, year = 2024, unit: string | null = '002'): Record<string, number> {
  const figures = store
    .sums(year, unit)
    .filter(({ sheet, measure }) => sheet === 'counts' && measure === 'actual');
  return Object.fromEntries(figures.map(({ row, value }) => [row, value]));
}

function total(store: BookStore, row: string, column = 'count', year = 2024): number | undefined {
  return store
    .sums(year, '002')
    .find((figure) => figure.sheet === 'register_totals' && figure.row === row && figure.column === column)
    ?.value;
}

const open = async () => openToWrite(await newBook());

describe('a register of vehicles', () => {
  it('says 保有量 and 购置数 from the year on in which it begins, and what is on the books beside it', async () => {
    const store = await open();
    record(store, { fields: CAR });
    record(store, { date: '2024-03-01', fields: { ...CAR, number: '京A2', way: 'renewed' } });
    record(store, { fields: { ...CAR, number: '京A3', use: 'retired', fiscal_running: false, value: 5 } });
    expect(counted(store)).toMatchObject({ vehicles_kept: 2, vehicles_bought: 1 });
    expect(total(store, 'vehicles_total')).toBe(3);
    expect(total(store, 'vehicles_total', 'value')).toBe(40_000_005);
    expect(total(store, 'use_retired')).toBe(1);
    expect(total(store, 'use_special')).toBe(0);
    store.close();
  });

  it('lets a vehicle that goes in June out of 保有量 at the end of that year, and not of the year before', async () => {
    const store = await open();
    const car = record(store, { fields: CAR });
    store.openYear({ year: 2025, units: street.years[0]?.units ?? [], figures: [], texts: [] }, BY);
    expect(counted(store, 2025)['vehicles_kept']).toBe(1);
    record(store, { card: car, date: '2025-06-15', kind: 'dispose', reason: '报废', year: 2025 });
    expect(counted(store, 2025)['vehicles_kept']).toBe(0);
    expect(counted(store, 2024)['vehicles_kept']).toBe(1);
    store.close();
  });

  it('is not keyed over, not by a cell and not by undo', async () => {
    const store = await open();
    const edits = { year: 2024, unit: '002', kind: 'key', edits: [{ ...KEPT_VEHICLES, value: 9 }] } as const;
    store.commit(edits, BY);
    record(store, { fields: CAR });
    expect(
      await problemOf(() => store.commit({ ...edits, edits: [{ ...KEPT_VEHICLES, value: 8 }] }, BY)),
    ).toBe('kept-in-register');
    expect(store.undo(BY)).toBeNull();
    expect(counted(store)['vehicles_kept']).toBe(1);
    expect(store.sheet(2024, '002', 'counts').registered).toEqual(['vehicles_kept', 'vehicles_bought']);
    store.close();
  });

  it('replaces what was recorded wrongly, takes back what never was, and forgets neither', async () => {
    const store = await open();
    const car = record(store, { fields: CAR });
    const [before] = readCards(store.register('vehicles', 2024, '002'));
    const wrong = before?.events[0]?.id ?? 0;
    record(store, { card: car, fields: { ...CAR, fiscal_running: false }, replaces: wrong });
    expect(counted(store)['vehicles_kept']).toBe(0);
    // it has been replaced
    const again = () => record(store, { card: car, fields: CAR, replaces: wrong });
    expect(await problemOf(again)).toBe('card-changed');
    const right = readCards(store.register('vehicles', 2024, '002'))[0]?.events.at(-1)?.id ?? 0;
    const withdraw = { card: car, kind: 'withdraw', replaces: right } as const;
    expect(await problemOf(() => record(store, withdraw))).toBe('card-refused');
    record(store, { ...withdraw, reason: '重复登记' });
    expect(total(store, 'vehicles_total')).toBe(0);
    expect(readCards(store.register('vehicles', 2024, '002'))[0]?.events).toHaveLength(3);
    store.close();
  });

  it.each([
    ['a day before 1949', { date: '1948-12-31', fields: CAR }],
    ['a day to come', { date: '2026-11-23', fields: CAR }],
    ['no day', { date: '2024-02-30', fields: CAR }],
    ['a negative value', { fields: { ...CAR, value: -1 } }],
    ['no use', { fields: { ...CAR, use: '' } }],
    ['a use that nobody knows', { fields: { ...CAR, use: 'fun' } }],
  ])('refuses %s, and stays as it was', async (_, event) => {
    const store = await open();
    const step = store.lastStep();
    expect(await problemOf(() => record(store, event))).toBe('card-refused');
    expect(store.lastStep()).toBe(step);
    store.close();
  });

  it('takes a plate again when its car has gone, and not before', async () => {
    const store = await open();
    const car = record(store, { fields: CAR });
    expect(await problemOf(() => record(store, { date: '2024-01-01', fields: CAR }))).toBe('card-refused');
    record(store, { card: car, date: '2024-01-01', kind: 'dispose', reason: '报废' });
    record(store, { date: '2024-01-01', fields: CAR });
    const late = () => record(store, { card: car, date: '2024-02-01', kind: 'change', fields: { value: 3 } });
    expect(await problemOf(late)).toBe('card-refused');
    store.close();
  });
});

describe('a locked year', () => {
  it('keeps its figures and its registers as they were, until it is unlocked with a reason', async () => {
    const store = await open();
    const car = record(store, { fields: CAR });
    store.openYear({ year: 2025, units: street.years[0]?.units ?? [], figures: [], texts: [] }, BY);
    store.lockYear(2024, BY);
    const known = store.register('vehicles', 2024, '002').asKnown;
    expect(known).not.toBeNull();
    record(store, { card: car, date: '2024-06-15', kind: 'dispose', reason: '报废', year: 2025 });
    expect(counted(store, 2024)['vehicles_kept']).toBe(1);
    expect(counted(store, 2025)['vehicles_kept']).toBe(0);
    expect(await problemOf(() => store.unlockYear({ year: 2024, reason: ' ' }, BY))).toBe(
      'unlocked-without-reason',
    );
    store.unlockYear({ year: 2024, reason: '批复有误，财政退回' }, BY);
    expect(counted(store, 2024)['vehicles_kept']).toBe(0);
    store.close();
  });

  it('refuses every way of changing it', async () => {
    const store = await open();
    const cell = { sheet: 'staff', row: 'retired', fund: '', column: 'count', measure: 'actual' } as const;
    const key = (value: number) =>
      store.commit({ year: 2024, unit: '002', kind: 'key', edits: [{ ...cell, value }] }, BY);
    key(3);
    store.lockYear(2024, BY);
    const ways: (() => unknown)[] = [
      () => key(4),
      () => store.undo(BY),
      () => store.writeNote({ year: 2024, unit: '002', note: { ...cell, body: '退休' } }, BY),
      () => store.writeExplanation({ year: 2024, unit: '002', slot: 'explain.Y1.x', body: '原因' }, BY),
      () =>
        store.changeUnits(
          { year: 2024, units: [{ was: '002', code: '002', name: '别的', kind: 'institution' }] },
          BY,
        ),
      () => record(store, { fields: CAR }),
      () => store.beginRegister({ register: 'vehicles', year: 2024, unit: '002' }, BY),
      () => store.lockYear(2024, BY),
    ];
    for (const way of ways) expect(await problemOf(way), String(way)).toBe('year-locked');
    expect(store.sums(2024, '002').find(({ row }) => row === 'retired')?.value).toBe(3);
    store.close();
  });
});

/** Something that may be done to a register; what is refused changes nothing. */
const step = fc.record({
  what: fc.constantFrom('add', 'change', 'dispose', 'correct', 'withdraw', 'lock', 'unlock'),
  card: fc.nat(5),
  day: fc.constantFrom('2023-03-01', '2023-12-31', '2024-01-01', '2024-06-15', '2025-02-28'),
  fields: fc.record(
    {
      number: fc.constantFrom('京A1', '京A2', '京A3'),
      use: fc.constantFrom('leader', 'other'),
      value: fc.nat(9_000),
      way: fc.constantFrom('bought', 'transferred'),
      fiscal_running: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});

describe('figures of the registers', () => {
  it('are at any time what the registers say that each year knows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const store = await openToWrite(await newBook(street, `p${nextId()}.mzb`));
        store.openYear({ year: 2025, units: street.years[0]?.units ?? [], figures: [], texts: [] }, BY);
        const locked = new Map<number, SummedFigure[]>();
        for (const { what, card: index, day, fields } of steps) {
          await problemOf(() => {
            const cards = readCards(store.register('vehicles', 2025, '002'));
            const card = cards[index % Math.max(1, cards.length)];
            const last = card?.events.at(-1)?.id ?? 0;
            const event = { date: day, fields, year: 2025 };
            if (what === 'lock') store.lockYear(2024, BY);
            else if (what === 'unlock') store.unlockYear({ year: 2024, reason: '改' }, BY);
            else if (what === 'add') record(store, { ...event, fields: { ...CAR, ...fields } });
            else if (card === undefined) return;
            else if (what === 'correct') {
              record(store, {
                ...event,
                kind: 'add',
                fields: { ...CAR, ...fields },
                card: card.card,
                replaces: last,
              });
            } else if (what === 'withdraw') {
              record(store, {
                ...event,
                kind: 'withdraw',
                reason: '错',
                card: card.card,
                replaces: last,
                fields: {},
              });
            } else record(store, { ...event, kind: what as 'change' | 'dispose', card: card.card });
          });
          for (const year of [2024, 2025]) {
            const ofYear = fromRegister(store.sums(year, '002'));
            const content = store.register('vehicles', year, '002');
            if (content.begin !== null && content.begin <= year) {
              const known = {
                cards: readCards(content),
                stocktakes: [],
                asKnown: content.asKnown ?? undefined,
              };
              expect(ofYear).toEqual(fromRegister(registerFigures('vehicles', known, year)));
            }
            if (content.asKnown === null) locked.delete(year);
            else expect(ofYear).toEqual(locked.get(year) ?? ofYear);
            if (content.asKnown !== null) locked.set(year, ofYear);
          }
        }
        const text = writeBook(store.export(), 'wan');
        store.close();
        const book = readBook(text, 'book');
        if (!book.ok) throw new Error(book.error.message);
        const other = await openToWrite(await newBook(book.value, `o${nextId()}.mzb`));
        expect(writeBook(other.export(), 'wan')).toBe(text);
        other.close();
      }),
      { numRuns: 40 },
    );
  });
});

function fromRegister(figures: readonly SummedFigure[]): SummedFigure[] {
  return figures
    .filter(({ sheet, row }) => sheet === 'register_totals' || /^vehicles_(kept|bought)$/.test(row))
    .filter(({ sheet, measure }) => sheet !== 'control' && measure === 'actual')
    .toSorted((a, b) => (`${a.sheet}${a.row}${a.column}` < `${b.sheet}${b.row}${b.column}` ? -1 : 1));
}

const importing = (store: BookStore, book: Parameters<BookStore['import']>[0]) =>
  problemOf(() => store.import(book, { change: { ...BY, at: '2026-11-22T06:00:00Z', reason: '测试' } }));
const yearOf = (year: number) => ({ year, units: street.years[0]?.units ?? [], figures: [], texts: [] });

describe('records and years', () => {
  it('a corrected record keeps its place among those of its day, in the book and in the file that travels', async () => {
    const store = await open();
    const car = record(store, { date: '2024-03-01', fields: CAR });
    record(store, { card: car, date: '2024-03-01', kind: 'change', fields: { value: 30_000_000 } });
    const [{ events } = { events: [] }] = readCards(store.register('vehicles', 2024, '002'));
    record(store, {
      card: car,
      date: '2024-03-01',
      fields: { ...CAR, name: '别克' },
      replaces: events[0]?.id ?? 0,
    });
    expect(total(store, 'vehicles_total', 'value')).toBe(30_000_000);
    expect(readBook(writeBook(store.export(), 'wan'), 'book').ok).toBe(true);
    store.close();
  });

  it('a locked year knows no register that begins later', async () => {
    const store = await open();
    store.openYear(yearOf(2023), BY);
    store.commit({ year: 2024, unit: '002', kind: 'key', edits: [{ ...KEPT_VEHICLES, value: 9 }] }, BY);
    store.lockYear(2024, BY);
    record(store, { year: 2023, fields: CAR });
    expect(counted(store, 2023)['vehicles_kept']).toBe(1);
    expect(counted(store, 2024)['vehicles_kept']).toBe(9);
    expect(store.isRegistered('vehicles', 2024, '002')).toBe(false);
    expect(store.sheet(2024, '002', 'counts').registered).toBeUndefined();
    expect(store.register('vehicles', 2024, '002').begin).toBeNull();
    store.close();
  });

  it('a locked year takes what is equal, as any year does, and a year that is not there is not locked', async () => {
    const store = await open();
    record(store, { fields: CAR });
    const before = store.export();
    store.lockYear(2024, BY);
    expect(await importing(store, before)).toBe('none');
    expect(await problemOf(() => store.lockYear(2030, BY))).toBe('year-without-figures');
    store.close();
  });

  it('an import overwrites no count that was keyed, and no register', async () => {
    const store = await open();
    store.commit({ year: 2024, unit: '002', kind: 'key', edits: [{ ...KEPT_VEHICLES, value: 9 }] }, BY);
    const other = await openToWrite(await newBook(street, 'other.mzb'));
    record(other, { fields: CAR });
    expect(await importing(store, other.export())).toBe('import-conflict');
    expect(counted(store)['vehicles_kept']).toBe(9);
    const seven = { ...KEPT_VEHICLES, unit: '002', value: 7 };
    const file = { department: street.department, years: [{ ...yearOf(2025), figures: [seven] }] };
    expect(await importing(other, file)).toBe('import-conflict');
    other.close();
    store.close();
  });

  it('a unit keeps its code as long as its register hangs on it', async () => {
    const store = await open();
    const units = store.units(2024).map((unit) => ({ ...unit, was: unit.code }));
    const added = { code: '009', name: '新', kind: 'institution' as const, was: null };
    store.changeUnits({ year: 2024, units: [...units, added] }, BY);
    store.recordEvent(
      {
        register: 'vehicles',
        unit: '009',
        year: 2024,
        card: null,
        event: { date: '2019-05-01', kind: 'add', fields: CAR, reason: null, replaces: null },
      },
      { by: BY, today: TODAY, newId: 'car-of-009' },
    );
    const recoded = [...units, { ...added, code: '010', was: '009' }];
    for (const changed of [units, recoded]) {
      expect(await problemOf(() => store.changeUnits({ year: 2024, units: changed }, BY))).toBe(
        'unit-has-figures',
      );
    }
    store.close();
  });

  it.each(['京a12345', '京A12345 ', '京Ａ１２３４５', '京A 12345'])(
    'a plate is one however it is written: %s',
    async (number) => {
      const store = await open();
      const car = record(store, { fields: CAR });
      const again = () => record(store, { date: '2020-05-01', fields: { ...CAR, number: number.trim() } });
      expect(await problemOf(again)).toBe('card-refused');
      // it was this car's until June
      record(store, { card: car, date: '2024-06-01', kind: 'change', fields: { number: '京A2' } });
      expect(await problemOf(again)).toBe('card-refused');
      record(store, { date: '2024-06-01', fields: { ...CAR, number: number.trim() } });
      expect(total(store, 'vehicles_total')).toBe(2);
      store.close();
    },
  );

  it('a sum that was refused is not held against what is stored next', async () => {
    const store = await open();
    const rows = [
      '2010301',
      '2010302',
      '2010303',
      '2010304',
      '2010305',
      '2010306',
      '2010308',
      '2010309',
      '2010350',
    ];
    const of = { sheet: 'expenditure', fund: 'general', column: 'basic', measure: 'actual' } as const;
    const edits = [...rows, '2010399'].map((row) => ({ ...of, row, value: 1e15 }));
    const keyed = () => store.commit({ year: 2024, unit: '002', kind: 'key', edits }, BY);
    expect(await problemOf(keyed)).toBe('sum-too-large');
    expect(await importing(store, street)).toBe('none');
    store.close();
  });
});
