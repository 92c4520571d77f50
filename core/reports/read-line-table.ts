import { findColumn, findSheet } from '../figures/sheets.ts';
import type { IncomingColumn } from '../incoming/incoming.ts';
import type { Grid } from '../recognition/grid.ts';
import { plain } from '../recognition/words.ts';
import { readCount, readYuan } from './amounts.ts';
import { isEnd } from './code-rows.ts';
import type { LineTable, ReportLine } from './mapping.ts';
import { faultsOf, type ReadingOf, readCell } from './read-code-table.ts';
import type { ReadRow } from './report.ts';
import { isPart, reportLabel } from './texts.ts';

/** Labels with the amounts at their right; a table has two or three of them side by side. */
interface Block {
  readonly label: number;
  readonly amounts: readonly IncomingColumn[];
  /** what stands above the present line */
  readonly seen: string[];
  whole: string;
}

function blocksOf(columns: readonly IncomingColumn[]): Block[] {
  const labels = columns.filter(({ meaning }) => meaning === 'label').map(({ index }) => index);
  return labels.map((label, place) => {
    const next = labels[place + 1] ?? Number.POSITIVE_INFINITY;
    const within = columns.filter(({ index }) => index > label && index < next);
    const amounts = within.filter(({ meaning }) => meaning !== '' && meaning !== 'line');
    return { label, amounts, seen: [], whole: '' };
  });
}

/** The label of each block in a row. A label merged over a whole block belongs to the amounts of the next one. */
function labelsOf(grid: Grid, row: number, blocks: readonly Block[]): string[] {
  const own = blocks.map(({ label }) => grid.at(row, label)?.text.trim() ?? '');
  const hasAmount = (block: Block | undefined) =>
    block?.amounts.some(({ index }) => grid.at(row, index) !== undefined) ?? false;
  for (let index = blocks.length - 1; index > 0; index -= 1) {
    const [before, block] = [blocks[index - 1], blocks[index]];
    if (own[index] === '' && own[index - 1] !== '' && hasAmount(block) && !hasAmount(before)) {
      own[index] = own[index - 1] ?? '';
      own[index - 1] = '';
    }
  }
  return own;
}

/** The rows of a table with fixed lines. A row is left where nothing of it is taken. */
export function readLineTable(table: LineTable, year: number, reading: ReadingOf): ReadRow[] {
  const { grid, from } = reading;
  const blocks = blocksOf(reading.columns);
  const lines = table.lines.filter(({ since }) => (since ?? year) <= year);
  const found = new Set<ReportLine>();
  const rows: ReadRow[] = [];
  for (const row of grid.rows.filter((each) => each >= from)) {
    const labels = labelsOf(grid, row, blocks);
    if (isEnd(plain(grid.row(row)[0]?.text ?? ''))) break;
    const taken = blocks.flatMap((block, place) => {
      const text = labels[place] ?? '';
      const line = text === '' ? undefined : lineOf(lines, block, text, found);
      if (line !== undefined) found.add(line);
      return line === undefined ? [] : [{ line, block }];
    });
    rows.push(rowOf(row, labels, taken, reading));
  }
  return rows;
}

function lineOf(
  lines: readonly ReportLine[],
  block: Block,
  text: string,
  found: ReadonlySet<ReportLine>,
): ReportLine | undefined {
  const label = reportLabel(text);
  const forms = [label, `${block.whole}/${label}`];
  const line = lines.find(
    (each) =>
      !found.has(each) &&
      forms.some((form) => each.label.test(form)) &&
      (each.after === undefined || block.seen.some((above) => each.after?.test(above))) &&
      !(each.until !== undefined && block.seen.some((above) => each.until?.test(above))),
  );
  block.seen.push(label);
  if (!isPart(text)) block.whole = label;
  return line;
}

function rowOf(
  row: number,
  labels: readonly string[],
  taken: readonly { readonly line: ReportLine; readonly block: Block }[],
  reading: ReadingOf,
): ReadRow {
  const number = row + 1;
  const lines = taken.map(({ line, block }) => {
    const read = isCount(line) ? readCount : readYuan;
    return { line, cells: block.amounts.map((column) => readCell(reading, row, column, read)) };
  });
  const cells = lines.flatMap((line) => line.cells);
  const name = labels.filter((label) => label !== '').join('；');
  const base = { row: number, kind: 'lines' as const, code: '', name, hasItem: false, cells };
  if (reading.isLeft(number)) return { ...base, lines: [], verdict: 'left', sentence: '按选择不取。' };
  const faults = faultsOf(cells, reading.meanings);
  if (faults !== '') return { ...base, lines, verdict: 'refused', sentence: faults };
  const isEmpty = cells.every(({ amount }) => amount === null);
  return { ...base, lines, verdict: isEmpty ? 'left' : 'taken', sentence: '' };
}

function isCount({ feeds }: ReportLine): boolean {
  return feeds.some(({ sheet, column }) => {
    const definition = findSheet(sheet);
    return definition !== undefined && findColumn(definition, column)?.kind === 'count';
  });
}
