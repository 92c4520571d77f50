import type { CellText } from './figure.ts';
import { findSheet, type SheetColumn, type SheetDefinition } from './sheets.ts';

/** The columns that say what a row of the clerk's own is. */
export function textColumns(sheet: SheetDefinition): readonly SheetColumn[] {
  return sheet.rows.kind === 'free' ? sheet.columns.filter(({ kind }) => kind === 'text') : [];
}

/** The column that names a row of the clerk's own; `undefined`: the sheet has no such rows. */
export function namingColumn(sheet: SheetDefinition): SheetColumn | undefined {
  return textColumns(sheet)[0];
}

/** A text of a row as it is stored: in one line. */
export function rowText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the clerk called a row; `undefined`: nothing, then its id stands for it. */
export type FreeRowNames = (sheet: string, row: string) => string | undefined;

export const NO_NAMES: FreeRowNames = () => undefined;

/** The names of one year's rows. */
export function freeRowNames(texts: readonly Omit<CellText, 'unit'>[]): FreeRowNames {
  const names = new Map<string, string>();
  for (const { sheet, row, column, body } of texts) {
    const definition = findSheet(sheet);
    const naming = definition && namingColumn(definition);
    if (naming?.id === column) names.set(JSON.stringify([sheet, row]), body);
  }
  return (sheet, row) => names.get(JSON.stringify([sheet, row]));
}
