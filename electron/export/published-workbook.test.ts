import ExcelJS from 'exceljs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SummedFigure } from '../../core/figures/figure.ts';
import type { Fund, Measure } from '../../core/figures/sheets.ts';
import { fen } from '../../core/money/fen.ts';
import { pageLayout } from '../../core/page/page-layout.ts';
import { BUILT_IN_PROFILES, builtInProfile } from '../../core/profiles/built-in.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { buildTables } from '../../core/tables/build.ts';
import type { TableModel, TablePack } from '../../core/tables/model.ts';
import { FigureSums } from '../../core/tables/sums.ts';
import { publishedWorkbook, worksheetName } from './published-workbook.ts';

const PROPERTIES = {
  author: '示例街道办事处',
  title: '2024年度部门决算公开表',
  at: new Date('2025-08-20T02:00:00Z'),
};

type FigureLine = readonly [
  sheet: string,
  row: string,
  fund: Fund,
  column: string,
  fen: number,
  measure?: Measure,
];

/** Amounts in 分, among them a half that rounds away from zero, a negative, a keyed 0 and a large sum. */
const FIGURES: readonly FigureLine[] = [
  ['income', '2010301', 'general', 'appropriation', 1_234_567_895_000],
  ['income', '2080505', 'general', 'appropriation', 1_000_000],
  ['income', '2010301', 'other', 'other', -4_995_000],
  ['expenditure', '2010301', 'general', 'basic', 28_695_000],
  ['expenditure', '2010301', 'general', 'project', 0],
  ['expenditure', '2080505', 'general', 'basic', 999_999],
  ['economic', '30101', 'general', 'amount', 264_865_000],
  ['economic', '30217', 'general', 'amount', 390_000],
  ['three_public', 'reception', 'general', 'amount', 2_850_000, 'initial'],
];

function profileOf(id: string): Profile {
  const profile = builtInProfile(id);
  if (profile === undefined) throw new Error(`no profile ${id}`);
  return profile;
}

function packOf(lines: readonly FigureLine[], profile = profileOf('shanghai')): TablePack {
  const figures = lines.map(
    ([sheet, row, fund, column, value, measure = 'actual']): SummedFigure => ({
      sheet,
      row,
      fund,
      column,
      measure,
      value: fen(value),
    }),
  );
  return buildTables({
    profile,
    year: 2024,
    name: '示例街道办事处',
    entity: '部门',
    sums: new FigureSums(figures),
  });
}

async function readBack(pack: TablePack): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await publishedWorkbook(pack, PROPERTIES);
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

/** Rows above the table's header: title, its number if that has a line of its own, 部门 and 单位. */
function captionRows({ caption }: TableModel): number {
  return caption.corner === '' ? 2 : 3;
}

function sheetOf(workbook: ExcelJS.Workbook, table: TableModel): ExcelJS.Worksheet {
  const sheet = workbook.worksheets.find(({ name }) => name.endsWith(` ${table.title}`));
  if (sheet === undefined) throw new Error(`no worksheet ${table.title}`);
  return sheet;
}

const LAYOUTS = BUILT_IN_PROFILES.flatMap((profile) =>
  (['blank', 'filled'] as const).map((zero) => ({
    name: `${profile.id}, zero ${zero}`,
    profile: { ...profile, editions: profile.editions.map((edition) => ({ ...edition, zero })) },
  })),
);

describe.each(LAYOUTS)('the published workbook of $name', ({ profile }) => {
  const pack = packOf(FIGURES, profile);
  let workbook: ExcelJS.Workbook;
  beforeAll(async () => {
    workbook = await readBack(pack);
  });

  it('has one worksheet for each table in order, and says who made it and when the book last changed', () => {
    const places = pack.tables.map(({ title }, index) => `${String(index + 1).padStart(2, '0')} ${title}`);
    expect(places[0]).toBe('01 收入支出决算总表');
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(places);
    const { creator, lastModifiedBy, title, created, modified } = workbook;
    expect([creator, lastModifiedBy, title, created, modified]).toEqual([
      PROPERTIES.author,
      PROPERTIES.author,
      PROPERTIES.title,
      PROPERTIES.at,
      PROPERTIES.at,
    ]);
  });

  it('shows every printed cell at its place: numbers as numbers equal to the print, blanks empty, the rest text', () => {
    let numbers = 0;
    for (const model of pack.tables) {
      const sheet = sheetOf(workbook, model);
      for (const [line, cells] of [...model.header, ...model.body].entries()) {
        for (const cell of cells) {
          const found = sheet.getCell(captionRows(model) + line + 1, cell.column + 1);
          const place = `${sheet.name} ${found.address}`;
          if (cell.text === '') expect(found.value, place).toBeNull();
          else if (cell.kind !== 'amount') expect(found.value, place).toBe(cell.text);
          else {
            numbers += 1;
            expect(found.value, place).toBe(Number(cell.text.replaceAll(',', '')));
            expect(found.numFmt, place).toBe('#,##0.00');
          }
          if (cell.kind === 'code' && cell.text !== '') expect(found.numFmt, place).toBe('@');
        }
      }
    }
    expect(numbers).toBeGreaterThan(50);
  });

  it('draws a thin border around every cell of header and body, covered ones too, and around nothing else', () => {
    for (const model of pack.tables) {
      const sheet = sheetOf(workbook, model);
      const last = captionRows(model) + model.header.length + model.body.length;
      for (let row = 1; row <= sheet.rowCount; row += 1) {
        const inGrid = row > captionRows(model) && row <= last;
        for (let column = 1; column <= model.columns.length; column += 1) {
          // reading back, exceljs leaves the covered cells of a merge the style that the file gives them
          const cell = sheet.getCell(row, column);
          const { top, left, bottom, right } = cell.border ?? {};
          const lines = [top, left, bottom, right].map((line) => line?.style);
          expect(lines, `${sheet.name} ${cell.address}`).toEqual(Array(4).fill(inGrid ? 'thin' : undefined));
        }
      }
    }
  });

  it('sets each kind of cell in its font and alignment, in rows high enough and columns that fill the page', () => {
    for (const table of pack.tables) {
      const sheet = sheetOf(workbook, table);
      const { fonts } = table;
      const fontAt = (row: number, column: number) => {
        const { name, size, bold = false } = sheet.getCell(row, column).font;
        return { name, size, bold };
      };
      expect(fontAt(1, 1)).toEqual({ bold: false, ...fonts.title });
      const top = captionRows(table) + 1;
      for (const [line, cells] of [...table.header, ...table.body].entries()) {
        for (const cell of cells) {
          expect(fontAt(top + line, cell.column + 1)).toEqual({ bold: false, ...fonts[cell.kind] });
          const { alignment } = sheet.getCell(top + line, cell.column + 1);
          const { horizontal, indent = 0, shrinkToFit = false, wrapText = false } = alignment;
          expect({ horizontal, indent }).toEqual({ horizontal: cell.align, indent: cell.indent });
          const isOneLine = cell.kind === 'amount' || cell.kind === 'code';
          expect({ shrinkToFit, wrapText }).toEqual({ shrinkToFit: isOneLine, wrapText: !isOneLine });
        }
        // points: a line of text needs its size and some air, whatever the font
        expect(sheet.getRow(top + line).height).toBeGreaterThanOrEqual(fonts.amount.size * 1.2);
      }
      // A4 less two margins, in mm; a digit of Calibri 11 is 7 pixels of 1/96 inch wide
      const width = sheet.columns.reduce((sum, column) => sum + ((column.width ?? 0) * 7 * 25.4) / 96, 0);
      const paper = table.orientation === 'portrait' ? 180 : 267;
      expect(width / paper).toBeGreaterThan(0.95);
      expect(width / paper).toBeLessThan(1.02);
    }
  });

  it('prints each table on A4 of its orientation, one page wide, with its header on every page', () => {
    for (const model of pack.tables) {
      const { pageSetup } = sheetOf(workbook, model);
      const first = captionRows(model) + 1;
      expect(pageSetup.paperSize).toBe(9);
      expect(pageSetup.orientation).toBe(model.orientation);
      expect(pageSetup.fitToPage).toBe(true);
      expect(pageSetup.fitToWidth).toBe(1);
      expect(pageSetup.printTitlesRow).toBe(`${first}:${first + model.header.length - 1}`);
    }
  });

  it('has the rows and the pages that the screen shows', () => {
    for (const model of pack.tables) {
      const sheet = sheetOf(workbook, model);
      const { rows, pages } = pageLayout(model);
      expect(rows.map((_, index) => sheet.getRow(index + 1).height)).toEqual(
        rows.map(({ height }) => height),
      );
      expect(sheet.pageSetup.fitToHeight).toBe(pages.length === 1 ? 1 : 0);
      expect(sheet.pageSetup.printArea).toMatch(new RegExp(`^A1:[A-Z]+${rows.length}$`));
    }
  });
});

describe('the published workbook', () => {
  const pack = packOf(FIGURES);
  const table = (id: string) => pack.tables.find((candidate) => candidate.id === id) as TableModel;
  let workbook: ExcelJS.Workbook;
  beforeAll(async () => {
    workbook = await readBack(pack);
  });

  it('rounds the amount to what prints, half away from zero', () => {
    expect(sheetOf(workbook, table('income')).getCell('C5').value).toBe(1_234_563.9);
  });

  it('merges the headers as they are printed', () => {
    expect(sheetOf(workbook, table('income')).model.merges).toEqual(
      ['A1:I1', 'A2:I2', 'A3:B3', ...[...'CDEFGHI'].map((column) => `${column}3:${column}4`), 'A5:B5'].concat(
        'A12:I12',
      ),
    );
    const threePublic = [...sheetOf(workbook, table('three-public')).model.merges].sort();
    expect(threePublic).toEqual(
      [
        'A1:L1',
        'A2:L2',
        'A3:L3',
        'A4:B5',
        'C4:D5',
        'E4:J4',
        'E5:F5',
        'G5:H5',
        'I5:J5',
        'K4:L5',
        'A8:L8',
      ].sort(),
    );
  });

  it('has its number in a line of its own, and 部门 and 金额单位 at the two ends of the next', async () => {
    const sheet = (await readBack(packOf(FIGURES, profileOf('mof')))).worksheets[0] as ExcelJS.Worksheet;
    expect(['A1', 'A2', 'A3', 'E3'].map((address) => sheet.getCell(address).value)).toEqual([
      '收入支出决算总表',
      '公开01表',
      '部门：示例街道办事处',
      '金额单位：万元',
    ]);
    expect(['A2', 'A3', 'E3'].map((address) => sheet.getCell(address).alignment.horizontal)).toEqual([
      'right',
      'left',
      'right',
    ]);
    expect(sheet.model.merges).toEqual(expect.arrayContaining(['A1:F1', 'A2:F2', 'A3:D3', 'E3:F3']));
  });

  it('keeps a table that fits on one page, and lets a long one run on', async () => {
    const items = Array.from({ length: 60 }, (_, index) => `2019${String(index + 100).slice(1)}9`);
    const long = packOf(items.map((item) => ['income', item, 'general', 'appropriation', 1_000_000]));
    const longWorkbook = await readBack(long);
    const pagesOf = (id: string) =>
      sheetOf(longWorkbook, long.tables.find((model) => model.id === id) as TableModel).pageSetup.fitToHeight;
    expect(pagesOf('income')).toBe(0);
    for (const id of ['summary', 'general-basic', 'appropriation-summary']) expect(pagesOf(id)).toBe(1);
  });

  it('keeps text that looks like a formula as text', async () => {
    const texts = ['=SUM(A1:A9)', '+1', '-1', '@x'];
    const [first] = pack.tables;
    if (first === undefined) throw new Error('the pack is empty');
    const body = first.body.map((cells, line) =>
      cells.map((cell) => (cell.kind === 'label' ? { ...cell, text: texts[line] ?? cell.text } : cell)),
    );
    const odd = { ...pack, tables: [{ ...first, notes: ['=1+1'], body }] };
    const sheet = (await readBack(odd)).worksheets[0] as ExcelJS.Worksheet;
    for (const [line, text] of texts.entries()) expect(sheet.getCell(5 + line, 1).value).toBe(text);
    expect(sheet.getCell(sheet.rowCount, 1).value).toBe('=1+1');
  });
});

it('a worksheet name holds nothing that Excel refuses and at most 31 characters', () => {
  expect(worksheetName(3, { title: "收/支[决]算'表" })).toBe('03 收 支 决 算 表');
  expect(worksheetName(12, { title: '长'.repeat(40) })).toHaveLength(31);
});

describe('equal books', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('give equal bytes, at whatever hour and in whatever time zone they are exported', async () => {
    const exports: Uint8Array[] = [];
    for (const [clock, zone] of [
      ['2025-08-20T02:00:00Z', 'Asia/Shanghai'],
      ['2031-01-31T23:59:59Z', 'America/New_York'],
    ] as const) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(clock) });
      vi.stubEnv('TZ', zone);
      exports.push(await publishedWorkbook(packOf(FIGURES), PROPERTIES));
    }
    const [first, second] = exports;
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
  });
});
