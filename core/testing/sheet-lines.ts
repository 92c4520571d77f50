import type { GridCell, SheetGrid } from '../recognition/grid.ts';

/** What a line of a worksheet holds. */
export type Value = string | number | null | { readonly text: string; readonly across: number };

/** A worksheet as a person would write it down: a list of lines; a number is a number, `across` a merged cell. */
export function sheet(name: string, lines: readonly (readonly Value[])[]): SheetGrid {
  const cells = lines.flatMap((line, row) =>
    line.flatMap((value, column): GridCell[] => {
      if (value === null) return [];
      const { text, across } = typeof value === 'object' ? value : { text: String(value), across: 1 };
      return [{ row, column, rowSpan: 1, columnSpan: across, text, isNumber: typeof value === 'number' }];
    }),
  );
  return { name, cells };
}

export const wide = (text: string, across: number): Value => ({ text, across });
/** The columns that a merged cell covers. */
export const under = (count: number): null[] => Array(count).fill(null);
