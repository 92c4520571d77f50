/**
 * The id of a new row of the clerk's own, after all that its unit has had: `001-004`.
 *
 * @param taken ids of the sheet's rows in any unit
 */
export function newRowId(unit: string, taken: Iterable<string>): string {
  const beginning = `${unit}-`;
  let last = 0;
  for (const id of taken) {
    const ordinal = id.startsWith(beginning) ? id.slice(beginning.length) : '';
    if (/^\d{1,9}$/.test(ordinal)) last = Math.max(last, Number(ordinal));
  }
  return `${beginning}${String(last + 1).padStart(3, '0')}`;
}
