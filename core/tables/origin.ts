import type { Fund, Measure } from '../figures/sheets.ts';

/** A keyed figure that a printed number stands on, with the sign it enters with. */
export interface OriginFigure {
  readonly sheet: string;
  readonly row: string;
  /** what the clerk called the row; absent: its sheet knows its name */
  readonly rowTitle?: string;
  readonly column: string;
  readonly fund: Fund;
  readonly measure: Measure;
  readonly unit: string;
  readonly unitName: string;
  /** 分, sign applied */
  readonly value: number;
  /** why the 差额表 eliminates it */
  readonly reason?: string;
  /** where an import read it: `财决03 · Z03 收入决算表!E12…（文件名）`; absent: it was keyed */
  readonly origin?: string;
}

/** One line of the 来历 panel. */
export interface OriginLine {
  /** `2010301 行政运行 · 基本支出` */
  readonly title: string;
  /** `001 本级，一般公共预算` */
  readonly detail: string;
  /** 万元 with every digit, two decimals at least: `1,500.00`, `0.001234` */
  readonly amount: string;
  /** of a unit's line: the figures it sums, to be opened on request */
  readonly parts?: readonly OriginLine[];
}

/** Where a printed number comes from. */
export interface Origin {
  /** `收入支出决算总表` › `支出` › `一、一般公共服务支出` › `决算数` */
  readonly path: readonly string[];
  readonly printed: string;
  /** 万元 with every digit: what the lines add up to; `''` when blank */
  readonly exactWan: string;
  /** 元 with two decimals and separators; `''` when blank */
  readonly exactYuan: string;
  /** the rule in one sentence */
  readonly rule: string;
  /** the figures it stands on, or what each unit brings to it where they are many; they add up to the number */
  readonly lines: readonly OriginLine[];
  /** how many figures it stands on in all */
  readonly total: number;
  /** how the exact amount became the printed one */
  readonly rounding: string;
}
