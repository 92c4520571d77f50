import type { LeafColumn, ProfileColumn, ProfileEdition, ProfileTable } from '../profiles/profile.ts';
import type { CellKind, PrintedCell, PrintedColumn } from './model.ts';

/** What stands in one column of a printed line. */
export interface LineCell {
  readonly kind: CellKind;
  readonly text: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
  /** the key of the last column it covers; absent: its own alone */
  readonly upTo?: string;
  readonly value?: { readonly row: number; readonly column: string };
}

/** One printed line of a table's body, by column key. A missing key is an empty bordered cell. */
export type Line = Readonly<Record<string, LineCell>>;

export interface Numbering extends Pick<ProfileEdition, 'codes' | 'lineNumbers'> {}

/** How one table numbers its codes, lines and columns: as the others of its edition, unless it says otherwise. */
export function numberingOf(
  { codes, lineNumbers }: ProfileEdition,
  table: Pick<ProfileTable, 'codes' | 'plainHead'>,
): Numbering {
  return { codes: table.codes ?? codes, lineNumbers: lineNumbers && table.plainHead !== true };
}

function isLeaf(column: ProfileColumn): column is LeafColumn {
  return 'key' in column;
}

const isCode = (key: string) => key === 'code' || key.endsWith('_code');
const isLabel = (key: string) => key === 'name' || key === 'label' || key.endsWith('_label');

/** mm of the columns 类, 款 and 项, and of 行次 */
const PART_WIDTHS = [8, 6, 6];
const LINE_NUMBER_WIDTH = 10;

const PART_NAMES = ['类', '款', '项'] as const;
/** 功能分类 has three levels, 经济分类 two. */
const partsOf = (key: string) => (key === 'code' ? 3 : 2);

/** The key of the column that prints one level of a code: `code_1` 类, `code_2` 款, `code_3` 项. */
const partKey = (key: string, level: number) => `${key}_${level}`;

/** The key of the column 行次 beside a column of labels. */
const lineNumberKey = (label: string) => label.replace(/label$/, 'line_number');

interface Printing extends PrintedColumn {
  readonly title: string;
  /** `line-number`: 行次 */
  readonly role: 'code' | 'label' | 'line-number' | 'text' | 'amount';
}

/** The columns that a column of the profile is printed in: a code may be parted, a label may get 行次 beside it. */
function printings(column: LeafColumn, { codes, lineNumbers }: Numbering): Printing[] {
  const { key, title, width } = column;
  if (isCode(key)) {
    if (codes === 'one') return [{ key, title, width, role: 'code' }];
    return PART_NAMES.slice(0, partsOf(key)).map((name, index) => ({
      key: partKey(key, index + 1),
      title: name,
      width: PART_WIDTHS[index] ?? width,
      role: 'code',
    }));
  }
  if (key === 'catalog') return [{ key, title, width, role: 'text' }];
  if (!isLabel(key)) return [{ key, title, width, role: 'amount' }];
  const label: Printing = { key, title, width, role: 'label' };
  // the names of codes have no 行次: 栏次 alone numbers those tables
  if (!lineNumbers || !/(^|(income|expenditure)_)label$/.test(key)) return [label];
  return [
    { ...label, width: width - LINE_NUMBER_WIDTH },
    { key: lineNumberKey(key), title: '行次', width: LINE_NUMBER_WIDTH, role: 'line-number' },
  ];
}

function leafColumns(columns: readonly ProfileColumn[]): LeafColumn[] {
  return columns.flatMap((column) => (isLeaf(column) ? [column] : leafColumns(column.columns)));
}

function printedLeaves(columns: readonly ProfileColumn[], numbering: Numbering): Printing[] {
  let owed = 0;
  return leafColumns(columns).flatMap((column) => {
    const printed = printings(
      { ...column, width: isLabel(column.key) ? column.width - owed : column.width },
      numbering,
    );
    // what the parts of a code need more than the code, the name beside it gives
    if (isLabel(column.key)) owed = 0;
    else if (isCode(column.key)) owed = sumWidths(printed) - column.width;
    return printed;
  });
}

function sumWidths(columns: readonly PrintedColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** The keys of the profile's columns: which of a table's contents are printed at all. */
export function printedKeys(columns: readonly ProfileColumn[]): ReadonlySet<string> {
  return new Set(leafColumns(columns).map(({ key }) => key));
}

export function printedColumns(columns: readonly ProfileColumn[], numbering: Numbering): PrintedColumn[] {
  return printedLeaves(columns, numbering).map(({ key, width }) => ({ key, width }));
}

/** A code as it stands in its columns: whole in one, or `201`, `06`, `01` over three. */
export function codeCells(key: string, code: string, { codes }: Numbering): Line {
  if (codes === 'one') return { [key]: { kind: 'code', text: code } };
  const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5)];
  return Object.fromEntries(
    parts
      .slice(0, partsOf(key))
      .map((text, index) => [partKey(key, index + 1), { kind: 'code', text, align: 'center' }]),
  );
}

/** A label that covers the columns of a code and the name beside it. */
export function acrossCode(key: string, upTo: string, text: string, { codes }: Numbering): Line {
  return { [codes === 'one' ? key : partKey(key, 1)]: { kind: 'label', text, align: 'center', upTo } };
}

/** 行次 of a printed line, to be set beside its label. */
export function lineNumberCell(label: string, number: number): Line {
  return { [lineNumberKey(label)]: { kind: 'order', text: String(number), align: 'center' } };
}

/** A heading in the tree that is laid out: parted codes and labels with 行次 are headings of their own. */
interface Heading {
  readonly title: string;
  readonly width: number;
  readonly below: readonly Heading[];
}

function headings(columns: readonly ProfileColumn[], numbering: Numbering): Heading[] {
  return columns.flatMap((column): Heading[] => {
    if (!isLeaf(column)) {
      const below = headings(column.columns, numbering);
      return [{ title: column.title, width: below.reduce((sum, { width }) => sum + width, 0), below }];
    }
    const printed = printings(column, numbering);
    if (!isCode(column.key) || printed.length === 1) {
      return printed.map(({ title }) => ({ title, width: 1, below: [] }));
    }
    // with 栏次 below, 类 款 项 stand in its line
    const parts = numbering.lineNumbers
      ? []
      : printed.map(({ title }): Heading => ({ title, width: 1, below: [] }));
    return [{ title: column.title, width: printed.length, below: parts }];
  });
}

function height(tree: readonly Heading[]): number {
  return Math.max(...tree.map(({ below }) => (below.length === 0 ? 1 : 1 + height(below))));
}

/**
 * Lays a tree of headings out as a grid, with the line of 栏次 below it where the layout has one. A heading is as wide
 * as its columns and fills the rows that its columns leave, so every lowest heading touches what is below.
 */
export function headerGrid(columns: readonly ProfileColumn[], numbering: Numbering): PrintedCell[][] {
  const tree = headings(columns, numbering);
  const rows: PrintedCell[][] = Array.from({ length: height(tree) }, () => []);
  const place = (siblings: readonly Heading[], top: number, left: number) => {
    let column = left;
    for (const { title, width, below } of siblings) {
      const available = rows.length - top;
      const rowSpan = below.length === 0 ? available : available - height(below);
      rows[top]?.push({
        column,
        columnSpan: width,
        rowSpan,
        kind: 'head',
        text: title,
        align: 'center',
        indent: 0,
      });
      place(below, top + rowSpan, column);
      column += width;
    }
  };
  place(tree, 0, 0);
  const header = rows.map((row) => row.sort((a, b) => a.column - b.column));
  return numbering.lineNumbers ? [...header, columnNumbers(columns, numbering)] : header;
}

/** 栏次: the amounts are numbered from the left; with parted codes, 类 款 项 stand in the same line. */
function columnNumbers(columns: readonly ProfileColumn[], numbering: Numbering): PrintedCell[] {
  const leaves = printedLeaves(columns, numbering);
  let number = 0;
  const texts = leaves.map(({ role, title }) => {
    if (role === 'amount') {
      number += 1;
      return String(number);
    }
    if (role === 'code') return numbering.codes === 'parts' ? title : '';
    return role === 'label' ? '栏次' : '';
  });
  return leaves.map(({ role }, column) => ({
    column,
    columnSpan: 1,
    rowSpan: 1,
    kind: role === 'code' && numbering.codes === 'parts' ? 'head' : 'order',
    text: texts[column] ?? '',
    align: 'center',
    indent: 0,
  }));
}

const DEFAULT_ALIGN: Readonly<Record<CellKind, 'left' | 'center' | 'right'>> = {
  head: 'center',
  label: 'left',
  code: 'left',
  order: 'center',
  amount: 'right',
};

/** Sets a line's cells into the printed columns; every column gets a cell unless a merge covers it. */
export function printedLine(line: Line, columns: readonly PrintedColumn[]): PrintedCell[] {
  const cells: PrintedCell[] = [];
  for (let column = 0; column < columns.length; ) {
    const cell: LineCell = line[columns[column]?.key ?? ''] ?? { kind: 'label', text: '' };
    const last = columns.findIndex(({ key }) => key === cell.upTo);
    const columnSpan = Math.max(last - column + 1, 1);
    cells.push({
      column,
      columnSpan,
      rowSpan: 1,
      kind: cell.kind,
      text: cell.text,
      align: cell.align ?? DEFAULT_ALIGN[cell.kind],
      indent: cell.indent ?? 0,
      ...(cell.value === undefined ? {} : { value: cell.value }),
    });
    column += columnSpan;
  }
  return cells;
}
