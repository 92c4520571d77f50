import type { Figure } from '../figures/figure.ts';
import type { BookRegister } from './book-register.ts';
import type { Card } from './card.ts';
import { registerFigures } from './totals.ts';

/** What registers that travel say of a year: the figures that the store makes of them where they arrive. */
export function figuresOfRegisters(registers: readonly BookRegister[], year: number): Figure[] {
  return registers
    .filter(({ since }) => since <= year)
    .flatMap(({ register, unit, stocktakes, cards }) => {
      const known = cards.map(
        ({ id, events }): Card => ({
          register,
          unit,
          card: id,
          events: events.map((event, index) => ({ ...event, id: index + 1, replaces: null })),
        }),
      );
      return registerFigures(register, { cards: known, stocktakes }, year).map((figure) => ({
        ...figure,
        unit,
      }));
    });
}
