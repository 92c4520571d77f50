import type { TableId } from '../../profiles/profile.ts';
import type { FormulaTerm } from '../../tables/formula.ts';
import type { RowRole, Side } from '../../tables/model.ts';
import { cellOperand, LAST_DIGIT } from '../cell-operand.ts';
import { atMost, type Claim, equal, type Operand } from '../claim.ts';
import type { FactRow, Facts, FactTable, FigureFacts, TableFacts } from '../facts.ts';

/** Which row of a table. */
type RowOf = (row: FactRow) => boolean;

export const TOTAL_ROW: RowOf = ({ kind, side }) => kind === 'total' && side === undefined;
export const rowOfCode =
  (code: string): RowOf =>
  (row) =>
    row.code === code;
export const rowOfItem =
  (item: string, side?: Side): RowOf =>
  (row) =>
    row.item === item && row.side === side && (side === undefined || row.role === 'line');
export const rowOfRole =
  (side: Side, role: RowRole): RowOf =>
  (row) =>
    row.side === side && row.role === role;
export const openingOf =
  (fund: string): RowOf =>
  ({ role, item }) =>
    role === 'fund_opening' && item === `opening_${fund}`;
export const classLine =
  (code: string): RowOf =>
  (row) =>
    row.side === 'expenditure' && row.role === 'line' && row.code === code;

/** Whether a table prints a column at all. */
export function prints(table: FactTable, column: string): boolean {
  return table.rows.some(({ cells }) => column in cells);
}

/** A number that a table prints; `null`: it has no such table, row or column. */
export function printedNumber(tables: TableFacts, id: TableId, row: RowOf, column: string): Operand | null {
  const table = tables.table(id);
  if (table === null) return null;
  const index = table.rows.findIndex((each) => row(each) && column in each.cells);
  return index === -1 ? null : cellOperand(table, index, column);
}

/** As printedNumber, but a code for which a table that prints the column has no row counts as blank. */
export function numberOfCode(
  tables: TableFacts,
  id: TableId,
  { row, code, column }: { readonly row: RowOf; readonly code: string; readonly column: string },
): Operand | null {
  const table = tables.table(id);
  if (table === null || !prints(table, column)) return null;
  return (
    printedNumber(tables, id, row, column) ?? {
      name: `《${table.title}》没有 ${code} 这一行`,
      amount: null,
      parts: () => [],
    }
  );
}

/** A sum of printed numbers; `null` where none of them is printed. */
export function sumOf(name: string, operands: readonly (Operand | null)[]): Operand | null {
  const there = operands.filter((operand) => operand !== null);
  if (there.length === 0) return null;
  const amounts = there.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return {
    name,
    amount: amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0),
    parts: () => there.flatMap(({ parts }) => parts()),
  };
}

/**
 * Two prints of one number. Where only print is known, a last digit that differs is a tail, which is said but is no
 * error.
 */
export function sameNumber(
  { tables }: Pick<Facts, 'tables'>,
  subject: string,
  left: Operand | null,
  right: Operand | null,
): Claim[] {
  if (left === null || right === null) return [];
  const claim = equal(subject, left, right);
  const isTail = !tables.exact && !claim.holds && Math.abs(claim.difference ?? 0) <= LAST_DIGIT;
  return [isTail ? { ...claim, level: 'hint', name: '尾差' } : claim];
}

/**
 * A part of a book's money that is not above the whole. The whole is the part and the rest, so where it is below, the
 * negative figures of the rest are what is wrong.
 */
export function partOfBook(
  figures: FigureFacts,
  subject: string,
  {
    part,
    whole,
    rest,
  }: { readonly part: Operand; readonly whole: Operand; readonly rest: readonly FormulaTerm[] },
): Claim {
  const claim = atMost(subject, part, whole);
  if (claim.holds) return claim;
  const behind = figures.operand('', rest).parts();
  return { ...claim, places: behind.flatMap(({ amount, place }) => (amount < 0 ? [place] : [])) };
}
