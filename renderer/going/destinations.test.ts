import { expect, it } from 'vitest';
import type { Unit } from '../../core/figures/figure.ts';
import { foundDestinations, ownDestinations } from './destinations.ts';

const unit = (code: string, name: string): Unit => ({ code, name, kind: 'administrative' });
const book = { years: [{ year: 2024, units: [unit('001', '本级'), unit('002', '服务中心')] }] };
const own = (query: string) => ownDestinations(query, book, 2024).map(({ target }) => target);

it('leads to pages by name or 拼音 initials, also to those behind a tab', () => {
  expect(own('支出')).toEqual([
    { kind: 'page', page: 'expenditure' },
    { kind: 'page', page: 'economic' },
  ]);
  expect(own('jgyx')).toEqual([{ kind: 'page', page: 'operating' }]);
  expect(own('报表格式')).toEqual([{ kind: 'page', page: 'profiles' }]);
  expect(own(' ')).toEqual([]);
});

it('leads to units of the year by name or code, to the department and to its 差额表', () => {
  expect(own('服务中心')).toEqual([{ kind: 'unit', unit: '002' }]);
  expect(own('002')).toEqual([{ kind: 'unit', unit: '002' }]);
  expect(own('部门')).toEqual([{ kind: 'unit', unit: null }]);
  expect(own('差额')).toEqual([{ kind: 'unit', unit: '差额表' }]);
  expect(ownDestinations('服务中心', book, 2023)).toEqual([]);
});

it('says amounts in the unit of the book and counts as they are', () => {
  const address = { unit: '001', row: 'vehicles_kept', fund: '', measure: 'actual' } as const;
  const money = { ...address, sheet: 'control', column: 'amount', value: 1_234_500, place: '甲' };
  const count = { ...address, sheet: 'control', column: 'count', value: 3, place: '乙' };
  const shown = (unitOfMoney: 'wan' | 'yuan') =>
    foundDestinations({ figures: [money, count], tables: [] }, 2024, unitOfMoney).map(({ detail }) => detail);
  expect(shown('wan')).toEqual(['1.2345', '3']);
  expect(shown('yuan')).toEqual(['12,345.00', '3']);
});
