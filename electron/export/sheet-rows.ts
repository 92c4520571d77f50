import type { Fen } from '../../core/money/fen.ts';
import type { PrintedCell, TableModel } from '../../core/tables/model.ts';

export interface SheetCell
  extends Pick<PrintedCell, 'column' | 'columnSpan' | 'rowSpan' | 'align' | 'indent'> {
  /** decides the font: the kinds of cell for which a profile names one */
  readonly kind: keyof TableModel['fonts'];
  readonly text: string;
  /** present in a cell that prints a number */
  readonly exact?: Fen;
}

export interface SheetRow {
  /** caption: what stands above the grid; note: below it. Only head and body have borders. */
  readonly part: 'caption' | 'head' | 'body' | 'note';
  readonly cells: readonly SheetCell[];
}

/** All rows of a table's worksheet, from the title down to the last note. */
export function sheetRows(model: TableModel): SheetRow[] {
  const acrossAll = (kind: SheetCell['kind'], text: string, align: SheetCell['align']): SheetCell[] => [
    { column: 0, columnSpan: model.columns.length, rowSpan: 1, kind, text, align, indent: 0 },
  ];
  const { heading, corner, right } = model.caption;
  const atRight = [corner, right].filter((text) => text !== '');
  return [
    { part: 'caption', cells: acrossAll('title', heading, 'center') },
    ...atRight.map((text): SheetRow => ({ part: 'caption', cells: acrossAll('unitLine', text, 'right') })),
    ...model.header.map((cells): SheetRow => ({ part: 'head', cells })),
    ...model.body.map(
      (cells): SheetRow => ({ part: 'body', cells: cells.map((cell) => bodyCell(cell, model)) }),
    ),
    ...model.notes.map((text): SheetRow => ({ part: 'note', cells: acrossAll('note', text, 'left') })),
  ];
}

function bodyCell(cell: PrintedCell, model: TableModel): SheetCell {
  const number = cell.value && model.rows[cell.value.row]?.cells[cell.value.column];
  // What prints blank is a blank cell, also where the figure behind it is an explicit 0.
  return number === undefined || number.exact === null || number.printed === ''
    ? cell
    : { ...cell, exact: number.exact };
}
