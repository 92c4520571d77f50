import { describe, expect, it } from 'vitest';
import type { GridColumn } from './grid-types.ts';
import { headerRows } from './header.ts';

function column(title: string, groups: string[] = [], more: Partial<GridColumn> = {}): GridColumn {
  const plain = { width: 80, align: 'right', frozen: false, isRowHeader: false, keyed: false } as const;
  return { id: title, title, groups, ...plain, ...more };
}

/** `text@column+columns×rows` */
const drawn = (columns: GridColumn[]) =>
  headerRows(columns).map((cells) =>
    cells.map((cell) => `${cell.text}@${cell.column}+${cell.columnSpan}×${cell.rowSpan}`),
  );

describe('the header', () => {
  it('draws equal neighbouring groups as one, and titles down to the last row', () => {
    const columns = [
      column('名称'),
      column('基本', ['决算']),
      column('项目', ['决算']),
      column('上年', ['比较']),
    ];
    expect(drawn(columns)).toEqual([
      ['名称@0+1×2', '决算@1+2×1', '比较@3+1×1'],
      ['基本@1+1×1', '项目@2+1×1', '上年@3+1×1'],
    ]);
  });

  it('does not join groups of the same name below different ones, nor those that something lies between', () => {
    const columns = [column('a', ['甲', '丙']), column('b', ['乙', '丙']), column('c'), column('d', ['乙'])];
    expect(drawn(columns)).toEqual([
      ['甲@0+1×1', '乙@1+1×1', 'c@2+1×3', '乙@3+1×1'],
      ['丙@0+1×1', '丙@1+1×1', 'd@3+1×2'],
      ['a@0+1×1', 'b@1+1×1'],
    ]);
  });

  it('joins nothing over the edge of the frozen columns', () => {
    const columns = [column('a', ['甲'], { frozen: true }), column('b', ['甲'])];
    expect(drawn(columns)[0]).toEqual(['甲@0+1×1', '甲@1+1×1']);
  });

  it('says of a group that something below it can be keyed', () => {
    const [groups] = headerRows([column('a', ['甲']), column('b', ['甲'], { keyed: true })]);
    expect(groups?.[0]?.keyed).toBe(true);
  });

  it('is one row where no column has a group', () => {
    expect(drawn([column('a'), column('b')])).toEqual([['a@0+1×1', 'b@1+1×1']]);
  });
});
