import { type Range, type Spot, spotsOf } from './selection.ts';

/** A text on its way into a cell; `null`: there is nothing to fill it with. */
export interface FilledText extends Spot {
  readonly text: string | null;
}

/**
 * The cells that the fill handle reaches when it is dragged to a spot: along the longer of the two ways out.
 *
 * @returns `null` while it is still inside
 */
export function filledRange({ top, bottom, left, right }: Range, { row, column }: Spot): Range | null {
  const down = row - bottom;
  const up = top - row;
  const rightwards = column - right;
  const leftwards = left - column;
  const longest = Math.max(down, up, rightwards, leftwards);
  if (longest <= 0) return null;
  if (longest === down) return { top: bottom + 1, bottom: row, left, right };
  if (longest === up) return { top: row, bottom: top - 1, left, right };
  if (longest === rightwards) return { top, bottom, left: right + 1, right: column };
  return { top, bottom, left: column, right: left - 1 };
}

/**
 * What comes into the cells of `target`: the pattern of `source` goes on, backwards too.
 *
 * @param textAt `null`: a computed cell, which nothing is filled from
 */
export function filledTexts(
  source: Range,
  target: Range,
  textAt: (spot: Spot) => string | null,
): FilledText[] {
  const rows = source.bottom - source.top + 1;
  const columns = source.right - source.left + 1;
  return spotsOf(target).map(({ row, column }) => ({
    row,
    column,
    text: textAt({
      row: source.top + modulo(row - source.top, rows),
      column: source.left + modulo(column - source.left, columns),
    }),
  }));
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** What Ctrl+D (or Ctrl+R) fills, and from where: the first row of the selection, or the row above it if it is only one. */
export function filledByKey(
  selected: Range,
  along: 'down' | 'right',
): { readonly source: Range; readonly target: Range } | null {
  const { top, bottom, left, right } = selected;
  if (along === 'down') {
    const from = top === bottom ? top - 1 : top;
    if (from < 0) return null;
    return { source: { ...selected, top: from, bottom: from }, target: { ...selected, top: from + 1 } };
  }
  const from = left === right ? left - 1 : left;
  if (from < 0) return null;
  return { source: { ...selected, left: from, right: from }, target: { ...selected, left: from + 1 } };
}

export function joined(one: Range, other: Range): Range {
  return {
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
  };
}
