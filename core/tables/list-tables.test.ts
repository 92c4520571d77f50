import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing/sample.ts';
import { changedProfile, spent, tablesOf } from '../testing/tables-of.ts';
import type { TableModel } from './model.ts';

/** The texts of every printed line, from the left. */
const lines = ({ body }: TableModel) => body.map((line) => line.map(({ text }) => text));

describe('政府购买服务', () => {
  const sheet = 'purchased_services';
  const named = (row: string, name: string, catalog: string) => [
    { unit: '001', sheet, row, column: 'name', body: name },
    { unit: '001', sheet, row, column: 'catalog', body: catalog },
  ];

  function services(total: 'first' | 'last'): TableModel {
    const profile = changedProfile('beijing', (edition) => ({
      ...edition,
      tables: edition.tables.map((table) =>
        table.id === 'purchased-services' ? { ...table, total } : table,
      ),
    }));
    const figures = [spent(sheet, 'b', 'amount', 2, ''), spent(sheet, 'a', 'amount', 1, '')];
    const cellTexts = [...named('a', '养老服务', '公共服务'), ...named('b', '食堂服务', '后勤服务')];
    return tableOf(tablesOf({ profile, figures, cellTexts }), 'purchased-services');
  }

  const SERVICES = [
    ['养老服务', '公共服务', '1.00'],
    ['食堂服务', '后勤服务', '2.00'],
  ];

  it('prints each service under its 指导性目录, after 合计 or before it as the layout says', () => {
    expect(lines(services('first'))).toEqual([['合计', '3.00'], ...SERVICES]);
    expect(lines(services('last'))).toEqual([...SERVICES, ['合计', '3.00']]);
  });

  it('has 合计 across the name and 指导性目录', () => {
    expect(services('first').body[0]?.[0]).toMatchObject({ text: '合计', columnSpan: 2, align: 'center' });
  });

  it('is first in every built-in layout that prints it', () => {
    const places = changedProfile('beijing').editions.flatMap(({ tables }) =>
      tables.filter(({ id }) => id === 'purchased-services').map(({ total }) => total),
    );
    expect(new Set(places)).toEqual(new Set(['first']));
  });
});

it('政府采购 adds up 货物, 工程 and 服务; what went to 中小企业 and 小微企业 is part of it, not more', () => {
  const bought = (row: string, wan: number) => spent('procurement', row, 'amount', wan, '');
  const figures = [
    bought('goods', 1),
    bought('works', 2),
    bought('services', 4),
    bought('sme', 6),
    bought('micro', 5),
  ];
  const pack = tablesOf({ profile: changedProfile('beijing'), figures });
  expect(lines(tableOf(pack, 'procurement'))).toEqual(
    [
      ['一、政府采购支出合计', '7.00'],
      ['1.政府采购货物支出', '1.00'],
      ['2.政府采购工程支出', '2.00'],
      ['3.政府采购服务支出', '4.00'],
      ['二、政府采购授予中小企业合同金额', '6.00'],
      ['其中：授予小微企业合同金额', '5.00'],
    ].map(([label, amount], index) => [label, String(index + 1), amount]),
  );
});
