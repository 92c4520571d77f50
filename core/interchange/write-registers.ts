import { fen, type MoneyUnit } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import type { BookCard, BookEvent, BookRegister } from '../registers/book-register.ts';
import { REGISTER_IDS, type RegisterDefinition, registerOf } from '../registers/register.ts';

type Line = Record<string, unknown>;

/** The registers of one unit, as readRegisters reads them. */
export function writeRegisters(registers: readonly BookRegister[], money: MoneyUnit): Line {
  const own = REGISTER_IDS.flatMap((id) => registers.find(({ register }) => register === id) ?? []);
  const stocktakes = own.flatMap((each) => each.stocktakes);
  return {
    since: Object.fromEntries(own.map(({ register, since }) => [register, since])),
    ...(stocktakes.length === 0 ? {} : { stocktakes }),
    ...Object.fromEntries(
      own.map(({ register, cards }) => [
        register,
        cards.map((card) => writeCard(registerOf(register), card, money)),
      ]),
    ),
  };
}

function writeCard(register: RegisterDefinition, { id, events }: BookCard, money: MoneyUnit): Line {
  const [add, ...later] = events;
  if (add === undefined) throw new Error(`card ${id} has no event`);
  return {
    id,
    date: add.date,
    ...writeFields(register, add, money),
    ...(later.length === 0
      ? {}
      : {
          events: later.map((event) => ({
            date: event.date,
            kind: event.kind,
            ...(event.reason === null ? {} : { reason: event.reason }),
            ...writeFields(register, event, money),
          })),
        }),
  };
}

function writeFields({ fields }: RegisterDefinition, event: BookEvent, money: MoneyUnit): Line {
  const line: Line = {};
  for (const { id, kind } of fields) {
    const value = event.fields[id];
    if (value === undefined) continue;
    line[id] = kind === 'fen' && typeof value === 'number' ? formatExact(fen(value), money) : value;
  }
  return line;
}
