import type { BookRegister } from '../registers/book-register.ts';
import { registerOf } from '../registers/register.ts';

/** What becomes of the registers in the file of a unit. */
export interface IncomingRegisters {
  /** for a unit that has none of its own in the book */
  readonly taken: readonly BookRegister[];
  readonly remarks: readonly string[];
}

interface RegistersOf {
  /** of the unit in the file; `null`: it is not chosen yet */
  readonly theirs: readonly BookRegister[];
  /** of all units of the book */
  readonly mine: readonly BookRegister[];
  /** the unit of the book that they are taken for */
  readonly unit: string;
}

/** A register goes in whole where the book has none; two that differ are not mixed. */
export function incomingRegisters({ theirs, mine, unit }: RegistersOf): IncomingRegisters {
  const taken: BookRegister[] = [];
  const remarks: string[] = [];
  for (const register of theirs.map((each) => ({ ...each, unit }))) {
    const own = mine.find((each) => each.unit === unit && each.register === register.register);
    const { name, counter } = registerOf(register.register);
    if (own === undefined) {
      taken.push(register);
      remarks.push(
        `随同并入“${name}”登记簿，${register.cards.length} ${counter}，${register.since} 年度起由它计算。`,
      );
    } else if (JSON.stringify(own) !== JSON.stringify(register)) {
      remarks.push(`“${name}”登记簿与账簿里的不同，没有并入，以账簿里的为准，不同之处在“${name}”里登记。`);
    }
  }
  return { taken, remarks };
}
