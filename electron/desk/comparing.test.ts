import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTables } from '../../core/comparison/compare-tables.ts';
import { fen } from '../../core/money/fen.ts';
import { BUILT_IN_PROFILES, builtInProfile } from '../../core/profiles/built-in.ts';
import type { GridCell, SheetGrid } from '../../core/recognition/grid.ts';
import { recogniseTables } from '../../core/recognition/recognise.ts';
import { buildTables } from '../../core/tables/build.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { FigureSums } from '../../core/tables/sums.ts';
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

const read = new Map<TablePack, Promise<SheetGrid[]>>();

/** The worksheets that our workbook of a pack holds, read once: to write and to read it takes longest. */
function worksheets(pack: TablePack): Promise<SheetGrid[]> {
  const known = read.get(pack) ?? written(pack).then(readWorkbook);
  read.set(pack, known);
  return known;
}

/** mof prints 全年预算, the others 年初预算: under one heading two different numbers. */
const isBudget = ({ table, column }: { table: string; column: string }) =>
  table === 'three-public' && column === 'budget';

describe('our own published workbook', () => {
  it.each(PACKS)('%s in %s has no difference from our tables in any profile', async (name, profile, pack) => {
    const found = recogniseTables(await worksheets(pack), pack.year);
    for (const [, theirs, other] of PACKS.filter(([each]) => each === name)) {
      const { differences, compared, complete, missing, unrecognised } = compareTables(other, 'x', found);
      const isOneBudget = (profile === 'mof') === (theirs === 'mof');
      expect(differences.filter((each) => isOneBudget || !isBudget(each))).toEqual([]);
      const both = other.tables.filter(({ id }) => pack.tables.some((table) => table.id === id));
      expect(compared.map(({ table }) => table)).toEqual(both.map(({ id }) => id));
      // no sample has 国有资本经营预算, whose short form prints fewer columns than the long one
      expect(compared.flatMap(({ uncompared }) => uncompared)).toEqual([]);
      expect(complete).toBe(other.tables.every((table) => table.empty || both.includes(table)));
      expect(missing).toHaveLength(other.tables.length - both.length);
      expect(unrecognised).toHaveLength(pack.tables.length - both.length);
    }
  });

  it.each(PACKS)('%s in %s has no difference where all merged cells were parted', async (_, __, pack) => {
    const sheets = (await worksheets(pack)).map(({ name, cells }) => ({
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
        const { differences, complete, missing, unrecognised } = await compareWithWorkbook(
          pack,
          await written(pack),
        );
        expect({ differences, complete, missing, unrecognised }).toEqual({
          differences: [],
          complete: true,
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

  /** Whether a clerk would read that nothing differs, of one worksheet in place of our table's. */
  function isPassedOver(pack: TablePack, index: number, cells: readonly GridCell[]): boolean {
    const name = `0${index + 1}`;
    const one = { ...pack, tables: pack.tables.slice(index, index + 1) };
    const { differences, complete } = compareTables(one, 'x', recogniseTables([{ name, cells }], pack.year));
    return differences.length === 0 && complete;
  }

  it.each(examples)('of %s in %s is said where a word stands for a number, wherever', async (_, __, pack) => {
    const sheets = await readWorkbook(await written(pack));
    const numbers = await amountCells(join(folder.path, 'other.xlsx'));
    const silent = numbers.filter(({ sheet, row, column }) => {
      const index = sheets.findIndex(({ name }) => name === sheet);
      const { cells = [] } = sheets[index] ?? {};
      const isMeant = (cell: GridCell) => cell.row === row && cell.column === column && cell.isNumber;
      const word = ['合计', '小计', '金额', '项目支出', '见附件'][(row + column) % 5] ?? '';
      const worded = cells.map((cell) => (isMeant(cell) ? { ...cell, text: word, isNumber: false } : cell));
      return (
        cells.some((cell) => isMeant(cell) && Number(cell.text) !== 0) && isPassedOver(pack, index, worded)
      );
    });
    expect(silent).toEqual([]);
  });

  it.each(examples)('of %s in %s is said of a number behind or below the table', async (_, __, pack) => {
    const sheets = await worksheets(pack);
    const silent = sheets.flatMap(({ name, cells }, index) => {
      const numbers = cells.filter(({ isNumber }) => isNumber);
      const [row, column] = [numbers.at(-1)?.row ?? 0, Math.max(...numbers.map((each) => each.column))];
      const [bottom, right] = [Math.max(...cells.map((each) => each.row)) + 2, column + 1];
      const places = [[bottom, column], [bottom, right], ...(row === 0 ? [] : [[row, right]])];
      return places.flatMap(([top = 0, left = 0]) => {
        if (numbers.length === 0 || cells.some((each) => each.row === top && each.column === left)) return [];
        const at = { row: top, column: left, rowSpan: 1, columnSpan: 1 };
        const passed = isPassedOver(pack, index, [...cells, { ...at, text: '1,234.50', isNumber: false }]);
        return passed ? [`${name} ${top} ${left}`] : [];
      });
    });
    expect(silent).toEqual([]);
  });

  // the heading of columns with numbers is another one, or gone: nobody may read that nothing differs
  it.each(examples)('of %s in %s is said, whichever heading is not understood', async (_, __, pack) => {
    const sheets = await worksheets(pack);
    let tried = 0;
    const silent = sheets.flatMap(({ cells }, index) => {
      const firstNumber = Math.min(...cells.filter(({ isNumber }) => isNumber).map(({ row }) => row));
      return cells.flatMap((head) => {
        const isBelow = ({ row, column, isNumber }: GridCell) =>
          isNumber && row > head.row && column >= head.column && column < head.column + head.columnSpan;
        if (head.isNumber || head.row >= firstNumber || !cells.some(isBelow)) return [];
        return ['', '其他各项', '1（调整）', '合计'].filter((text) => {
          tried += 1;
          const changed = cells.map((cell) => {
            if (cell === head) return { ...cell, text };
            return isBelow(cell) ? { ...cell, text: '9999' } : cell;
          });
          return isPassedOver(pack, index, changed);
        });
      });
    });
    expect(silent).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  });

  it.each(examples)('of %s in %s is said, whichever column was taken out', async (_, __, pack) => {
    const sheets = await worksheets(pack);
    let tried = 0;
    const silent = sheets.flatMap(({ name, cells }, index) => {
      const columns = [...new Set(cells.filter(({ isNumber }) => isNumber).map(({ column }) => column))];
      return columns.flatMap((gone) => {
        tried += 1;
        const rest = cells.flatMap((cell) => {
          const { column, columnSpan } = cell;
          if (column > gone) return [{ ...cell, column: column - 1 }];
          if (column + columnSpan <= gone) return [cell];
          return columnSpan === 1 ? [] : [{ ...cell, columnSpan: columnSpan - 1 }];
        });
        return isPassedOver(pack, index, rest) ? [`${name} ${gone}`] : [];
      });
    });
    expect(silent).toEqual([]);
    expect(tried).toBeGreaterThan(20);
  });

  it('of 国有资本经营预算 is said where one form prints columns that the other does not, both ways', async () => {
    const money = { fund: 'state_capital', measure: 'actual', row: '2230101', value: fen(100_00) } as const;
    const sums = new FigureSums([
      { sheet: 'income', column: 'appropriation', ...money },
      { sheet: 'balance', column: 'last_closing', ...money },
      { sheet: 'expenditure', column: 'project', ...money },
    ]);
    const [short, long] = ['mof', 'shanghai'].map((id) => {
      const profile = builtInProfile(id);
      if (profile === undefined) throw new Error(`no profile ${id}`);
      return buildTables({ profile, year: 2024, name: '某局', entity: '部门', sums });
    });
    if (short === undefined || long === undefined) throw new Error('no packs');
    const told = async (ours: TablePack, theirs: TablePack) => {
      const { differences, compared, complete } = await compareWithWorkbook(ours, await written(theirs));
      return { differences, complete, uncompared: compared.flatMap(({ uncompared }) => uncompared) };
    };
    const columns = ['年初结转和结余', '本年收入', '年末结转和结余'];
    expect(await told(long, short)).toEqual({
      differences: [],
      complete: false,
      uncompared: columns.map((name) => `对方没有“${name}”栏，或认不出`),
    });
    expect(await told(short, long)).toEqual({
      differences: [],
      complete: false,
      uncompared: columns.map((name) => `对方的“${name}”栏，我方的报表格式没有`),
    });
  });

  it('is a difference under a merged cell, and where a word stands in place of a number', async () => {
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
    const worded = ['合计', '小计', '金额', '项目支出'].map((text) =>
      withCells((cell) => (cell === amount ? [{ ...cell, text, isNumber: false }] : [cell])),
    );
    const letters = String.fromCharCode(65 + amount.column);
    for (const changedSheets of [merged, ...worded]) {
      const { differences } = compareTables(pack, 'x', recogniseTables(changedSheets, pack.year));
      expect(differences.map(({ where }) => where)).toContain(
        `${sheets[4]?.name}!${letters}${amount.row + 1}`,
      );
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
