import type { TableModel, TableRow } from './model.ts';
import { appropriationSums, summarySums } from './summary-totals.ts';
import { across, indexes, type NumberPlace, plus, type Total, type TotalRule } from './total.ts';

/**
 * All sums within a table. One number may be several: down a column and along a row; those down the column come first.
 * What a layout does not print is part of nothing, so a sum that needs it is left out. No chain of sums leads back to
 * the number that it began with.
 */
export function totalsOf(table: TableModel): Total[] {
  const printed = new Set(table.body.flat().flatMap(({ value }) => (value ? [nameOf(value)] : [])));
  return sumsOf(table).filter(
    ({ target, parts }) =>
      parts.length > 0 && printed.has(nameOf(target)) && parts.every((part) => printed.has(nameOf(part))),
  );
}

const nameOf = ({ row, column }: NumberPlace) => `${row} ${column}`;

function sumsOf({ id, rows }: TableModel): Total[] {
  switch (id) {
    case 'summary':
      return summarySums(rows);
    case 'appropriation-summary':
      return appropriationSums(rows);
    case 'income':
      return codeSums(rows, 'A6', [
        'appropriation',
        'superior',
        'undertaking',
        'business',
        'affiliate',
        'other',
      ]);
    case 'expenditure':
      return codeSums(rows, 'A7', ['basic', 'project', 'remit', 'business', 'subsidy']);
    case 'general-expenditure':
      return codeSums(rows, 'A12', ['basic', 'project']);
    case 'general-balance':
    case 'gov-fund':
    case 'state-capital':
      return [...codeSums(rows, 'A16', ['basic', 'project']), ...carriedOn(rows)];
    case 'general-basic':
    case 'gov-fund-basic':
      return basicSums(rows);
    case 'three-public':
      return threePublicSums(rows);
    case 'procurement':
      return itemSum(rows, 'procurement', 'amount', 'total', ['goods', 'works', 'services']);
    case 'purchased-services':
      return indexes(rows, ({ kind }) => kind === 'total').map((row) => ({
        rule: 'purchased-services',
        target: { row, column: 'amount' },
        parts: plus(
          indexes(rows, ({ kind }) => kind === 'line'),
          'amount',
        ),
      }));
  }
}

const isTotal = ({ kind }: TableRow) => kind === 'total';

/** 合计 = Σ类, 类 = Σ款, 款 = Σ项 in every column, then in every row the total of its columns. */
function codeSums(rows: readonly TableRow[], rule: TotalRule, columns: readonly string[]): Total[] {
  const down = rows.flatMap((row, target) => {
    const below = childrenOf(rows, row);
    return Object.keys(row.cells).map(
      (column): Total => ({ rule: 'A8', target: { row: target, column }, parts: plus(below, column) }),
    );
  });
  const sideways = rows.map(
    (_, row): Total => ({ rule, target: { row, column: 'total' }, parts: across(row, columns) }),
  );
  return [...down, ...sideways];
}

/** The rows one level below, in the tree 合计 → 类 → 款 → 项. */
function childrenOf(rows: readonly TableRow[], parent: TableRow): number[] {
  if (isTotal(parent)) return indexes(rows, ({ code }) => code?.length === 3);
  const { code = '' } = parent;
  return indexes(rows, (row) => row.code?.startsWith(code) === true && row.code.length === code.length + 2);
}

/** 年末 = 年初 + 本年收入 − 本年支出. */
function carriedOn(rows: readonly TableRow[]): Total[] {
  return rows.map((_, row) => ({
    rule: 'A16',
    target: { row, column: 'closing' },
    parts: [...across(row, ['opening', 'income']), { row, column: 'total', sign: -1 }],
  }));
}

/** 301 = Σ its 款; 人员经费 and 公用经费 = Σ the 类 that they are computed from. */
function basicSums(rows: readonly TableRow[]): Total[] {
  const byCode = new Map(rows.flatMap(({ code }, index) => (code === undefined ? [] : [[code, index]])));
  const codes = [...byCode.keys()];
  return rows.flatMap(({ code, item, cells }, row): Total[] => {
    const target = { row, column: 'amount' };
    if (code?.length === 3) {
      const below = codes.filter((each) => each.length === 5 && each.startsWith(code));
      return [{ rule: 'A13', target, parts: plus(rowsOf(below, byCode), 'amount') }];
    }
    if (item === undefined) return [];
    const classes = (cells['amount']?.formula.terms ?? []).map(({ select }) =>
      'under' in select ? select.under : '',
    );
    const parts = plus(rowsOf(classes, byCode), 'amount');
    return [{ rule: item === 'personnel_total' ? 'A14' : 'A15', target, parts }];
  });
}

function rowsOf(codes: readonly string[], byCode: ReadonlyMap<string, number>): number[] {
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

function threePublicSums(rows: readonly TableRow[]): Total[] {
  return ['budget', 'actual'].flatMap((column) => [
    ...itemSum(rows, 'A17', column, 'total', ['abroad', 'vehicle_total', 'reception']),
    ...itemSum(rows, 'A17', column, 'vehicle_total', ['vehicle_purchase', 'vehicle_operation']),
  ]);
}

function itemSum(
  rows: readonly TableRow[],
  rule: TotalRule,
  column: string,
  target: string,
  parts: readonly string[],
): Total[] {
  const found = parts.flatMap((part) => indexes(rows, ({ item }) => item === part));
  const [row] = indexes(rows, ({ item }) => item === target);
  if (row === undefined || found.length < parts.length) return [];
  return [{ rule, target: { row, column }, parts: plus(found, column) }];
}
