import { type Amount, ReportPage, type ReportStyle } from './report-page.ts';

interface PageLine {
  readonly label: string;
  /** in the columns of its block; absent: dashes */
  readonly amounts?: readonly Amount[];
  readonly isCount?: true;
  /** the label is merged over the block before, its amounts stand in this one */
  readonly isWide?: true;
}

/** Labels with amounts at their right. */
export interface PageBlock {
  /** over all of it; `''`: nothing */
  readonly title: string;
  readonly label: string;
  readonly columns: readonly (readonly string[])[];
  readonly lines: readonly PageLine[];
}

interface LinePage {
  readonly sheet: string;
  readonly title: string;
  readonly number: string;
  readonly unit: string;
  readonly year: number;
  readonly blocks: readonly PageBlock[];
}

const HEAD = 3;

/** A table with fixed lines, in blocks side by side. */
export function linePage(table: LinePage, style: ReportStyle): ReportPage {
  const { blocks } = table;
  const page = new ReportPage(table.sheet, style);
  const widths = blocks.map(({ columns }) => columns.length + 2);
  page.top(
    table.title,
    table.number,
    table,
    widths.reduce((sum, width) => sum + width, 0),
  );
  const depth = Math.max(...blocks.flatMap(({ columns }) => columns.map((path) => path.length))) + 1;
  let start = 0;
  let order = 1;
  for (const [index, block] of blocks.entries()) {
    const width = widths[index] ?? 0;
    page.text(HEAD, start, block.title, { columns: width });
    page.text(HEAD + 1, start, block.label, { rows: depth - 1 });
    page.text(HEAD + 1, start + 1, '行次', { rows: depth - 1 });
    for (const [place, path] of block.columns.entries()) {
      for (const [level, text] of path.entries()) {
        const isFirst = block.columns[place - 1]?.[level] !== text || level === path.length - 1;
        const same = block.columns.slice(place).findIndex((other) => other[level] !== text);
        const columns = level === path.length - 1 ? 1 : same === -1 ? block.columns.length - place : same;
        const rows = level === path.length - 1 ? depth - 1 - level : 1;
        if (isFirst) page.text(HEAD + 1 + level, start + 2 + place, text, { rows, columns });
      }
      page.number(HEAD + depth, start + 2 + place, order);
      order += 1;
    }
    page.text(HEAD + depth, start, '栏次');
    writeLines(page, block, { start, row: HEAD + depth + 1, before: widths[index - 1] ?? 0 });
    start += width;
  }
  return page;
}

function writeLines(
  page: ReportPage,
  { lines, columns }: PageBlock,
  at: { readonly start: number; readonly row: number; readonly before: number },
) {
  for (const [index, { label, amounts, isCount, isWide }] of lines.entries()) {
    const row = at.row + index;
    if (isWide) page.text(row, at.start - at.before, label, { columns: at.before });
    else page.text(row, at.start, label);
    if (label === '') continue;
    page.number(row, at.start + 1, index + 1);
    for (const place of columns.keys()) {
      const amount = amounts?.[place] ?? null;
      if (isCount) page.count(row, at.start + 2 + place, amount);
      else page.amount(row, at.start + 2 + place, amount);
    }
  }
}
