import { expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import type { Book } from '../figures/figure.ts';
import { packOfBook, sampleBook, tableOf } from '../testing/sample.ts';
import { isFedBy, type PreviewTable, previewTable, printedOf } from './preview.ts';

const book = sampleBook('example-street-2024');

/** The sample with project money of 本级 at so many more 项. */
function withFigures(codes: readonly string[], value: number): Book {
  const [year] = book.years;
  if (year === undefined) throw new Error('the sample has a year');
  const added = codes.map((row) => ({
    unit: '001',
    sheet: 'expenditure',
    row,
    fund: 'general' as const,
    column: 'project',
    measure: 'actual' as const,
    value,
  }));
  return { ...book, years: [{ ...year, figures: [...year.figures, ...added] }] };
}

const expenditure = (of: Book) => tableOf(packOfBook(of, '001'), 'expenditure');

/** `code label: number *number`, a star before what has moved. */
const lines = ({ rows }: PreviewTable) =>
  rows.map(({ code, label, cells }) => {
    const numbers = cells.map(({ text, moved }) => `${moved ? '*' : ''}${text}`).join(' ');
    return `${code} ${label}: ${numbers}`.trim();
  });

it('shows a table without its empty columns, and marks what the last step has moved', () => {
  const before = printedOf(expenditure(book));
  const preview = previewTable(expenditure(withFigures(['2010308'], 12_000_000)), before);
  expect(preview.headings).toEqual(['本年支出合计', '基本支出', '项目支出']);
  expect(lines(preview).slice(0, 5)).toEqual([
    '合计: *2,418.50 1,600.00 *818.50',
    '201 一般公共服务支出: *2,300.00 1,500.00 *800.00',
    '20103 政府办公厅（室）及相关机构事务: *2,300.00 1,500.00 *800.00',
    '2010301 行政运行: 1,500.00 1,500.00',
    '2010302 一般行政管理事务: 788.00  788.00',
  ]);
  expect(preview.moved).toBe(8);
  expect(previewTable(expenditure(book), before).moved).toBe(0);
  expect(previewTable(expenditure(book), null).moved).toBe(0);
});

it('shows a long table by its sums and by what has moved', () => {
  const items = [...new Classification(2024).functions()].map(({ code }) => code);
  const codes = items.filter((code) => code.length === 7).slice(0, 400);
  const before = printedOf(expenditure(withFigures(codes, 1_000_000)));
  const [, , third = ''] = codes;
  const after = withFigures(codes, 1_000_000);
  const [year] = after.years;
  if (year === undefined) throw new Error('the sample has a year');
  const figures = year.figures.map((figure) =>
    figure.unit === '001' && figure.row === third ? { ...figure, value: 7_000_000 } : figure,
  );
  const preview = previewTable(expenditure({ ...after, years: [{ ...year, figures }] }), before);
  expect(preview.omitted).toBeGreaterThan(300);
  const shown = preview.rows.filter(({ kind }) => kind === 'code').map(({ code }) => code);
  expect(shown).toContain(third);
  expect(shown.filter((code) => code.length > 3)).toEqual([third.slice(0, 5), third]);
});

it('knows which tables a sheet feeds, and says why one is empty', () => {
  const pack = packOfBook(book, '001');
  const fed = pack.tables.filter((table) => isFedBy(table, 'expenditure'));
  expect(fed.map(({ id }) => id)).toEqual([
    'summary',
    'expenditure',
    'appropriation-summary',
    'general-expenditure',
    'gov-fund',
    'state-capital',
  ]);
  expect(previewTable(tableOf(pack, 'state-capital'), null).note).toContain('没有国有资本经营预算财政拨款');
  expect(previewTable(tableOf(pack, 'expenditure'), null).note).toBe('');
});
