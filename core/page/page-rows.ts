import { type Fen, fen } from '../money/fen.ts';
import type { PrintedCell, TableModel } from '../tables/model.ts';
import { halfWidths, roomIn } from './text-size.ts';

export interface PageCell
  extends Pick<PrintedCell, 'column' | 'columnSpan' | 'rowSpan' | 'align' | 'indent'> {
  /** decides the font: the kinds of cell for which a profile names one */
  readonly kind: keyof TableModel['fonts'];
  readonly text: string;
  /** present in a cell that prints a number */
  readonly exact?: Fen;
}

export interface PageRow {
  /** caption: what stands above the grid; note: below it. Only head and body have borders. */
  readonly part: 'caption' | 'head' | 'body' | 'note';
  /** counts the rows of the part; that of the body is a line of TableModel.body */
  readonly place: number;
  readonly cells: readonly PageCell[];
}

/** A number or a code never wraps: it stands in one line, or is made smaller. */
export function isOneLine({ kind }: Pick<PageCell, 'kind'>): boolean {
  return kind === 'amount' || kind === 'code';
}

/** All rows of a printed table, from the title down to the last note. */
export function pageRows(model: TableModel): PageRow[] {
  const body = model.body.map((cells) => cells.map((cell) => bodyCell(cell, model)));
  const notes = model.notes.map((text) => [textCell('note', text, 'left', [0, model.columns.length])]);
  return [
    ...part('caption', captionLines(model)),
    ...part('head', model.header),
    ...part('body', body),
    ...part('note', notes),
  ];
}

function part(name: PageRow['part'], lines: readonly (readonly PageCell[])[]): PageRow[] {
  return lines.map((cells, place) => ({ part: name, place, cells }));
}

function textCell(
  kind: PageCell['kind'],
  text: string,
  align: PageCell['align'],
  [from, to]: readonly [number, number],
): PageCell {
  return { column: from, columnSpan: to - from, rowSpan: 1, kind, text, align, indent: 0 };
}

function captionLines(model: TableModel): PageCell[][] {
  const { heading, corner, left, right } = model.caption;
  const whole = [0, model.columns.length] as const;
  const split = columnsBefore(right, model);
  const ends =
    left === '' || right === '' || split === 0
      ? [[textCell('unitLine', left, 'left', whole)], [textCell('unitLine', right, 'right', whole)]]
      : [
          [
            textCell('unitLine', left, 'left', [0, split]),
            textCell('unitLine', right, 'right', [split, model.columns.length]),
          ],
        ];
  return [
    [textCell('title', heading, 'center', whole)],
    [textCell('unitLine', corner, 'right', whole)],
    ...ends,
  ].filter((cells) => cells.some(({ text }) => text !== ''));
}

/** The columns that are left for 部门：… when 金额单位：万元 takes as many from the right as it needs. */
function columnsBefore(right: string, { columns, fonts }: TableModel): number {
  const fits = (from: number) => roomIn(columns.slice(from), fonts.unitLine.size) >= halfWidths(right);
  const fitting = columns.findLastIndex((_, from) => fits(from));
  return Math.max(fitting, Math.min(1, columns.length - 1));
}

function bodyCell(cell: PrintedCell, model: TableModel): PageCell {
  const number = cell.value && model.rows[cell.value.row]?.cells[cell.value.column];
  // What prints blank is a blank cell, also where the figure behind it is an explicit 0; and 0.00 is a number, also
  // where there is no figure behind it.
  return number === undefined || number.printed === '' ? cell : { ...cell, exact: number.exact ?? fen(0) };
}
