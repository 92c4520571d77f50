import { describe, expect, it } from 'vitest';
import { Classification } from '../../core/classification/classification.ts';
import type { FigureEdit, Undone } from '../../core/entry/edit.ts';
import { findSheet } from '../../core/figures/sheets.ts';
import { type Problem, problem } from '../../core/problems.ts';
import { RefusedCells } from '../book/refused-cells.ts';
import { markKey } from './cell-marks.ts';
import { SheetSession } from './sheet-session.ts';

const state = { savedAt: '2026-11-22T06:00:00.000Z', canUndo: true, canRedo: false };

/** 支出 of one unit with one figure, and a book that takes everything, or fails. */
function scene(failing: Problem | null = null) {
  const sheet = sheetOf('expenditure');
  const committed: (readonly FigureEdit[])[] = [];
  const refused = new RefusedCells();
  const figure = {
    sheet: 'expenditure',
    row: '2010301',
    fund: 'general',
    column: 'basic',
    measure: 'actual',
    value: 15_000_000,
  } as const;
  const session = new SheetSession(
    { figures: [figure, { ...figure, row: '2010302', column: 'project' }], notes: [] },
    {
      sheet,
      year: 2024,
      unit: '001',
      isLocked: false,
      money: 'wan',
      classification: new Classification(2024),
      refused,
      addedRows: [],
      commit: (edits) => {
        if (failing !== null) return { ok: false, error: failing };
        committed.push(edits);
        return { ok: true, value: { changeSet: committed.length, state } };
      },
    },
    'general',
    'actual',
  );
  const shown = (line: string, column = 'basic') => {
    const found = session.view.columns.find(({ id }) => id === column);
    return found === undefined ? 'no column' : session.view.shown(line, found);
  };
  return { session, refused, committed, shown, figure };
}

const text = (line: string, typed: string, column = 'basic') => ({ line, column, text: typed });

describe('a sheet while it is keyed', () => {
  it('stores what can be read, in the unit, fund and measure that are shown', () => {
    const { session, committed, shown, figure } = scene();
    expect(session.edit([text('2010301', '=10+2.5')], 'key')).toMatchObject({ refused: 0, problem: null });
    expect(committed).toEqual([[{ ...figure, value: 12_500_000 }]]);
    expect([shown('2010301'), shown('201'), shown('合计')]).toEqual(['12.50', '12.50', '12.50']);
  });

  it('keeps a text that cannot be read apart from the figures: sums go on with what is stored', () => {
    const { session, committed, refused, shown } = scene();
    expect(session.edit([text('2010301', '1,23.4')], 'key').refused).toBe(1);
    expect(committed).toEqual([]);
    expect(shown('合计')).toBe('15.00');
    expect(refused.unsaved()).toEqual([
      { place: '支出 2010301 行政运行，一般公共预算，决算，基本支出', text: '1,23.4' },
    ]);
    session.edit([text('2010301', '123.4')], 'key');
    expect(refused.size).toBe(0);
    expect(shown('合计')).toBe('123.40');
  });

  it('stores the readable part of a block as one step, and undoing it takes the rest away as well', () => {
    const { session, committed, refused, shown, figure } = scene();
    const texts = [text('2010301', '1'), text('2010301', 'x', 'project'), text('2010302', '2')];
    expect(session.edit(texts, 'paste')).toMatchObject({ refused: 1, committed: { changeSet: 1 } });
    expect(committed[0]).toHaveLength(2);
    const step: Undone = {
      changeSet: 1,
      kind: 'paste',
      year: 2024,
      unit: '001',
      figures: [figure, { ...figure, row: '2010302', value: null }],
      notes: [],
      texts: [],
      state,
    };
    expect(session.takeBack(step)).toBe(true);
    expect(refused.size).toBe(0);
    expect([shown('2010301'), shown('2010302')]).toEqual(['15.00', '']);
  });

  it('has nothing of a step to undo in the book when none of it was stored', () => {
    const { session, refused } = scene();
    session.edit([text('2010301', 'x'), text('2010302', 'y')], 'paste');
    session.edit([text('2010302', 'z', 'project')], 'key');
    // one step at a time, the last one first
    expect(refused.takeLastUnstored().map((cell) => cell.text)).toEqual(['z']);
    expect(refused.size).toBe(2);
    expect(refused.takeLastUnstored()).toEqual([]);
    session.edit([text('2010301', 'w')], 'key');
    refused.stepStored();
    expect(refused.takeLastUnstored()).toEqual([]);
  });

  it('leaves every text in its cell, with the reason, when the book does not take them', () => {
    const { session, refused, shown } = scene(problem('disk-full', { file: '账簿.mzb' }));
    const texts = [text('2010301', '7'), text('2010302', '8'), text('2010302', 'x', 'project')];
    expect(session.edit(texts, 'paste')).toMatchObject({
      refused: 3,
      problem: { code: 'disk-full' },
      committed: null,
    });
    // what cannot be read anyway keeps its own reason
    expect(refused.all().map(({ text: kept, why }) => [kept, why.includes('磁盘已满')])).toEqual([
      ['x', false],
      ['7', true],
      ['8', true],
    ]);
    expect(shown('合计')).toBe('15.00');
  });

  it('draws only the rows again whose marks come or go', () => {
    const { session, figure } = scene();
    const cell = { ...figure, year: 2024, unit: '001' };
    const mark = { row: figure.row, level: 'error', findings: [], sentence: '错误' } as const;
    const rows = ['合计', '2010301', '2010302'];
    const versions = () => rows.map((row) => session.view.version(row));
    const before = versions();
    expect(session.takeMarks(new Map([[markKey(figure), mark]]))).toBe(true);
    expect(session.mark(cell)).toBe(mark);
    expect(session.mark({ ...cell, measure: 'final' })).toBeUndefined();
    expect(versions().map((version, index) => version - (before[index] ?? 0))).toEqual([0, 1, 0]);
    expect(session.takeMarks(new Map([[markKey(figure), { ...mark }]]))).toBe(false);
    expect(session.takeMarks(new Map())).toBe(true);
    expect(session.mark(cell)).toBeUndefined();
  });

  it('does not take over a step of another unit, year or sheet', () => {
    const { session, shown, figure } = scene();
    const figures = [{ ...figure, value: 1 }];
    const step = {
      changeSet: 1,
      kind: 'key',
      year: 2024,
      unit: '002',
      isLocked: false,
      figures,
      notes: [],
      texts: [],
      state,
    } as const;
    expect(session.takeBack(step)).toBe(false);
    expect(session.takeBack({ ...step, unit: '001', year: 2023 })).toBe(false);
    const elsewhere = [{ ...figure, sheet: 'income', value: 1 }];
    expect(session.takeBack({ ...step, unit: '001', figures: elsewhere })).toBe(false);
    expect(shown('2010301')).toBe('15.00');
  });
});

describe('a sheet of the 差额表', () => {
  const expenditure = sheetOf('expenditure');
  const line = {
    sheet: 'expenditure',
    row: '2010302',
    fund: 'other',
    column: 'project',
    measure: 'actual',
    value: -5_000_000,
    reason: '拨给 003 的款项',
  } as const;

  /** One line with its reason, and what is written above the sheet. */
  function adjusting(written: string) {
    const committed: FigureEdit[] = [];
    const refused = new RefusedCells();
    const session = new SheetSession(
      { figures: [line], notes: [] },
      {
        sheet: expenditure,
        year: 2024,
        unit: '差额表',
        isLocked: false,
        money: 'wan',
        classification: new Classification(2024),
        refused,
        reason: () => written,
        addedRows: [],
        commit: (edits) => {
          committed.push(...edits);
          return { ok: true, value: { changeSet: committed.length, state } };
        },
      },
      'other',
      'actual',
    );
    return { session, committed, refused };
  }

  it('gives what is keyed, pasted or filled the reason that is written above it', () => {
    const { session, committed } = adjusting(' 水电费 ');
    session.edit([text('2010302', '-1'), text('2010302', '-6', 'project')], 'fill');
    expect(committed.map(({ column, value, reason }) => [column, value, reason])).toEqual([
      ['basic', -1_000_000, '水电费'],
      ['project', -6_000_000, '水电费'],
    ]);
    expect(session.figures.reason(line)).toBe('水电费');
  });

  it('without one keeps the reason that a cell has, clears without, and refuses the rest where it was put', () => {
    const { session, committed, refused } = adjusting('  ');
    const outcome = session.edit([text('2010302', '-1'), text('2010302', '-6', 'project')], 'paste');
    expect(outcome).toMatchObject({ refused: 1, reasonless: 1, problem: null });
    expect(committed).toEqual([{ ...line, value: -6_000_000 }]);
    expect(refused.all().map(({ text: typed, why }) => [typed, why])).toEqual([
      ['-1', expect.stringMatching(/^没有抵销理由，按 Alt\+R/)],
    ]);
    session.edit([text('2010302', '', 'project')], 'clear');
    expect(committed.at(-1)).toEqual({ ...addressOnly(line), value: null });
    expect(session.figures.reason(line)).toBeNull();
  });

  it('takes reasons back with a step that is undone', () => {
    const { session } = adjusting('水电费');
    session.edit([text('2010302', '-6', 'project')], 'key');
    const undone: Undone = {
      changeSet: 1,
      kind: 'key',
      year: 2024,
      unit: '差额表',
      figures: [line],
      notes: [],
      texts: [],
      state,
    };
    expect(session.takeBack(undone)).toBe(true);
    expect(session.figures.reason(line)).toBe(line.reason);
  });
});

function sheetOf(id: string) {
  const sheet = findSheet(id);
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function addressOnly({ value: _, reason: __, ...address }: FigureEdit) {
  return address;
}
