import type { Difference } from '../../core/comparison/comparison.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { type Place, placeOfNumber } from '../tables/places.ts';

/**
 * Where our number of a difference is printed; a row that is missing on one side is shown at its first number. `null`:
 * it is not printed, or the table has another row there since: one must not be led to a number that is not meant.
 */
export function placeOfDifference(table: TableModel, difference: Difference): Place | null {
  const { row, column } = difference;
  if (row === null) return null;
  const label = table.rows[row]?.label;
  if (label === undefined || !difference.place.includes(label)) return null;
  return placeOfNumber(table.body, { row, column });
}
