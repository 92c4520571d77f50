import type { Classification } from '../classification/classification.ts';
import type { CellText } from '../figures/figure.ts';
import { type Fen, fen } from '../money/fen.ts';
import { formatPrinted } from '../money/format.ts';
import type { ProfileEdition, ProfileTable } from '../profiles/profile.ts';
import type { FormulaTerm, RuleId } from './formula.ts';
import { type Line, type LineCell, lineNumberCell } from './layout.ts';
import type { TableRow, TableValue } from './model.ts';
import type { FigureSums } from './sums.ts';

/** What a table is computed from. */
export interface TableSource {
  readonly sums: FigureSums;
  readonly classification: Classification;
  readonly edition: ProfileEdition;
  readonly table: ProfileTable;
  /** what the clerk's own rows are called */
  readonly cellTexts: CellTexts;
}

/** The text cells of the chosen units, by sheet, row and column. */
export class CellTexts {
  readonly #bodies: ReadonlyMap<string, string>;

  constructor(texts: readonly Pick<CellText, 'sheet' | 'row' | 'column' | 'body'>[]) {
    this.#bodies = new Map(
      texts.map(({ sheet, row, column, body }) => [JSON.stringify([sheet, row, column]), body]),
    );
  }

  of(sheet: string, row: string, column: string): string {
    return this.#bodies.get(JSON.stringify([sheet, row, column])) ?? '';
  }
}

/** Collects the rows and printed lines of one table. */
export class TableContent {
  readonly source: TableSource;
  readonly rows: TableRow[] = [];
  readonly lines: Line[] = [];
  /** what of the figures themselves must be looked at before the table says it in public; one sentence each */
  readonly doubts: string[] = [];

  constructor(source: TableSource) {
    this.source = source;
  }

  value(terms: readonly FormulaTerm[], rule: RuleId = 'sum'): TableValue {
    const formula = { rule, terms };
    const exact = this.source.sums.evaluate(formula);
    return { exact, printed: this.#printed(exact), formula };
  }

  #printed(exact: Fen | null): string {
    const { zero } = this.source.edition;
    const blank = zero === 'blank' ? exact === null || exact === 0 : zero === '0.00' && exact === null;
    return blank ? '' : formatPrinted(exact ?? fen(0), 'wan');
  }

  /** Numbers the printed lines 行次, one side after the other; `labels`: the keys of the columns of labels. */
  numberLines(labels: readonly string[]): void {
    const { length } = this.lines;
    for (const [index, line] of this.lines.entries()) {
      const numbers = labels.map((label, side) => lineNumberCell(label, side * length + index + 1));
      this.lines[index] = Object.assign({}, line, ...numbers);
    }
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
