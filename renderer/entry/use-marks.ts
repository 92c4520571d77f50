import { useMemo } from 'react';
import type { CheckReport } from '../../core/checks/check-year.ts';
import { type CellMarks, cellMarks, NO_MARKS } from './cell-marks.ts';
import type { SheetSession } from './sheet-session.ts';

/** The cells of a sheet that open findings mark: one map for each report. */
export function useMarks(session: SheetSession, report: CheckReport | null): CellMarks {
  const { year, unit, sheet } = session.options;
  return useMemo(
    () =>
      report === null || unit === null
        ? NO_MARKS
        : cellMarks(report.findings, { year, unit, sheet: sheet.id }),
    [report, year, unit, sheet],
  );
}
