import type { GridColumn } from './grid-types.ts';
import { type HeaderCell, headerRows } from './header.ts';
import { columnNames } from './names.ts';

/** px at 100 % */
const ROW = 30;
const HEADER_ROW = 28;
const PADDING = 8;
export const NARROWEST_COLUMN = 40;

export interface ColumnPlace {
  readonly column: GridColumn;
  /** for the names of its cells */
  readonly name: string;
  readonly left: number;
  readonly width: number;
}

/** Sizes in px at the zoom there is, and what else follows from the columns alone. One object as long as nothing of it changes. */
export interface Layout {
  readonly zoom: number;
  readonly places: readonly ColumnPlace[];
  readonly header: readonly (readonly HeaderCell[])[];
  readonly width: number;
  /** so many columns at the left do not scroll */
  readonly frozen: number;
  readonly frozenWidth: number;
  readonly rowHeight: number;
  readonly headerRowHeight: number;
  readonly headHeight: number;
  /** of the lines that do not scroll; `pinned`: how many */
  readonly pinned: number;
  readonly pinnedHeight: number;
}

export interface Resized {
  readonly column: string;
  /** px at 100 % */
  readonly width: number;
}

export function layoutOf(
  columns: readonly GridColumn[],
  pinned: number,
  zoom: number,
  resized: Resized | null,
): Layout {
  const names = columnNames(columns);
  const places: ColumnPlace[] = [];
  let width = 0;
  for (const [index, column] of columns.entries()) {
    const own = Math.round((resized?.column === column.id ? resized.width : column.width) * zoom);
    places.push({ column, name: names[index] ?? column.title, left: width, width: own });
    width += own;
  }
  const header = headerRows(columns);
  const frozen = columns.findIndex((column) => !column.frozen);
  const rowHeight = Math.round(ROW * zoom);
  const headerRowHeight = Math.round(HEADER_ROW * zoom);
  return {
    zoom,
    places,
    header,
    width,
    frozen: frozen < 0 ? columns.length : frozen,
    frozenWidth: (frozen < 0 ? undefined : places[frozen]?.left) ?? width,
    rowHeight,
    headerRowHeight,
    headHeight: header.length * headerRowHeight,
    pinned,
    pinnedHeight: pinned * rowHeight,
  };
}

/** Room for the text of a cell, without padding and border. */
export function textRoom(place: ColumnPlace, zoom: number): number {
  return place.width - 2 * PADDING * zoom - 1;
}
