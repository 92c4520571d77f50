import { fen, type MoneyUnit } from '../money/fen.ts';
import { formatPrinted, roundToPrinted } from '../money/format.ts';
import type { RecognisedCell, RecognisedRow } from '../recognition/recognised.ts';
import { rowPath } from '../tables/describe.ts';
import type { TableModel, TableRow, TableValue } from '../tables/model.ts';
import { columnTitle } from '../tables/titles.ts';
import type { Difference } from './comparison.ts';

/** One of our columns; a column that we do not print is none of our business. */
export function isPrintedBy({ rows }: TableModel, column: string): boolean {
  return rows.some(({ cells }) => Object.hasOwn(cells, column));
}

interface OwnAmount {
  readonly text: string;
  /** as it is compared: to two decimals of the other workbook's unit, blank as 0 */
  readonly amount: number;
}

/** 万元 are compared as printed, 元 with the exact amount, which has no more decimals. */
export function ours(value: TableValue | undefined, unit: MoneyUnit): OwnAmount {
  const amount = roundToPrinted(value?.exact ?? fen(0), unit);
  return {
    amount,
    text: unit === 'wan' || value?.printed === '' ? (value?.printed ?? '') : inUnit(amount, unit),
  };
}

function inUnit(amount: number, unit: MoneyUnit): string {
  return `${formatPrinted(fen(amount), unit)}${unit === 'yuan' ? ' 元' : ''}`;
}

function placeOf(row: TableRow | RecognisedRow): string[] {
  return rowPath(row).map((name) => name.trim() || '没有名称的行');
}

export function titleOf(table: TableModel, column: string): string {
  if (table.id === 'three-public') return column === 'budget' ? '预算数' : '决算数';
  return columnTitle(table, column);
}

export function cellDifference(
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
export function missingRow(
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
export function additionalRow(table: TableModel, row: RecognisedRow, unit: MoneyUnit): Difference[] {
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
