import type { TableModel, TableRow } from '../../core/tables/model.ts';
import { numberKey } from '../../core/tables/moved.ts';

export interface PreviewCell {
  readonly key: string;
  readonly text: string;
}

export interface PreviewRow {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly kind: TableRow['kind'];
  readonly cells: readonly PreviewCell[];
}

/** A public table in the narrow room of the panel: its numbers without the columns in which nothing is printed. */
export interface PreviewTable {
  readonly headings: readonly string[];
  readonly rows: readonly PreviewRow[];
}

/** The lowest heading over the column in which a number of the row is printed. */
function headingOf({ body, header }: TableModel, row: number, column: string): string {
  const place = body.flat().find(({ value }) => value?.row === row && value.column === column)?.column ?? -1;
  const above = header.flatMap((line) =>
    line.filter((cell) => cell.column <= place && place < cell.column + cell.columnSpan),
  );
  return (above.at(-1)?.text ?? '').replaceAll('\n', '');
}

export function previewTable(model: TableModel): PreviewTable {
  const headings = new Map<string, string>();
  for (const [index, { cells }] of model.rows.entries()) {
    for (const [column, { printed }] of Object.entries(cells)) {
      if (printed !== '' && !headings.has(column)) headings.set(column, headingOf(model, index, column));
    }
  }
  const order = [...new Set(model.rows.flatMap(({ cells }) => Object.keys(cells)))];
  const columns = order.filter((column) => headings.has(column));
  const rows = model.rows.flatMap((row, index): PreviewRow[] => {
    const cells = columns.map((column) => ({
      key: numberKey(index, column),
      text: row.cells[column]?.printed ?? '',
    }));
    if (cells.every(({ text }) => text === '')) return [];
    const { kind, code = '', label } = row;
    return [{ key: String(index), code, label: label.trim(), kind, cells }];
  });
  return { headings: columns.map((column) => headings.get(column) ?? ''), rows };
}
