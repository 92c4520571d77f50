import type { RowRole, Side } from './model.ts';

/** Which number of a table: an index in `TableModel.rows`, and a column of that row. */
export interface NumberPlace {
  readonly row: number;
  readonly column: string;
}

/** The identities of domain/tables.md §12.1 that are sums; A21 政府采购 and A22 政府购买服务 have no number there. */
export const TOTAL_RULES = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9',
  'A10',
  'A11',
  'A12',
  'A13',
  'A14',
  'A15',
  'A16',
  'A17',
  'A21',
  'A22',
] as const;
export type TotalRule = (typeof TOTAL_RULES)[number];

/** What the sums within a table need to know of a row, ours or a document's. */
export interface SumRow {
  readonly kind: 'line' | 'total' | 'code';
  readonly side?: Side;
  readonly code?: string;
  /** of a line of 收入, which one */
  readonly item?: string;
  readonly role?: RowRole;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** A printed number that is the signed sum of other printed numbers of its table. */
export interface Total {
  readonly rule: TotalRule;
  readonly target: NumberPlace;
  readonly parts: readonly (NumberPlace & { readonly sign: 1 | -1 })[];
}

export type TotalPart = Total['parts'][number];

export function indexes(rows: readonly SumRow[], wanted: (row: SumRow) => boolean): number[] {
  return rows.flatMap((row, index) => (wanted(row) ? [index] : []));
}

export function plus(rows: readonly number[], column: string): TotalPart[] {
  return rows.map((row) => ({ row, column, sign: 1 }));
}

export function across(row: number, columns: readonly string[]): TotalPart[] {
  return columns.map((column) => ({ row, column, sign: 1 }));
}
