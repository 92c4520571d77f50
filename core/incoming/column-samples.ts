import type { Grid } from '../recognition/grid.ts';
import type { IncomingColumn } from './incoming.ts';

/** So many texts of a column are shown, to know it by; so many rows are looked at for them. */
const SAMPLES = 3;
const ROWS = 60;

/** The columns with the first texts that stand under each, also where nobody knows yet what it means. */
export function withSamples(columns: readonly IncomingColumn[], grid: Grid, from: number): IncomingColumn[] {
  const rows = grid.rowsBetween(from, Number.POSITIVE_INFINITY).slice(0, ROWS);
  return columns.map((column) => {
    const texts = rows.map((row) => grid.at(row, column.index)?.text.trim() ?? '');
    return { ...column, samples: texts.filter((text) => text !== '').slice(0, SAMPLES) };
  });
}
