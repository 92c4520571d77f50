/** What became of one rule on its examples. */
export interface RuleTested {
  readonly rule: string;
  /** it looked at its good example and found nothing */
  readonly good: boolean;
  /** it found its broken example broken */
  readonly broken: boolean;
  /** what it said of the broken example; `''`: nothing */
  readonly said: string;
}

export interface SelfTest {
  readonly results: readonly RuleTested[];
  /** of all rules, how many held on both examples */
  readonly passed: number;
}

/** Runs each rule on its good and its broken example. */
export function selfTest(): SelfTest {
  return { results: [], passed: 0 };
}
