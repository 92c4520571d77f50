import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../core/figures/figure.ts';
import { formatPrinted } from '../../core/money/format.ts';
import { pageRows } from '../../core/page/page-rows.ts';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import { sampleBook } from '../../core/testing/sample.ts';
import { packOf } from '../desk/pack.ts';
import { BookStore } from '../store/book-store.ts';
import { bookFolder, MIGRATIONS, street } from '../testing/books.ts';
import { evaluate } from '../testing/evaluate.ts';
import { keyedFigures } from './keyed-figures.ts';
import { publishedWorkbook } from './published-workbook.ts';
import { workingCopy } from './working-copy.ts';

const PROPERTIES = { author: '某局', title: '核对底稿', at: new Date('2025-08-20T02:00:00Z') };
const NOTE = '与预算科核对过';

const folder = bookFolder('working-copy');

/** The pack of a book, and its two workbooks as a reader sees them. */
async function workbooksOf(
  book: Book,
  {
    unit = null,
    profile,
    isControlled = true,
  }: { unit?: string | null; profile?: string; isControlled?: boolean } = {},
) {
  const file = await folder.newBook(book, `${randomUUID()}.mzb`);
  const store = await BookStore.open(file, { migrations: MIGRATIONS, now: () => PROPERTIES.at });
  try {
    const year = store.years()[0] ?? 0;
    const pack = packOf(store, { year, unit, ...(profile === undefined ? {} : { profile }) });
    const figures = keyedFigures(store, pack, unit);
    const bytes = await workingCopy({ pack, figures, isControlled }, PROPERTIES);
    return {
      pack,
      figures,
      bytes,
      working: await readBack(bytes),
      published: await readBack(await publishedWorkbook(pack, PROPERTIES)),
    };
  } finally {
    store.close();
  }
}

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

/** A number or formula of a worksheet; exceljs reads a cached 0 back as no result. */
function cellOf(workbook: ExcelJS.Workbook, sheet: string, address: string) {
  const { value } = workbook.getWorksheet(sheet)?.getCell(address) ?? { value: null };
  if (typeof value === 'number') return value;
  if (value === null || typeof value !== 'object' || !('formula' in value)) return null;
  return { formula: value.formula, result: typeof value.result === 'number' ? value.result : 0 };
}

/** The lines of a list below its head, as plain values. */
function linesOf(workbook: ExcelJS.Workbook, name: string): unknown[][] {
  const sheet = workbook.getWorksheet(name);
  const lines: unknown[][] = [];
  sheet?.eachRow((row, number) => {
    if (number > 1) lines.push((row.values as unknown[]).slice(1));
  });
  return lines;
}

describe('the working copy', () => {
  it('holds the exact amount of every printed number, also as what its formula comes to', async () => {
    for (const name of ['putuo-finance-bureau-2024', 'example-street-2024'] as const) {
      for (const { id } of BUILT_IN_PROFILES) {
        const { pack, working } = await workbooksOf(sampleBook(name), { profile: id });
        let numbers = 0;
        let formulas = 0;
        for (const [index, model] of pack.tables.entries()) {
          const sheet = working.worksheets[index];
          for (const [line, { cells }] of pageRows(model).entries()) {
            for (const cell of cells.filter(({ exact }) => exact !== undefined)) {
              const { address, numFmt } = sheet?.getCell(line + 1, cell.column + 1) ?? {};
              const place = `${id} ${sheet?.name} ${address}`;
              const found = cellOf(working, sheet?.name ?? '', address ?? '');
              const cached = typeof found === 'number' ? found : found?.result;
              expect(Math.round((cached ?? Number.NaN) * 1e6), place).toBe(cell.exact);
              expect(numFmt, place).toBe('#,##0.00');
              numbers += 1;
              if (found === null || typeof found === 'number') continue;
              formulas += 1;
              const computed = evaluate(found.formula, sheet?.name ?? '', (on, at) =>
                cellOf(working, on, at),
              );
              expect(Math.round(computed * 1e6), `${place} =${found.formula}`).toBe(cell.exact);
            }
          }
        }
        expect(formulas).toBeGreaterThan(numbers / 2);
      }
    }
  });

  it('has the pages of the published workbook, and says below each that it is not to be published', async () => {
    const { pack, working, published } = await workbooksOf(street, { profile: 'beijing' });
    for (const [index, { title }] of pack.tables.entries()) {
      const [mine, theirs] = [working.worksheets[index], published.worksheets[index]];
      expect(mine?.name, title).toBe(theirs?.name);
      expect(mine?.model.merges).toEqual(theirs?.model.merges);
      expect(mine?.pageSetup).toEqual(theirs?.pageSetup);
      expect(mine?.columns.map(({ width }) => width)).toEqual(theirs?.columns.map(({ width }) => width));
      theirs?.eachRow({ includeEmpty: true }, (row, number) => {
        expect(mine?.getRow(number).height).toBe(row.height);
        row.eachCell({ includeEmpty: true }, (cell, column) => {
          const own = mine?.getCell(number, column);
          expect(own?.style, cell.address).toEqual(cell.style);
          if (typeof cell.value !== 'number') expect(own?.value, cell.address).toEqual(cell.value);
        });
      });
      expect(mine?.headerFooter.oddFooter).toContain('不作公开');
    }
  });

  it('writes a cached 0 that Excel shows before it computes', async () => {
    const { pack, figures } = await workbooksOf(street);
    const zeros = {
      ...pack,
      tables: pack.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: Object.fromEntries(
            Object.entries(row.cells).map(([column, cell]) => [
              column,
              { ...cell, printed: cell.printed || '0.00' },
            ]),
          ),
        })),
      })),
    };
    const files = unzipSync(await workingCopy({ pack: zeros, figures, isControlled: true }, PROPERTIES));
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet2.xml']);
    expect(sheet).toMatch(/<f>[^<]+<\/f><v>0<\/v>/);
    expect(sheet).not.toMatch(/<f>[^<]*<\/f><\/c>/);
  });

  it('says of every printed number where it stands, what it is and what its rule is', async () => {
    const { pack, working } = await workbooksOf(street);
    const lines = linesOf(working, '来历');
    const printed = pack.tables.flatMap((model) =>
      pageRows(model).flatMap(({ cells }) => cells.filter(({ exact }) => exact !== undefined)),
    );
    expect(lines).toHaveLength(printed.length);
    expect(
      lines.map((line) => formatPrinted(Math.round(Number(line[5]) * 100) as never, 'wan')).sort(),
    ).toEqual(printed.map(({ text }) => text).sort());
    const [, link, ...line] =
      lines.find(([sheet, , row]) => `${sheet} ${row}` === '03 支出决算表 201 一般公共服务支出') ?? [];
    expect(link).toEqual({ formula: `HYPERLINK("#'03 支出决算表'!C6","C6")`, result: 'C6' });
    expect(line).toEqual([
      '201 一般公共服务支出',
      '本年支出合计',
      2708,
      27_080_000,
      '支出表 201 类各项之和，全部资金，决算',
    ]);
  });

  it('lists every keyed figure behind the tables once, of the chosen units alone, with reason and remark', async () => {
    const [year] = street.years;
    const [first] = year?.figures ?? [];
    if (year === undefined || first === undefined) throw new Error('the sample is empty');
    const { unit, sheet, row, fund, column, measure } = first;
    const noted = {
      ...street,
      years: [{ ...year, notes: [{ unit, sheet, row, fund, column, measure, body: NOTE }] }],
    };
    const { working, figures } = await workbooksOf(noted);
    const lines = linesOf(working, '录入数');
    // no control figures and counts: no table is made of them
    const behind = year.figures.filter((figure) => !['control', 'counts'].includes(figure.sheet));
    expect(lines).toHaveLength(behind.length);
    expect(figures).toHaveLength(behind.length);
    expect(lines.filter((line) => line[10] === NOTE)).toHaveLength(1);
    expect(lines.filter(([code]) => code === '差额表').map((line) => [line[2], line[8], line[9]])).toEqual([
      ['收入', -50_000, '本级拨给 003 的款项，部门内部往来'],
      ['支出', -50_000, '本级拨给 003 的款项，部门内部往来'],
    ]);
    const total = (name: string) =>
      lines.filter((line) => line[2] === name).reduce((sum, line) => sum + Number(line[8]), 0);
    expect([total('收入'), total('支出')]).toEqual([31_862_000, 31_695_000]);

    const ofUnit = await workbooksOf(noted, { unit: '003' });
    expect(new Set(linesOf(ofUnit.working, '录入数').map(([code]) => code))).toEqual(new Set(['003']));
    const list = ofUnit.working.getWorksheet('录入数');
    expect([list?.autoFilter, list?.views[0]?.state, list?.pageSetup.printTitlesRow]).toEqual([
      `A1:K${list?.rowCount}`,
      'frozen',
      '1:1',
    ]);
  });

  it('says on every sheet what every table made from the book must say', async () => {
    const { pack, working } = await workbooksOf(sampleBook('zhanlanlu-street-2023'));
    const notice = '含推定数，非公开数据';
    expect(pack.tables.every(({ notes }) => notes.includes(notice))).toBe(true);
    for (const name of ['来历', '录入数']) {
      expect(working.getWorksheet(name)?.headerFooter.oddFooter, name).toContain(notice);
    }
  });

  it('says 未核对 below its lists, and on no page that will be published', async () => {
    const footers = async (isControlled: boolean) =>
      (await workbooksOf(street, { isControlled })).working.worksheets
        .filter(({ headerFooter }) => headerFooter.oddFooter?.includes('未核对'))
        .map(({ name }) => name);
    expect(await footers(true)).toEqual([]);
    expect(await footers(false)).toEqual(['来历', '录入数']);
  });
});
