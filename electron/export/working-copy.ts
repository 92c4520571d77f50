import { Classification } from '../../core/classification/classification.ts';
import type { FreeRowNames } from '../../core/figures/free-row.ts';
import { formulaSentence } from '../../core/tables/describe.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { exactWan } from './amounts.ts';
import type { KeyedFigure } from './keyed-figures.ts';
import { addKeyedSheet } from './keyed-sheet.ts';
import { addOriginSheet } from './origin-sheet.ts';
import { worksheetName } from './published-workbook.ts';
import { addTableSheet, newWorkbook, type WorkbookProperties, workbookBytes } from './table-sheet.ts';
import { placedTable, workingFormulas } from './working-formulas.ts';

interface WorkingContents {
  readonly pack: TablePack;
  readonly figures: readonly KeyedFigure[];
  readonly isControlled: boolean;
}

/**
 * The working copy 核对底稿: the pages of the published workbook with exact amounts in 万元 and live totals, then where
 * each number comes from and the keyed figures behind them (DESIGN §3).
 */
export async function workingCopy(
  { pack, figures, isControlled }: WorkingContents,
  properties: WorkbookProperties,
): Promise<Uint8Array> {
  const workbook = newWorkbook(properties);
  const classification = new Classification(pack.year);
  const tables = pack.tables.map((model, index) => placedTable(worksheetName(index + 1, model), model));
  const formulas = workingFormulas(tables);
  for (const [index, { sheet, model }] of tables.entries()) {
    const added = addTableSheet(workbook, sheet, model, (exact, address) => {
      const formula = formulas[index]?.get(address);
      const result = exactWan(exact);
      return formula === undefined ? result : { formula, result };
    });
    // outside the page, so that the page stays as it will be published
    added.headerFooter.oddFooter = '&R核对底稿：精确数，不作公开';
  }
  const names = namesIn(figures);
  const notices = [...(isControlled ? [] : [UNCONTROLLED]), ...noticesOf(pack)];
  addOriginSheet(workbook, tables, {
    sentenceOf: (formula) => formulaSentence(formula, classification, names),
    notices,
  });
  addKeyedSheet(workbook, figures, { classification, notices });
  return workbookBytes(workbook);
}

/** Printed below the lists, never on the pages that will be published. */
const UNCONTROLLED = '未核对：有单位没有可比的核对数';

/** What the clerk called the rows that have no code. */
function namesIn(figures: readonly KeyedFigure[]): FreeRowNames {
  const key = (sheet: string, row: string) => JSON.stringify([sheet, row]);
  const names = new Map(figures.map(({ sheet, row, rowTitle }) => [key(sheet, row), rowTitle]));
  return (sheet, row) => names.get(key(sheet, row));
}

/** What every table says below it, such as 含推定数，非公开数据. */
function noticesOf({ tables }: TablePack): string[] {
  const [first] = tables;
  return (first?.notes ?? []).filter((note) => tables.every(({ notes }) => notes.includes(note)));
}
