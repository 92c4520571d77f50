import { basename } from 'node:path';
import { compareTables } from '../../core/comparison/compare-tables.ts';
import type { Comparison } from '../../core/comparison/comparison.ts';
import { problem } from '../../core/problems.ts';
import { type Recognition, recogniseTables } from '../../core/recognition/recognise.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { readWorkbook } from '../import/read-workbook.ts';
import { ProblemError } from '../store/failure.ts';

/** Compares tables with those of a workbook. @throws ProblemError when none of them is in it */
export async function compareWithWorkbook(pack: TablePack, file: string): Promise<Comparison> {
  return compareTables(pack, basename(file), await publicTablesIn(file, pack.year));
}

/** Reads the public tables of a year out of a workbook. @throws ProblemError when none of them is in it */
export async function publicTablesIn(file: string, year: number): Promise<Recognition> {
  const found = recogniseTables(await readWorkbook(file), year);
  const [{ sheet, reason } = { sheet: '', reason: '工作簿是空的' }] = found.unrecognised;
  if (found.tables.length === 0) {
    throw new ProblemError(problem('no-public-tables', { file: basename(file), sheet, reason }));
  }
  return found;
}
