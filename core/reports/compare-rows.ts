import type { ColumnMeaning } from '../incoming/incoming.ts';
import { yuan } from './amounts.ts';
import { prefixOf } from './code-rows.ts';
import type { CodeTable } from './mapping.ts';
import type { ReadRow } from './report.ts';
import { sentences } from './texts.ts';

/** What the columns of the table add up to, line by line. */
interface RowLaw {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The sums that hold in every line: of the 明细表 小计 of its 款, and 合计 of all 小计. */
function lawsOf(table: CodeTable, present: readonly string[]): RowLaw[] {
  const own = (table.laws ?? []).filter(
    ({ whole, parts, less }) =>
      less === undefined && [whole, ...parts].every((each) => present.includes(each)),
  );
  if (table.economic === undefined) return own;
  const groups = present.filter((each) => /^\d{3}$/.test(each));
  const within = groups.map((whole) => ({
    whole,
    parts: present.filter((each) => each.length === 5 && each.startsWith(whole)),
  }));
  // a group without 小计 counts by its 款
  const loose = present.filter((each) => /^\d{5}$/.test(each) && !groups.includes(each.slice(0, 3)));
  return [...within, { whole: 'total', parts: [...groups, ...loose] }];
}

const amountIn = ({ cells }: ReadRow, meaning: string) =>
  cells.find((cell) => cell.meaning === meaning)?.amount ?? null;

/** Compares columns within each line, and each sum with the lines that it is of. */
export function compareRows(
  rows: readonly ReadRow[],
  table: CodeTable,
  meanings: readonly ColumnMeaning[],
  present: readonly string[],
): ReadRow[] {
  const nameOf = (id: string) => meanings.find((meaning) => meaning.id === id)?.name ?? id;
  const laws = lawsOf(table, present);
  const within = rows.map((row): ReadRow => {
    if (row.verdict === 'refused' || row.verdict === 'left') return row;
    const faults = laws.flatMap(({ whole, parts }) => {
      const said = amountIn(row, whole) ?? 0;
      const added = sum(parts.map((part) => amountIn(row, part)));
      return said === added
        ? []
        : [`${nameOf(whole)} ${yuan(said)}，各栏之和 ${yuan(added)}，差 ${yuan(said - added)}。`];
    });
    return faults.length === 0
      ? row
      : { ...row, verdict: 'refused', sentence: sentences(row.sentence, ...faults) };
  });
  return within.map((row) => {
    if (row.kind !== 'total' && row.kind !== 'sum') return row;
    return row.verdict === 'refused' || row.verdict === 'left' ? row : comparedSum(row, within, nameOf);
  });
}

function comparedSum(row: ReadRow, rows: readonly ReadRow[], nameOf: (id: string) => string): ReadRow {
  const items = rows.filter(({ kind, code }) => kind === 'item' && code.startsWith(prefixOf(row.code)));
  const taken = items.filter(({ verdict }) => verdict !== 'refused' && verdict !== 'left');
  const differences = row.cells.flatMap(({ meaning, amount }) => {
    const added = sum(taken.map((item) => amountIn(item, meaning)));
    const said = amount ?? 0;
    return said === added
      ? []
      : [`${nameOf(meaning)} ${yuan(said)}，各项之和 ${yuan(added)}，差 ${yuan(said - added)}。`];
  });
  if (differences.length === 0) return { ...row, verdict: 'compared' };
  const hasRefused = items.some(({ verdict }) => verdict === 'refused');
  if (hasRefused) return { ...row, verdict: 'doubtful', sentence: '有行还没有改好，改好后再比对。' };
  if (items.some(({ verdict, cells }) => verdict === 'left' && cells.some(({ amount }) => amount !== null))) {
    return { ...row, verdict: 'doubtful', sentence: `有行不取，${differences.join('')}` };
  }
  return { ...row, verdict: 'refused', sentence: sentences(row.sentence, ...differences) };
}

function sum(amounts: readonly (number | null)[]): number {
  return amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
}
