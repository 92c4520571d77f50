import { describe, expect, it } from 'vitest';
import type { Card } from './card.ts';
import { reconcile } from './reconcile.ts';
import { registerFigures } from './totals.ts';

function card(number: string, kind: string, value: number, date = '2020-01-01', gone?: string): Card {
  const fields = { number, name: '物品', class: kind, value, depreciation: 0 };
  const add = { id: 1, date, kind: 'add', fields, reason: null, replaces: null } as const;
  const events =
    gone === undefined ? [add] : [add, { ...add, id: 2, kind: 'dispose', date: gone, fields: {} } as const];
  return { register: 'assets', unit: '001', card: number, events };
}

const CARDS = [
  card('F1', 'furniture', 300),
  card('F2', 'furniture', 45, '2019-01-01', '2024-06-15'),
  card('E1', 'equipment', 1000),
  card('C1', 'vehicles', 2000),
  card('E2', 'equipment', 77, '2025-01-08'),
];

function clues(row: string, original: number, others: Readonly<Record<string, number>> = {}) {
  const stated = Object.entries({ [row]: original, ...others }).map(([each, value]) => ({
    row: each,
    column: 'original',
    measure: 'actual',
    value,
  }));
  const totals = registerFigures('assets', { cards: CARDS, stocktakes: ['2024-12-31'] }, 2024);
  return reconcile(stated, totals, CARDS, 2024).find((each) => each.row === row);
}

describe('the asset totals beside the cards', () => {
  it('agree, or differ by so much', () => {
    expect(clues('furniture', 300)).toMatchObject({ count: 1, original: { difference: 0 }, clues: [] });
    expect(clues('equipment', 3000)).toMatchObject({ count: 2, original: { cards: 3000, difference: 0 } });
    expect(clues('furniture', 310)?.original.difference).toBe(10);
  });

  it('name the card that went in the year, that is missing, or that came later', () => {
    expect(clues('furniture', 345)?.clues).toEqual([expect.stringContaining('F2')]);
    expect(clues('furniture', 0)?.clues).toEqual([expect.stringMatching(/F1.*漏列/)]);
    expect(clues('equipment', 3077)?.clues).toEqual([expect.stringMatching(/E2.*2025年1月8日才增加/)]);
  });

  it('name the class whose difference is the opposite', () => {
    expect(clues('furniture', 260, { equipment: 3040 })?.clues[0]).toContain(
      '与设备的差额大小相等、方向相反',
    );
  });

  it('say nothing where nothing was registered', () => {
    const [line] = reconcile(
      [{ row: 'books', column: 'original', measure: 'actual', value: 5 }],
      [],
      [],
      2024,
    );
    expect(line).toMatchObject({ count: null, original: { cards: null, difference: null }, clues: [] });
  });
});
