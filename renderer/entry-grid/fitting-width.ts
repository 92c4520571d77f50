import type { Grid } from './grid.ts';
import type { GridColumn } from './grid-types.ts';
import { NARROWEST_COLUMN } from './layout.ts';
import { shownText } from './names.ts';
import { textWidth } from './text-fit.ts';
import { indentOf, isBold } from './tree.ts';

/** Padding at both sides and the border. */
const AROUND = 18;
const WIDEST_COLUMN = 600;

/** The width in which all of a column's texts are seen whole, px at 100 %. */
export function fittingWidth({ props: { source } }: Grid, column: GridColumn): number {
  let widest = textWidth(column.title, true, 1);
  for (const line of source.lines) {
    const indent = column.isRowHeader ? indentOf(line) : 0;
    const text = shownText(source.cell(line, column));
    widest = Math.max(widest, indent + textWidth(text, isBold(line), 1));
  }
  return Math.max(NARROWEST_COLUMN, Math.min(Math.ceil(widest) + AROUND, WIDEST_COLUMN));
}
