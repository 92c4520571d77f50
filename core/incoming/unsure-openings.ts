import type { CellAddress } from '../entry/edit.ts';
import { findSheet } from '../figures/sheets.ts';
import type { ImportReading } from './incoming.ts';
import { figureKey, type OwnYear } from './own-year.ts';

/**
 * Leaves out each 上年末 that a file only gives as 年初, its adjustments unknown, where the book knows how that fund came to
 * its 年初: put over the book's 上年末, it would count the adjustments twice.
 */
export function withoutUnsureOpenings(reading: ImportReading, own: OwnYear): ImportReading {
  const opening = new Set(
    findSheet('balance')
      ?.computed?.filter(({ id }) => id === 'opening')
      .flatMap(({ of }) => of),
  );
  const known = own.figures.filter(
    ({ sheet, column, value }) => sheet === 'balance' && opening.has(column) && value !== 0,
  );
  const fundOf = ({ fund, measure }: CellAddress) => JSON.stringify([fund, measure]);
  const funds = new Set(known.map(fundOf));
  const values = new Map(known.map((figure) => [figureKey(figure), figure.value]));
  const isLeft = (figure: ImportReading['figures'][number]) =>
    figure.onlyIfBlank === true &&
    funds.has(fundOf(figure)) &&
    values.get(figureKey(figure)) !== figure.value;
  const left = reading.figures.filter(isLeft);
  if (left.length === 0) return reading;
  const remark = `账簿里已有上年末数或调整数，文件只有年初数，其中 ${left.length} 个与账簿不同，没有取，核对结转结余。`;
  return {
    ...reading,
    figures: reading.figures.filter((figure) => !isLeft(figure)),
    remarks: [...reading.remarks, remark],
  };
}
