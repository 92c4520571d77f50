import type { TableModel, TablePack } from '../../core/tables/model.ts';
import { printedWan } from './amounts.ts';
import { addTableSheet, newWorkbook, type WorkbookProperties, workbookBytes } from './table-sheet.ts';

/**
 * The workbook to be published: one worksheet for each public table, plain numbers in 万元 as printed, no formulas
 * (DESIGN §3).
 */
export async function publishedWorkbook(
  pack: TablePack,
  properties: WorkbookProperties,
): Promise<Uint8Array> {
  const workbook = newWorkbook(properties);
  for (const [index, model] of pack.tables.entries())
    addTableSheet(workbook, worksheetName(index + 1, model), model, printedWan);
  return workbookBytes(workbook);
}

/** `01 收入支出决算总表`, without the characters that Excel refuses in a name, and no longer than its 31. */
export function worksheetName(place: number, model: Pick<TableModel, 'title'>): string {
  // exceljs writes print areas with the name in single quotes and does not double one inside it
  const title = model.title.replace(/[*?:\\/[\]']/g, ' ');
  const name = `${String(place).padStart(2, '0')} ${title}`.slice(0, 31);
  // the cut may have gone through a rare character, which takes two of the 31
  return name.replace(/[\ud800-\udbff]$/, '').trimEnd();
}
