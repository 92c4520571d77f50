import { expect, it } from 'vitest';
import type { Place } from '../../core/checks/finding.ts';
import { canShow, scopeOfCell } from './ways.ts';

const book = {
  years: [{ year: 2024, units: [{ code: '001', name: '本级', kind: 'administrative' as const }] }],
};

const figure = {
  kind: 'figure',
  year: 2024,
  unit: '001',
  sheet: 'expenditure',
  row: '2010301',
  fund: 'general',
  column: 'basic',
  measure: 'actual',
} as const;

const places: readonly (readonly [Place, boolean])[] = [
  [figure, true],
  [{ ...figure, sheet: 'control', row: 'income_total', fund: '', column: 'amount' }, true],
  [{ ...figure, sheet: 'control', unit: '部门' }, true],
  [{ kind: 'cell', table: 'summary', row: 3, column: 'amount' }, true],
  // of the department as a whole only the 核对数 are keyed; the 差额表 has two sheets, and another year no page
  [{ ...figure, unit: '部门' }, false],
  [{ ...figure, unit: '差额表', fund: 'other' }, true],
  [{ ...figure, unit: '差额表', sheet: 'balance', column: 'last_closing' }, false],
  [{ ...figure, unit: '差额表', year: 2023 }, false],
  [{ ...figure, unit: '002' }, false],
  [{ ...figure, year: 2023 }, false],
  [{ ...figure, sheet: 'purchased_services' }, true],
  [{ ...figure, sheet: 'none' }, false],
];

it.each(places)('%j can be gone to: %s', (place, expected) => {
  expect(canShow(book, place)).toBe(expected);
});

it('shows what belongs to the department as a whole with 部门汇总', () => {
  expect(scopeOfCell({ year: 2024, unit: '部门' })).toEqual({ year: 2024, unit: null });
  expect(scopeOfCell({ year: 2023, unit: '002' })).toEqual({ year: 2023, unit: '002' });
  expect(scopeOfCell({ year: 2024, unit: '差额表' })).toEqual({ year: 2024, unit: '差额表' });
});
