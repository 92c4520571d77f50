import type { GridCell, SheetGrid } from '../recognition/grid.ts';

/** How a place fills in its reports: every habit that domain knowledge tells of. */
export interface ReportStyle {
  /** the 7 digits in the first of three merged columns; each part as a number in its own, zeros lost */
  readonly codes: 'whole' | 'split';
  /** names of worksheets as Excel allows them */
  readonly cutNames: boolean;
  /** lines of 类 and 款 with their sums */
  readonly sums: boolean;
  /** what stands in a cell without an amount; `''`: nothing */
  readonly dash: '' | '—' | '——' | '-' | '/' | '一';
  readonly amounts: 'numbers' | 'texts';
  /** 财决08, 01 and 01-1, and the table of adjustments are in the file */
  readonly detailed: boolean;
  readonly summaries: boolean;
  readonly adjustments: boolean;
  /** what leaves the unit is printed without a sign */
  readonly outflowsPositive: boolean;
  /** a line 栏次 under the headings */
  readonly orders: boolean;
}

export const PLAIN_STYLE: ReportStyle = {
  codes: 'whole',
  cutNames: true,
  sums: false,
  dash: '',
  amounts: 'numbers',
  detailed: true,
  summaries: true,
  adjustments: true,
  outflowsPositive: true,
  orders: true,
};

/** An amount in 分; `null`: none. */
export type Amount = number | null;

/** A worksheet while it is filled in. Rows and columns count from 0. */
export class ReportPage {
  readonly name: string;
  readonly #style: ReportStyle;
  readonly #cells = new Map<string, GridCell>();

  constructor(name: string, style: ReportStyle) {
    this.name = style.cutNames ? name.slice(0, 31) : name;
    this.#style = style;
  }

  text(row: number, column: number, text: string, span: { rows?: number; columns?: number } = {}) {
    if (text === '') return;
    const cell = {
      row,
      column,
      rowSpan: span.rows ?? 1,
      columnSpan: span.columns ?? 1,
      text,
      isNumber: false,
    };
    this.#cells.set(`${row} ${column}`, cell);
  }

  number(row: number, column: number, value: number) {
    const cell = { row, column, rowSpan: 1, columnSpan: 1, text: String(value), isNumber: true };
    this.#cells.set(`${row} ${column}`, cell);
  }

  amount(row: number, column: number, amount: Amount) {
    if (amount === null) this.text(row, column, this.#style.dash);
    else if (this.#style.amounts === 'numbers') this.number(row, column, amount / 100);
    else this.text(row, column, written(amount));
  }

  count(row: number, column: number, count: Amount) {
    if (count === null) this.text(row, column, this.#style.dash);
    else this.number(row, column, count);
  }

  /** Title, number, and the line 编制单位. */
  top(
    title: string,
    number: string,
    { unit, year }: { readonly unit: string; readonly year: number },
    width: number,
  ) {
    this.text(0, 0, title, { columns: width });
    this.text(1, width - 1, number === '' ? '' : `财决${number}表`);
    this.text(2, 0, `编制单位：${unit}（本级）`, { columns: 2 });
    this.text(2, Math.floor(width / 2), `${year}年度`);
    this.text(2, width - 1, '金额单位：元');
  }

  grid(): SheetGrid {
    const cells = [...this.#cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
    return { name: this.name, cells };
  }
}

function written(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const integer = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${integer}.${digits.slice(-2)}`;
}

/** Headings over columns: each path from the top down, equal neighbours merged. @returns rows used */
export function writeHeadings(
  page: ReportPage,
  at: { readonly row: number; readonly column: number },
  paths: readonly (readonly string[])[],
  least = 1,
): number {
  const depth = Math.max(least, ...paths.map((path) => path.length));
  for (const [index, path] of paths.entries()) {
    for (const [level, text] of path.entries()) {
      const same = (other: readonly string[] | undefined) =>
        other !== undefined &&
        other.length > level + 1 &&
        path.length > level + 1 &&
        isSame(other, path, level);
      if (same(paths[index - 1])) continue;
      let columns = 1;
      while (same(paths[index + columns])) columns += 1;
      const rows = level === path.length - 1 ? depth - level : 1;
      page.text(at.row + level, at.column + index, text, { rows, columns });
    }
  }
  return depth;
}

function isSame(a: readonly string[], b: readonly string[], level: number): boolean {
  return a.slice(0, level + 1).join('/') === b.slice(0, level + 1).join('/');
}
