/** A cell of a worksheet: a number, a formula with its cached number, or nothing. */
type EvaluatedCell = number | { readonly formula: string; readonly result: number } | null;

/** Finds a cell by worksheet name and address. */
export type CellFinder = (sheet: string, address: string) => EvaluatedCell;

/**
 * Computes a formula of the working copy anew, down to the cells that hold plain numbers. It knows what the working copy
 * writes: `SUM` of one run, sums and differences of cells, and a cell of another worksheet.
 */
export function evaluate(formula: string, sheet: string, find: CellFinder): number {
  const numberAt = (on: string, address: string): number => {
    const cell = find(on, address);
    if (cell === null) return 0;
    return typeof cell === 'number' ? cell : evaluate(cell.formula, on, find);
  };
  const run = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula);
  if (run !== null) {
    const [, left = '', top = '', right = '', bottom = ''] = run;
    return addressesIn(left, Number(top), right, Number(bottom)).reduce(
      (sum, address) => sum + numberAt(sheet, address),
      0,
    );
  }
  const link = /^'([^']+)'!([A-Z]+\d+)$/.exec(formula);
  if (link !== null) return numberAt(link[1] ?? '', link[2] ?? '');
  if (!/^-?[A-Z]+\d+([+-][A-Z]+\d+)*$/.test(formula)) throw new Error(`not a formula we write: ${formula}`);
  return [...formula.matchAll(/([+-]?)([A-Z]+\d+)/g)].reduce(
    (sum, [, sign, address = '']) => sum + (sign === '-' ? -1 : 1) * numberAt(sheet, address),
    0,
  );
}

function addressesIn(left: string, top: number, right: string, bottom: number): string[] {
  const columns: string[] = [];
  for (let column = numberOf(left); column <= numberOf(right); column += 1) columns.push(letterOf(column));
  const lines = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return lines.flatMap((line) => columns.map((column) => `${column}${line}`));
}

/** A → 1, AA → 27 */
function numberOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function letterOf(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? last : `${letterOf(Math.floor((number - 1) / 26))}${last}`;
}
