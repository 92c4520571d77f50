import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, type CardEvent, standingEvents } from '../card.ts';
import { cardFaults, duplicateFault } from '../check-card.ts';
import { registerOf } from '../register.ts';
import { registerFigures } from '../totals.ts';
import type { CardChoices } from './card-choices.ts';
import type { ListCell, ListSheet } from './list-columns.ts';
import { type PlannedCards, planCards } from './plan-cards.ts';
import { readCards } from './read-cards.ts';

const TODAY = '2026-11-22';
const HEAD = ['资产编号', '资产名称', '资产分类', '取得日期', '账面原值', '累计折旧', '处置日期'];

type Value = string | number | ListCell | null;
type Row = readonly Value[];

const cellOf = (value: Value): ListCell | undefined => {
  if (value === null) return undefined;
  return typeof value === 'object' ? value : { text: String(value), isNumber: typeof value === 'number' };
};

function sheetOf(rows: readonly Row[]): ListSheet {
  return { name: '清单', rows: rows.map((cells, row) => ({ row, cells: cells.map(cellOf) })) };
}

function choicesOf(asOf: string, chosen: Partial<CardChoices> = {}): CardChoices {
  const standard = { sheet: null, money: null, columns: {}, classes: {}, disposeMissing: false };
  return { year: Number(asOf.slice(0, 4)), unit: '001', asOf, ...standard, ...chosen };
}

const read = (rows: readonly Row[], chosen: Partial<CardChoices> = {}) =>
  readCards([sheetOf(rows)], choicesOf('2024-12-31', chosen), { columns: {}, classes: {} }, TODAY);

/** The cards of a unit, as lists and the clerk make them. */
class Shelf {
  cards: Card[] = [];
  readonly #stocktakes: string[] = [];
  readonly #lists: string[] = [];
  #ids = 0;

  look(
    asOf: string,
    rows: readonly Row[],
    { head = HEAD, ...chosen }: Partial<CardChoices> & { head?: Row } = {},
  ) {
    const choices = choicesOf(asOf, chosen);
    const list = readCards([sheetOf([head, ...rows])], choices, { columns: {}, classes: {} }, TODAY);
    return planCards(list, {
      known: this.cards,
      stocktakes: this.#stocktakes,
      lists: this.#lists,
      choices,
      today: TODAY,
      shownIn: 'yuan',
      newId: () => `card-${this.#nextId()}`,
    });
  }

  take(...asked: Parameters<Shelf['look']>): PlannedCards {
    const planned = this.look(...asked);
    expect(planned.preview.obstacle).toBeNull();
    for (const { card, event } of planned.records) this.record(card, event);
    this.#lists.push(asked[0]);
    if (planned.isComplete) this.#stocktakes.push(asked[0]);
    return planned;
  }

  record(card: string, event: Omit<CardEvent, 'id'>): void {
    const stored = { ...event, id: this.#nextId() };
    const known = this.cards.find((each) => each.card === card);
    const next = {
      register: 'assets' as const,
      unit: '001',
      card,
      events: [...(known?.events ?? []), stored],
    };
    this.cards =
      known === undefined ? [...this.cards, next] : this.cards.map((each) => (each === known ? next : each));
  }

  /** 分; `undefined`: not known */
  total(year: number, column: 'original' | 'depreciation' | 'count'): number | undefined {
    const known = { cards: this.cards, stocktakes: this.#stocktakes };
    return registerFigures('assets', known, year).find(
      (each) => each.row === 'furniture' && each.column === column,
    )?.value;
  }

  faults(): unknown[] {
    const register = registerOf('assets');
    const standing = this.cards.map((card) => ({ card, standing: standingEvents(card.events) }));
    return standing.flatMap((own) => {
      const others = standing.filter((other) => other !== own);
      const twice = duplicateFault(register, own.standing, others);
      return [...cardFaults(register, own.standing, TODAY), ...(twice === null ? [] : [twice])];
    });
  }

  #nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }
}

/** A cupboard; `depreciation` in 元. */
const cupboard = (
  number: string,
  depreciation: number | null = 1000,
  { value = 3000, date = '2019-05-01', left = null as string | null } = {},
): Row => [number, '柜', '家具', date, value, depreciation, left];

describe('a list speaks of its own day', () => {
  it('and leaves alone what a later list has said of a later one', () => {
    const shelf = new Shelf();
    shelf.take('2025-12-31', [cupboard('A1', 1300, { value: 5000 })]);
    shelf.take('2024-12-31', [cupboard('A1', 1000, { value: 3000 })]);
    expect([shelf.total(2024, 'depreciation'), shelf.total(2025, 'depreciation')]).toEqual([
      100_000, 130_000,
    ]);
    expect([shelf.total(2024, 'original'), shelf.total(2025, 'original')]).toEqual([300_000, 500_000]);
  });

  it('so a card that went, or got another number, after it is right in it', () => {
    const shelf = new Shelf();
    shelf.take('2025-12-31', [cupboard('A1'), cupboard('B1')]);
    const [first, second] = shelf.cards;
    const of = { fields: {}, reason: '报废', replaces: null };
    shelf.record(first?.card ?? '', { ...of, date: '2026-03-01', kind: 'dispose' });
    shelf.record(second?.card ?? '', { ...of, date: '2026-03-01', kind: 'change', fields: { number: 'B2' } });
    expect(shelf.look('2025-12-31', [cupboard('A1'), cupboard('B1')]).preview).toMatchObject({
      obstacle: null,
      counts: { same: 2, added: 0, missing: 0 },
    });
  });

  it('has nothing to keep of a later list where the card had gone by then', () => {
    const shelf = new Shelf();
    shelf.take('2023-12-31', [cupboard('A1')]);
    const gone = { date: '2025-06-15', kind: 'dispose', fields: {}, reason: '报废', replaces: null } as const;
    shelf.record(shelf.cards[0]?.card ?? '', gone);
    shelf.take('2025-12-31', [cupboard('A2')]);
    shelf.take('2024-12-31', [cupboard('A1', 1200, { value: 3500 })]);
    expect(shelf.total(2024, 'original')).toBe(350_000 + 300_000);
  });

  it('so lists of several years, read in any order, each say what their year adds up to', () => {
    const days = ['2023-12-31', '2024-12-31', '2025-12-31'];
    const amount = fc.integer({ min: 0, max: 3000 });
    const came = fc.constantFrom('2019-05-01', '2022-12-15', '2023-12-20');
    const cards = fc.array(fc.record({ date: came, stated: fc.tuple(amount, amount, amount) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(cards, fc.array(fc.nat(2), { minLength: 1, maxLength: 6 }), (stated, order) => {
        const shelf = new Shelf();
        for (const year of order) {
          const rows = stated.map((card, index) =>
            cupboard(`A${index}`, card.stated[year] ?? 0, { date: card.date }),
          );
          shelf.take(days[year] ?? '', rows);
        }
        for (const [year, day] of days.entries()) {
          const sum = stated.reduce((total, card) => total + (card.stated[year] ?? 0), 0);
          const expected = order.includes(year) ? sum * 100 : undefined;
          expect(shelf.total(Number(day.slice(0, 4)), 'depreciation'), day).toBe(expected);
        }
      }),
    );
  });

  it('states depreciation only where it has that of every card', () => {
    const shelf = new Shelf();
    shelf.take('2024-12-31', [cupboard('A1'), cupboard('A2')]);
    expect(shelf.total(2024, 'depreciation')).toBe(200_000);
    // A2 is lacking; then there is no such column at all
    shelf.take('2025-12-31', [cupboard('A1')]);
    expect(shelf.total(2025, 'depreciation')).toBeUndefined();
    shelf.take('2026-11-01', [cupboard('A1').slice(0, 5), cupboard('A2').slice(0, 5)], {
      head: HEAD.slice(0, 5),
    });
    expect(shelf.total(2026, 'depreciation')).toBeUndefined();
    expect(shelf.total(2026, 'original')).toBe(600_000);
  });

  it('has no card that came after it', () => {
    const { preview } = new Shelf().look('2024-12-31', [cupboard('A1', null, { date: '2025-01-01' })]);
    expect(preview.bad[0]?.sentence).toContain('在截止日期2024年12月31日之后');
  });
});

describe('a list never leaves a card that breaks the rules', () => {
  it('is refused where a card that it lacks was changed later', () => {
    const shelf = new Shelf();
    shelf.take('2024-12-31', [cupboard('A1'), cupboard('A2')]);
    const later = {
      date: '2025-03-01',
      kind: 'change',
      fields: { value: 400_000 },
      reason: '调账',
      replaces: null,
    } as const;
    shelf.record(shelf.cards[0]?.card ?? '', later);
    const { preview } = shelf.look('2024-12-31', [cupboard('A2')], { disposeMissing: true });
    expect(preview.bad.map(({ number }) => number)).toEqual(['A1']);
  });

  it('is refused where a moved day would give two cards one number', () => {
    const shelf = new Shelf();
    shelf.take('2023-12-31', [cupboard('A1', null, { date: '2018-01-01', left: '2023-01-01' })]);
    shelf.take('2024-12-31', [cupboard('A1', null, { date: '2023-06-01' })]);
    expect(shelf.look('2024-12-31', [cupboard('A1', null, { date: '2019-05-01' })]).preview.bad).toHaveLength(
      1,
    );
  });

  it('keeps them all, and says nothing new when it is read twice', () => {
    const row = fc.record({
      number: fc.constantFrom('A1', 'A2', 'ａ１', 'A3'),
      value: fc.integer({ min: 1000, max: 1003 }),
      depreciation: fc.option(fc.integer({ min: 0, max: 3 })),
      date: fc.constantFrom('2019-05-01', '2024-12-31', '2023-12-15'),
      left: fc.option(fc.constantFrom('2023-12-31', '2024-06-15', '2025-01-01')),
    });
    const list = fc.record({
      asOf: fc.constantFrom('2023-12-31', '2024-12-31', '2025-12-31'),
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
      disposeMissing: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(list, { maxLength: 5 }), (lists) => {
        const shelf = new Shelf();
        for (const { asOf, rows, disposeMissing } of lists) {
          const lines = rows.map(({ number, depreciation, ...own }) => cupboard(number, depreciation, own));
          if (shelf.look(asOf, lines, { disposeMissing }).preview.obstacle !== null) continue;
          shelf.take(asOf, lines, { disposeMissing });
          expect(shelf.faults()).toEqual([]);
          expect(shelf.look(asOf, lines, { disposeMissing }).records).toEqual([]);
        }
      }),
    );
  });
});

describe('what a list may look like', () => {
  const amounts = (head: Row, row: Row, above: readonly Row[] = []) => {
    const list = read([...above, [...HEAD.slice(0, 4), ...head], ['A1', '柜', '家具', '2019-05-01', ...row]]);
    const [card] = list.cards;
    return [card?.fields['value'], card?.fields['depreciation']];
  };

  it.each([
    [
      '元 where a title only speaks of 万元',
      ['原值（元）', '累计折旧'],
      ['单价100万元以上设备清单'],
      [300_000, 100_000],
    ],
    ['万元 where it is said above', ['原值', '累计折旧'], ['单位：万元'], [3_000_000_000, 1_000_000_000]],
    ['each column as its heading says', ['原值（万元）', '累计折旧（元）'], [], [3_000_000_000, 100_000]],
  ] as const)('has amounts in %s', (_, head, above, expected) => {
    expect(amounts(head, [3000, 1000], above.length === 0 ? [] : [above])).toEqual(expected);
  });

  it('has headings in two rows, or two columns of one name of which the one at the end of the year counts', () => {
    const two = [
      [...HEAD.slice(0, 4), '价值信息', null],
      [null, null, null, null, '原值', '累计折旧'],
      ['A1', '柜', '家具', '2019-05-01', 5, 2],
    ];
    expect(read(two).cards[0]?.fields).toMatchObject({ value: 500, depreciation: 200 });
    const groups = [
      [null, null, null, null, '期初', '期末'],
      [...HEAD.slice(0, 4), '原值', '原值'],
      ['A1', '柜', '家具', '2019-05-01', 5, 7],
    ];
    expect(read(groups).cards[0]?.fields).toMatchObject({ value: 700 });
    expect(read(groups.slice(1)).ambiguous).toEqual(['value']);
    const told = read(groups.slice(1), { columns: { '原值（第 5 栏）': 'value' } });
    expect(told.cards[0]?.fields).toMatchObject({ value: 500 });
  });

  it('has totals in whatever column, and no card is taken for one', () => {
    const list = read([
      HEAD,
      cupboard('A1'),
      ['合计', null, null, null, 3000, 1000],
      [null, '小计', null, null, 3000, 1000],
      [null, '柜', '家具', '2019-05-01', 5, 1, null],
    ]);
    expect([list.cards.length, list.left, list.bad.map(({ row }) => row)]).toEqual([1, 2, [5]]);
  });

  it.each([
    ['1.23E+15', '科学计数|当成了数'],
    [{ text: '20240101000000123000', isNumber: true }, '当成了数'],
    [{ text: '#N/A', isNumber: false, fault: '是公式的错误 #N/A' }, '公式的错误'],
  ] as const)('has no number %o that a program has spoilt', (number, sentence) => {
    const [bad] = read([HEAD, [number, '柜', '家具', '2019-05-01', 5, 1]]).bad;
    expect(bad?.sentence).toMatch(new RegExp(sentence));
  });

  it('has no blank where a formula has no value, and days as the workbook counts them', () => {
    const [head, row] = [HEAD, ['A1', '柜', '家具', 43586 - 1462, 5]] as const;
    const formula = { text: '', isNumber: false, fault: '是公式，没有算出的值' };
    expect(read([head, [...row, formula]]).bad[0]?.sentence).toContain('累计折旧（摊销）是公式');
    const sheet = { ...sheetOf([head, row]), daysLater: 1462 };
    const { cards } = readCards([sheet], choicesOf('2024-12-31'), { columns: {}, classes: {} }, TODAY);
    expect(cards[0]?.date).toBe('2019-05-01');
  });

  it('prefers a plain heading to one that was explained in another list', () => {
    const sheet = sheetOf([
      ['编号', ...HEAD],
      [1, ...cupboard('A1')],
    ]);
    const words = { columns: { 编号: 'number' }, classes: {} };
    expect(readCards([sheet], choicesOf('2024-12-31'), words, TODAY).cards[0]?.number).toBe('A1');
  });
});
