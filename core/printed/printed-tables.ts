import type { Side } from '../tables/model.ts';

/**
 * Public tables as some document prints them: text, not figures. It is what `mz tables --json` writes of our own
 * tables, what is recognised in another workbook, and how a published document is kept for the checks. Of DESIGN §4's
 * `Facts` it is the form that a document takes.
 */
export interface PrintedTables {
  readonly profile: string;
  readonly year: number;
  readonly money: 'wan';
  /** only when false: no document of that year shows the layout, so it must be checked before publishing */
  readonly confirmed?: false;
  readonly tables: readonly PrintedTable[];
}

export const PRINTED_FORMAT = 'mingzhang-printed/1';

/** A published document kept as a file, exactly as printed: with all its mistakes. */
export interface PrintedDocument extends PrintedTables {
  readonly format: typeof PRINTED_FORMAT;
  readonly title: string;
  /** where the document is from, and how its text was taken over */
  readonly source: string;
  /** its narrative 决算情况说明 without the headings, one paragraph each */
  readonly statements: readonly string[];
}

interface PrintedTable {
  /** see TABLE_IDS */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly rows: readonly PrintedRow[];
  readonly notes: readonly string[];
}

/** A row in the sense of TableModel.rows; a blank cell is left out. */
export interface PrintedRow {
  readonly kind: string;
  readonly side?: Side;
  readonly code?: string;
  readonly item?: string;
  readonly label: string;
  readonly cells: Readonly<Record<string, string>>;
}
