import { economicGroupOf } from '../classification/classification.ts';
import type { TableId } from '../profiles/profile.ts';
import type { TableModel } from './model.ts';
import { appropriationSums, summarySums, whatIsLeft } from './summary-totals.ts';
import { across, indexes, type NumberPlace, plus, type SumRow, type Total, type TotalRule } from './total.ts';

/**
 * All sums within a table. One number may be several: down a column and along a row; those down the column come first.
 * What a layout does not print is part of nothing, so a sum that needs it is left out. No chain of sums leads back to
 * the number that it began with.
 */
export function totalsOf(table: TableModel): Total[] {
  const printed = new Set(table.body.flat().flatMap(({ value }) => (value ? [nameOf(value)] : [])));
  const rows = table.rows.map(({ line, ...row }) => (line === undefined ? row : { ...row, item: line }));
  const sums = [...sumsOf(table.id, rows), ...(table.id === 'summary' ? whatIsLeft(rows) : [])];
  return sums.filter(
    ({ target, parts }) =>
      parts.length > 0 && printed.has(nameOf(target)) && parts.every((part) => printed.has(nameOf(part))),
  );
}

const nameOf = ({ row, column }: NumberPlace) => `${row} ${column}`;

/** The sums that a table of such rows should hold, whether all of it is printed or not. */
export function sumsOf(id: TableId, rows: readonly SumRow[]): Total[] {
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
      return itemSum(rows, 'A21', 'amount', 'total', ['goods', 'works', 'services']);
    case 'purchased-services':
      return indexes(rows, ({ kind }) => kind === 'total').map((row) => ({
        rule: 'A22',
        target: { row, column: 'amount' },
        parts: plus(
          indexes(rows, ({ kind }) => kind === 'line'),
          'amount',
        ),
      }));
  }
}

const isTotal = ({ kind }: SumRow) => kind === 'total';

/** 合计 = Σ类, 类 = Σ款, 款 = Σ项 in every column, then in every row the total of its columns. */
function codeSums(rows: readonly SumRow[], rule: TotalRule, columns: readonly string[]): Total[] {
  const childrenOf = childrenAmong(rows);
  const down = rows.flatMap((row, target) => {
    const below = childrenOf(row);
    return Object.keys(row.cells).map(
      (column): Total => ({ rule: 'A8', target: { row: target, column }, parts: plus(below, column) }),
    );
  });
  const sideways = rows.map(
    (_, row): Total => ({ rule, target: { row, column: 'total' }, parts: across(row, columns) }),
  );
  return [...down, ...sideways];
}

/** Above the 类 there is 合计 alone, which has no code. */
const TOP = 'top';

/** The rows one level below each, in the tree 合计 → 类 → 款 → 项. */
function childrenAmong(rows: readonly SumRow[]): (parent: SumRow) => readonly number[] {
  const below = new Map<string, number[]>();
  for (const [index, { code }] of rows.entries()) {
    if (code === undefined) continue;
    const above = code.length === 3 ? TOP : code.slice(0, -2);
    const known = below.get(above);
    if (known === undefined) below.set(above, [index]);
    else known.push(index);
  }
  return (parent) => {
    const name = isTotal(parent) ? TOP : parent.code;
    return name === undefined ? [] : (below.get(name) ?? []);
  };
}

/** 年末 = 年初 + 本年收入 − 本年支出. */
function carriedOn(rows: readonly SumRow[]): Total[] {
  return rows.map((_, row) => ({
    rule: 'A16',
    target: { row, column: 'closing' },
    parts: [...across(row, ['opening', 'income']), { row, column: 'total', sign: -1 }],
  }));
}

/** 301 = Σ its 款; 人员经费 and 公用经费 = Σ the 类 of their group. */
function basicSums(rows: readonly SumRow[]): Total[] {
  return rows.flatMap(({ code, item }, row): Total[] => {
    const target = { row, column: 'amount' };
    if (code?.length === 3) {
      const below = indexes(rows, (each) => each.code?.length === 5 && each.code.startsWith(code));
      return [{ rule: 'A13', target, parts: plus(below, 'amount') }];
    }
    if (item !== 'personnel_total' && item !== 'public_total') return [];
    const isPersonnel = item === 'personnel_total';
    const group = isPersonnel ? 'personnel' : 'public';
    const classes = indexes(rows, (each) => each.code?.length === 3 && economicGroupOf(each.code) === group);
    return [{ rule: isPersonnel ? 'A14' : 'A15', target, parts: plus(classes, 'amount') }];
  });
}

function threePublicSums(rows: readonly SumRow[]): Total[] {
  return ['budget', 'actual'].flatMap((column) => [
    ...itemSum(rows, 'A17', column, 'total', ['abroad', 'vehicle_total', 'reception']),
    ...itemSum(rows, 'A17', column, 'vehicle_total', ['vehicle_purchase', 'vehicle_operation']),
  ]);
}

function itemSum(
  rows: readonly SumRow[],
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
