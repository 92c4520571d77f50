import type { Side, TableModel, TableRow } from './model.ts';
import { headingsOver } from './titles.ts';

interface PreviewCell {
  readonly text: string;
  /** it printed otherwise before the last step */
  readonly moved: boolean;
}

export interface PreviewRow {
  readonly kind: TableRow['kind'];
  /** of a table that prints 收入 and 支出 beside each other: those of 收入 come first; `null`: it does not */
  readonly side: Side | null;
  /** `''`: none, or one that the label stands for */
  readonly code: string;
  readonly label: string;
  readonly cells: readonly PreviewCell[];
}

/** A public table beside the sheet that feeds it: its numbers, without the columns and rows in which nothing is printed. */
export interface PreviewTable {
  readonly id: TableModel['id'];
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly PreviewRow[];
  /** rows of a long table that are left out, because nothing in them has moved */
  readonly omitted: number;
  /** how many numbers have moved */
  readonly moved: number;
  /** what is said in the place of numbers in a table that has none; `''`: it has some */
  readonly note: string;
}

/** What a table printed, by row and column: all that the next preview needs to remember of it. */
export type Printed = ReadonlyMap<string, string>;

/** A longer table is shown by its sums and by what has moved. */
const MOST_ROWS = 200;

const SIDES: readonly (Side | null)[] = ['income', 'expenditure', null];

const keyOf = ({ kind, side, code, item, label }: TableRow, column: string) =>
  JSON.stringify([kind, side, code, item ?? label, column]);

export function printedOf(table: TableModel): Printed {
  return new Map(
    table.rows.flatMap((row) =>
      Object.entries(row.cells).map(([column, { printed }]) => [keyOf(row, column), printed] as const),
    ),
  );
}

/** Whether any number of the table is computed from the sheet. */
export function isFedBy(table: TableModel, sheet: string): boolean {
  return table.rows.some((row) =>
    Object.values(row.cells).some(({ formula }) => formula.terms.some((term) => term.sheet === sheet)),
  );
}

/**
 * @param before what the table printed before the last step; `null`: nothing to compare with
 */
export function previewTable(table: TableModel, before: Printed | null): PreviewTable {
  const headings = headingsOf(table);
  const columns = [...headings.keys()];
  const rows = table.rows.flatMap((row): PreviewRow[] => {
    const cells = columns.map((column): PreviewCell => {
      const text = row.cells[column]?.printed ?? '';
      return { text, moved: before !== null && (before.get(keyOf(row, column)) ?? '') !== text };
    });
    if (cells.every(({ text, moved }) => text === '' && !moved)) return [];
    const { kind, side = null, code = '' } = row;
    return [{ kind, side, code: side === null ? code : '', label: row.label.trim(), cells }];
  });
  rows.sort((one, other) => SIDES.indexOf(one.side) - SIDES.indexOf(other.side));
  const shown = rows.length <= MOST_ROWS ? rows : rows.filter(isOutstanding).slice(0, MOST_ROWS);
  return {
    id: table.id,
    title: table.title,
    headings: [...headings.values()],
    rows: shown,
    omitted: rows.length - shown.length,
    moved: rows.flatMap(({ cells }) => cells.filter(({ moved }) => moved)).length,
    note: table.empty ? (table.notes.at(-1) ?? '') : '',
  };
}

/** 合计 and 类, and whatever has moved. */
function isOutstanding({ kind, code, cells }: PreviewRow): boolean {
  return kind !== 'code' || code.length === 3 || cells.some(({ moved }) => moved);
}

/** The columns in which anything is printed, with the lowest heading over each. */
function headingsOf(table: TableModel): Map<string, string> {
  const { body, rows } = table;
  const printed = new Set(
    rows.flatMap(({ cells }) =>
      Object.entries(cells).flatMap(([column, cell]) => (cell.printed === '' ? [] : [column])),
    ),
  );
  const headings = new Map<string, string>();
  for (const { column, value } of body.flat()) {
    if (value === undefined || !printed.has(value.column) || headings.has(value.column)) continue;
    headings.set(value.column, headingsOver(table, column).at(-1) ?? '');
    if (headings.size === printed.size) break;
  }
  return headings;
}
