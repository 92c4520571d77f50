import { figuresOfRegisters } from '../registers/book-figures.ts';
import type { BookRegister } from '../registers/book-register.ts';
import { isCountedVehicle } from '../registers/totals.ts';
import type { ImportReading } from './incoming.ts';
import type { OwnYear } from './own-year.ts';

/** What a file and the book have, without the figures that the register of vehicles says. */
export interface Unregistered {
  readonly reading: ImportReading;
  readonly own: OwnYear;
}

/**
 * Where a unit keeps a register of vehicles, nobody keys and no file brings what follows from it: a file that says
 * something else is told.
 */
export function withoutRegistered(reading: ImportReading, own: OwnYear): Unregistered {
  const mine = new Map(own.figures.filter(isCountedVehicle).map(({ row, value }) => [row, value]));
  const others = reading.figures.filter(
    (figure) => isCountedVehicle(figure) && mine.get(figure.row) !== figure.value,
  );
  const remarks = others.map(
    ({ row, value, place }) =>
      `${nameOf(row)}由登记簿计算，是 ${mine.get(row) ?? 0}，文件里的 ${value}（${place}）没有读入，核对公务用车登记簿。`,
  );
  return without({ reading, own }, remarks);
}

function nameOf(row: string): string {
  return row === 'vehicles_kept' ? '公务用车保有量' : '公务用车购置数';
}

function without({ reading, own }: Unregistered, remarks: readonly string[]): Unregistered {
  return {
    reading: {
      ...reading,
      figures: reading.figures.filter((figure) => !isCountedVehicle(figure)),
      remarks: [...reading.remarks, ...remarks],
    },
    own: { ...own, figures: own.figures.filter((figure) => !isCountedVehicle(figure)) },
  };
}

/**
 * The same where a file brings the register itself: it says what was keyed so far, and the clerk is told where it says
 * something else.
 */
export function withoutReplaced(
  reading: ImportReading,
  own: OwnYear,
  { registers, year }: { readonly registers: readonly BookRegister[]; readonly year: number },
): Unregistered {
  const isAnswering = registers.some(({ register, since }) => register === 'vehicles' && since <= year);
  return isAnswering
    ? without({ reading, own }, replacedCounts(own.figures, { registers, year }))
    : { reading, own };
}

/** What was keyed in a year and gives way to what registers say that come along, in sentences. */
export function replacedCounts(
  keyed: OwnYear['figures'],
  { registers, year }: { readonly registers: readonly BookRegister[]; readonly year: number },
): string[] {
  const said = new Map(
    figuresOfRegisters(registers, year)
      .filter(isCountedVehicle)
      .map(({ row, value }) => [row, value]),
  );
  return keyed
    .filter(isCountedVehicle)
    .filter(({ row, value }) => said.has(row) && said.get(row) !== value)
    .map(
      ({ row, value }) =>
        `${year} 年度的${nameOf(row)}由登记簿计算，是 ${said.get(row)}，账簿里录的 ${value} 不再用。`,
    );
}
