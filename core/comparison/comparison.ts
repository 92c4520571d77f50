import type { TableId } from '../profiles/profile.ts';

/** One cell in which another workbook of the same tables differs from ours. */
export interface Difference {
  readonly table: TableId;
  /** our table's title */
  readonly title: string;
  /** index in our TableModel.rows; `null`: the row stands in the other workbook alone */
  readonly row: number | null;
  /** column of the table's content; `''`: the row as a whole is missing on one side */
  readonly column: string;
  /** `支出 › 201 一般公共服务支出 › 基本支出` */
  readonly place: string;
  /** printed by us; '' blank; in 元, with its unit, where the other workbook is in 元; of a whole row all its numbers */
  readonly ours: string;
  /** as the other workbook prints it; '' blank; in a cell that holds no amount, what stands there */
  readonly theirs: string;
  /** ours less theirs in 万元, `-0.01`, or in 元 with its unit; '' where theirs is no amount */
  readonly difference: string;
  /** where it stands there: `03 支出决算表!D12`; '' where it does not */
  readonly where: string;
}

/** What came of comparing our tables with another workbook 与批复表核对. */
export interface Comparison {
  /** name of the other file, for the clerk's eye */
  readonly file: string;
  readonly differences: readonly Difference[];
  /** tables found in both, and how many cells with a number agreed in each */
  readonly compared: readonly {
    readonly table: TableId;
    readonly title: string;
    readonly sheet: string;
    readonly equal: number;
    /** what of either print could not be compared, one sentence each without its full stop */
    readonly uncompared: readonly string[];
  }[];
  /** every number of ours other than 0 was compared, and every one of theirs was understood */
  readonly complete: boolean;
  /** titles of our tables that were not found there */
  readonly missing: readonly string[];
  /** names of its worksheets that were not recognised, each with the reason in one sentence */
  readonly unrecognised: readonly {
    readonly sheet: string;
    readonly reason: string;
    /** numbers of one of our tables stand there and were not compared */
    readonly uncompared?: true;
  }[];
}
