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
      `公务用车${row === 'vehicles_kept' ? '保有量' : '购置数'}由登记簿计算，是 ${mine.get(row) ?? 0}，文件里的 ${value}（${place}）没有读入，核对公务用车登记簿。`,
  );
  return {
    reading: {
      ...reading,
      figures: reading.figures.filter((figure) => !isCountedVehicle(figure)),
      remarks: [...reading.remarks, ...remarks],
    },
    own: { ...own, figures: own.figures.filter((figure) => !isCountedVehicle(figure)) },
  };
}
