import type { Card } from './card.ts';
import type { Disclosure } from './disclosure.ts';
import type { RegisterId } from './register.ts';

/** A register of one unit in the year that is worked on. */
export interface RegisterPlace {
  readonly register: RegisterId;
  readonly year: number;
  readonly unit: string;
}

/** A register as a year knows it. */
export interface RegisterContent {
  /**
   * JSON of `readonly Card[]`, in the order of recording: 20,000 cards pass from thread to thread and to the window as
   * one text in a tenth of the time that they take as objects.
   */
  readonly cards: string;
  /** the year from which on it answers for the unit's figures; `null`: it does not yet, or the department is meant */
  readonly begin: number | null;
  /** days as of which an import brought the cards in line with the asset system; none for the department */
  readonly stocktakes: readonly string[];
  /** of a locked year the last record that it knows; `null`: the year is not locked */
  readonly asKnown: number | null;
}

/** A register with what follows from it in the published text. */
export interface RegisterView extends RegisterContent {
  /** `null`: neither vehicles nor equipment are registered */
  readonly disclosure: Disclosure | null;
}

export function readCards({ cards }: RegisterContent): readonly Card[] {
  return JSON.parse(cards) as readonly Card[];
}
