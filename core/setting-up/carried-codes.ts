import { codeOfRow, readEconomicRow, writeEconomicRow } from '../figures/row.ts';
import { findSheet } from '../figures/sheets.ts';
import type { NewYear } from './setting-up.ts';

/** The codes that the clerk lets go on under another one, by the old code. */
export type Renaming = ReadonlyMap<string, string>;

export function renamingOf({ codes }: Pick<NewYear, 'codes'>): Renaming {
  return new Map(codes.map(({ from, to }) => [from, to]));
}

/** The 项 that a row of a sheet names; `null`: it names none. */
export function itemOfRow(sheet: string, row: string): string | null {
  const kind = findSheet(sheet)?.rows.kind;
  if (kind === 'economic') return readEconomicRow(row).item ?? null;
  const namesItems = kind === 'function' || kind === 'function-or-blank';
  return namesItems && row !== '' ? codeOfRow(row) : null;
}

/** The same row in the new year. */
export function carriedRow(sheet: string, row: string, renaming: Renaming): string {
  const item = itemOfRow(sheet, row);
  const renamed = item === null ? undefined : renaming.get(item);
  if (renamed === undefined) return row;
  return item === row ? renamed : writeEconomicRow({ ...readEconomicRow(row), item: renamed });
}
