import type { MoneyUnit } from '../money/fen.ts';
import type { TableId } from '../profiles/profile.ts';
import type { Side } from '../tables/model.ts';
import type { PrintedAmount } from './amount.ts';

/** A cell of a recognised table with the place where it stands, blank ones included. */
export interface RecognisedCell extends PrintedAmount {
  /** `03 支出决算表!D12` */
  readonly address: string;
}

/** A row in the sense of PrintedRow. */
export interface RecognisedRow {
  readonly kind: 'line' | 'total' | 'code';
  readonly side?: Side;
  readonly code?: string;
  readonly item?: string;
  readonly label: string;
  /** where it begins */
  readonly address: string;
  /** by column of the table's content; what the document does not print is not there */
  readonly cells: Readonly<Record<string, RecognisedCell>>;
}

/** One public table that was found in a worksheet. */
export interface RecognisedTable {
  readonly id: TableId;
  /** as it is printed; '' where none stands above it */
  readonly title: string;
  readonly sheet: string;
  readonly money: MoneyUnit;
  /** the columns of the content that it prints */
  readonly columns: readonly string[];
  /** its numbers other than 0 that were not read, by column and row: one sentence each without its full stop */
  readonly unread: readonly string[];
  readonly rows: readonly RecognisedRow[];
}

/** A worksheet, or a table in it, that was not recognised. */
export interface Unrecognised {
  readonly sheet: string;
  /** one sentence without its full stop */
  readonly reason: string;
  /** it prints this table of the year, with numbers that were not read */
  readonly unread?: TableId;
}
