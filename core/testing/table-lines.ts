import { Classification } from '../classification/classification.ts';
import type { CellText } from '../figures/figure.ts';
import { type ImportChoices, noChoices } from '../incoming/choices.ts';
import type { ImportReading } from '../incoming/incoming.ts';
import { readTables } from '../incoming/read-table.ts';
import type { RememberedColumn } from '../incoming/remembered.ts';
import { textGrid } from '../incoming/text-grid.ts';

interface More {
  readonly choices?: Partial<ImportChoices>;
  readonly named?: readonly CellText[];
  readonly remembered?: readonly RememberedColumn[];
  readonly name?: string;
  /** the lines of a second worksheet, 另表 */
  readonly also?: readonly string[];
}

/** Reads lines of cells, parted by tabs, into unit 001 of 2024. */
export function readLines(
  lines: readonly string[],
  { choices, named = [], remembered = [], name = '粘贴', also }: More = {},
): ImportReading {
  const grids = [textGrid(name, lines.join('\n')), ...(also ? [textGrid('另表', also.join('\n'))] : [])];
  return readTables(grids, {
    choices: { ...noChoices(2024, '001'), ...choices },
    classification: new Classification(2024),
    named,
    remembered,
    source: '粘贴',
  });
}

/** `expenditure 2010301 general basic actual 150050` */
export const short = (reading: ImportReading) =>
  reading.figures.map(({ sheet, row, fund, column, measure, value }) =>
    [sheet, row, fund, column, measure, value].join(' '),
  );
