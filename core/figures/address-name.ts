import type { Classification } from '../classification/classification.ts';
import { ADJUSTMENT_UNIT, type FigureAddress, UNIT_KIND_NAMES } from './figure.ts';
import { type FreeRowNames, NO_NAMES } from './free-row.ts';
import { readEconomicRow } from './row.ts';
import {
  FUND_NAMES,
  findColumn,
  findSheet,
  listItemName,
  MEASURE_NAMES,
  type SheetDefinition,
} from './sheets.ts';

/** `2010301 行政运行`, `30201 办公费（2010301 行政运行，事业）`, `公务接待费`, `社区养老服务`, `不分项`. */
export function rowName(
  sheet: SheetDefinition,
  row: string,
  classification: Classification,
  names: FreeRowNames = NO_NAMES,
): string {
  const named = (code: string, name: string | undefined) => (name === undefined ? code : `${code} ${name}`);
  switch (sheet.rows.kind) {
    case 'list':
      return listItemName(sheet, row) ?? row;
    case 'free':
      return names(sheet.id, row) ?? row;
    case 'economic': {
      const { code, item, org } = readEconomicRow(row);
      const narrowed = [
        ...(item === undefined ? [] : [named(item, classification.function(item)?.name)]),
        ...(org === undefined ? [] : [UNIT_KIND_NAMES[org]]),
      ];
      const name = named(code, classification.economic(code)?.name);
      return narrowed.length === 0 ? name : `${name}（${narrowed.join('，')}）`;
    }
    default:
      return row === '' ? '不分项' : named(row, classification.function(row)?.name);
  }
}

/** An address in words: `001 支出 2010301 行政运行 基本支出（一般公共预算，决算）`. */
export function addressName(
  address: FigureAddress,
  classification: Classification,
  names: FreeRowNames = NO_NAMES,
): string {
  const sheet = findSheet(address.sheet);
  if (sheet === undefined) return address.sheet;
  const column = findColumn(sheet, address.column)?.name ?? address.column;
  const unit = address.unit === ADJUSTMENT_UNIT ? '差额表' : address.unit;
  const kinds = [...(address.fund === '' ? [] : [FUND_NAMES[address.fund]]), MEASURE_NAMES[address.measure]];
  const row = rowName(sheet, address.row, classification, names);
  return `${unit} ${sheet.name} ${row} ${column}（${kinds.join('，')}）`;
}
