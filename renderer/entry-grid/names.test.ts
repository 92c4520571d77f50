import { describe, expect, it } from 'vitest';
import type { GridCell, GridColumn, GridLine } from './grid-types.ts';
import { cellName, cellTip, columnNames, shownText, textOf } from './names.ts';

const line: GridLine = { id: '2010301', level: 2, kind: 'item', expanded: null, name: '2010301 行政运行' };
const cell: GridCell = { shown: '1,500.00', raw: '1500', readOnly: false };
const column = (title: string, groups: string[]): GridColumn => ({
  id: title + groups.join(''),
  title,
  groups,
  width: 80,
  align: 'right',
  frozen: false,
  isRowHeader: false,
  keyed: true,
});

describe('the name of a cell', () => {
  it('says line, column and text, and that there is none', () => {
    expect(cellName(line, '基本支出', '1,500.00')).toBe('2010301 行政运行，基本支出，1,500.00');
    expect(cellName(line, '基本支出', '')).toBe('2010301 行政运行，基本支出，空');
  });

  it('says the groups of a column where its title alone would mean several', () => {
    const columns = [column('基本支出', ['本年']), column('小计', ['本年']), column('小计', ['上年'])];
    expect(columnNames(columns)).toEqual(['基本支出', '本年 小计', '上年 小计']);
  });
});

describe('a refused text', () => {
  const refused = { ...cell, refused: { text: '1,23.4', sentence: '没有存入' } };

  it('stands in its cell instead of what is stored', () => {
    expect([textOf(cell), shownText(cell)]).toEqual(['1500', '1,500.00']);
    expect([textOf(refused), shownText(refused)]).toEqual(['1,23.4', '1,23.4']);
  });

  it('is told with whatever else there is to say', () => {
    const mark = { level: 'error', sentence: '不等' } as const;
    expect(cellTip({ ...refused, mark, note: '核对过' }, '1,23.4')).toBe(
      '1,23.4\n没有存入\n不等\n批注：核对过',
    );
    expect(cellTip(cell, null)).toBeUndefined();
  });
});
