import { expect, it } from 'vitest';
import { packOfBook, sampleBook, tableOf } from '../testing/sample.ts';
import { previewTable } from './preview.ts';
import { columnTitle } from './titles.ts';

it('a column is named by its lowest heading, which the line of 栏次 and 类款项 is not', () => {
  const pack = packOfBook(sampleBook('example-street-2024'), null, 'mof');
  const summary = tableOf(pack, 'summary');
  expect(columnTitle(summary, 'amount')).toBe('决算数');
  const fund = tableOf(pack, 'gov-fund');
  expect(['opening', 'total', 'closing'].map((column) => columnTitle(fund, column))).toEqual([
    '年初结转和结余',
    '小计',
    '年末结转和结余',
  ]);
  expect(previewTable(summary, null).headings).toEqual(['决算数']);
  expect(previewTable(fund, null).headings).toEqual([
    '年初结转和结余',
    '本年收入',
    '小计',
    '项目支出',
    '年末结转和结余',
  ]);
});
