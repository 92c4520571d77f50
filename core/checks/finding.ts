/** error 错误: blocks approval · verify 核实: needs a written explanation · hint 提示. */
export type Level = 'error' | 'verify' | 'hint';

/** One side of a comparison that failed. */
export interface FindingSide {
  readonly name: string;
  /** 万元 with every digit; `''`: nothing keyed */
  readonly amount: string;
}

/** A law that the figures break. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** the law in plain Chinese */
  readonly message: string;
  readonly left: FindingSide;
  readonly right: FindingSide;
  /** left − right, 万元 with every digit */
  readonly difference: string;
  /** the year, unit or row it concerns */
  readonly where: string;
}
