import { expect, it } from 'vitest';
import { Classification } from '../../core/classification/classification.ts';
import type { Book } from '../../core/figures/figure.ts';
import { figureQuery } from '../../core/going/figure-query.ts';
import { bookFolder, openToWrite, withServices } from '../testing/books.ts';

const folder = bookFolder('find-figures');
const classification = new Classification(2024);
let books = 0;

/** `001 expenditure 2010302 project actual`, as found. */
async function found(typed: string, unit: string | null, book?: Book, limit = 30): Promise<string[]> {
  books += 1;
  const store = await openToWrite(await folder.newBook(book, `${books}.mzb`));
  const query = figureQuery(typed, 'wan', classification);
  if (query === null) throw new Error('nothing was asked');
  const figures = store.findFigures({ year: 2024, unit, query, limit });
  store.close();
  return figures.map(({ unit: code, sheet, row, column, measure }) =>
    [code, sheet, row, column, measure].filter((word) => word !== '').join(' '),
  );
}

it('finds an amount wherever it is keyed in the chosen unit, the 决算 first', async () => {
  const cells = await found('1500', '001');
  expect(cells.slice(0, 2)).toEqual([
    '001 income 2010301 appropriation actual',
    '001 expenditure 2010301 basic actual',
  ]);
  expect(await found('1500', '002')).toEqual([]);
  expect(await found('1500.01', null)).toEqual([]);
});

it('finds a 科目 by code or name, one cell a sheet and fund; and what is counted by its number', async () => {
  const cells = await found('2010301', '001');
  expect(cells.filter((cell) => cell.includes('expenditure'))).toEqual([
    '001 expenditure 2010301 basic actual',
  ]);
  expect(await found('行政运行', '001')).toEqual(cells);
  expect(await found('行政', '001')).toContain('001 expenditure 2010302 project actual');
  expect(await found('保有量', '001')).toContain('001 counts vehicles_kept count actual');
  expect(await found('1', '001')).toContain('001 counts vehicles_kept count actual');
});

it('looks in all units of the department and in its 差额表, and stops at the limit', async () => {
  const all = await found('2120199', null);
  expect(all).toContain('003 expenditure 2120199 project actual');
  expect(all).toContain('差额表 income 2120199 superior actual');
  expect(await found('2120199', '003')).not.toContain('差额表 income 2120199 superior actual');
  expect(await found('201', null, undefined, 3)).toHaveLength(3);
});

it('finds a row of the clerk by its name', async () => {
  const book = withServices([{ unit: '001', row: 'a1', name: '社区养老服务' }]);
  expect(await found('养老服务', '001', book)).toEqual(['001 purchased_services a1 amount actual']);
});
