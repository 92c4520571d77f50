import { MEASURES } from '../figures/sheets.ts';
import type { CellAddress } from './edit.ts';
import type { SheetFigures } from './sheet-figures.ts';
import type { PastedAmount } from './suspect-unit.ts';

/** A text on its way into a cell of amounts. */
export interface PastedText {
  readonly text: string;
  readonly cell: Omit<CellAddress, 'sheet'>;
}

/** What a pasted block is compared with: each cell's own row in all measures, and the other rows of its columns. */
export function pastedAmounts(
  pasted: readonly PastedText[],
  figures: SheetFigures,
): { readonly pasted: readonly PastedAmount[]; readonly others: readonly number[] } {
  const at = (cell: PastedText['cell']) => figures.get(cell) ?? [];
  const columns = new Map(
    pasted.map(({ cell: { fund, column, measure } }) => [
      JSON.stringify([fund, column, measure]),
      { fund, column, measure },
    ]),
  );
  const rows = new Set(pasted.map(({ cell }) => cell.row));
  return {
    pasted: pasted.map(({ text, cell }) => ({
      text,
      alike: MEASURES.flatMap((measure) => at({ ...cell, measure })),
    })),
    others: [...columns.values()].flatMap((column) =>
      [...figures.rows(column.fund)].filter((row) => !rows.has(row)).flatMap((row) => at({ ...column, row })),
    ),
  };
}
