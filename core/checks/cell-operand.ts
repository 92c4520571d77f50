import type { Operand } from './claim.ts';
import type { FactTable, TableFacts } from './facts.ts';

/** What the columns of the tables are called in findings; `amount`, the only one of its row, needs no name. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  total: '合计',
  appropriation: '财政拨款收入',
  superior: '上级补助收入',
  undertaking: '事业收入',
  business: '经营',
  affiliate: '附属单位上缴收入',
  other: '其他收入',
  basic: '基本支出',
  project: '项目支出',
  remit: '上缴上级支出',
  subsidy: '对附属单位补助支出',
  general: '一般公共预算',
  gov_fund: '政府性基金',
  state_capital: '国有资本经营',
  opening: '年初结转和结余',
  income: '本年收入',
  closing: '年末结转和结余',
  budget: '预算数',
  actual: '决算数',
};

/** `基本支出`, `金额`. */
export function cellColumnName(column: string): string {
  return COLUMN_NAMES[column] ?? '金额';
}

/** A number of a table as a side of a law: of a book with the figures behind it, of a document the cell itself. */
export function cellOperand(table: FactTable, row: number, column: string): Operand {
  const found = table.rows[row];
  const cell = found?.cells[column];
  const amount = cell?.amount ?? null;
  const label = [found?.code ?? '', found?.label ?? ''].join(' ').trim();
  const name = `《${table.title}》${label}${column in COLUMN_NAMES ? `（${COLUMN_NAMES[column]}）` : ''}`;
  return {
    name,
    amount,
    parts:
      cell?.parts ??
      (() => [{ name, amount: amount ?? 0, place: { kind: 'cell', table: table.id, row, column } }]),
  };
}

/** 0.01 万元, the last digit in print, in 分. */
export const LAST_DIGIT = 10_000;

/**
 * domain/tables.md §13: by how many 分 a printed sum may lie beside its printed parts, 0.005 × (n + 1) 万元 rounded up
 * to whole last digits; 0 between amounts to the 分.
 *
 * @param parts how many numbers are added up
 */
export function sumTail({ exact }: TableFacts, parts: number): number {
  return exact ? 0 : Math.ceil((parts + 1) / 2) * LAST_DIGIT;
}
