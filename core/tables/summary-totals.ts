import { FISCAL_FUNDS } from '../figures/sheets.ts';
import type { Formula } from './formula.ts';
import type { Side, TableRow } from './model.ts';
import { across, indexes, plus, type Total, type TotalRule } from './total.ts';

/** 收入支出决算总表: the subtotal and 总计 of each side, and 年末 as what is left. */
export function summarySums(rows: readonly TableRow[]): Total[] {
  return [
    ...sideSums(rows, 'income', ['amount'], ['A1', 'A3']),
    ...sideSums(rows, 'expenditure', ['amount'], ['A2', 'A4']),
    ...whatIsLeft(rows),
    ...grandTotals(rows, 'amount', 'A5'),
  ];
}

/** 年末 = 本年收入合计 + 使用非财政拨款结余 + 年初 − 本年支出合计 − 结余分配: A5, solved for what no sheet holds. */
function whatIsLeft(rows: readonly TableRow[]): Total[] {
  const income = rowsOfSide(rows, 'income', 'amount');
  const expenditure = rowsOfSide(rows, 'expenditure', 'amount');
  const [distribution, closing] = expenditure.balances;
  if (distribution === undefined || closing === undefined) return [];
  const given = [income.subtotal, ...income.balances];
  const taken = [expenditure.subtotal, distribution];
  const parts = [
    ...given.map((row) => ({ row, sign: 1 as const })),
    ...taken.map((row) => ({ row, sign: -1 as const })),
  ];
  return [
    {
      rule: 'A5',
      target: { row: closing, column: 'amount' },
      parts: parts.flatMap(({ row, sign }) => (row === undefined ? [] : [{ row, column: 'amount', sign }])),
    },
  ];
}

/** 财政拨款收入支出决算总表: the same in each fund, the funds added up, and each fund carried on. */
export function appropriationSums(rows: readonly TableRow[]): Total[] {
  const spent = ['total', ...FISCAL_FUNDS];
  const byFund = indexes(rows, ({ side, cells }) => side === 'expenditure' && 'total' in cells);
  const [opening] = indexes(
    rows,
    ({ cells, item }) => cells['amount']?.formula.rule === 'opening' && item === undefined,
  );
  const openings = indexes(rows, ({ item }) => item?.startsWith('opening_') === true);
  return [
    ...sideSums(rows, 'income', ['amount'], ['A10', 'A3']),
    ...(opening === undefined
      ? []
      : [
          {
            rule: 'A10' as const,
            target: { row: opening, column: 'amount' },
            parts: plus(openings, 'amount'),
          },
        ]),
    ...sideSums(rows, 'expenditure', spent, ['A2', 'A4']),
    ...byFund.map(
      (row): Total => ({ rule: 'A9', target: { row, column: 'total' }, parts: across(row, FISCAL_FUNDS) }),
    ),
    ...FISCAL_FUNDS.flatMap((fund) => fundCarriedOn(rows, fund)),
    ...grandTotals(rows, 'total', 'A11'),
  ];
}

/** 年末 of one fund = its 年初 + its 收入 − its 支出. */
function fundCarriedOn(rows: readonly TableRow[], fund: (typeof FISCAL_FUNDS)[number]): Total[] {
  const ofFund = (formula: Formula | undefined) => formula?.terms[0]?.funds.join() === fund;
  const income = rowsOfSide(rows, 'income', 'amount').lines.find((row) =>
    ofFund(rows[row]?.cells['amount']?.formula),
  );
  const opening = rows.findIndex(({ item }) => item === `opening_${fund}`);
  const { subtotal, balances } = rowsOfSide(rows, 'expenditure', fund);
  const [closing] = balances;
  if (income === undefined || opening === -1 || subtotal === undefined || closing === undefined) return [];
  return [
    {
      rule: 'A11',
      target: { row: closing, column: fund },
      parts: [...plus([opening, income], 'amount'), { row: subtotal, column: fund, sign: -1 }],
    },
  ];
}

/** What a formula begins with tells the rows of the summary tables apart; their labels belong to the layouts. */
function startsWith(formula: Formula | undefined, sheet: string): boolean {
  return formula?.terms[0]?.sheet === sheet;
}

interface SideRows {
  readonly lines: readonly number[];
  /** 本年收入合计 or 本年支出合计 */
  readonly subtotal: number | undefined;
  /** 年初 and 年末, 使用非财政拨款结余 and 结余分配; without the lines of the single funds */
  readonly balances: readonly number[];
  /** 总计 */
  readonly grand: number | undefined;
}

function rowsOfSide(rows: readonly TableRow[], side: Side, column: string): SideRows {
  const those = (kind: TableRow['kind'], wanted: (formula: Formula | undefined, row: TableRow) => boolean) =>
    indexes(rows, (row) => row.side === side && row.kind === kind && wanted(row.cells[column]?.formula, row));
  return {
    lines: those('line', (formula) => startsWith(formula, side)),
    subtotal: those('total', (formula) => formula?.rule === 'sum')[0],
    balances: those('line', (formula, { item }) => startsWith(formula, 'balance') && item === undefined),
    grand: those('total', (formula) => formula?.rule === `${side}-grand-total`)[0],
  };
}

/** The subtotal of a side of a summary table, and 总计 below it, in each of its columns. */
function sideSums(
  rows: readonly TableRow[],
  side: Side,
  columns: readonly string[],
  [ofLines, ofAll]: readonly [TotalRule, TotalRule],
): Total[] {
  return columns.flatMap((column) => {
    const { lines, subtotal, balances, grand } = rowsOfSide(rows, side, column);
    if (subtotal === undefined || grand === undefined) return [];
    return [
      { rule: ofLines, target: { row: subtotal, column }, parts: plus(lines, column) },
      { rule: ofAll, target: { row: grand, column }, parts: plus([subtotal, ...balances], column) },
    ];
  });
}

/** 总计 of the two sides are one number. */
function grandTotals(rows: readonly TableRow[], column: string, rule: TotalRule): Total[] {
  const income = rowsOfSide(rows, 'income', 'amount').grand;
  const expenditure = rowsOfSide(rows, 'expenditure', column).grand;
  if (income === undefined || expenditure === undefined) return [];
  return [{ rule, target: { row: expenditure, column }, parts: plus([income], 'amount') }];
}
