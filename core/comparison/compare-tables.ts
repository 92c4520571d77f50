import type { MoneyUnit } from '../money/fen.ts';
import { fen } from '../money/fen.ts';
import { formatPrinted, roundToPrinted } from '../money/format.ts';
import type { TableId } from '../profiles/profile.ts';
import { type SideLines, sideLinesOf } from '../recognition/lines.ts';
import type { Recognition } from '../recognition/recognise.ts';
import type { RecognisedCell, RecognisedRow, RecognisedTable } from '../recognition/recognised.ts';
import { lineLabel, TOTAL_LABELS } from '../recognition/words.ts';
import type { TableModel, TablePack, TableRow, TableValue } from '../tables/model.ts';
import { columnTitle } from '../tables/titles.ts';
import type { Comparison, Difference } from './comparison.ts';

/** Compares our tables with those that were recognised in another workbook, number by number. */
export function compareTables(pack: TablePack, file: string, found: Recognition): Comparison {
  const lines = sideLinesOf(pack.year);
  const pairs = pack.tables.flatMap((table) => {
    const theirs = found.tables.find(({ id }) => id === table.id);
    return theirs === undefined ? [] : [{ table, theirs, ...compareTable(table, theirs, lines) }];
  });
  const ids = new Set(pack.tables.map(({ id }) => id));
  const additional = found.tables.filter(({ id }) => !ids.has(id));
  return {
    file,
    differences: pairs.flatMap(({ differences }) => differences),
    compared: pairs.map(({ table: { id, title }, theirs: { sheet }, equal }) => ({
      table: id,
      title,
      sheet,
      equal,
    })),
    missing: pack.tables
      .filter(({ id }) => !pairs.some(({ table }) => table.id === id))
      .map(({ title }) => title),
    unrecognised: bySheet([
      ...found.unrecognised,
      ...additional.map(({ sheet, title }) => ({
        sheet,
        reason: `“${title || sheet}”在现用的报表格式里没有，没有核对`,
      })),
    ]),
  };
}

/** One entry for each worksheet, in the order in which they came up. */
function bySheet(entries: Comparison['unrecognised']): Comparison['unrecognised'] {
  return [...new Set(entries.map(({ sheet }) => sheet))].map((sheet) => ({
    sheet,
    reason: entries
      .filter((entry) => entry.sheet === sheet)
      .map(({ reason }) => reason)
      .join('；'),
  }));
}

interface Compared {
  readonly differences: readonly Difference[];
  readonly equal: number;
}

function compareTable(table: TableModel, theirs: RecognisedTable, lines: SideLines): Compared {
  const unit = theirs.money;
  // where the other workbook prints no codes, names alone tell the rows apart
  const byName = theirs.rows.every(({ code }) => code === undefined);
  const keys = (rows: readonly (TableRow | RecognisedRow)[]) =>
    numbered(rows.map((row) => keyOf(row, { table: table.id, byName, lines })));
  const theirKeys = keys(theirs.rows);
  const byKey = new Map(theirs.rows.map((row, index) => [theirKeys[index], row]));
  const matched = keys(table.rows).map((key) => byKey.get(key));
  const taken = new Set(matched);
  const columns = new Set(theirs.columns);
  const differences: Difference[] = [];
  let equal = 0;
  for (const [index, row] of table.rows.entries()) {
    const other = matched[index];
    const shared = Object.entries(row.cells).filter(([column]) => columns.has(column));
    if (other === undefined) {
      const numbers = shared.filter(([, value]) => ours(value, unit).amount !== 0);
      if (numbers.length > 0) differences.push(missingRow(table, index, numbers, unit));
      continue;
    }
    for (const [column, cell] of Object.entries(other.cells)) {
      if (!isPrintedBy(table, column)) continue;
      const own = ours(row.cells[column], unit);
      if (cell.unreadable !== true && own.amount === (cell.amount ?? 0)) {
        if (own.amount !== 0) equal += 1;
      } else {
        differences.push(cellDifference(table, index, column, cell, unit));
      }
    }
  }
  for (const row of theirs.rows) {
    if (!taken.has(row)) differences.push(...additionalRow(table, row, unit));
  }
  return { differences, equal };
}

/** One of our columns; a column that we do not print is none of our business. */
function isPrintedBy({ rows }: TableModel, column: string): boolean {
  return rows.some(({ cells }) => Object.hasOwn(cells, column));
}

interface Naming {
  readonly table: TableId;
  readonly byName: boolean;
  readonly lines: SideLines;
}

/** What tells a row from the others of its table, in every print of it. */
function keyOf(row: TableRow | RecognisedRow, { table, byName, lines }: Naming): string {
  const { kind, side, code, item = '', label } = row;
  if (side !== undefined) {
    const name = item.startsWith('opening_') ? item : lines.itemOf(side, label);
    return JSON.stringify([side, code ?? name]);
  }
  if (code !== undefined && !byName) return code;
  if (ITEMS[table]?.includes(item) === true) return item;
  const bare = lineLabel(label);
  return kind === 'total' && TOTAL_LABELS.has(bare) ? 'total' : bare;
}

/** Numbers the keys that come up again: a second row of one name is another row. */
function numbered(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${key}#${times}`;
  });
}

const BASIC_TOTALS = ['personnel_total', 'public_total'];

/** The rows that are known by an item in every print of a table. */
const ITEMS: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  'general-basic': BASIC_TOTALS,
  'gov-fund-basic': BASIC_TOTALS,
  'three-public': ['total', 'abroad', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'],
};

interface OwnAmount {
  readonly text: string;
  /** as it is compared: to two decimals of the other workbook's unit, blank as 0 */
  readonly amount: number;
}

/** 万元 are compared as printed, 元 with the exact amount, which has no more decimals. */
function ours(value: TableValue | undefined, unit: MoneyUnit): OwnAmount {
  const amount = roundToPrinted(value?.exact ?? fen(0), unit);
  return {
    amount,
    text: unit === 'wan' || value?.printed === '' ? (value?.printed ?? '') : inUnit(amount, unit),
  };
}

function inUnit(amount: number, unit: MoneyUnit): string {
  return `${formatPrinted(fen(amount), unit)}${unit === 'yuan' ? ' 元' : ''}`;
}

const SIDE_NAMES = { income: '收入', expenditure: '支出' };

function placeOf({ side, code, label }: TableRow | RecognisedRow): string[] {
  const name = side !== undefined || code === undefined ? label : `${code} ${label}`.trim();
  return [...(side === undefined ? [] : [SIDE_NAMES[side]]), name || '没有名称的行'];
}

function titleOf(table: TableModel, column: string): string {
  if (table.id === 'three-public') return column === 'budget' ? '预算数' : '决算数';
  return columnTitle(table, column);
}

function cellDifference(
  table: TableModel,
  index: number,
  column: string,
  cell: RecognisedCell,
  unit: MoneyUnit,
): Difference {
  const row = table.rows[index];
  const own = ours(row?.cells[column], unit);
  const isText = cell.text === '' || cell.unreadable === true || unit === 'wan';
  return {
    table: table.id,
    title: table.title,
    row: index,
    column,
    place: [...(row === undefined ? [] : placeOf(row)), titleOf(table, column)].join(' › '),
    ours: own.text,
    theirs: isText ? cell.text : `${cell.text} 元`,
    difference: cell.unreadable === true ? '' : inUnit(own.amount - (cell.amount ?? 0), unit),
    where: cell.address,
  };
}

/** Our row that the other workbook lacks. */
function missingRow(
  table: TableModel,
  index: number,
  numbers: readonly (readonly [string, TableValue])[],
  unit: MoneyUnit,
): Difference {
  const row = table.rows[index];
  return {
    table: table.id,
    title: table.title,
    row: index,
    column: '',
    place: row === undefined ? '' : placeOf(row).join(' › '),
    ours: numbers.map(([column, value]) => `${titleOf(table, column)} ${ours(value, unit).text}`).join('，'),
    theirs: '',
    difference: '',
    where: '',
  };
}

/** A row that stands in the other workbook alone, unless it says nothing but zeros. */
function additionalRow(table: TableModel, row: RecognisedRow, unit: MoneyUnit): Difference[] {
  const numbers = Object.entries(row.cells).filter(
    ([column, { amount, unreadable }]) =>
      isPrintedBy(table, column) && ((amount ?? 0) !== 0 || unreadable === true),
  );
  const [first] = numbers;
  if (first === undefined) return [];
  return [
    {
      table: table.id,
      title: table.title,
      row: null,
      column: '',
      place: placeOf(row).join(' › '),
      ours: '',
      theirs: numbers
        .map(([column, { text }]) => `${titleOf(table, column)} ${text}${unit === 'yuan' ? ' 元' : ''}`)
        .join('，'),
      difference: '',
      where: first[1].address,
    },
  ];
}
