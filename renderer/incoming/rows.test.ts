import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncomingRow, IncomingTable } from '../../core/incoming/incoming.ts';
import {
  canMend,
  faultyColumn,
  nearestIndex,
  nextWaiting,
  shownColumns,
  shownIn,
  shownRows,
  textIn,
  type WaitingPlace,
  waitingPlaces,
} from './rows.ts';

const VERDICTS = ['taken', 'compared', 'doubtful', 'refused', 'left'] as const;

function row(number: number, verdict: IncomingRow['verdict'], more: Partial<IncomingRow> = {}): IncomingRow {
  return { row: number, code: '2010301', name: '行政运行', verdict, sentence: '', cells: [], ...more };
}

function tableOf(id: string, rows: readonly IncomingRow[], more: Partial<IncomingTable> = {}): IncomingTable {
  const own = {
    name: id,
    sheet: id,
    money: 'yuan',
    columns: [],
    meanings: [],
    fault: '',
    isLeft: false,
  } as const;
  return { ...own, id, rows, ...more };
}

const columns = [
  { index: 0, path: '科目编码', order: '', meaning: '@code', isChosen: false },
  { index: 1, path: '科目名称', order: '', meaning: '@name', isChosen: false },
  { index: 2, path: '本年支出/小计', order: '1', meaning: '', isChosen: false },
  { index: 3, path: '本年支出/基本支出/小计', order: '2', meaning: 'basic', isChosen: false },
  { index: 4, path: '资金', order: '', meaning: '@fund', isChosen: false },
];
const meanings = [{ id: 'basic', name: '基本支出', required: true }];

const tables = fc
  .array(
    fc.record({
      verdicts: fc.array(fc.constantFrom(...VERDICTS), { maxLength: 6 }),
      hasFault: fc.boolean(),
      isLeft: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(({ verdicts, hasFault, isLeft }, at) =>
      tableOf(
        `T${at}`,
        verdicts.map((verdict, index) => row(7 + index * 2, verdict)),
        { fault: hasFault ? '缺栏目。' : '', isLeft },
      ),
    ),
  );

describe('F8 through what waits', () => {
  it.each([1, -1] as const)('goes once through all of it and begins anew (%i)', (step) => {
    fc.assert(
      fc.property(tables, (list) => {
        const places = waitingPlaces(list);
        const seen: WaitingPlace[] = [];
        let at: WaitingPlace | null = null;
        for (const _ of places) {
          at = nextWaiting(list, at, step);
          if (at !== null) seen.push(at);
        }
        expect(seen).toEqual(step === 1 ? places : places.toReversed());
        expect(nextWaiting(list, at, step)).toEqual(seen[0] ?? null);
      }),
    );
  });

  it('leads to doubtful rows only when nothing must be mended, and never to a table that is left out', () => {
    const list = [
      tableOf('A', [row(7, 'doubtful'), row(8, 'refused')], { isLeft: true }),
      tableOf('B', [row(7, 'taken'), row(8, 'doubtful')]),
    ];
    expect(waitingPlaces(list)).toEqual([{ table: 'B', row: 8 }]);
    const refused = [...list, tableOf('C', [row(9, 'refused')], { fault: '缺栏目。' })];
    expect(waitingPlaces(refused)).toEqual([
      { table: 'C', row: null },
      { table: 'C', row: 9 },
    ]);
  });

  it('goes on from a row that no longer waits', () => {
    const list = [tableOf('A', [row(7, 'refused'), row(8, 'taken'), row(9, 'refused')])];
    expect(nextWaiting(list, { table: 'A', row: 8 }, 1)).toEqual({ table: 'A', row: 9 });
    expect(nextWaiting(list, { table: 'A', row: 8 }, -1)).toEqual({ table: 'A', row: 7 });
  });
});

describe('the rows that are listed', () => {
  const rows = VERDICTS.map((verdict, at) => row(at * 10, verdict));

  it('are those of the filter', () => {
    expect(shownRows(rows, 'all')).toBe(rows);
    expect(shownRows(rows, 'waiting').map(({ verdict }) => verdict)).toEqual(['refused']);
    expect(shownRows(rows, 'doubtful').map(({ verdict }) => verdict)).toEqual(['doubtful']);
  });

  it('hand the keyboard on to the next one, or the last', () => {
    expect(nearestIndex(rows, 10)).toBe(1);
    expect(nearestIndex(rows, 11)).toBe(2);
    expect(nearestIndex(rows, 999)).toBe(4);
    expect(nearestIndex([], 1)).toBe(-1);
  });
});

describe('the columns on the screen', () => {
  it('are code, name, and what means something, named so that one knows of what', () => {
    const shown = shownColumns(tableOf('A', [], { columns, meanings, codeColumn: 0 }));
    expect(shown.map(({ kind, index, heading }) => [kind, index, heading])).toEqual([
      ['code', 0, '编码'],
      ['name', 1, '名称'],
      ['figure', 3, '基本支出 小计'],
      ['text', 4, '资金'],
    ]);
    expect(shown[2]).toMatchObject({ detail: '本年支出/基本支出/小计（栏次 2）', meaning: '基本支出' });
  });

  it('have none of codes in a table without codes', () => {
    const shown = shownColumns(
      tableOf('A', [row(7, 'taken', { code: '' })], { columns: columns.slice(1), meanings }),
    );
    expect(shown.map(({ kind }) => kind)).toEqual(['name', 'figure', 'text']);
  });

  it('let only be mended what is refused, in doubt, or mended already', () => {
    const shown = shownColumns(tableOf('A', [], { columns, meanings, codeColumn: 0 }));
    const figure = shown[2];
    if (figure === undefined) throw new Error('no figure');
    expect(canMend(row(7, 'taken'), figure)).toBe(false);
    expect(canMend(row(7, 'doubtful'), figure)).toBe(true);
    const mended = row(7, 'taken', { cells: [{ column: 3, text: '15', isMended: true }] });
    expect(canMend(mended, figure)).toBe(true);
    expect(textIn(mended, figure)).toBe('15');
    const amount = (text: string) => ({ ...mended, cells: [{ column: figure.index ?? 0, text }] });
    expect(
      ['24065000', '-1234.5', '1234567.1234', '380', '无'].map((text) => shownIn(amount(text), figure)),
    ).toEqual(['24,065,000', '-1,234.5', '1,234,567.1234', '380', '无']);
    const faulty = row(7, 'refused', { cells: [{ column: 3, text: 'abc', fault: '不是金额。' }] });
    expect(faultyColumn(faulty, shown)).toBe(2);
    expect(faultyColumn(row(7, 'refused'), shown)).toBe(0);
  });
});
