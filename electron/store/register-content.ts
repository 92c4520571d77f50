import type { Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import type { RegisterId } from '../../core/registers/register.ts';
import type { RegisterContent, RegisterPlace } from '../../core/registers/register-content.ts';
import { inChangeSet } from './change-set.ts';
import type { EditBy } from './editor.ts';
import { ProblemError } from './failure.ts';
import { addBegin, beginOf, cardsOf, departmentCards, settleRegisters, stocktakesOf } from './registers.ts';
import type { SheetTotals } from './sheet-totals.ts';
import { refuseUnkeyedUnit } from './units.ts';
import { lockOf, refuseLocked } from './year-locks.ts';

export function registerContent(
  database: Database,
  {
    register,
    year,
    unit,
  }: { readonly register: RegisterId; readonly year: number; readonly unit: string | null },
): RegisterContent {
  const asKnown = lockOf(database, year)?.registerEvent ?? null;
  if (unit === null) {
    const cards = departmentCards(database, register, year);
    return { cards: JSON.stringify(cards), begin: null, stocktakes: [], asKnown };
  }
  return {
    cards: JSON.stringify(cardsOf(database, register, unit)),
    begin: beginOf(database, register, unit, asKnown),
    stocktakes: stocktakesOf(database, register, unit, asKnown),
    asKnown,
  };
}

/** From the year on, the unit's register answers for its figures; it may only begin earlier than it does. */
export function beginRegister(
  database: Database,
  totals: SheetTotals,
  { register, year, unit }: RegisterPlace,
  by: EditBy,
): number | null {
  refuseLocked(database, year);
  refuseUnkeyedUnit(database, year, unit, '登记簿');
  const begin = beginOf(database, register, unit);
  if (begin !== null && begin <= year) throw new ProblemError(problem('card-changed', {}));
  return totals.keeping(() =>
    inChangeSet(database, { ...by, kind: 'register', reason: '' }, () => {
      addBegin(database, register, unit, year);
      settleRegisters(database, totals, { register, unit });
    }),
  );
}
