import type { FigureAddress } from '../figures/figure.ts';
import type { TableId } from '../profiles/profile.ts';

/** A keyed figure that was looked for. */
export interface FoundFigure extends FigureAddress {
  /** 分, a count, or hundredths: see the kind of its column */
  readonly value: number;
  /** `001 支出 2010301 行政运行 基本支出（一般公共预算，决算）` */
  readonly place: string;
}

/** A public table that was looked for. */
export interface FoundTable {
  readonly id: TableId;
  /** `公开03表`; `''`: the 报表格式 prints none */
  readonly number: string;
  readonly title: string;
}

/** What a book has of what the clerk typed into 转到. */
export interface Found {
  readonly figures: readonly FoundFigure[];
  readonly tables: readonly FoundTable[];
}

/** More would be no list to choose from. */
export const MOST_FOUND = 30;
