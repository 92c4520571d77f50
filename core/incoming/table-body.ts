import type { Grid } from '../recognition/grid.ts';
import { plain } from '../recognition/words.ts';
import { isAside } from './table-words.ts';

/** What ends a table: a note below it, or who signed it. */
const BEHIND = /^(注[:：]|说明[:：]|备注[:：]|填表|制表|审核|编制|复核|打印|单位负责人)/;

/** The rows of a table below its head, without numbers of columns that are printed again, up to what stands behind it. */
export function bodyRows(grid: Grid, top: number): number[] {
  const rows = grid.rowsBetween(top, Number.POSITIVE_INFINITY);
  const end = rows.findIndex((row) => BEHIND.test(plain(grid.row(row)[0]?.text ?? '')));
  return rows.slice(0, end === -1 ? rows.length : end).filter((row) => !isOrders(grid, row));
}

function isOrders(grid: Grid, row: number): boolean {
  const cells = grid.row(row);
  return (
    cells.some(({ text }) => isAside(text)) &&
    cells.every(({ text }) => isAside(text) || /^\d{1,2}$/.test(text))
  );
}

/** Whether a column holds an amount that is not 0 below the head. */
export function hasAmounts(grid: Grid, rows: readonly number[], column: number): boolean {
  return rows.some((row) => {
    const said = plain(grid.at(row, column)?.text ?? '');
    return /^-?\d[\d,]*(\.\d+)?$/.test(said) && /[1-9]/.test(said);
  });
}
