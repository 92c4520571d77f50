import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../../core/classification/classification.ts';
import { noChoices } from '../../core/incoming/choices.ts';
import type { SheetGrid } from '../../core/recognition/grid.ts';
import { readReports } from '../../core/reports/read-reports.ts';
import { reportGrids } from '../../core/testing/report-grids.ts';
import { PLAIN_STYLE } from '../../core/testing/report-page.ts';
import { byAddress, carriedFigures, reportedUnit, reportStyle } from '../../core/testing/report-units.ts';
import { readWorkbook } from '../import/read-workbook.ts';
import { bookFolder } from './books.ts';
import { reportWorkbook } from './report-workbook.ts';

const folder = bookFolder('reports');
const FORMS = [
  ['biff8', '外交部.XLS'],
  ['xlsx', '外交部.xlsx'],
] as const;

async function readBack(bytes: Uint8Array, name: string): Promise<readonly SheetGrid[]> {
  const file = join(folder.path, name);
  writeFileSync(file, bytes);
  return readWorkbook(file);
}

function read(sheets: readonly SheetGrid[]) {
  return readReports(sheets, {
    year: 2024,
    classification: new Classification(2024),
    choices: noChoices(2024, '001'),
    remembered: [],
  });
}

const refused = (reading: ReturnType<typeof read>) =>
  reading.tables.flatMap(({ report, rows }) =>
    rows.filter(({ verdict }) => verdict === 'refused').map(({ sentence }) => `${report} ${sentence}`),
  );

describe('财决 reports as a file', () => {
  it.each(FORMS)('%s: the same figures come back', async (form, name) => {
    const style = reportStyle.map((each) => ({ ...each, cutNames: true }));
    await fc.assert(
      fc.asyncProperty(reportedUnit, style, async (unit, own) => {
        const reading = read(await readBack(reportWorkbook(reportGrids(unit, own), form), name));
        expect(reading.tables.filter(({ fault }) => fault !== '')).toEqual([]);
        expect(refused(reading)).toEqual([]);
        expect(reading.ties.filter(({ isHeld }) => !isHeld)).toEqual([]);
        expect(byAddress(reading.figures)).toEqual(carriedFigures(unit, own));
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it.each(FORMS)('%s: a hidden worksheet is read as well, a broken formula refused', async (form, name) => {
    const [unit] = fc.sample(reportedUnit, { numRuns: 1, seed: 7 });
    if (unit === undefined) throw new Error('no unit');
    const sheets = reportGrids(unit, PLAIN_STYLE);
    const hidden = sheets.filter((sheet) => sheet.name.startsWith('Z03')).map((sheet) => sheet.name);
    const whole = read(await readBack(reportWorkbook(sheets, form, hidden), name));
    expect(byAddress(whole.figures)).toEqual(carriedFigures(unit, PLAIN_STYLE));
    const broken = sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        sheet.name.startsWith('Z07') && cell.row === 8 && cell.column === 6
          ? { ...cell, text: '#REF!', isNumber: false, fault: 'error' as const }
          : cell,
      ),
    }));
    expect(refused(read(await readBack(reportWorkbook(broken, form), name)))).toEqual([
      '财决07 本年收入：公式出错（#REF!），填上应有的数，或在原文件里改正后再导入。',
    ]);
  });
});
