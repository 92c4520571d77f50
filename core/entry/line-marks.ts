import type { Classification } from '../classification/classification.ts';
import { FISCAL_FUNDS, FUND_NAMES, type Fund, type SheetDefinition } from '../figures/sheets.ts';
import type { FundView } from './sheet-columns.ts';
import type { SheetLine } from './sheet-lines.ts';

/** What is doubtful about a line whatever its amounts are; `null`: nothing. */
export function lineMark(
  line: SheetLine,
  sheet: SheetDefinition,
  fund: FundView,
  classification: Classification,
): string | null {
  if (line.row === null || line.code === '') return null;
  return sheet.rows.kind === 'economic'
    ? economicMark(line.code, classification)
    : functionMark(line.code, fund, classification);
}

/** domain/tables.md A19, and the classification's own fund of each 项. */
function functionMark(code: string, fund: FundView, classification: Classification): string | null {
  const entry = classification.function(code);
  if (entry === undefined) return `科目表里没有 ${code}，公开表上印不出名称，核实编码，公布前补上名称。`;
  if (!(FISCAL_FUNDS as readonly FundView[]).includes(fund) || entry.fund === fund) return null;
  return `${code} ${entry.name}在科目表里属${FUND_NAMES[entry.fund]}，这里是${FUND_NAMES[fund as Fund]}，核实是否录错资金。`;
}

/** domain/tables.md §6.2 [INF]: 309, 311 and 313 are project money. */
function economicMark(code: string, classification: Classification): string | null {
  const entry = classification.economic(code);
  if (entry === undefined) return `经济分类里没有 ${code}，公开表上印不出名称，核实编码，公布前补上名称。`;
  return classification.economicGroup(code) === 'other'
    ? `${code} ${entry.name}一般属项目支出，不计入人员经费和公用经费，核实是否录错。`
    : null;
}
