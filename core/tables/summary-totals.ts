import { FISCAL_FUNDS } from '../figures/sheets.ts';
import type { RowRole, Side } from './model.ts';
import { across, indexes, plus, type SumRow, type Total, type TotalRule } from './total.ts';

/** 收入支出决算总表: the subtotal and 总计 of each side. */
export function summarySums(rows: readonly SumRow[]): Total[] {
  return [
    ...sideSums(rows, 'income', ['amount'], ['A1', 'A3']),
    ...sideSums(rows, 'expenditure', ['amount'], ['A2', 'A4']),
    ...grandTotals(rows, 'amount', 'A5'),
  ];
}

/**
 * 收入支出决算总表: 年末 = 本年收入合计 + 使用非财政拨款结余 + 年初 − 本年支出合计 − 结余分配. It follows from A3, A4 and A5
 * and says nothing more of a document; it computes what no sheet of ours holds.
 */
export function whatIsLeft(rows: readonly SumRow[]): Total[] {
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
export function appropriationSums(rows: readonly SumRow[]): Total[] {
  const spent = ['total', ...FISCAL_FUNDS];
  const byFund = indexes(rows, ({ side, cells }) => side === 'expenditure' && 'total' in cells);
  const [opening] = withRole(rows, 'income', 'opening', 'amount');
  const openings = withRole(rows, 'income', 'fund_opening', 'amount');
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
function fundCarriedOn(rows: readonly SumRow[], fund: (typeof FISCAL_FUNDS)[number]): Total[] {
  const income = withRole(rows, 'income', 'line', 'amount').find((row) => rows[row]?.item === fund);
  const opening = rows.findIndex(({ item }) => item === `opening_${fund}`);
  const { subtotal } = rowsOfSide(rows, 'expenditure', fund);
  const [closing] = withRole(rows, 'expenditure', 'closing', fund);
  if (income === undefined || opening === -1 || subtotal === undefined || closing === undefined) return [];
  return [
    {
      rule: 'A11',
      target: { row: closing, column: fund },
      parts: [...plus([opening, income], 'amount'), { row: subtotal, column: fund, sign: -1 }],
    },
  ];
}

/** The rows of one side that are something, and have a number in a column. */
function withRole(rows: readonly SumRow[], side: Side, role: RowRole, column: string): number[] {
  return indexes(rows, (row) => row.side === side && row.role === role && column in row.cells);
}

interface SideRows {
  readonly lines: readonly number[];
  /** 本年收入合计 or 本年支出合计 */
  readonly subtotal: number | undefined;
  /** 使用非财政拨款结余 and 年初, 结余分配 and 年末; without the lines of the single funds */
  readonly balances: readonly number[];
  /** 总计 */
  readonly grand: number | undefined;
}

const BALANCES: Readonly<Record<Side, readonly RowRole[]>> = {
  income: ['surplus_used', 'opening'],
  expenditure: ['distribution', 'closing'],
};

function rowsOfSide(rows: readonly SumRow[], side: Side, column: string): SideRows {
  const those = (role: RowRole) => withRole(rows, side, role, column);
  return {
    lines: those('line'),
    subtotal: those('subtotal')[0],
    balances: BALANCES[side].flatMap(those),
    grand: those('grand_total')[0],
  };
}

/** The subtotal of a side of a summary table, and 总计 below it, in each of its columns. */
function sideSums(
  rows: readonly SumRow[],
  side: Side,
  columns: readonly string[],
  [ofLines, ofAll]: readonly [TotalRule, TotalRule],
): Total[] {
  return columns.flatMap((column) => {
    const { lines, subtotal, balances, grand } = rowsOfSide(rows, side, column);
    if (subtotal === undefined) return [];
    return [
      { rule: ofLines, target: { row: subtotal, column }, parts: plus(lines, column) },
      ...(grand === undefined
        ? []
        : [
            {
              rule: ofAll,
              target: { row: grand, column },
              parts: plus([subtotal, ...balances], column),
            },
          ]),
    ];
  });
}

/** 总计 of the two sides are one number. */
function grandTotals(rows: readonly SumRow[], column: string, rule: TotalRule): Total[] {
  const income = rowsOfSide(rows, 'income', 'amount').grand;
  const expenditure = rowsOfSide(rows, 'expenditure', column).grand;
  if (income === undefined || expenditure === undefined) return [];
  return [{ rule, target: { row: expenditure, column }, parts: plus([income], 'amount') }];
}
