import { FISCAL_FUNDS } from '../../figures/sheets.ts';
import { TOTAL_RULES, type Total, type TotalPart } from '../../tables/total.ts';
import { sumsOf } from '../../tables/totals.ts';
import { cellColumnName, cellOperand, sumTail } from '../cell-operand.ts';
import { type Claim, equal, type Operand } from '../claim.ts';
import type { FactRow, Facts, FactTable, TableFacts } from '../facts.ts';
import type { Laws } from '../rule.ts';
import { sameNumber } from './quantities.ts';

const known = new WeakMap<FactTable, readonly Total[]>();

/** The sums that can be looked at in a table. Found once: a rule for each of them asks. */
function printedSums(table: FactTable): readonly Total[] {
  const sums = known.get(table) ?? sumsOf(table.id, table.rows).flatMap((total) => printedPart(table, total));
  known.set(table, sums);
  return sums;
}

const cellAt = ({ rows }: FactTable, { row, column }: Total['target']) => rows[row]?.cells[column];
const isBlank = (table: FactTable, place: Total['target']) => (cellAt(table, place)?.amount ?? null) === null;

/**
 * A sum as far as it is printed. A column that a table leaves out is blank in it, as far as anybody can tell from text.
 * Where a part cannot be read, or what would be added up is printed nowhere in the table, nothing is known.
 */
function printedPart(table: FactTable, { rule, target, parts }: Total): Total[] {
  const there = parts.filter((part) => cellAt(table, part) !== undefined);
  const isPrinted =
    cellAt(table, target) !== undefined || (target.column === 'closing' && hasBalances(table, target.row));
  const isLeftOut =
    ((rule === 'A9' || target.column !== 'total') && isInOneNumber(table, target)) ||
    isWithoutBalances(table, target) ||
    isLevelBlank(table, target, there);
  const isRead = [target, ...there].every((place) => cellAt(table, place)?.unreadable !== true);
  const isAnything = [target, ...there].some((place) => !isBlank(table, place));
  if (there.length === 0 || !isPrinted || isLeftOut || !isRead || !isAnything) return [];
  return [{ rule, target, parts: there }];
}

/** A table that prints 类 alone: no row of the level below has a number in the column. */
function isLevelBlank(table: FactTable, target: Total['target'], parts: readonly TotalPart[]): boolean {
  const [first] = parts;
  const { side, code = '' } = table.rows[first?.row ?? -1] ?? {};
  if (first === undefined || first.row === target.row || side !== undefined || code === '') return false;
  return table.rows.every(
    (each, row) => each.code?.length !== code.length || isBlank(table, { row, column: first.column }),
  );
}

/** 财政拨款收入支出决算总表 may print 年末 and 总计 in one number, without a part for each fund. */
function isInOneNumber(table: FactTable, { row }: Total['target']): boolean {
  const role = table.rows[row]?.role;
  return (
    table.id === 'appropriation-summary' &&
    table.rows[row]?.side === 'expenditure' &&
    (role === 'closing' || role === 'grand_total') &&
    FISCAL_FUNDS.every((fund) => isBlank(table, { row, column: fund }))
  );
}

const BALANCES = ['opening', 'closing'];

function hasBalances({ rows }: FactTable, row: number): boolean {
  return ['opening', 'income'].some((column) => column in (rows[row]?.cells ?? {}));
}

/** A fund whose 结转和结余 stand in the row 合计 alone says nothing of those of its codes. */
function isWithoutBalances(table: FactTable, { row, column }: Total['target']): boolean {
  const carried = (kind: FactRow['kind']) =>
    table.rows.some((each, index) => {
      const isOne = each.kind === kind && each.side === undefined;
      return isOne && BALANCES.some((balance) => !isBlank(table, { row: index, column: balance }));
    });
  return column === 'closing' && table.rows[row]?.kind === 'code' && carried('total') && !carried('code');
}

const BELOW: Readonly<Record<number, string>> = { 3: '下属各款相加', 5: '下属各项相加' };

/** The parts of a sum in words that can be followed on paper. */
function wordsOf({ rows }: FactTable, { rule, target, parts }: Total): string {
  const { code = '', role } = rows[target.row] ?? {};
  switch (rule) {
    case 'A1':
      return '各项收入相加';
    case 'A2':
      return '各类支出相加';
    case 'A8':
    case 'A13':
      return `${code} ${BELOW[code.length] ?? '各类相加'}`.trim();
    case 'A10':
      return role === 'opening' ? '年初各项财政拨款结转和结余相加' : '各项财政拨款收入相加';
    case 'A11':
      return '年初结转和结余＋本年收入－本年支出';
    case 'A22':
      return '各行相加';
    default:
      return parts
        .map((part) => `${part.sign === 1 ? '＋' : '－'}${partName(rows, target, part)}`)
        .join('')
        .slice(1);
  }
}

function partName(
  rows: readonly FactRow[],
  target: Total['target'],
  { row, column, sign }: TotalPart,
): string {
  if (row !== target.row) return rows[row]?.code ?? rows[row]?.label ?? '';
  return sign === -1 ? '本年支出' : cellColumnName(column);
}

function sumOperand(table: FactTable, total: Total): Operand {
  const parts = total.parts.map(({ row, column, sign }) => ({ sign, ...cellOperand(table, row, column) }));
  const amounts = parts.flatMap(({ amount, sign }) => (amount === null ? [] : [sign * amount]));
  return {
    name: wordsOf(table, total),
    amount: amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0),
    parts: () =>
      parts.flatMap(({ amount, sign, parts: behind }) =>
        amount === null ? [] : behind().map((part) => ({ ...part, amount: sign * part.amount })),
      ),
  };
}

/** `appropriation-summary/12/general`: a document's rows have no other name that is unique. */
function subjectOf({ id }: FactTable, { row, column }: Total['target']): string {
  return [id, row, column].join('/');
}

function claimOf(tables: TableFacts, table: FactTable, total: Total): Claim[] {
  const subject = subjectOf(table, total.target);
  const printed = cellOperand(table, total.target.row, total.target.column);
  const [only, ...others] = total.parts;
  if (
    only !== undefined &&
    others.length === 0 &&
    isGrandTotal(table, only) &&
    isGrandTotal(table, total.target)
  ) {
    return sameNumber({ tables }, subject, printed, cellOperand(table, only.row, only.column));
  }
  const sum = sumOperand(table, total);
  const count = total.parts.filter((part) => !isBlank(table, part)).length;
  return [equal(subject, printed, sum, { tail: sumTail(tables, count) })];
}

function isGrandTotal({ rows }: FactTable, { row }: Total['target']): boolean {
  return rows[row]?.role === 'grand_total';
}

/** domain/tables.md A1 to A17, A21 and A22: every printed number that is a sum of others in its table. */
export const TABLE_SUMS: Laws = Object.fromEntries(
  TOTAL_RULES.map((id) => [
    id,
    ({ tables }: Facts) =>
      tables.all().flatMap((table) =>
        printedSums(table)
          .filter(({ rule }) => rule === id)
          .flatMap((total) => claimOf(tables, table, total)),
      ),
  ]),
);
