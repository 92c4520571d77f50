import type { Range, Spot } from './selection.ts';

/** A text on its way into a cell. */
export interface TextAt extends Spot {
  readonly text: string;
}

export interface PlacedBlock {
  /** what the block covers, perhaps beyond the last line or column */
  readonly range: Range;
  readonly texts: readonly TextAt[];
}

/**
 * Where the cells of a pasted block go: from the first selected cell on; again and again where the selection is a
 * multiple of the block, so that one value fills all of it.
 */
export function placedBlock(block: readonly (readonly string[])[], selected: Range): PlacedBlock {
  const rows = repeated(block.length, selected.bottom - selected.top + 1);
  const width = Math.max(1, ...block.map((row) => row.length));
  const columns = repeated(width, selected.right - selected.left + 1);
  const texts: TextAt[] = [];
  for (let row = 0; row < rows; row += 1) {
    const cells = block[row % block.length] ?? [];
    for (let column = 0; column < columns; column += 1) {
      // a row shorter than the others says nothing about what lies beyond its end
      const text = cells[column % width];
      if (text !== undefined) texts.push({ row: selected.top + row, column: selected.left + column, text });
    }
  }
  const { top, left } = selected;
  return { range: { top, left, bottom: top + rows - 1, right: left + columns - 1 }, texts };
}

function repeated(size: number, room: number): number {
  return room % size === 0 ? room : size;
}
