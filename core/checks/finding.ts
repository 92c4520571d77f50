import { CONTROL_SHEET, type FigureAddress } from '../figures/figure.ts';
import type { TableId } from '../profiles/profile.ts';

/** error 错误: blocks approval · verify 核实: needs a written explanation · hint 提示. */
export const LEVELS = ['error', 'verify', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

/** Where an amount stands, so that one can go there. */
export type Place =
  /** a keyed cell of a book */
  | ({ readonly kind: 'figure'; readonly year: number } & FigureAddress)
  /** a number of a public table: an index in the table's rows, and a column of that row */
  | { readonly kind: 'cell'; readonly table: TableId; readonly row: number; readonly column: string };

/** One of the amounts that a side adds up. */
export interface FindingPart {
  /** `2010302 一般行政管理事务 · 项目支出（一般公共预算）` */
  readonly name: string;
  /** with every digit, in the finding's unit, the sign with which it enters applied */
  readonly amount: string;
  readonly place: Place;
}

/** One side of a comparison that failed. */
export interface FindingSide {
  readonly name: string;
  /** with every digit, in the finding's unit; `''`: nothing keyed */
  readonly amount: string;
  /** what it adds up; a side of very many has the first of them only */
  readonly parts: readonly FindingPart[];
  /** how many it adds up in all */
  readonly partCount: number;
}

/** What the clerk has written about a finding of level `verify`. */
export interface Explanation {
  /** the text slot of the unit in which it is kept */
  readonly slot: string;
  /** `''`: nothing was written */
  readonly text: string;
  readonly verdict: 'missing' | 'refused' | 'accepted';
  /** one sentence each: why it was refused, or what to think about in an accepted one */
  readonly remarks: readonly string[];
  /** so that a screen can judge while somebody types: see judgeText */
  readonly asks: ExplanationAsk;
}

/** What a finding asks of its explanation. */
export interface ExplanationAsk {
  /** 分 that it has to account for; `null`: it is not about an amount */
  readonly stake: number | null;
  /** 分; the two amounts that the finding shows anyway, which explain nothing; `null`: blank; none in a notice */
  readonly sides: readonly (number | null)[];
  /** last year's text of the same slot; `''`: none */
  readonly lastText: string;
}

/** A law that the figures break, or a notice that needs no comparison. */
export interface Finding {
  /** names the finding as long as it stands: rule, scope and subject */
  readonly key: string;
  readonly rule: string;
  /** what is wrong in few words: `项目支出与核对数不等` */
  readonly name: string;
  readonly level: Level;
  /** the law, or the notice, in plain Chinese */
  readonly message: string;
  /** `null` in a notice */
  readonly left: FindingSide | null;
  readonly right: FindingSide | null;
  /** what should stand between left and right; `null`: nothing so simple, as in a change since last year */
  readonly must: '=' | '≤' | null;
  /** left − right with every digit; `''` in a notice */
  readonly difference: string;
  /** what the amounts are counted in */
  readonly unit: '万元' | '个';
  /** the likely slips, one sentence each; none where nothing is likely */
  readonly lookFirst: readonly string[];
  /** the unit of the department that it concerns, in words */
  readonly where: string;
  /** code of that unit, or of the 差额表; `null`: the department as a whole, or a document */
  readonly scope: string | null;
  /** the sheets in which it is mended, the likeliest first */
  readonly sheets: readonly string[];
  /** the cells that are marked */
  readonly places: readonly Place[];
  /** `null` unless the level is `verify` */
  readonly explanation: Explanation | null;
}

/** A finding of level `verify` that was explained is settled; everything else waits for somebody. */
export function isOpen(finding: Finding): boolean {
  return finding.explanation?.verdict !== 'accepted';
}

/**
 * The sheet in which a finding is mended first; `''`: in none. 核对数 are copied from approved papers, so what differs
 * from them is looked for in the other sheet before.
 */
export function mendedIn({ sheets }: Pick<Finding, 'sheets'>): string {
  return sheets.find((sheet) => sheet !== CONTROL_SHEET) ?? sheets[0] ?? '';
}
