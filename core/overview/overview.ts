import type { Place } from '../checks/finding.ts';
import type { Fund } from '../figures/sheets.ts';

/** How far a sheet is. `empty`: nothing is keyed; `unneeded`: nothing is expected and nothing is there. */
export type ProgressState = 'full' | 'partly' | 'empty' | 'unneeded';

/** A figure that is expected and not there. */
export interface MissingFigure {
  /** `001 2010301 行政运行（一般公共预算）年初预算`; the unit only where several are shown together */
  readonly name: string;
  readonly place: StepPlace;
}

export interface SheetProgress {
  readonly sheet: string;
  readonly state: ProgressState;
  /** figures that are there */
  readonly filled: number;
  /** those, and the missing ones */
  readonly expected: number;
  /** the first that are missing, in words, each with its cell */
  readonly missing: readonly MissingFigure[];
  /** when a figure of it last changed, ISO 8601 in UTC; `null`: never */
  readonly changedAt: string | null;
}

/** Where a step of the work is done. */
export type StepPlace =
  | Place
  /** `unit`: with another unit chosen; absent: as it is */
  | { readonly kind: 'page'; readonly page: string; readonly unit?: string }
  | { readonly kind: 'finding'; readonly key: string };

export interface NextStep {
  readonly level: 'error' | 'verify' | 'hint';
  /** `补录 核对数 2 个` */
  readonly title: string;
  readonly detail: string;
  readonly place: StepPlace;
}

/** A year at a glance. Amounts in 分; `null`: nothing is keyed. */
export interface Overview {
  readonly equation: {
    readonly income: number;
    readonly surplusUsed: number;
    readonly opening: number;
    readonly expenditure: number;
    readonly distribution: number;
    readonly closing: number;
  } | null;
  readonly sheets: readonly SheetProgress[];
  /** in the sequence in which they are best done */
  readonly next: readonly NextStep[];
  /** 本年支出 by 类, the largest first */
  readonly byClass: readonly {
    readonly code: string;
    readonly name: string;
    readonly amount: number;
    readonly last: number | null;
  }[];
  readonly balances: readonly { readonly fund: Fund; readonly opening: number; readonly closing: number }[];
}
