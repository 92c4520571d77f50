import { formatPrinted } from '../../core/money/format.ts';
import { type PageCell, pageRows } from '../../core/page/page-rows.ts';
import type { TableModel } from '../../core/tables/model.ts';

/** Without it Excel takes UTF-8 for the system's own encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * One table as its page shows it, from the title to the last note: a field for each printed column, the text of merged
 * cells once and on one line, numbers as printed but without separators.
 */
export function tableCsv(model: TableModel): Uint8Array {
  const grid = pageRows(model).map(({ cells }) => {
    const fields = model.columns.map(() => '');
    for (const cell of cells) fields[cell.column] = fieldOf(cell);
    return fields.join(',');
  });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${grid.map((line) => `${line}\r\n`).join('')}`);
}

function fieldOf({ exact, text }: PageCell): string {
  return exact === undefined ? textField(text) : formatPrinted(exact, 'wan').replaceAll(',', '');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe, which says that it is text. */
function textField(text: string): string {
  const line = text.replaceAll('\n', '');
  const safe = /^[=+\-@\t\r]/.test(line) ? `'${line}` : line;
  return /[",\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
