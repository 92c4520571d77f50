import type { Fen } from '../money/fen.ts';
import type { IncomeLine, ProfileEdition, TableId } from '../profiles/profile.ts';
import type { Formula } from './formula.ts';

/** One number of a table. */
export interface TableValue {
  /** `null`: no figure stands behind it */
  readonly exact: Fen | null;
  /** as printed; `''` for a blank cell */
  readonly printed: string;
  readonly formula: Formula;
}

export type Side = 'income' | 'expenditure';

/** What a row of a summary table is, whatever its layout calls it. */
export type RowRole =
  | 'line'
  | 'subtotal'
  | 'surplus_used'
  | 'distribution'
  | 'opening'
  | 'fund_opening'
  | 'closing'
  | 'grand_total';

/**
 * A row in the sense of the table's content, whatever the page looks like: the two sides of a summary table are two
 * rows, the one printed row of the 三公 table is six.
 */
export interface TableRow {
  readonly kind: 'line' | 'total' | 'code';
  readonly side?: Side;
  /** classification code of a row by code */
  readonly code?: string;
  /** id of a row that has no code (`reception`, `personnel_total`) */
  readonly item?: string;
  /** in the summary tables */
  readonly role?: RowRole;
  /** of a line of 收入: which one, under whatever number and name it is printed */
  readonly line?: IncomeLine;
  /** as printed */
  readonly label: string;
  readonly cells: Readonly<Record<string, TableValue>>;
}

/** What a cell is, which decides its font and alignment. `order`: 行次 and 栏次. */
export type CellKind = 'head' | 'label' | 'code' | 'amount' | 'order';

/** A cell of the printed grid; cells covered by a merge do not exist. */
export interface PrintedCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly kind: CellKind;
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  /** depth in the tree 类 → 款 → 项 */
  readonly indent: number;
  /** for kind `amount`: which number of `TableModel.rows` it prints; absent in a cell that has none */
  readonly value?: { readonly row: number; readonly column: string };
}

export interface PrintedColumn {
  readonly key: string;
  /** mm */
  readonly width: number;
}

/** What stands above a table, as printed; '' where nothing stands. */
export interface TableCaption {
  readonly heading: string;
  /** at the right, in a line of its own: 公开01表 */
  readonly corner: string;
  /** in one line, at its two ends: 部门：… and 单位：万元 */
  readonly left: string;
  readonly right: string;
}

/** Everything that a renderer (Excel, preview, JSON) needs to know of one public table. */
export interface TableModel {
  readonly id: TableId;
  readonly number: string;
  readonly title: string;
  readonly caption: TableCaption;
  readonly orientation: 'portrait' | 'landscape';
  readonly fonts: ProfileEdition['fonts'];
  readonly columns: readonly PrintedColumn[];
  readonly header: readonly (readonly PrintedCell[])[];
  readonly body: readonly (readonly PrintedCell[])[];
  readonly rows: readonly TableRow[];
  /** true: no number but zeros; the notes then say so */
  readonly empty: boolean;
  /** printed below the table */
  readonly notes: readonly string[];
  /** what no document at hand confirms of this table's layout, and what to look at in its figures; never printed */
  readonly unconfirmed: readonly string[];
}

/** All tables of one department or unit and year. */
export interface TablePack {
  readonly profile: {
    readonly id: string;
    readonly name: string;
    /** false: something of the layout is unconfirmed, here or in one of the tables */
    readonly confirmed: boolean;
    /** what no document at hand confirms of the tables as a whole */
    readonly unconfirmed: readonly string[];
  };
  readonly year: number;
  /** name of the department or unit as printed */
  readonly name: string;
  /** what `name` is the name of: decides the wording */
  readonly entity: '部门' | '单位';
  readonly tables: readonly TableModel[];
}
