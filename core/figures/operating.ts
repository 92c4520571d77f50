import type { Classification } from '../classification/classification.ts';
import type { UnitKind } from './figure.ts';
import { readEconomicRow } from './row.ts';

/**
 * Whether a row of `economic` is 机关运行经费 (DESIGN §2, `operating`): a public 款 spent by a 行政 or 参公 body.
 *
 * @param kind of the unit that keyed it, where the row does not say which body it was
 */
export function isOperatingRow(row: string, kind: UnitKind, classification: Classification): boolean {
  const { code, org } = readEconomicRow(row);
  return (org ?? kind) !== 'institution' && classification.economicGroup(code) === 'public';
}
