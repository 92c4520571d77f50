import { describe, expect, it } from 'vitest';
import { type Book, TABLE_NOTICE_SLOT } from '../../core/figures/figure.ts';
import { BY, bookFolder, openToWrite, street, withServices } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';

const folder = bookFolder('texts');
const importing = { change: { ...BY, reason: '' } };
const A = { unit: '001', row: 'a', name: '养老服务' };

describe('rows of the clerk’s own', () => {
  it('say what they are called, for one unit and for all in the order of units', async () => {
    const [year] = street.years;
    const units = year?.units.toReversed() ?? [];
    const services = withServices([A, { unit: '003', row: 'b', name: '食堂服务' }]);
    const book: Book = { ...services, years: services.years.map((each) => ({ ...each, units })) };
    const store = await openToWrite(await folder.newBook(book));
    expect(store.cellTexts(2024, null).map(({ unit, row, body }) => [unit, row, body])).toEqual([
      ['003', 'b', '食堂服务'],
      ['001', 'a', '养老服务'],
    ]);
    expect(store.cellTexts(2024, '001').map(({ row }) => row)).toEqual(['a']);
    expect(store.cellTexts(2023, null)).toEqual([]);
    store.close();
  });

  it('are called by that name where a number comes from', async () => {
    const store = await openToWrite(await folder.newBook(withServices([A])));
    const figures = store.figuresBehind(2024, null, [
      {
        sign: 1,
        sheet: 'purchased_services',
        measure: 'actual',
        columns: ['amount'],
        funds: [''],
        select: { under: '' },
      },
    ]);
    expect(figures).toMatchObject([{ row: 'a', rowTitle: '养老服务', value: 500 }]);
    store.close();
  });

  it.each<[string, Book, string, RegExp]>([
    [
      'another name',
      withServices([{ ...A, name: '别的' }]),
      'import-conflict',
      /001 政府购买服务 a 的项目名称.*“养老服务”.*“别的”/,
    ],
    [
      'another amount',
      withServices([{ ...A, amount: 1 }]),
      'import-conflict',
      /001 政府购买服务 养老服务 金额/,
    ],
    [
      'a row of another unit',
      withServices([{ ...A, unit: '002' }]),
      'row-in-two-units',
      /行标识 a .*001、002/,
    ],
    [
      'a figure on a row without a name',
      {
        ...street,
        years: withServices([{ ...A, row: 'n' }]).years.map((year) => ({ ...year, cellTexts: [] })),
      },
      'row-without-name',
      /单位 001 没有标识为 n 的一行/,
    ],
  ])(
    'take from another file what is equal or new, and nothing of one with %s',
    async (_, book, code, sentence) => {
      const store = await openToWrite(await folder.newBook(withServices([A])));
      const before = store.lastStep();
      store.import(withServices([A]), importing);
      expect(await problemOf(() => store.import(book, importing))).toBe(code);
      expect(() => store.import(book, importing)).toThrow(sentence);
      expect(store.lastStep()).toBe(before);
      store.import(withServices([A, { unit: '002', row: 'b', name: '养老服务' }]), importing);
      expect(store.cellTexts(2024, null).map(({ row }) => row)).toEqual(['a', 'b']);
      store.close();
    },
  );

  it('come with their first figure in one step, lose their notes with their name, and come back whole', async () => {
    const store = await openToWrite(await folder.newBook());
    const sheet = 'projects';
    const cell = { sheet, row: '001-001', fund: '', column: 'amount', measure: 'actual' } as const;
    const name = { sheet, row: '001-001', column: 'name' };
    const unitYear = { year: 2024, unit: '001', kind: 'key' } as const;
    store.commit({ ...unitYear, edits: [{ ...cell, value: 7 }], texts: [{ ...name, body: '运维' }] }, BY);
    store.writeNote({ year: 2024, unit: '001', note: { ...cell, body: '见附件' } }, BY);
    const whole = store.sheet(2024, '001', sheet);
    expect(whole).toMatchObject({ figures: [{ value: 7 }], notes: [{ body: '见附件' }] });

    const nameless = { ...unitYear, edits: [], texts: [{ ...name, body: null }] };
    expect(await problemOf(() => store.commit(nameless, BY))).toBe('row-without-name');
    store.commit({ ...nameless, edits: [{ ...cell, value: null }] }, BY);
    expect(store.sheet(2024, '001', sheet)).toEqual({ figures: [], notes: [], texts: [] });
    expect(store.undo(BY)?.texts).toEqual([{ ...name, body: '运维' }]);
    expect(store.sheet(2024, '001', sheet)).toEqual(whole);
    const taken = { ...unitYear, unit: '002', edits: [], texts: [{ ...name, body: '别的' }] };
    expect(await problemOf(() => store.commit(taken, BY))).toBe('row-in-two-units');
    store.close();
  });

  it('are keyed on where they are named, and nowhere else', async () => {
    const store = await openToWrite(await folder.newBook(withServices([A])));
    const cell = { sheet: 'purchased_services', fund: '', column: 'amount', measure: 'actual' } as const;
    const key = (unit: string, row: string, column: string = cell.column) =>
      problemOf(() =>
        store.commit({ year: 2024, unit, kind: 'key', edits: [{ ...cell, row, column, value: 7 }] }, BY),
      );
    expect(await key('001', 'a')).toBe('none');
    expect(await key('001', 'b')).toBe('row-without-name');
    expect(await key('002', 'a')).toBe('row-without-name');
    expect(await key('001', 'a', 'name')).toBe('unknown-word');
    expect(
      await problemOf(() =>
        store.writeNote({ year: 2024, unit: '002', note: { ...cell, row: 'a', body: '注' } }, BY),
      ),
    ).toBe('row-without-name');
    store.close();
  });
});

it('a department says every notice of its units once, a unit its own', async () => {
  const notice = (unit: string, body: string) => ({ unit, slot: TABLE_NOTICE_SLOT, body });
  const texts = [notice('003', '丙'), notice('002', '甲'), notice('001', '甲')];
  const years = street.years.map((year) => ({
    ...year,
    texts: [...texts, { unit: '001', slot: 'duties', body: '职责' }],
  }));
  const store = await openToWrite(await folder.newBook({ ...street, years }));
  expect(store.notices(2024, null)).toEqual(['甲', '丙']);
  expect(store.notices(2024, '003')).toEqual(['丙']);
  store.close();
});
