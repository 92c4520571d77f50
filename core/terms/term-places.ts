import { findComputedSheet } from '../figures/computed-sheets.ts';
import { FUND_NAMES, findColumn, findSheet, listItemName, MEASURE_NAMES } from '../figures/sheets.ts';
import type { Term, TermPlace } from './terms.ts';

/** A place of a term, in words. */
export interface NamedPlace {
  /** id of the page that shows it: of a sheet, or another one; `null`: every sheet does */
  readonly page: string | null;
  /** `收入 · 上级补助收入`; `''`: the page as a whole */
  readonly words: string;
}

/** Where in the app a term stands, each place once. */
export function placesOf({ at }: Term): NamedPlace[] {
  const places = at.map(namedPlace);
  return [...new Map(places.map((place) => [`${place.page} ${place.words}`, place])).values()];
}

function namedPlace({ page, sheet: id, column, row, under, fund, measure }: TermPlace): NamedPlace {
  const computed = id === undefined ? undefined : findComputedSheet(id);
  if (computed !== undefined) return { page: computed.id, words: computed.name };
  const sheet = id === undefined ? undefined : findSheet(id);
  if (sheet === undefined) {
    const words =
      fund !== undefined
        ? `各录入表的资金页“${FUND_NAMES[fund]}”`
        : measure !== undefined
          ? `各录入表的口径“${MEASURE_NAMES[measure]}”`
          : (column !== undefined && COMPUTED[column]) || '';
    return { page: page ?? null, words };
  }
  const part =
    row !== undefined
      ? listItemName(sheet, row)
      : column !== undefined
        ? (findColumn(sheet, column)?.name ?? COMPUTED[column])
        : under === undefined
          ? undefined
          : `${under} 各款`;
  return { page: sheet.id, words: part === undefined ? sheet.name : `${sheet.name} · ${part}` };
}

/** Columns that the screen computes. */
const COMPUTED: Readonly<Record<string, string>> = {
  opening: '年初结转和结余',
  closing: '年末结转和结余',
  completion: '各录入表的“完成率”栏',
  difference: '各录入表的“增减额”栏',
  change: '各录入表的“增减”栏',
};
