import type ExcelJS from 'exceljs';
import type { CellValue } from 'exceljs';
import { fen } from '../../core/money/fen.ts';
import { rowPath } from '../../core/tables/describe.ts';
import type { Formula } from '../../core/tables/formula.ts';
import { headingsOver } from '../../core/tables/titles.ts';
import { exactYuan, printedWan } from './amounts.ts';
import { addListSheet, type List, type ListColumn } from './list-sheet.ts';
import type { PlacedNumber, PlacedTable } from './working-formulas.ts';

const COLUMNS: readonly ListColumn[] = [
  { title: '表', width: 42, kind: 'text' },
  { title: '单元格', width: 9, kind: 'link' },
  { title: '行', width: 44, kind: 'text' },
  { title: '栏目', width: 30, kind: 'text' },
  { title: '印出数（万元）', width: 16, kind: 'amount' },
  { title: '精确值（元）', width: 20, kind: 'amount' },
  { title: '规则', width: 60, kind: 'text' },
];

interface OriginWording extends Pick<List, 'notices'> {
  /** the rule of a number in one sentence */
  readonly sentenceOf: (formula: Formula) => string;
}

/** 来历: where every printed number comes from, one a line, in the order of the pages. */
export function addOriginSheet(
  workbook: ExcelJS.Workbook,
  tables: readonly PlacedTable[],
  { sentenceOf, notices }: OriginWording,
): void {
  const lines = tables.flatMap((table) =>
    [...table.numbers.values()]
      .filter(({ value }) => value.printed !== '')
      .map((number) => originLine(table, number, sentenceOf(number.value.formula))),
  );
  addListSheet(workbook, { name: '来历', columns: COLUMNS, lines, notices });
}

function originLine(table: PlacedTable, number: PlacedNumber, rule: string): CellValue[] {
  const { model, sheet } = table;
  const row = model.rows[number.row];
  const exact = number.value.exact ?? fen(0);
  return [
    sheet,
    { formula: linkTo(sheet, number.address), result: number.address },
    row === undefined ? '' : rowPath(row).join(' › '),
    headingsOver(model, number.printedColumn)
      .filter((heading) => heading !== '')
      .join(' › '),
    printedWan(exact),
    exactYuan(exact),
    rule,
  ];
}

/** A link within the workbook that Excel, WPS and LibreOffice all follow. */
function linkTo(sheet: string, address: string): string {
  return `HYPERLINK("#'${sheet.replaceAll('"', '""')}'!${address}","${address}")`;
}
