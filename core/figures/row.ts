import { UNIT_KINDS, type UnitKind } from './figure.ts';

/**
 * A row of the sheet `economic`: a 款, optionally narrowed to the 项 it was spent on and to the kind of body that
 * spent it (absent: the unit's own kind). Written `30201`, `30201/2010301`, `30201//institution`, so that a 款 is
 * always the beginning of its rows.
 */
export interface EconomicRow {
  readonly code: string;
  readonly item?: string;
  readonly org?: UnitKind;
}

export function writeEconomicRow(row: EconomicRow): string {
  const parts = [row.code, row.item ?? '', row.org ?? ''];
  while (parts.at(-1) === '') parts.pop();
  return parts.join('/');
}

export function readEconomicRow(row: string): EconomicRow {
  const [code = '', item = '', org = ''] = row.split('/');
  const kind = UNIT_KINDS.find((candidate) => candidate === org);
  return { code, ...(item === '' ? {} : { item }), ...(kind === undefined ? {} : { org: kind }) };
}

/** Whether a text may be the id of a row of the clerk's own. */
export function isFreeRow(row: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/.test(row);
}

/** The classification code at the beginning of a row of any code sheet. */
export function codeOfRow(row: string): string {
  const end = row.indexOf('/');
  return end === -1 ? row : row.slice(0, end);
}
