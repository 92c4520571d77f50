import type { CellAddress } from '../entry/edit.ts';
import type { UnitText } from '../figures/figure.ts';
import type { Fund, Measure } from '../figures/sheets.ts';
import type { MoneyUnit } from '../money/fen.ts';

/**
 * What may be taken in: 财决 reports of one unit, a table of one of our sheets (file or pasted), one unit's year out of
 * another book (`.mzb` or interchange `.json`), last year's published tables as `prior`.
 */
export const IMPORT_KINDS = ['reports', 'table', 'book', 'published'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Where an incoming figure was read, for 来历. */
interface FigureSource {
  /** `财决03`, `公开05`, `粘贴`, `账簿` */
  readonly source: string;
  /** `Z03 收入决算表!E12，2010301 行政运行，财政拨款收入（栏次 2）`; of a computed one, what it was computed from */
  readonly place: string;
}

/** A figure as it would stand in the book. */
export interface IncomingFigure extends CellAddress, FigureSource {
  readonly value: number;
  /** 上年末 out of 年初, adjustments unknown: not taken where the book has any 上年末 or adjustment of the unit and fund */
  readonly onlyIfBlank?: true;
}

/**
 * What becomes of a row of a file: `taken` its figures go in · `compared` a sum, compared with its parts and all is well ·
 * `doubtful` its figures go in, and the sentence says what to look at · `refused` it must be mended or left out before
 * anything goes in · `left` nothing of it is taken (blank, notes, or the clerk left it out).
 */
const VERDICTS = ['taken', 'compared', 'doubtful', 'refused', 'left'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A column of a table in a file. */
export interface IncomingColumn {
  /** its place in the worksheet, from 0 */
  readonly index: number;
  /** the headings over it, from the top down: `本年支出/基本支出/小计` */
  readonly path: string;
  /** what stands under it in the row 栏次; `''`: nothing */
  readonly order: string;
  /** id of what it means (see `IncomingTable.meanings`); `''`: it is not taken */
  readonly meaning: string;
  /** true: the clerk said so, this time or an earlier one */
  readonly isChosen: boolean;
  /** the first texts below the headings, of a column that is not taken too */
  readonly samples?: readonly string[];
}

/** What a column of a table may be said to mean. */
export interface ColumnMeaning {
  readonly id: string;
  readonly name: string;
  /** without it the table cannot be taken in */
  readonly required: boolean;
}

export interface IncomingCell {
  /** index of the column in the worksheet */
  readonly column: number;
  /** as it stands in the file, or as the clerk mended it */
  readonly text: string;
  /** why it cannot be taken; absent: it can */
  readonly fault?: string;
  readonly isMended?: true;
}

export interface IncomingRow {
  /** its number in the worksheet as Excel shows it */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** one sentence; `''`: nothing to say */
  readonly sentence: string;
  /** of the columns that mean something */
  readonly cells: readonly IncomingCell[];
}

/** One table that was found in a file. */
export interface IncomingTable {
  /** unique in the file; equal each time the file is read */
  readonly id: string;
  /** what the meanings of its columns are remembered under: `财决03`, or the name of a sheet; absent: nothing is */
  readonly report?: string;
  /** `财决03 收入决算表` */
  readonly name: string;
  /** name of the worksheet */
  readonly sheet: string;
  readonly money: MoneyUnit;
  readonly columns: readonly IncomingColumn[];
  readonly meanings: readonly ColumnMeaning[];
  readonly rows: readonly IncomingRow[];
  /** why nothing of the table can be taken as it is (a required column is missing, 万元 for 元, another year); `''` */
  readonly fault: string;
  /** the clerk left the whole table out */
  readonly isLeft: boolean;
  /** column that a mended code is written to; absent: the rows have no codes */
  readonly codeColumn?: number;
}

/** Two figures of different tables that should be equal, compared to the 分. */
export interface Tie {
  /** `财决03 财政拨款收入 2010301 ＝ 财决07＋09＋11 本年收入` */
  readonly law: string;
  readonly isHeld: boolean;
  /** both sides with their places and the difference, where it is not held; `''` */
  readonly sentence: string;
}

/** Money of which a file says all there is: what the book has of it beside what was read is there no longer. */
export interface Covered {
  readonly sheet: string;
  readonly fund: Fund;
  readonly columns: readonly string[];
  readonly measure: Measure;
}

/** What was found in a file, before it is compared with the book. */
export interface ImportReading {
  readonly tables: readonly IncomingTable[];
  readonly figures: readonly IncomingFigure[];
  readonly texts: readonly Omit<UnitText, 'unit'>[];
  /** names of rows of the clerk's own */
  readonly cellTexts: readonly {
    readonly sheet: string;
    readonly row: string;
    readonly column: string;
    readonly body: string;
  }[];
  /** what is written beside cells; absent: the file has no notes */
  readonly notes?: readonly (CellAddress & { readonly body: string })[];
  readonly ties: readonly Tie[];
  /** absent: nothing, so that what the file does not say stays as it is */
  readonly covers?: readonly Covered[];
  /** worksheets of which nothing is taken, each with the reason */
  readonly unread: readonly { readonly sheet: string; readonly reason: string }[];
  /** whom and when the file says it is about; `null`: it does not say */
  readonly stated: { readonly unit: string | null; readonly year: number | null };
  /** said about the whole file: macros were not run, links were not followed, formulas were read as their values */
  readonly remarks: readonly string[];
}
