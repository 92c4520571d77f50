import type { Classification } from '../classification/classification.ts';
import type { ImportChoices } from '../incoming/choices.ts';
import { withSamples } from '../incoming/column-samples.ts';
import type { IncomingColumn } from '../incoming/incoming.ts';
import { Grid, type GridCell, type SheetGrid } from '../recognition/grid.ts';
import { yearsIn } from '../recognition/stated.ts';
import { plain } from '../recognition/words.ts';
import { meaningsOf, readColumns } from './columns.ts';
import { type ReportHead, readHead } from './head.ts';
import type { ReportTable } from './mapping.ts';
import { readCodeTable } from './read-code-table.ts';
import { readLineTable } from './read-line-table.ts';
import { type ReportTop, recogniseReport } from './recognise.ts';
import { Report } from './report.ts';

export interface ReportOptions {
  /** of the book that it goes into */
  readonly year: number;
  readonly classification: Classification;
  readonly choices: Pick<ImportChoices, 'mended' | 'leftRows' | 'leftTables' | 'meanings'>;
  /** what the clerk chose in earlier files, by `IncomingTable.report` and the path of the column */
  readonly remembered: readonly {
    readonly report: string;
    readonly path: string;
    readonly meaning: string;
  }[];
}

export interface ReadSheet {
  readonly report: Report;
  readonly top: ReportTop;
}

/** Equal each time the file is read, also where the clerk mended something: names of worksheets are unique. */
function idOf({ report }: ReportTable, sheet: string): string {
  return `${report} ${sheet}`;
}

/** One worksheet as a table of the official system, or why it is none. */
export function readReport(
  sheet: SheetGrid,
  options: ReportOptions,
): ReadSheet | { readonly reason: string } {
  const { year, classification, choices } = options;
  const recognised = recogniseReport(new Grid(sheet), year);
  if ('reason' in recognised) return recognised;
  const { table, top } = recognised;
  const id = idOf(table, sheet.name);
  const mended = choices.mended.filter((each) => each.table === id);
  const grid = new Grid(mendedSheet(sheet, mended));
  const isLeft = choices.leftTables.includes(id);
  const meanings = meaningsOf(table, classification);
  const head = readHead(grid, top.bottom, table.form);
  if (head === null) {
    const fault = `《${sheet.name}》是${table.report}，但没有找到表头（栏次行），核对版式或不取这张表。`;
    const content = { id, table, sheet: sheet.name, columns: [], meanings, rows: [], fault, isLeft };
    return { report: new Report(content), top };
  }
  const chosen = [
    ...options.remembered.filter(({ report }) => report === table.report),
    ...choices.meanings.filter((each) => each.table === id),
  ];
  const { columns, fault } = readColumns(table, head.columns, chosen, classification);
  const settled = new Set(choices.meanings.filter((each) => each.table === id).map(({ path }) => path));
  const left = new Set(choices.leftRows.filter((each) => each.table === id).map(({ row }) => row));
  const changed = new Set(mended.map(({ row, column }) => `${row} ${column}`));
  const reading = {
    grid,
    from: head.bottom,
    columns,
    meanings,
    isLeft: (row: number) => left.has(row),
    isMended: (row: number, column: number) => changed.has(`${row} ${column}`),
    classification,
  };
  const rows = table.form === 'codes' ? readCodeTable(table, reading) : readLineTable(table, year, reading);
  const codeColumn =
    table.form === 'codes' ? columns.find(({ meaning }) => meaning === 'code')?.index : undefined;
  const content = {
    id,
    table,
    sheet: sheet.name,
    columns: withSamples(columns, grid, head.bottom),
    meanings,
    rows,
    fault: `${topFault(top, year) || headFault({ grid, head, columns, settled }, year)}${fault}`,
    isLeft,
    ...(codeColumn === undefined ? {} : { codeColumn }),
  };
  return { report: new Report(content), top };
}

const NOT_YUAN = '财决报表按元填列，不换算，改用以元为单位的文件。';

/** Another unit or year is never reckoned over: who has the wrong file must see it. */
function topFault({ money, years }: ReportTop, year: number): string {
  const wrong = money.find((each) => each !== '元');
  const unit = wrong === undefined ? '' : `金额单位是${wrong}，${NOT_YUAN}`;
  const stated = years.find((each) => each !== year);
  const other =
    stated === undefined ? '' : `是 ${stated} 年度的表，现在导入的是 ${year} 年度，换文件或换年度。`;
  return `${unit}${other}`;
}

/** 万元, 千元 …: with words behind it, as in 50万元以上, it is none. */
const LARGER = /([百千万亿]+元)(?!\p{Script=Han})/u;

interface Heading {
  readonly grid: Grid;
  readonly head: ReportHead;
  readonly columns: readonly IncomingColumn[];
  /** paths of columns that the clerk said the meaning of in this file: not of another year, whatever is over them */
  readonly settled: ReadonlySet<string>;
}

/** The same of the headings over what is taken, and of a unit that stands alone above. */
function headFault({ grid, head, columns, settled }: Heading, year: number): string {
  const above = grid.rows.filter((row) => row < head.bottom).flatMap((row) => grid.row(row));
  const alone = above.flatMap(({ text }) => /^\(?([百千万亿]+元)\)?$/.exec(plain(text))?.[1] ?? [])[0];
  if (alone !== undefined) return `表头写着${alone}，${NOT_YUAN}`;
  const taken = new Set(columns.filter(({ meaning }) => meaning !== '').map(({ index }) => index));
  for (const { said, path } of head.columns.filter(({ index }) => taken.has(index))) {
    const unit = said.flatMap((text) => LARGER.exec(plain(text))?.[1] ?? [])[0];
    if (unit !== undefined) return `“${path}”栏写的是${unit}，${NOT_YUAN}`;
    const years = settled.has(path) ? [] : said.flatMap(yearsIn);
    if (years.length > 0 && !years.includes(year)) {
      return `“${path}”栏写的是 ${years[0]} 年，现在导入的是 ${year} 年度，把这一栏设为不取，或换文件。`;
    }
  }
  return '';
}

/** A mended code stands in the first of its columns alone. */
function mendedSheet(sheet: SheetGrid, mended: ImportChoices['mended']): SheetGrid {
  if (mended.length === 0) return sheet;
  const texts = new Map(
    mended.map(({ row, column, text }) => [`${row - 1} ${column}`, { row: row - 1, column, text }]),
  );
  const kept = sheet.cells.filter(({ row, column }) => !texts.has(`${row} ${column}`));
  const cells = [...texts.values()].map(({ row, column, text }): GridCell => {
    const old = sheet.cells.find((cell) => cell.row === row && cell.column === column);
    const { rowSpan = 1, columnSpan = 1 } = old ?? {};
    return { row, column, rowSpan, columnSpan, text, isNumber: false };
  });
  return { ...sheet, cells: [...kept, ...cells] };
}
