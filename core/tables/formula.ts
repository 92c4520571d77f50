import { type Fund, type Measure, SHEETS } from '../figures/sheets.ts';

/**
 * Which rows a term takes: all that begin with a code (`''`: every row of the sheet), or the rows named.
 */
export type RowSelection = { readonly under: string } | { readonly rows: readonly string[] };

/** The figures of one sheet that enter a printed number, all with one sign. */
export interface FormulaTerm {
  readonly sign: 1 | -1;
  readonly sheet: string;
  readonly measure: Measure;
  readonly columns: readonly string[];
  readonly funds: readonly Fund[];
  readonly select: RowSelection;
}

/**
 * What a printed number is: a signed sum over an address pattern. It is both how the number is computed and how it
 * says where it came from, so the two cannot disagree.
 */
export interface Formula {
  /** id of the rule; its sentence: core/tables/describe.ts */
  readonly rule: RuleId;
  readonly terms: readonly FormulaTerm[];
}

export type RuleId =
  | 'sum'
  | 'opening'
  | 'closing'
  | 'income-grand-total'
  | 'expenditure-grand-total'
  | 'three-public-actual';

const columnsKnown = new Map<string, readonly string[]>();

/** All columns of a sheet that hold figures and take one of the funds. Found once: each cell of a table asks. */
function columnsTaking(sheetId: string, funds: readonly Fund[]): readonly string[] {
  const key = `${sheetId} ${funds.join()}`;
  const known = columnsKnown.get(key);
  if (known !== undefined) return known;
  const columns = SHEETS.find(({ id }) => id === sheetId)?.columns ?? [];
  const taking = funds.flatMap((fund) =>
    columns.filter((column) => column.kind !== 'text' && column.funds.includes(fund)).map(({ id }) => id),
  );
  const found = [...new Set(taking)];
  columnsKnown.set(key, found);
  return found;
}

/** The terms that add up the columns of a sheet (absent: all) for some funds and rows. */
export function sheetTerms(
  sheet: 'income' | 'expenditure' | 'economic' | 'three_public' | 'procurement' | 'purchased_services',
  options: {
    readonly select: RowSelection;
    readonly funds: readonly Fund[];
    readonly columns?: readonly string[];
    readonly measure?: Measure;
    readonly sign?: 1 | -1;
  },
): FormulaTerm[] {
  const { select, funds, columns, measure = 'actual', sign = 1 } = options;
  const taken = columns ?? columnsTaking(sheet, funds);
  return [{ sign, sheet, measure, columns: taken, funds, select }];
}

/** The columns of the sheet `balance` that turn 上年末 into 年初 as every table prints it; decreases are keyed negative. */
const OPENING_COLUMNS = [
  'last_closing',
  'error_correction',
  'collected_in',
  'collected_out',
  'surrendered',
  'reallocated',
  'other_adjustment',
] as const;

export function balanceTerms(
  columns: readonly string[],
  options: { readonly select: RowSelection; readonly funds: readonly Fund[]; readonly sign?: 1 | -1 },
): FormulaTerm[] {
  const { select, funds, sign = 1 } = options;
  return [{ sign, sheet: 'balance', measure: 'actual', columns, funds, select }];
}

export function openingTerms(select: RowSelection, funds: readonly Fund[]): FormulaTerm[] {
  return balanceTerms(OPENING_COLUMNS, { select, funds });
}

/** What is between 上年末 and 年初. */
export function adjustmentTerms(select: RowSelection, funds: readonly Fund[]): FormulaTerm[] {
  const columns = OPENING_COLUMNS.filter((column) => column !== 'last_closing');
  return balanceTerms(columns, { select, funds });
}

/** 年末 = 年初 + 收入 + 使用非财政拨款结余 − 支出 − 结余分配 (DESIGN §2). */
export function closingTerms(select: RowSelection, funds: readonly Fund[]): FormulaTerm[] {
  return [
    ...openingTerms(select, funds),
    ...sheetTerms('income', { select, funds }),
    ...balanceTerms(['surplus_used'], { select, funds }),
    ...sheetTerms('expenditure', { select, funds, sign: -1 }),
    ...balanceTerms(['distribution'], { select, funds, sign: -1 }),
  ];
}
