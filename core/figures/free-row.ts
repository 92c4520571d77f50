import type { CellText } from './figure.ts';
import { findSheet, type SheetColumn, type SheetDefinition } from './sheets.ts';

/** The columns that say what a row of the clerk's own is; the first of them names it. */
export function textColumns(sheet: SheetDefinition): readonly SheetColumn[] {
  return sheet.rows.kind === 'free' ? sheet.columns.filter(({ kind }) => kind === 'text') : [];
}

/** What the clerk called a row; `undefined`: nothing, then its id stands for it. */
export type FreeRowNames = (sheet: string, row: string) => string | undefined;

export const NO_NAMES: FreeRowNames = () => undefined;

/** The names of one year's rows. */
export function freeRowNames(texts: readonly Omit<CellText, 'unit'>[]): FreeRowNames {
  const names = new Map<string, string>();
  for (const { sheet, row, column, body } of texts) {
    const definition = findSheet(sheet);
    const naming = definition === undefined ? undefined : textColumns(definition)[0];
    if (naming?.id === column) names.set(JSON.stringify([sheet, row]), body);
  }
  return (sheet, row) => names.get(JSON.stringify([sheet, row]));
}
