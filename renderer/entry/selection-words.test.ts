import { expect, it } from 'vitest';
import { Classification } from '../../core/classification/classification.ts';
import { findSheet } from '../../core/figures/sheets.ts';
import { RefusedCells } from '../book/refused-cells.ts';
import type { GridSelection } from '../entry-grid/grid-types.ts';
import { gridColumns, gridSource } from './grid-source.ts';
import { selectionWords } from './selection-words.ts';
import { SheetSession } from './sheet-session.ts';

const figure = {
  sheet: 'expenditure',
  row: '2010301',
  fund: 'general',
  column: 'basic',
  measure: 'actual',
  value: 15_000_001,
} as const;

function words(rows: GridSelection['rows'], across: GridSelection['columns']): string {
  const sheet = findSheet('expenditure');
  if (sheet === undefined) throw new Error('no sheet');
  const session = new SheetSession(
    {
      figures: [
        figure,
        { ...figure, row: '2010302', value: 0 },
        { ...figure, row: '2010308', value: -5_000_000 },
        { ...figure, measure: 'final', value: 30_000_002 },
      ],
      notes: [],
    },
    {
      sheet,
      year: 2024,
      unit: '001',
      isLocked: false,
      money: 'wan',
      classification: new Classification(2024),
      refused: new RefusedCells(),
      addedRows: [],
      commit: () => {
        throw new Error('nothing is keyed here');
      },
    },
    'general',
    'actual',
  );
  const columns = gridColumns(session.view.columns, [], {}, sheet);
  const { lines } = gridSource(session, new Set());
  const active = { line: lines[rows[0]]?.id ?? '', column: columns[across[0]]?.id ?? '' };
  return selectionWords(session, lines, columns, { active, rows, columns: across });
}

// lines: 合计, 201, 20103, 2010301, 2010302, 2010308; columns: code, name, basic, project, subtotal, initial, final, …
it.each([
  [[3, 3], [2, 2], '支出 · 2010301 · 一般公共预算 · 决算 · 基本支出'],
  [[0, 0], [2, 2], '支出 · 合计 · 一般公共预算 · 决算 · 基本支出'],
  [[3, 5], [2, 3], '选中 6 格，有数 3 格，合计 10.000001'],
  [[3, 3], [2, 6], '选中 5 格，有数 3 格，合计 60.000004'],
  // a name, or a percentage among them, adds up to nothing
  [[3, 5], [0, 1], '选中 6 格，有数 0 格'],
  [[3, 3], [6, 7], '选中 2 格，有数 2 格'],
] as const)('lines %j, columns %j: %s', (rows, columns, expected) => {
  expect(words(rows, columns)).toBe(expected);
});
