import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Taking } from '../../core/incoming/compare.ts';
import type { IncomingFigure } from '../../core/incoming/incoming.ts';
import { LARGEST_FIGURE } from '../../core/money/fen.ts';
import { BY, bookFolder, CELL, openToWrite } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import type { BookStore } from './book-store.ts';

const folder = bookFolder('take-in');
let store: BookStore;
beforeEach(async () => {
  store = await openToWrite(await folder.newBook());
});
afterEach(() => store.close());

const place = 'Z04 支出决算表!F10，2010301 行政运行，基本支出（栏次 2）';
const figure = (more: Partial<IncomingFigure> = {}): IncomingFigure => ({
  ...CELL,
  value: 4711,
  source: '财决04',
  place,
  ...more,
});

function take(figures: readonly IncomingFigure[], more: Partial<Taking> = {}, file = '决算.xls') {
  const taking = { figures, cleared: [], texts: [], cellTexts: [], notes: [], sources: figures, ...more };
  return store.takeIn({ year: 2024, unit: '001', file, taking, remembered: [] }, BY);
}

const stored = () =>
  store
    .sheet(2024, '001', CELL.sheet)
    .figures.find(({ row, fund, column, measure }) =>
      [row === CELL.row, fund === CELL.fund, column === CELL.column, measure === CELL.measure].every(Boolean),
    );
const whole = () => JSON.stringify(store.export());
const key = (value: number) =>
  store.commit({ year: 2024, unit: '001', kind: 'key', edits: [{ ...CELL, value }] }, BY);

describe('taking a file in', () => {
  it('clears the cells that make room, in the same step', () => {
    const before = stored()?.value;
    expect(before).toBeGreaterThan(0);
    const { value: _, ...room } = CELL;
    const step = take([], { cleared: [room] });
    expect(step).not.toBeNull();
    expect(stored()).toBeUndefined();
  });

  it('writes figures, names, texts and notes as one step that is not undone', () => {
    const service = { sheet: 'purchased_services', row: '001-9' };
    const cost = { ...service, fund: '', column: 'amount', measure: 'actual' } as const;
    const step = take([figure(), figure({ ...cost, value: 5 })], {
      cellTexts: [{ ...service, column: 'name', body: '保洁' }],
      texts: [{ slot: 'duties', body: '职责' }],
      notes: [{ ...cost, body: '合同 3 号' }],
    });
    expect(step).not.toBeNull();
    const own = store.unitYear(2024, '001');
    expect(own.figures).toContainEqual({ ...cost, value: 5 });
    expect(own.texts).toContainEqual({ slot: 'duties', body: '职责' });
    expect(own.notes).toEqual([{ ...cost, body: '合同 3 号' }]);
    expect(own.cellTexts).toEqual([{ ...service, column: 'name', body: '保洁' }]);
    expect(store.editState().canUndo).toBe(false);
  });

  it.each([
    ['a code that is no 项', [figure({ row: '20103' })], {}, 'not-an-item'],
    ['a fund that the column does not take', [figure({ column: 'remit' })], {}, 'fund-not-taken'],
    [
      'a row of the clerk’s own without a name',
      [figure({ sheet: 'purchased_services', row: 'x', fund: '', column: 'amount' })],
      {},
      'row-without-name',
    ],
    [
      'balances in two forms',
      [figure({ sheet: 'balance', row: '', column: 'last_closing' })],
      {},
      'balance-both',
    ],
    [
      'sums too large',
      ['2010302', '2010303', '2010350'].map((row) => figure({ row, column: 'basic', value: LARGEST_FIGURE })),
      {},
      'sum-too-large',
    ],
    [
      'a text of two lines',
      [],
      { cellTexts: [{ sheet: 'projects', row: 'a', column: 'name', body: 'a\nb' }] },
      'bad-text',
    ],
  ])('leaves the book as it was where there is %s', async (_, wrong, more, code) => {
    const before = whole();
    const step = store.lastStep();
    expect(await problemOf(() => take([figure(), ...wrong], more))).toBe(code);
    expect([whole(), store.lastStep()]).toEqual([before, step]);
    // what was refused counts in no sum
    expect(key(5).changeSet).not.toBeNull();
  });

  it('refuses a unit that is not there, and the 差额表', async () => {
    const taking = { figures: [], cleared: [], texts: [], cellTexts: [], notes: [], sources: [] };
    const into = (unit: string) =>
      problemOf(() => store.takeIn({ year: 2024, unit, file: 'a', taking, remembered: [] }, BY));
    expect([await into('999'), await into('差额表')]).toEqual(['unknown-unit', 'adjustment-not-keyed']);
  });
});

describe('where a figure was read', () => {
  it('is told as long as it has that value', () => {
    take([figure()]);
    expect(stored()).toEqual({ ...CELL, value: 4711, source: `财决04 · ${place}（决算.xls）` });
    key(4712);
    expect(stored()).toEqual({ ...CELL, value: 4712 });
    store.undo(BY);
    expect(stored()?.source).toBe(`财决04 · ${place}（决算.xls）`);
  });

  it('is its newest place, also of a figure that was so already', () => {
    key(4711);
    const first = take([], { sources: [figure()] });
    expect(first).not.toBeNull();
    expect(take([], { sources: [figure()] })).toBeNull();
    take([figure({ value: 5 })], {}, '第二次.xls');
    key(4711);
    // keyed, and no longer what the newest file says
    expect(stored()?.source).toBeUndefined();
  });

  it('is not told of a cell that a later file has cleared, whatever is keyed there', () => {
    take([figure()]);
    const { value: _, ...cleared } = CELL;
    take([], { cleared: [cleared] }, '第二次.xls');
    key(4711);
    expect(stored()).toEqual({ ...CELL, value: 4711 });
  });

  it('stands behind each printed number', () => {
    take([figure()]);
    const { sheet, measure, column, fund, row } = CELL;
    const select = { rows: [row] };
    const [behind] = store.figuresBehind(2024, '001', [
      { sign: -1, sheet, measure, columns: [column], funds: [fund], select },
    ]);
    expect(behind).toMatchObject({ value: -4711, origin: `财决04 · ${place}（决算.xls）` });
  });
});

it('remembers what columns mean, the newest word first', () => {
  const taking = { figures: [], cleared: [], texts: [], cellTexts: [], notes: [], sources: [] };
  const column = { report: '财决07', path: '本年支出/合计' };
  for (const meaning of ['total', '']) {
    const remembered = [{ ...column, meaning }];
    store.takeIn({ year: 2024, unit: '001', file: 'a', taking, remembered }, BY);
  }
  expect(store.reportColumns()).toEqual([{ ...column, meaning: '' }]);
});
