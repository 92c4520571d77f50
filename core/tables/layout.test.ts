import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import type { LeafColumn, ProfileColumn } from '../profiles/profile.ts';
import { tableOf } from '../testing/sample.ts';
import { changedProfile, spent, tablesOf } from '../testing/tables-of.ts';
import { headerGrid, type Numbering, printedColumns } from './layout.ts';

const NUMBERINGS: readonly Numbering[] = (['one', 'parts'] as const).flatMap((codes) =>
  [false, true].map((lineNumbers) => ({ codes, lineNumbers })),
);
const TABLES = BUILT_IN_PROFILES.flatMap(({ id, editions }) =>
  editions.flatMap(({ since, tables }) =>
    tables.map(({ id: table, columns }) => ({ name: `${id} ${since} ${table}`, columns })),
  ),
);

const leaves = (columns: readonly ProfileColumn[]): LeafColumn[] =>
  columns.flatMap((column) => ('key' in column ? [column] : leaves(column.columns)));

const sum = (columns: readonly { readonly width: number }[]) =>
  columns.reduce((total, { width }) => total + width, 0);

describe('the printed columns', () => {
  it('are together as wide as those of the profile, however codes and lines are numbered', () => {
    for (const { name, columns } of TABLES) {
      for (const numbering of NUMBERINGS) {
        expect(sum(printedColumns(columns, numbering)), name).toBeCloseTo(sum(leaves(columns)), 6);
      }
    }
  });

  it('take what a parted code needs from the name beside it, and leave every other column as it is', () => {
    const numbering: Numbering = { codes: 'parts', lineNumbers: false };
    let parted = 0;
    for (const { name, columns } of TABLES) {
      const printed = printedColumns(columns, numbering);
      const whole = leaves(columns);
      for (const [index, { key, width }] of whole.entries()) {
        const own = printed.filter(
          (column) => column.key.replace(/_[123]$/, '') === key && key.endsWith('code'),
        );
        if (own.length > 0) {
          parted += 1;
          expect(own, name).toHaveLength(key === 'code' ? 3 : 2);
          const beside = whole[index + 1];
          const left = printed.find((column) => column.key === beside?.key)?.width ?? 0;
          expect(left + sum(own), name).toBeCloseTo(width + (beside?.width ?? 0), 6);
        } else if (!whole[index - 1]?.key.endsWith('code')) {
          expect(printed.find((column) => column.key === key)?.width, `${name} ${key}`).toBe(width);
        }
      }
    }
    expect(parted).toBeGreaterThan(50);
  });

  it('take it from that name once, not from an amount before it nor from a name after it', () => {
    const keys = ['personnel_code', 'personnel_amount', 'personnel_label', 'public_label'];
    const columns = keys.map((key) => ({ title: '', key, width: key === 'personnel_code' ? 10 : 40 }));
    const printed = printedColumns(columns, { codes: 'parts', lineNumbers: false });
    const [first, second, ...others] = printed.map(({ width }) => width);
    const more = (first ?? 0) + (second ?? 0) - 10;
    expect(more).toBeGreaterThan(0);
    expect(others).toEqual([40, 40 - more, 40]);
  });
});

describe('parted codes', () => {
  const figures = [spent('expenditure', '2010301', 'basic', 1)];
  const table = tableOf(tablesOf({ profile: changedProfile('mof'), figures }), 'expenditure');

  it('stand in the middle of 类, 款 and 项, each level in its own column', () => {
    const codes = table.body.map((line) =>
      line.filter(({ kind }) => kind === 'code').map(({ column, text, align }) => [column, text, align]),
    );
    expect(codes.slice(1)).toEqual(
      [
        ['201', '', ''],
        ['201', '03', ''],
        ['201', '03', '01'],
      ].map((parts) => parts.map((part, column) => [column, part, 'center'])),
    );
  });

  it('are headed by 类 款 项 in the line of 栏次: heads, where 栏次 and its numbers are of the kind of orders', () => {
    const last = table.header.at(-1)?.map(({ kind, text }) => [kind, text]) ?? [];
    expect(last.slice(0, 5)).toEqual([
      ['head', '类'],
      ['head', '款'],
      ['head', '项'],
      ['order', '栏次'],
      ['order', '1'],
    ]);
    expect(new Set(last.slice(3).map(([kind]) => kind))).toEqual(new Set(['order']));
  });

  it('have 类 款 项 as heads of their own where no 栏次 is printed, and one head where they stand whole', () => {
    const columns: ProfileColumn[] = [
      { title: '编码', key: 'code', width: 20 },
      { title: '名称', key: 'name', width: 40 },
    ];
    const heads = (numbering: Numbering) =>
      headerGrid(columns, numbering).map((line) => line.map(({ kind, text }) => `${kind} ${text}`));
    expect(heads({ codes: 'parts', lineNumbers: false })).toEqual([
      ['head 编码', 'head 名称'],
      ['head 类', 'head 款', 'head 项'],
    ]);
    expect(heads({ codes: 'one', lineNumbers: false })).toEqual([['head 编码', 'head 名称']]);
    expect(heads({ codes: 'one', lineNumbers: true })[1]).toEqual(['order ', 'order 栏次']);
  });
});
