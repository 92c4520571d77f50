/** What a spreadsheet calls a column that counts from 0: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}
