import { type AmountFault, parseAmount } from '../money/parse.ts';
import type { Grid } from '../recognition/grid.ts';
import { plain } from '../recognition/words.ts';
import { textOf } from './cell-value.ts';
import { isAside } from './table-words.ts';

/** What ends a table: a note below it, or who signed it; 编制规划 is a row like any other. */
const BEHIND =
  /^((注|说明|备注):|(填表|填报|制表|审核|编制|复核|打印|单位负责)(人|单位|部门|日期|时间)?(签[字章])?(:|$))/;

/** The rows of a table below its head, without numbers of columns that are printed again, up to what stands behind it. */
export function bodyRows(grid: Grid, top: number): number[] {
  const { rows } = partedRows(grid, top);
  return rows.filter((row) => !isOrders(grid, row));
}

/** The rows behind a table: nothing of them is read. */
export function rowsBehind(grid: Grid, top: number): readonly number[] {
  return partedRows(grid, top).behind;
}

function partedRows(grid: Grid, top: number) {
  const rows = grid.rowsBetween(top, Number.POSITIVE_INFINITY);
  const found = rows.findIndex((row) => BEHIND.test(plain(grid.row(row)[0]?.text ?? '')));
  const end = found === -1 ? rows.length : found;
  return { rows: rows.slice(0, end), behind: rows.slice(end) };
}

function isOrders(grid: Grid, row: number): boolean {
  const cells = grid.row(row);
  return (
    cells.some(({ text }) => isAside(text)) &&
    cells.every(({ text }) => isAside(text) || /^\d{1,2}$/.test(text))
  );
}

/** What a text is that does not look like an amount; the others are amounts that are written wrongly. */
const NO_AMOUNTS: readonly AmountFault[] = ['not-a-number', 'leading-zero'];

/** Whether a column holds an amount that is not 0 below the head, or what should be one. */
export function hasAmounts(grid: Grid, rows: readonly number[], column: number): boolean {
  return rows.some((row) => {
    const cell = grid.at(row, column);
    const read = parseAmount(textOf(cell), 'wan');
    if (!read.ok) return cell?.fault !== undefined || !NO_AMOUNTS.includes(read.error);
    return read.value !== null && read.value !== 0;
  });
}
