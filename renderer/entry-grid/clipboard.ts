/**
 * Reads a block of cells as Excel and WPS put it on the clipboard: tabs between cells, CRLF behind rows, and in quotes
 * a cell that itself holds a tab, a line break or a quote. The line break at the end begins no further row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g;
  for (const match of text.matchAll(cells)) {
    const [whole, quoted, plain = '', end] = match;
    const isRest = whole === '' && match.index === text.length && row.length === 0;
    if (isRest) break;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\t') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}

/** The other way round; Excel wants the line break behind the last row too. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quotedIfNeeded).join('\t')}\r\n`).join('');
}

function quotedIfNeeded(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same block as a table, which Excel prefers, and Word pastes as a table. */
export function toHtml(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n|\r|\n/g, '<br style="mso-data-placement:same-cell">');
}

/** A text for one line of input: what Excel copies of a single cell ends with a line break. */
export function inOneLine(text: string): string {
  return /[\t\r\n]/.test(text) ? text.replace(/[\r\n]+$/, '').replace(/[\t\r\n]+/g, ' ') : text;
}
