import { expect, it } from 'vitest';
import { packOfBook, sampleBook, tableOf } from '../testing/sample.ts';
import { isFedBy, movedNumbers } from './moved.ts';

it('names the numbers that one edit has moved, a line that is new among them', () => {
  const book = sampleBook('example-street-2024');
  const [year] = book.years;
  if (year === undefined) throw new Error('the sample has a year');
  const added = {
    unit: '001',
    sheet: 'expenditure',
    row: '2010308',
    fund: 'general' as const,
    column: 'project',
    measure: 'actual' as const,
    value: 12_000_000,
  };
  const after = { ...book, years: [{ ...year, figures: [...year.figures, added] }] };
  const table = tableOf(packOfBook(after, '001'), 'expenditure');
  const moved = movedNumbers(tableOf(packOfBook(book, '001'), 'expenditure'), table);
  const texts = [...moved].map((key) => {
    const [row = '', column = ''] = key.split('/');
    return table.rows[Number(row)]?.cells[column]?.printed;
  });
  expect(texts.sort()).toEqual(
    ['12.00', '12.00', '2,418.50', '818.50', '2,300.00', '800.00', '2,300.00', '800.00'].sort(),
  );
  expect(movedNumbers(table, table).size).toBe(0);
});

it('knows which tables a sheet feeds', () => {
  const pack = packOfBook(sampleBook('example-street-2024'), '001');
  const fed = pack.tables.filter((table) => isFedBy(table, 'expenditure')).map(({ id }) => id);
  expect(fed).toEqual([
    'summary',
    'expenditure',
    'appropriation-summary',
    'general-expenditure',
    'gov-fund',
    'state-capital',
  ]);
});
