import type { TableModel, TableRow } from './model.ts';

const keyOf = ({ kind, side, code, item, label }: TableRow) =>
  JSON.stringify([kind, side, code, item ?? label]);

/** Names a number of a table: index of its row, and its column. */
export function numberKey(row: number, column: string): string {
  return `${row}/${column}`;
}

/** The numbers of `after` that print otherwise than in the same table before; those of a new row among them. */
export function movedNumbers(before: TableModel, after: TableModel): Set<string> {
  const old = new Map(before.rows.map((row) => [keyOf(row), row.cells]));
  const moved = new Set<string>();
  for (const [index, row] of after.rows.entries()) {
    const earlier = old.get(keyOf(row));
    for (const [column, { printed }] of Object.entries(row.cells)) {
      if ((earlier?.[column]?.printed ?? '') !== printed) moved.add(numberKey(index, column));
    }
  }
  return moved;
}

/** Whether any number of the table is computed from the sheet. */
export function isFedBy(table: TableModel, sheet: string): boolean {
  return table.rows.some((row) =>
    Object.values(row.cells).some(({ formula }) => formula.terms.some((term) => term.sheet === sheet)),
  );
}
