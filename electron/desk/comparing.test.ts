import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTables } from '../../core/comparison/compare-tables.ts';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import type { GridCell, SheetGrid } from '../../core/recognition/grid.ts';
import { recogniseTables } from '../../core/recognition/recognise.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { randomBook } from '../../core/testing/random-book.ts';
import { packOfBook, SAMPLE_NAMES, sampleBook } from '../../core/testing/sample.ts';
import { publishedWorkbook } from '../export/published-workbook.ts';
import { readWorkbook } from '../import/read-workbook.ts';
import { bookFolder } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { compareWithWorkbook } from './comparing.ts';

const PROPERTIES = { author: '示例', title: '公开表', at: new Date('2025-08-20T02:00:00Z') };
const folder = bookFolder('comparing');
const PROFILES = BUILT_IN_PROFILES.map(({ id }) => id);
const PACKS = SAMPLE_NAMES.flatMap((name) =>
  PROFILES.map((profile): [string, string, TablePack] => [
    name,
    profile,
    packOfBook(sampleBook(name), null, profile),
  ]),
);

async function written(pack: TablePack): Promise<string> {
  const file = join(folder.path, 'other.xlsx');
  writeFileSync(file, await publishedWorkbook(pack, PROPERTIES));
  return file;
}

/** mof prints 全年预算, the others 年初预算: under one heading two different numbers. */
const isBudget = ({ table, column }: { table: string; column: string }) =>
  table === 'three-public' && column === 'budget';

describe('our own published workbook', () => {
  it.each(PACKS)('%s in %s has no difference from our tables in any profile', async (name, profile, pack) => {
    const file = await written(pack);
    for (const [, theirs, other] of PACKS.filter(([each]) => each === name)) {
      const { differences, compared, missing, unrecognised } = await compareWithWorkbook(other, file);
      const isOneBudget = (profile === 'mof') === (theirs === 'mof');
      expect(differences.filter((each) => isOneBudget || !isBudget(each))).toEqual([]);
      const both = other.tables.filter(({ id }) => pack.tables.some((table) => table.id === id));
      expect(compared.map(({ table }) => table)).toEqual(both.map(({ id }) => id));
      expect(missing).toHaveLength(other.tables.length - both.length);
      expect(unrecognised).toHaveLength(pack.tables.length - both.length);
    }
  });

  it.each(PACKS)('%s in %s has no difference where all merged cells were parted', async (_, __, pack) => {
    const sheets = (await readWorkbook(await written(pack))).map(({ name, cells }) => ({
      name,
      cells: cells.map((cell) => ({ ...cell, rowSpan: 1, columnSpan: 1 })),
    }));
    const { differences, missing } = compareTables(pack, 'x', recogniseTables(sheets, pack.year));
    expect({ differences, missing }).toEqual({ differences: [], missing: [] });
  });

  it('of any book has no difference from its own tables', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, fc.constantFrom(...PROFILES), async (book, profile) => {
        const pack = packOfBook(book, null, profile);
        const { differences, missing, unrecognised } = await compareWithWorkbook(pack, await written(pack));
        expect({ differences, missing, unrecognised }).toEqual({
          differences: [],
          missing: [],
          unrecognised: [],
        });
      }),
      { numRuns: 12 },
    );
  });
});

/** All cells for amounts, blank ones included: those with their number format. */
async function amountCells(file: string): Promise<{ sheet: string; row: number; column: number }[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const found: { sheet: string; row: number; column: number }[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row, top) => {
      row.eachCell({ includeEmpty: true }, (cell, left) => {
        if (cell.numFmt !== '#,##0.00' || cell.master !== cell) return;
        found.push({ sheet: sheet.name, row: top - 1, column: left - 1 });
      });
    });
  }
  return found;
}

/** The worksheet of a cell with another number in it. */
function changed(
  sheets: readonly SheetGrid[],
  at: { sheet: string; row: number; column: number },
  number: (before: number) => string,
): SheetGrid {
  const cells = sheets.find(({ name }) => name === at.sheet)?.cells ?? [];
  const before = cells.find(({ row, column }) => row === at.row && column === at.column);
  const text = number(Number(before?.text ?? 0));
  const cell: GridCell = { rowSpan: 1, columnSpan: 1, ...at, ...before, text, isNumber: true };
  return { name: at.sheet, cells: [...cells.filter((other) => other !== before), cell] };
}

describe('one number changed in a workbook', () => {
  // where nothing stands behind a blank cell of ours, the number is one of a row that only they have
  it.each(PACKS.filter(([name]) => /^(example|yichuanlu)/.test(name)))(
    'of %s in %s is found, that cell and no other, wherever it is',
    async (_, __, pack) => {
      const file = await written(pack);
      const sheets = await readWorkbook(file);
      const cells = await amountCells(file);
      const printed = sheets.flatMap(({ cells: all }) => all.filter(({ isNumber }) => isNumber));
      expect(cells.length).toBeGreaterThan(printed.length);
      expect(printed.length).toBeGreaterThan(150);
      const offsets = [0.01, -0.01, 9, -1000, 0.1];
      const missed = cells.filter((cell, index) => {
        const other = changed(sheets, cell, (before) => String(before + (offsets[index % 5] ?? 1)));
        const { differences } = compareTables(pack, 'x', recogniseTables([other], pack.year));
        const letters = String.fromCharCode(65 + cell.column);
        const [only] = differences;
        return differences.length !== 1 || only?.where !== `${cell.sheet}!${letters}${cell.row + 1}`;
      });
      expect(missed).toEqual([]);
    },
  );
});

describe('what could not be compared', () => {
  const examples = PACKS.filter(([name]) => name.startsWith('example'));

  it.each(examples)('of %s in %s: nothing, in its own workbook', async (_, __, pack) => {
    const { complete, compared } = await compareWithWorkbook(pack, await written(pack));
    expect(complete).toBe(true);
    expect(compared.flatMap(({ uncompared }) => uncompared)).toEqual([]);
  });

  // the heading of a column with numbers is another one, or gone: nobody may read that nothing differs
  it.each(examples)('of %s in %s is said, whichever heading is not understood', async (_, __, pack) => {
    const sheets = await readWorkbook(await written(pack));
    const silent = sheets.flatMap((sheet) => {
      const firstNumber = Math.min(...sheet.cells.filter(({ isNumber }) => isNumber).map(({ row }) => row));
      const heads = sheet.cells.filter(({ row, isNumber }) => !isNumber && 1 < row && row < firstNumber);
      return heads.flatMap((head) => {
        const below = sheet.cells.filter(
          ({ row, column, isNumber }) => isNumber && row > head.row && column === head.column,
        );
        if (below.length === 0 || head.columnSpan > 1) return [];
        return ['', '其他各项'].filter((text) => {
          const cells = sheet.cells.map((cell) => {
            if (cell === head) return { ...cell, text };
            return below.includes(cell) ? { ...cell, text: '9999' } : cell;
          });
          const others = sheets.filter((other) => other !== sheet);
          const found = recogniseTables([...others, { name: sheet.name, cells }], pack.year);
          const { differences, complete } = compareTables(pack, 'x', found);
          return differences.length === 0 && complete;
        });
      });
    });
    expect(silent).toEqual([]);
  });

  it('is said of a number under a merged cell, and of a word in its place', async () => {
    const [[, , pack] = []] = examples;
    if (pack === undefined) throw new Error('no sample');
    const sheets = await readWorkbook(await written(pack));
    const [amount] = sheets[4]?.cells.filter(({ isNumber, text }) => isNumber && Number(text) > 100) ?? [];
    if (amount === undefined) throw new Error('no amount');
    const withCells = (change: (cell: GridCell) => GridCell[]) =>
      sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.flatMap(change) }));
    const merged = withCells((cell) => {
      if (cell === amount) return [];
      const isLeft = cell.row === amount.row && cell.column === amount.column - 1;
      return isLeft && sheets[4]?.cells.includes(cell) ? [{ ...cell, columnSpan: 2 }] : [cell];
    });
    const worded = withCells((cell) =>
      cell === amount ? [{ ...cell, text: '小计', isNumber: false }] : [cell],
    );
    for (const changedSheets of [merged, worded]) {
      const { differences, complete } = compareTables(pack, 'x', recogniseTables(changedSheets, pack.year));
      expect(differences.length > 0 || !complete).toBe(true);
    }
  });
});

describe('a workbook without our tables', () => {
  it('is refused in one sentence, with the reason of its first worksheet', async () => {
    const [[, , pack] = []] = PACKS;
    if (pack === undefined) throw new Error('no sample');
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('预算').addRow(['收入支出预算总表']);
    const file = join(folder.path, '预算.xlsx');
    await workbook.xlsx.writeFile(file);
    expect(await problemOf(() => compareWithWorkbook(pack, file))).toBe('no-public-tables');
  });
});
