import type { Classification } from '../classification/classification.ts';
import type { CellText } from '../figures/figure.ts';
import { FreeRowIds } from '../figures/free-row-ids.ts';
import { type Fund, findSheet, SHEETS, type SheetDefinition } from '../figures/sheets.ts';
import { Grid, type SheetGrid } from '../recognition/grid.ts';
import { plain } from '../recognition/words.ts';
import type { ImportChoices } from './choices.ts';
import { meaningOf, meaningsOf, requiredOf } from './column-meaning.ts';
import { withSamples } from './column-samples.ts';
import type { ImportReading, IncomingColumn, IncomingFigure, IncomingTable } from './incoming.ts';
import type { RememberedColumn } from './remembered.ts';
import { columnFault, keyOf, moneyOf, type TableColumn, tableColumns, takesMoney } from './table-columns.ts';
import { findTableHead, type TableHead } from './table-head.ts';
import { tableRemarks } from './table-remarks.ts';
import { readTableRows } from './table-rows.ts';
import { FUND_WORDS, sheetsNamedIn } from './table-words.ts';

/** What a table is read with. */
export interface TableReading {
  readonly choices: ImportChoices;
  readonly classification: Classification;
  /** names of rows of the clerk's own, of all units of the year */
  readonly named: readonly CellText[];
  readonly remembered: readonly RememberedColumn[];
  /** what a figure's source is called: 表格 or 粘贴 */
  readonly source: string;
}

/** Reads tables of our own sheets, one on each worksheet, by their head words. */
export function readTables(sheets: readonly SheetGrid[], reading: TableReading): ImportReading {
  const ids = new FreeRowIds(reading.choices.unit, reading.named);
  const tables: IncomingTable[] = [];
  const unread: { sheet: string; reason: string }[] = [];
  const figures: IncomingFigure[] = [];
  const cellTexts = new Map<string, ImportReading['cellTexts'][number]>();
  const remarks: string[] = [];
  const stated: { unit: string | null; year: number | null } = { unit: null, year: null };
  const seen = new Map<string, string>();
  for (const sheet of sheets) {
    const grid = new Grid(sheet);
    const head = findTableHead(grid);
    if (head === null) {
      const reason =
        grid.rows.length === 0
          ? '工作表是空的'
          : '没有找到表头，表头要有科目编码（或名称、项目）和录入表的栏目名';
      unread.push({ sheet: sheet.name, reason });
      continue;
    }
    stated.unit ??= head.unit;
    stated.year ??= head.year;
    const read = readOne(grid, head, reading, { ids, seen });
    tables.push(read.table);
    figures.push(...read.figures);
    remarks.push(...read.remarks);
    for (const text of read.cellTexts) {
      cellTexts.set(JSON.stringify([text.sheet, text.row, text.column]), text);
    }
  }
  return {
    tables,
    figures,
    texts: [],
    cellTexts: [...cellTexts.values()],
    ties: [],
    unread,
    stated,
    remarks,
  };
}

interface Shared {
  readonly ids: FreeRowIds;
  /** the addresses that were read, with their places */
  readonly seen: Map<string, string>;
}

type ReadTable = Pick<ImportReading, 'figures' | 'cellTexts' | 'remarks'> & { readonly table: IncomingTable };

function readOne(grid: Grid, head: TableHead, reading: TableReading, shared: Shared): ReadTable {
  const { choices } = reading;
  const id = grid.name;
  const isLeft = choices.leftTables.includes(id);
  const sheet = sheetOf(grid, head, choices);
  const found = tableColumns(grid, head, sheet, reading);
  const columns = withSamples(found.map(incomingColumn), grid, head.bodyTop);
  const { money, fault: moneyFault } = moneyOf(sheet, found, head.money, choices.money);
  const common = { id, sheet: grid.name, isLeft };
  if (sheet === null) {
    const table: IncomingTable = {
      ...common,
      name: grid.name,
      money: money ?? 'yuan',
      columns,
      meanings: [],
      rows: [],
      fault: '认不出是哪张录入表，选定录入表后再导入。',
    };
    return { table, figures: [], cellTexts: [], remarks: [] };
  }
  const isUnitless = money === null && takesMoney(sheet, found);
  const fault =
    columnFault(sheet, found, head, choices) ||
    moneyFault ||
    (isUnitless ? '表上没有写明金额单位，选定是元还是万元。' : '');
  const fund = fundNamed([...head.caption, grid.name].join(' '));
  const known = { id, sheet, columns, money: money ?? 'yuan', fund, choices };
  // what is not taken from here may be taken from another table
  const seen = isLeft || fault !== '' ? new Map(shared.seen) : shared.seen;
  const read = readTableRows(grid, head, { ...reading, ...known, ids: shared.ids, seen });
  const mapping = columns.some((column) => keyOf(sheet, column.meaning) === '@code');
  const codeColumn = columns.find(({ meaning }) => meaning === '@code' || meaning === '@part')?.index;
  const table: IncomingTable = {
    ...common,
    report: sheet.name,
    name: sheet.name,
    money: money ?? 'yuan',
    columns,
    meanings: meaningsOf(
      sheet,
      columns.map(({ meaning }) => meaning),
    ),
    // as long as the whole table waits for a choice, nobody knows what its rows say
    rows: fault === '' ? read.rows : read.rows.map((row) => ({ ...row, sentence: '' })),
    fault: fault === '' ? read.fault : fault,
    ...(mapping && codeColumn !== undefined ? { codeColumn } : {}),
  };
  const isTaken = !isLeft && table.fault === '';
  if (!isTaken) return { table, figures: [], cellTexts: [], remarks: [] };
  const { figures, cellTexts } = read;
  return { table, figures, cellTexts, remarks: tableRemarks(grid, head, { ...known, figures }) };
}

function incomingColumn({
  money: _,
  otherYear: __,
  isNameless: ___,
  ...column
}: TableColumn): IncomingColumn {
  return column;
}

/**
 * `政府性基金收入` → gov_fund: the fund of a whole table. A title that names several decides nothing, nor does one that
 * says what is not in the table.
 */
function fundNamed(title: string): Fund | null {
  const text = plain(title);
  if (/不含|不包括|除.*外|扣除/.test(text)) return null;
  const found = [...FUND_WORDS].filter(([word, fund]) => fund !== '' && text.includes(word));
  const [fund, ...others] = new Set(found.map(([, each]) => each));
  return others.length > 0 ? null : (fund ?? null);
}

function sheetOf(grid: Grid, head: TableHead, choices: ImportChoices): SheetDefinition | null {
  if (choices.sheet !== null) return findSheet(choices.sheet) ?? null;
  const named = sheetsNamedIn([...head.caption, grid.name].join(' '));
  const scored = SHEETS.map((sheet) => ({
    sheet,
    named: named.includes(sheet.id) ? named.length - named.indexOf(sheet.id) : 0,
    columns: figureColumns(sheet, head),
    rows: knownRows(grid, head, sheet),
  })).filter(({ columns, sheet }) => columns > 0 && hasKey(sheet, head));
  const best = scored.toSorted((a, b) => b.named - a.named || b.columns - a.columns || b.rows - a.rows);
  const [first, second] = best;
  if (first === undefined) return null;
  const isSame =
    second !== undefined &&
    second.named === first.named &&
    second.columns === first.columns &&
    second.rows === first.rows;
  return isSame ? null : first.sheet;
}

function figureColumns(sheet: SheetDefinition, head: TableHead): number {
  const ids = head.columns
    .map(({ stack }) => meaningOf(sheet, stack))
    .filter((id) => id !== '' && !id.startsWith('@'));
  return new Set(ids).size;
}

function hasKey(sheet: SheetDefinition, head: TableHead): boolean {
  const ids = head.columns.map(({ stack }) => keyOf(sheet, meaningOf(sheet, stack)));
  const required = requiredOf(sheet) ?? '@code';
  return ids.includes(required) || ids.includes('@name');
}

const MOST_SAMPLED = 200;

/** How many of the first rows fit the kind of rows that a sheet has. */
function knownRows(grid: Grid, head: TableHead, sheet: SheetDefinition): number {
  const rows = grid.rowsBetween(head.bodyTop, Number.POSITIVE_INFINITY).slice(0, MOST_SAMPLED);
  const items = sheet.rows.kind === 'list' ? new Set(sheet.rows.items.map(({ name }) => name)) : null;
  const code = {
    function: /^\d{7}$/,
    'function-or-blank': /^\d{7}$/,
    economic: /^3\d{4}$/,
    list: null,
    free: null,
  }[sheet.rows.kind];
  return rows.filter((row) =>
    grid
      .row(row)
      .slice(0, 4)
      .some(({ text }) => items?.has(text.trim()) || code?.test(text.trim())),
  ).length;
}
