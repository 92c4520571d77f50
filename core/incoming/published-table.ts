import type { Classification } from '../classification/classification.ts';
import { functionItemProblem } from '../figures/code-rules.ts';
import { FEN_PER_UNIT, type MoneyUnit } from '../money/fen.ts';
import type { TableId } from '../profiles/profile.ts';
import { columnName } from '../recognition/layout.ts';
import type { RecognisedRow, RecognisedTable } from '../recognition/recognised.ts';
import type { ImportChoices } from './choices.ts';
import type { IncomingColumn, IncomingRow, IncomingTable } from './incoming.ts';
import { type Part, type SumCell, sumSentence } from './sum-rows.ts';

/** The tables whose rows are 款 of the economic classification. */
const ECONOMIC: readonly TableId[] = ['general-basic', 'gov-fund-basic'];

/** Tail of one printed number, 分: half of the last of its two decimals. */
const tailOf = (money: MoneyUnit) => FEN_PER_UNIT[money] / 200;

const idOf = ({ sheet, id }: Pick<RecognisedTable, 'sheet' | 'id'>) => `${sheet}#${id}`;

/** `03 支出决算表!D12` → 12 */
export function rowNumber(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0);
}

function columnIndex(address: string): number {
  const letters = /([A-Z]+)\d+$/.exec(address)?.[1] ?? 'A';
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function leftRows(table: RecognisedTable, choices: ImportChoices): ReadonlySet<number> {
  const id = idOf(table);
  return new Set(choices.leftRows.filter((each) => each.table === id).map(({ row }) => row));
}

function leafLength(id: TableId): number {
  return ECONOMIC.includes(id) ? 5 : 7;
}

/** Why nothing of a row can be taken; `null`: it can. */
export function faultOf(row: RecognisedRow, id: TableId, classification: Classification): string | null {
  const unreadable = Object.values(row.cells).find((cell) => cell.unreadable);
  if (unreadable !== undefined)
    return `${unreadable.address}：${unreadable.text}，填上应有的数，或不取此行。`;
  if (row.code?.length !== 7 || leafLength(id) !== 7) return null;
  const where = `第 ${rowNumber(row.address)} 行`;
  return functionItemProblem(row.code, classification, { where })?.message ?? null;
}

/** A public table with what becomes of each of its rows. */
export function incomingTable(
  table: RecognisedTable,
  choices: ImportChoices,
  classification: Classification,
): IncomingTable {
  const id = idOf(table);
  const left = leftRows(table, choices);
  const first = table.rows.find(({ cells }) => Object.keys(cells).length > 0);
  const columns = table.columns.map(
    (column): IncomingColumn => ({
      index: columnIndex(first?.cells[column]?.address ?? ''),
      path: columnName(table.id, column),
      order: '',
      meaning: column,
      isChosen: false,
    }),
  );
  const parts = partsOf(table, left);
  const mendedCells = new Set(
    choices.mended.filter((each) => each.table === id).map(({ row, column }) => `${row}/${column}`),
  );
  const rows = table.rows.map((row): IncomingRow => {
    const number = rowNumber(row.address);
    const cells = table.columns.flatMap((column) => {
      const cell = row.cells[column];
      if (cell === undefined) return [];
      const index = columnIndex(cell.address);
      return [
        {
          column: index,
          text: cell.text,
          ...(cell.unreadable ? { fault: cell.text } : {}),
          ...(mendedCells.has(`${number}/${index}`) ? { isMended: true as const } : {}),
        },
      ];
    });
    const shown = { row: number, code: row.code ?? '', name: row.label, cells };
    if (left.has(number)) return { ...shown, verdict: 'left', sentence: '没有取这一行。' };
    const fault = faultOf(row, table.id, classification);
    if (fault !== null) return { ...shown, verdict: 'refused', sentence: fault };
    if (row.code?.length === leafLength(table.id) || row.kind === 'line')
      return { ...shown, verdict: 'taken', sentence: '' };
    const sentence = sumSentence(sumsOf(table, row), parts, {
      money: table.money,
      tail: tailOf(table.money),
    });
    return { ...shown, verdict: sentence === '' ? 'compared' : 'doubtful', sentence };
  });
  return {
    id,
    name: `公开表 ${table.title || table.sheet}`,
    sheet: table.sheet,
    money: table.money,
    columns,
    meanings: columns.map(({ meaning, path }) => ({ id: meaning, name: path, required: false })),
    rows,
    fault: '',
    isLeft: choices.leftTables.includes(id),
  };
}

function partsOf(table: RecognisedTable, left: ReadonlySet<number>): Part[] {
  return table.rows.flatMap((row) =>
    row.code?.length === leafLength(table.id) && !left.has(rowNumber(row.address))
      ? table.columns.map((column, index) => ({
          code: row.code ?? '',
          column: index,
          value: row.cells[column]?.amount ?? 0,
        }))
      : [],
  );
}

/** What a 类, 款 or 合计 says; the totals of 人员 and 公用经费 are checked elsewhere. */
function sumsOf(table: RecognisedTable, row: RecognisedRow): SumCell[] {
  if (row.code === undefined && (row.item !== undefined || row.side !== undefined)) return [];
  return table.columns.flatMap((column, index) => {
    const value = row.cells[column]?.amount ?? null;
    return value === null
      ? []
      : [{ under: row.code ?? '', column: index, heading: columnName(table.id, column), value }];
  });
}
