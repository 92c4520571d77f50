import type { CardEvent } from './card.ts';
import type { RegisterId } from './register.ts';

/** A standing event of a card, as it travels: what it once replaced stays behind. */
export type BookEvent = Omit<CardEvent, 'id' | 'replaces'>;

export interface BookCard {
  readonly id: string;
  /** in the order of their dates; the first one is `add` */
  readonly events: readonly BookEvent[];
}

/** A unit's register, as it travels between store and interchange file. */
export interface BookRegister {
  readonly register: RegisterId;
  readonly unit: string;
  /** the year from which on it answers for the unit's figures */
  readonly since: number;
  /** days as of which imports brought its cards in line with the asset system */
  readonly stocktakes: readonly string[];
  readonly cards: readonly BookCard[];
}
