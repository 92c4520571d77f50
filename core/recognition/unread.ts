import { columnLetters } from '../page/column-letters.ts';
import { readAmount } from './amount.ts';
import type { Layout } from './layout.ts';
import type { TablePlace } from './read-rows.ts';
import type { RecognisedRow } from './recognised.ts';
import { KEY_WORDS } from './words.ts';

/** What is read as a name or left aside: numbers there are no amounts. */
const NO_AMOUNTS: readonly (string | undefined)[] = ['code', 'name', 'label', 'part', 'aside'];

/** The table that is asked about, and what was read of it. */
export interface ReadTable {
  readonly place: TablePlace;
  readonly layout: Layout;
  readonly rows: readonly RecognisedRow[];
  /** its last row */
  readonly last: number;
}

/**
 * The numbers other than 0 from the head of a table down to the next one that came into none of its rows, one sentence
 * for each column that is not understood and one for the rows: those below the notes, say. A number must not be passed
 * over in silence.
 *
 * @param to the row behind the last that may belong to it
 */
export function unreadNumbers({ place, layout, rows, last }: ReadTable, to: number): string[] {
  const { grid, head, money } = place;
  const read = new Set(rows.flatMap(({ cells }) => Object.values(cells).map(({ address }) => address)));
  const known = new Set(
    layout.kind === 'items'
      ? layout.columns.keys()
      : layout.groups.flatMap(({ amounts }) => [...amounts.keys()]),
  );
  const headings = new Map(head.columns.map(({ column, stack }) => [column, stack.at(-1)]));
  const unreadColumns = new Set<number>();
  const unreadRows = new Set<number>();
  for (const row of grid.rowsBetween(head.bodyTop, to)) {
    for (const cell of grid.row(row)) {
      const { column, fault } = cell;
      if (!known.has(column) && NO_AMOUNTS.includes(KEY_WORDS.get(headings.get(column) ?? ''))) continue;
      if (read.has(grid.address(row, column))) continue;
      if ((readAmount(cell, money).amount ?? 0) === 0 && fault === undefined) continue;
      if (row <= last && !known.has(column)) unreadColumns.add(column);
      else unreadRows.add(row);
    }
  }
  return [
    ...[...unreadColumns].sort((a, b) => a - b).map((column) => columnText(column, headings.get(column))),
    ...(unreadRows.size === 0 ? [] : [`对方工作表${rowsText([...unreadRows])}还有数，认不出是表里的哪一行`]),
  ];
}

function columnText(column: number, heading: string | undefined): string {
  return heading === undefined
    ? `对方工作表 ${columnLetters(column)} 列有数，上面没有栏目名`
    : `对方的“${heading}”栏认不出是哪一栏`;
}

const MOST_NAMED_ROWS = 5;

function rowsText(rows: readonly number[]): string {
  const named = rows.slice(0, MOST_NAMED_ROWS).map((row) => row + 1);
  return `第 ${named.join('、')} 行${rows.length > named.length ? `等 ${rows.length} 行` : ''}`;
}
