import {
  FUNDS,
  type Fund,
  MEASURE_NAMES,
  type Measure,
  type SheetColumn,
  type SheetDefinition,
} from '../figures/sheets.ts';

/** A fund of a sheet, or all of them added up, which can only be looked at. */
export type FundView = Fund | 'all';

/** What a column of the screen is made of: figures of one column and measure. */
export interface Leaf {
  readonly column: string;
  readonly measure: Measure;
}

/** How a cell is computed from the leaves of its line. */
type Source =
  | { readonly kind: 'sum'; readonly of: readonly Leaf[] }
  /** in percent, two decimals */
  | { readonly kind: 'share'; readonly of: readonly Leaf[]; readonly base: readonly Leaf[] }
  /** nothing where one of both is blank */
  | { readonly kind: 'difference'; readonly of: readonly Leaf[]; readonly less: readonly Leaf[] }
  /** what is left of a whole, all of it where nothing is taken away */
  | { readonly kind: 'rest'; readonly of: readonly Leaf[]; readonly less: readonly Leaf[] }
  /** the difference in percent of what it is compared with */
  | { readonly kind: 'change'; readonly of: readonly Leaf[]; readonly base: readonly Leaf[] };

/** A column as it stands on the screen. */
export interface ViewColumn {
  readonly id: string;
  readonly title: string;
  /** headers above it, outermost first */
  readonly groups: readonly string[];
  readonly kind: SheetColumn['kind'] | 'percent';
  /** the figure, or the text of the row, that is keyed into it; `null`: computed */
  readonly keyed: Leaf | null;
  readonly source: Source;
  /** shown only where the window is wide enough for it */
  readonly wide: boolean;
  /** what 决算 is compared with, or the outcome: it can be hidden */
  readonly isComparing: boolean;
}

const isKeyedIn = (column: SheetColumn, fund: FundView) => fund === 'all' || column.funds.includes(fund);

const takes = (column: SheetColumn, fund: FundView) => isKeyedIn(column, fund) || column.lent?.fund === fund;

const has = (sheet: SheetDefinition, column: SheetColumn, measure: Measure) =>
  (column.measures ?? sheet.measures).includes(measure);

function columnsOf(sheet: SheetDefinition, fund: FundView, measure: Measure): SheetColumn[] {
  return sheet.columns.filter((column) => takes(column, fund) && has(sheet, column, measure));
}

/** The figures that are added up and compared: the amounts, or the counts of a sheet that has only those. */
function leavesOf(sheet: SheetDefinition, fund: FundView, measure: Measure): Leaf[] {
  const numbers = columnsOf(sheet, fund, measure).filter(({ kind }) => kind !== 'text');
  const amounts = numbers.filter(({ kind }) => kind === 'fen');
  return (amounts.length > 0 ? amounts : numbers).map(({ id }) => ({ column: id, measure }));
}

/** Where figures of a fund and measure are keyed that are only shown here, in words; `null`: all of them are keyed here. */
export function keyedElsewhere(sheet: SheetDefinition, fund: FundView, measure: Measure): string | null {
  const funds = fund === 'all' ? fundsOf(sheet) : [fund];
  const elsewhere = sheet.columns.find(
    (column) =>
      column.note !== undefined &&
      has(sheet, column, measure) &&
      funds.some((each) => !column.funds.includes(each)),
  );
  return elsewhere?.note ?? null;
}

/** The funds that a sheet is keyed by; what belongs to no fund comes first. */
export function fundsOf(sheet: SheetDefinition): Fund[] {
  const funds = FUNDS.filter((fund) => sheet.columns.some((column) => column.funds.includes(fund)));
  return funds.toSorted((a, b) => Number(b === '') - Number(a === ''));
}

/** What all amounts of a fund and measure make together says something only where they may be added up. */
export function hasFundTotal(sheet: SheetDefinition, fund: FundView, measure: Measure): boolean {
  if (sheet.adds === 'none') return false;
  return sheet.adds === 'rows-and-columns' || leavesOf(sheet, fund, measure).length === 1;
}

/**
 * The columns in which a sheet is keyed for one fund and measure, their 小计, and beside 决算 what it is compared with:
 * budget and last year.
 *
 * @param keyable false: the sheet can only be looked at
 */
export function viewColumns(
  sheet: SheetDefinition,
  fund: FundView,
  measure: Measure,
  keyable: boolean,
): ViewColumn[] {
  const isKeyed = keyable && fund !== 'all';
  const leaves = leavesOf(sheet, fund, measure);
  const groups = [
    `${measure === 'actual' ? '本年决算' : MEASURE_NAMES[measure]}${isKeyed ? '（录入）' : ''}`,
  ];
  const keyed = columnsOf(sheet, fund, measure).map((column): ViewColumn => {
    const { id, name, kind } = column;
    const leaf = { column: id, measure };
    return {
      id,
      title: name,
      groups: kind === 'text' ? [] : groups,
      kind,
      keyed: isKeyed && isKeyedIn(column, fund) ? leaf : null,
      source: { kind: 'sum', of: kind === 'text' ? [] : [leaf] },
      wide: false,
      isComparing: false,
    };
  });
  const computed = (sheet.computed ?? []).map(
    ({ id, name, of, less }): ViewColumn => ({
      id,
      title: name,
      groups,
      kind: 'fen',
      keyed: null,
      source: {
        kind: 'rest',
        of: of.map((column) => ({ column, measure })),
        less: less.map((column) => ({ column, measure })),
      },
      wide: false,
      isComparing: false,
    }),
  );
  const subtotal: ViewColumn = {
    id: 'subtotal',
    title: '小计',
    groups,
    kind: 'fen',
    keyed: null,
    source: { kind: 'sum', of: leaves },
    wide: false,
    isComparing: false,
  };
  return [
    ...keyed,
    ...computed,
    ...(sheet.adds === 'rows-and-columns' && leaves.length > 1 ? [subtotal] : []),
    ...(measure === 'actual' ? comparisons(sheet, fund, leaves) : []),
  ];
}

/** Only what can be added up across its columns, or has only one, can be compared by one number. */
function comparisons(sheet: SheetDefinition, fund: FundView, actual: readonly Leaf[]): ViewColumn[] {
  if (sheet.adds !== 'rows-and-columns' && actual.length !== 1) return [];
  const [first] = actual;
  const kind = sheet.columns.find(({ id }) => id === first?.column)?.kind ?? 'fen';
  const leaves = (measure: Measure) => leavesOf(sheet, fund, measure);
  const initial = leaves('initial');
  const final = leaves('final');
  const prior = leaves('prior');
  // where nothing else is compared, there is room for it
  const isRoomy = final.length === 0;
  const plain = { kind, keyed: null, wide: false, isComparing: true } as const;
  const percent = { ...plain, kind: 'percent' } as const;
  const budget = { ...plain, groups: ['与预算比'] };
  const lastYear = { ...plain, groups: ['与上年比'] };
  return [
    ...(initial.length === 0
      ? []
      : [
          {
            ...budget,
            id: 'initial',
            title: '年初预算',
            wide: !isRoomy,
            source: { kind: 'sum', of: initial },
          } as const,
        ]),
    ...(final.length === 0
      ? []
      : [
          { ...budget, id: 'final', title: '全年预算', source: { kind: 'sum', of: final } } as const,
          {
            ...percent,
            groups: budget.groups,
            id: 'completion',
            title: '完成率',
            source: { kind: 'share', of: actual, base: final },
          } as const,
        ]),
    ...(prior.length === 0
      ? []
      : [
          { ...lastYear, id: 'prior', title: '上年决算', source: { kind: 'sum', of: prior } } as const,
          {
            ...lastYear,
            id: 'difference',
            title: kind === 'count' ? '增减数' : '增减额',
            wide: !isRoomy,
            source: { kind: 'difference', of: actual, less: prior },
          } as const,
          {
            ...percent,
            groups: lastYear.groups,
            id: 'change',
            title: '增减%',
            wide: !isRoomy,
            source: { kind: 'change', of: actual, base: prior },
          } as const,
        ]),
  ];
}
