import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { noChoices } from '../incoming/choices.ts';
import type { ImportReading } from '../incoming/incoming.ts';
import type { SheetGrid } from '../recognition/grid.ts';
import { reportGrids } from '../testing/report-grids.ts';
import { PLAIN_STYLE } from '../testing/report-page.ts';
import { asReported, byAddress, carriedFigures, reportedUnit, reportStyle } from '../testing/report-units.ts';
import { sampleBook } from '../testing/sample.ts';
import { readReports } from './read-reports.ts';

function read(sheets: readonly SheetGrid[], year = 2024): ImportReading {
  return readReports(sheets, {
    year,
    classification: new Classification(year),
    choices: noChoices(year, '001'),
    remembered: [],
  });
}

const refused = ({ tables }: ImportReading) =>
  tables.flatMap(({ name, rows }) =>
    rows
      .filter(({ verdict }) => verdict === 'refused')
      .map(({ row, sentence }) => `${name} ${row} ${sentence}`),
  );
const faults = ({ tables }: ImportReading) =>
  tables.flatMap(({ name, fault }) => (fault === '' ? [] : [name + fault]));

describe('the reports of a consistent unit', () => {
  it('give exactly the figures that they carry, whatever the habits of the place', () => {
    fc.assert(
      fc.property(reportedUnit, reportStyle, (unit, style) => {
        const reading = read(reportGrids(unit, style));
        expect(faults(reading)).toEqual([]);
        expect(refused(reading)).toEqual([]);
        expect(reading.ties.filter(({ isHeld }) => !isHeld)).toEqual([]);
        expect(byAddress(reading.figures)).toEqual(carriedFigures(unit, style));
      }),
      { numRuns: 60 },
    );
  });
});
