import type { Classification } from '../classification/classification.ts';
import type { ColumnMeaning, IncomingColumn } from '../incoming/incoming.ts';
import type { Grid } from '../recognition/grid.ts';
import { readYuan } from './amounts.ts';
import { type CodeRow, codeRows } from './code-rows.ts';
import { compareRows } from './compare-rows.ts';
import type { CodeTable } from './mapping.ts';
import type { ReadCell, ReadRow } from './report.ts';
import { sentences } from './texts.ts';

/** What is known of a table before its lines are read. Rows are numbered as Excel does. */
export interface ReadingOf {
  readonly grid: Grid;
  readonly from: number;
  readonly columns: readonly IncomingColumn[];
  readonly meanings: readonly ColumnMeaning[];
  readonly isLeft: (row: number) => boolean;
  readonly isMended: (row: number, column: number) => boolean;
  readonly classification: Classification;
}

const KEYS: ReadonlySet<string> = new Set(['code', 'name']);

/** The lines of a table of 项, each judged by itself, then compared with its sums. */
export function readCodeTable(table: CodeTable, reading: ReadingOf): ReadRow[] {
  const { grid, from, columns, meanings, isLeft, classification } = reading;
  const at = (meaning: string) =>
    columns.filter((column) => column.meaning === meaning).map(({ index }) => index);
  const amounts = columns.filter(({ meaning }) => meaning !== '' && !KEYS.has(meaning));
  const place = { from, code: at('code'), name: at('name')[0] ?? null, isLeft };
  const lines = codeRows(grid, place, classification);
  const rows = lines.map((line) => judgedRow(line, amounts, reading));
  return compareRows(
    rows,
    table,
    meanings,
    amounts.map(({ meaning }) => meaning),
  );
}

function judgedRow(line: CodeRow, columns: readonly IncomingColumn[], reading: ReadingOf): ReadRow {
  const number = line.row + 1;
  const cells = columns.map((column) => readCell(reading, line.row, column));
  const { kind, code, name, hasItem } = line;
  const row = { row: number, kind, code, name, hasItem, lines: [] };
  const isEmpty = cells.every(({ amount, fault }) => amount === null && fault === undefined);
  if (reading.isLeft(number)) return { ...row, cells, verdict: 'left', sentence: '按选择不取。' };
  if (isEmpty) return { ...row, cells, verdict: 'left', sentence: '' };
  const codeCells = codeCellOf(line, reading);
  const all = [...codeCells, ...cells];
  const faults = faultsOf(cells, reading.meanings);
  if (line.fault !== '' || faults !== '') {
    return { ...row, cells: all, verdict: 'refused', sentence: sentences(line.fault, faults) };
  }
  const verdict = line.doubt === '' ? 'taken' : 'doubtful';
  return { ...row, cells: all, verdict, sentence: line.doubt };
}

export function readCell(
  { grid, isMended }: ReadingOf,
  row: number,
  { index, meaning }: IncomingColumn,
  read = readYuan,
): ReadCell {
  // not the merged cell that covers it: an amount stands in its own
  const cell = grid.at(row, index);
  const { amount, fault } = read(cell);
  return {
    column: index,
    meaning,
    amount,
    text: cell?.text ?? '',
    ...(fault === undefined ? {} : { fault }),
    ...(isMended(row + 1, index) ? { isMended: true as const } : {}),
  };
}

export function faultsOf(cells: readonly ReadCell[], meanings: readonly ColumnMeaning[]): string {
  const nameOf = (id: string) => meanings.find((meaning) => meaning.id === id)?.name ?? id;
  return cells
    .flatMap(({ meaning, fault }) => (fault === undefined ? [] : [`${nameOf(meaning)}：${fault}`]))
    .join('');
}

/** The code as a cell, where it is wrong or was mended. */
function codeCellOf({ row, code, fault }: CodeRow, { columns, isMended }: ReadingOf): ReadCell[] {
  const column = columns.find(({ meaning }) => meaning === 'code')?.index;
  if (column === undefined) return [];
  const mended = isMended(row + 1, column);
  if (fault === '' && !mended) return [];
  return [
    {
      column,
      meaning: 'code',
      amount: null,
      text: code,
      ...(fault === '' ? {} : { fault }),
      ...(mended ? { isMended: true as const } : {}),
    },
  ];
}
