import type { GridColumn } from '../grid-types.ts';

const plain = { groups: [], align: 'right', frozen: false, isRowHeader: false, keyed: false } as const;

export const CODE: GridColumn = {
  ...plain,
  id: 'code',
  title: '科目编码',
  width: 80,
  align: 'left',
  frozen: true,
};
export const NAME: GridColumn = {
  ...CODE,
  id: 'name',
  title: '科目名称',
  width: 282,
  isRowHeader: true,
};
export const SUBTOTAL: GridColumn = {
  ...plain,
  id: 'subtotal',
  title: '小计',
  width: 96,
  groups: ['本年决算（录入）'],
};
export const REMARK: GridColumn = {
  ...plain,
  id: 'remark',
  title: '备注',
  width: 140,
  align: 'left',
  keyed: true,
};

const TITLES = ['基本支出', '项目支出'];

/** Code, name, so many columns of amounts, their sum and a remark. */
export function sampleColumns(amounts: number): GridColumn[] {
  const keyed = Array.from({ length: amounts }, (_, index) => ({
    ...SUBTOTAL,
    id: `amount${index}`,
    title: TITLES[index] ?? `支出 ${index + 1}`,
    keyed: true,
  }));
  return [CODE, NAME, ...keyed, SUBTOTAL, REMARK];
}
