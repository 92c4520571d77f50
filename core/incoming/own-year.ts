import type { CellAddress } from '../entry/edit.ts';
import type { ImportReading } from './incoming.ts';

/** What the book has of one unit in one year. */
export interface OwnYear extends Pick<ImportReading, 'texts' | 'cellTexts'> {
  readonly figures: readonly (CellAddress & { readonly value: number })[];
  readonly notes: readonly (CellAddress & { readonly body: string })[];
}

/** Names a cell of a unit's year. */
export function figureKey({ sheet, row, fund, column, measure }: CellAddress): string {
  return JSON.stringify([sheet, row, fund, column, measure]);
}
