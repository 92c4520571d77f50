import type ExcelJS from 'exceljs';
import type { CellValue } from 'exceljs';
import type { Classification } from '../../core/classification/classification.ts';
import { rowName } from '../../core/figures/address-name.ts';
import { ADJUSTMENT_UNIT } from '../../core/figures/figure.ts';
import { codeOfRow } from '../../core/figures/row.ts';
import {
  FUND_NAMES,
  findColumn,
  findSheet,
  MEASURE_NAMES,
  type SheetDefinition,
} from '../../core/figures/sheets.ts';
import { fen } from '../../core/money/fen.ts';
import { exactYuan } from './amounts.ts';
import type { KeyedFigure } from './keyed-figures.ts';
import { addListSheet, type List, type ListColumn } from './list-sheet.ts';

const COLUMNS: readonly ListColumn[] = [
  { title: '单位', width: 10, kind: 'text' },
  { title: '单位名称', width: 32, kind: 'text' },
  { title: '表', width: 18, kind: 'text' },
  { title: '科目', width: 10, kind: 'text' },
  { title: '名称', width: 36, kind: 'text' },
  { title: '资金', width: 14, kind: 'text' },
  { title: '口径', width: 10, kind: 'text' },
  { title: '栏目', width: 24, kind: 'text' },
  { title: '金额（元）', width: 20, kind: 'amount' },
  { title: '差额事由', width: 20, kind: 'text' },
  { title: '批注', width: 24, kind: 'text' },
];

interface KeyedWording extends Pick<List, 'notices'> {
  readonly classification: Classification;
}

/** 录入数: every keyed figure behind the tables, one a line. */
export function addKeyedSheet(
  workbook: ExcelJS.Workbook,
  figures: readonly KeyedFigure[],
  { classification, notices }: KeyedWording,
): void {
  const lines = figures.map((figure): CellValue[] => {
    const sheet = findSheet(figure.sheet);
    const isAdjustment = figure.unit === ADJUSTMENT_UNIT;
    return [
      figure.unit,
      isAdjustment ? '' : figure.unitName,
      sheet?.name ?? figure.sheet,
      ...rowCells(figure, sheet, classification),
      FUND_NAMES[figure.fund],
      MEASURE_NAMES[figure.measure],
      (sheet && findColumn(sheet, figure.column)?.name) ?? figure.column,
      exactYuan(fen(figure.value)),
      figure.reason ?? '',
      figure.note ?? '',
    ];
  });
  addListSheet(workbook, { name: '录入数', columns: COLUMNS, lines, notices });
}

/** 科目 and 名称. */
function rowCells(
  { row, rowTitle }: KeyedFigure,
  sheet: SheetDefinition | undefined,
  classification: Classification,
): [string, string] {
  if (sheet === undefined) return ['', row];
  const name = rowName(sheet, row, classification, () => rowTitle);
  if (sheet.rows.kind === 'list' || sheet.rows.kind === 'free') return ['', name];
  const code = codeOfRow(row);
  return [code, code !== '' && name.startsWith(code) ? name.slice(code.length).trim() : name];
}
