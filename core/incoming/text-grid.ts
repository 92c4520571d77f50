import type { GridCell, SheetGrid } from '../recognition/grid.ts';

/** Lines that are looked at to tell what parts the cells. */
const SAMPLE_LENGTH = 5_000;

/**
 * A text of cells as a worksheet: CSV (RFC 4180), or what Excel puts on the clipboard, which is parted by tabs. A
 * quotation mark that is never closed is a mark like any other, so that it swallows nothing.
 */
export function textGrid(name: string, text: string): SheetGrid {
  const plain = text.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(plain.slice(0, SAMPLE_LENGTH));
  const cells: GridCell[] = [];
  let [at, row, column] = [0, 0, 0];
  while (at < plain.length) {
    const { body, end } = cellAt(plain, at, delimiter);
    if (body.trim() !== '')
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, text: body, isNumber: false });
    if (plain[end] === delimiter) {
      column += 1;
      at = end + 1;
    } else {
      row += 1;
      column = 0;
      at = end + (plain.startsWith('\r\n', end) ? 2 : 1);
    }
  }
  return { name, cells };
}

/** Tabs part cells wherever there are any: a comma is then one of thousands. */
function delimiterOf(sample: string): string {
  if (sample.includes('\t')) return '\t';
  const semicolons = sample.split(';').length;
  return semicolons > sample.split(',').length ? ';' : ',';
}

function cellAt(text: string, from: number, delimiter: string): { body: string; end: number } {
  const quoted = text[from] === '"' ? quotedCell(text, from, delimiter) : null;
  if (quoted !== null) return quoted;
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { body: text.slice(from, end), end };
}

/** `null`: the mark is not closed, or something stands behind the closing one. */
function quotedCell(text: string, from: number, delimiter: string): { body: string; end: number } | null {
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const after = text[close + 1];
  const isCell = close !== -1 && (after === undefined || [delimiter, '\n', '\r'].includes(after));
  return isCell ? { body: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 } : null;
}
