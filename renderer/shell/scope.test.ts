import { expect, it } from 'vitest';
import type { Unit } from '../../core/figures/figure.ts';
import { figuresScope, scopeOfYear, unitOptions } from './scope.ts';

const unit = (code: string, name: string): Unit => ({ code, name, kind: 'administrative' });
const book = {
  years: [
    { year: 2024, units: [unit('001', '本级'), unit('002', '服务中心')] },
    { year: 2023, units: [unit('001', '本级')] },
  ],
};

it('keeps the unit in another year that has it, and falls back to the department in one that has not', () => {
  expect(scopeOfYear(book, 2023, '001')).toEqual({ year: 2023, unit: '001' });
  expect(scopeOfYear(book, 2023, '002')).toEqual({ year: 2023, unit: null });
  expect(scopeOfYear(book, 2023, null)).toEqual({ year: 2023, unit: null });
  expect(scopeOfYear(book, 2023, '差额表')).toEqual({ year: 2023, unit: '差额表' });
});

it('offers the department before its units, and the 差额表 behind them where there are several', () => {
  expect(unitOptions(book, 2024)).toEqual([
    { value: '', label: '部门汇总（2 个单位）' },
    { value: '001', label: '001 本级' },
    { value: '002', label: '002 服务中心' },
    { value: '差额表', label: '差额表' },
  ]);
  expect(unitOptions(book, 2023).map(({ value }) => value)).toEqual(['', '001']);
});

it('shows the department for the 差额表, which has no progress, checks and tables of its own', () => {
  expect(figuresScope({ year: 2024, unit: '差额表' })).toEqual({ year: 2024, unit: null });
  expect(figuresScope({ year: 2024, unit: '001' })).toEqual({ year: 2024, unit: '001' });
});
