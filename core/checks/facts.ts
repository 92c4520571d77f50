import type { Classification } from '../classification/classification.ts';
import type { Unit } from '../figures/figure.ts';
import type { FreeRowNames } from '../figures/free-row.ts';
import type { ProfileEdition, TableId } from '../profiles/profile.ts';
import type { FormulaTerm } from '../tables/formula.ts';
import type { RowRole, Side } from '../tables/model.ts';
import type { FigureSums } from '../tables/sums.ts';
import type { Operand, OperandPart } from './claim.ts';

/** What a rule may be run on. */
export const SCOPES = ['unit', 'adjustments', 'department', 'document'] as const;
type Scope = (typeof SCOPES)[number];

/**
 * What the rules see, of a book or of a document (DESIGN §4). A document has tables only; of a book, everything is
 * there for one unit, for the 差额表, or for the department as a whole.
 */
export interface Facts {
  readonly scope: Scope;
  /** code of the unit or of the 差额表; `null`: the department, or a document */
  readonly code: string | null;
  /** what the findings call it: `001 本级` */
  readonly where: string;
  readonly year: number;
  readonly classification: Classification;
  readonly tables: TableFacts;
  /** `null`: a document, of which only print is known */
  readonly figures: FigureFacts | null;
}

/** The public tables, of whatever origin. */
export interface TableFacts {
  /** true: amounts to the 分; false: as printed, in 万元 with two decimals */
  readonly exact: boolean;
  /** `null`: the table is not there */
  table(id: TableId): FactTable | null;
  /** all that are there, in order */
  all(): readonly FactTable[];
}

export interface FactTable {
  readonly id: TableId;
  readonly number: string;
  readonly title: string;
  readonly rows: readonly FactRow[];
  readonly notes: readonly string[];
}

/** A row in the sense of TableModel.rows. */
export interface FactRow {
  readonly kind: 'line' | 'total' | 'code';
  readonly side?: Side;
  readonly code?: string;
  /** of a row without a code: `reception`, `personnel_total`, `opening_general`; of a line of 收入: its fund or column */
  readonly item?: string;
  /** in the summary tables */
  readonly role?: RowRole;
  readonly label: string;
  /** every column that the table prints for such a row, blank cells included */
  readonly cells: Readonly<Record<string, FactCell>>;
}

export interface FactCell {
  /** 分; `null`: blank */
  readonly amount: number | null;
  /** as printed */
  readonly printed: string;
  /** of a document: something stands there that is no number */
  readonly unreadable?: true;
  /** of a book: the keyed figures behind it */
  readonly parts?: () => readonly OperandPart[];
}

/** The keyed figures of a book's year. */
export interface FigureFacts {
  /** the unit; of the department its name, and the code DEPARTMENT_UNIT */
  readonly unit: Unit;
  /** of the unit, or of all units and the 差额表 together; control figures are those of the scope itself */
  readonly sums: FigureSums;
  /** of the same unit (or department) in the year before; `null`: the book has no such year */
  readonly last: FigureSums | null;
  /** the real units of the department */
  readonly units: readonly Unit[];
  /** the figures of each unit, and of the 差额表 under its own code, that `sums` adds up */
  readonly members: readonly { readonly unit: Unit; readonly sums: FigureSums }[];
  /** by slot; of a unit only */
  readonly texts: ReadonlyMap<string, string>;
  readonly lastTexts: ReadonlyMap<string, string>;
  /** text cells of the clerk's own rows: sheet, row, column */
  readonly cellText: (sheet: string, row: string, column: string) => string;
  readonly rowNames: FreeRowNames;
  /** of the 报表格式 that the book is printed in */
  readonly edition: ProfileEdition;
  /** An amount of this year that knows its figures. */
  operand(name: string, terms: readonly FormulaTerm[]): Operand;
  /** The same of the year before, in the same book; blank where it has none. */
  lastOperand(name: string, terms: readonly FormulaTerm[]): Operand;
}
