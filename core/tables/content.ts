import type { Classification } from '../classification/classification.ts';
import { formatPrinted } from '../money/format.ts';
import type { ProfileEdition, ProfileTable } from '../profiles/profile.ts';
import type { FormulaTerm, RuleId } from './formula.ts';
import type { Line, LineCell } from './layout.ts';
import type { TableRow, TableValue } from './model.ts';
import type { FigureSums } from './sums.ts';

/** What a table is computed from. */
export interface TableSource {
  readonly sums: FigureSums;
  readonly classification: Classification;
  readonly edition: ProfileEdition;
  readonly table: ProfileTable;
}

/** Collects the rows and printed lines of one table. */
export class TableContent {
  readonly source: TableSource;
  readonly rows: TableRow[] = [];
  readonly lines: Line[] = [];

  constructor(source: TableSource) {
    this.source = source;
  }

  value(terms: readonly FormulaTerm[], rule: RuleId = 'sum'): TableValue {
    const formula = { rule, terms };
    const exact = this.source.sums.evaluate(formula);
    const blank = exact === null || (exact === 0 && this.source.edition.zero === 'blank');
    return { exact, printed: blank ? '' : formatPrinted(exact, 'wan'), formula };
  }

  /** Adds a row and returns its index, by which printed cells name it. */
  addRow(row: TableRow): number {
    this.rows.push(row);
    return this.rows.length - 1;
  }

  amount(row: number, column: string): LineCell {
    const value = this.rows[row]?.cells[column];
    return value === undefined
      ? { kind: 'amount', text: '' }
      : { kind: 'amount', text: value.printed, value: { row, column } };
  }
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 26 → 二十六; for the numbered lines of the summary tables. */
export function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = DIGITS[number % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
}
