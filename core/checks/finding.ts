/** error 错误: blocks approval · verify 核实: needs a written explanation · hint 提示. */
export type Level = 'error' | 'verify' | 'hint';

/** One side of a comparison that failed. */
export interface FindingSide {
  readonly name: string;
  /** with every digit, in the finding's unit; `''`: nothing keyed */
  readonly amount: string;
}

/** A law that the figures break, or a notice that needs no comparison. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** the law, or the notice, in plain Chinese */
  readonly message: string;
  /** `null` in a notice */
  readonly left: FindingSide | null;
  readonly right: FindingSide | null;
  /** left − right with every digit; `''` in a notice */
  readonly difference: string;
  /** what the amounts are counted in */
  readonly unit: '万元' | '个';
  /** the unit of the department that it concerns */
  readonly where: string;
}
