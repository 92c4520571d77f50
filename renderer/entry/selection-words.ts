import { fundsOf } from '../../core/entry/sheet-columns.ts';
import type { SheetView } from '../../core/entry/sheet-view.ts';
import { FUND_NAMES, MEASURE_NAMES } from '../../core/figures/sheets.ts';
import { fen } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import type { GridColumn, GridLine, GridSelection } from '../entry-grid/grid-types.ts';
import type { SheetSession } from './sheet-session.ts';

/** What a range adds up to, as Excel says it: over all its amounts, blank cells left out. */
interface RangeSum {
  readonly cells: number;
  readonly amounts: number;
  /** `null`: there are no amounts, or counts and amounts together */
  readonly sum: string | null;
}

/** Why the 差额表 eliminates what stands in a cell, beside it and in its tip. */
export function reasonWords(reason: string): string {
  return `抵销理由：${reason}`;
}

export function isRange({ rows, columns }: GridSelection): boolean {
  return rows[0] !== rows[1] || columns[0] !== columns[1];
}

function rangeSum(
  view: SheetView,
  lines: readonly GridLine[],
  columns: readonly GridColumn[],
  { rows, columns: across }: GridSelection,
): RangeSum {
  const chosen = columns
    .slice(across[0], across[1] + 1)
    .flatMap(({ id }) => view.columns.filter((column) => column.id === id));
  const kinds = new Set(chosen.map(({ kind }) => kind));
  const values = lines
    .slice(rows[0], rows[1] + 1)
    .flatMap(({ id }) => chosen.map((column) => view.value(id, column)))
    .filter((value) => value !== null);
  const sum = values.reduce((total, value) => total + value, 0);
  const [kind] = kinds;
  const isAdded =
    kinds.size === 1 &&
    (kind === 'fen' || kind === 'count') &&
    values.length > 0 &&
    Number.isSafeInteger(sum);
  return {
    cells: (rows[1] - rows[0] + 1) * (across[1] - across[0] + 1),
    amounts: values.length,
    sum: !isAdded ? null : kind === 'fen' ? formatFull(fen(sum), view.options.money) : String(sum),
  };
}

/** What the status bar says of the selection: the address of a cell, or what a range adds up to. */
export function selectionWords(
  session: SheetSession,
  lines: readonly GridLine[],
  columns: readonly GridColumn[],
  selection: GridSelection | null,
): string {
  if (selection === null) return '';
  const { view } = session;
  if (isRange(selection)) {
    const { cells, amounts, sum } = rangeSum(view, lines, columns, selection);
    return `选中 ${cells} 格，有数 ${amounts} 格${sum === null ? '' : `，合计 ${sum}`}`;
  }
  const line = view.line(selection.active.line);
  const column = view.columns.find(({ id }) => id === selection.active.column);
  if (line === undefined || column === undefined) return '';
  const { fund, measure, sheet } = view.options;
  const fundName = fund === 'all' ? '全部资金' : FUND_NAMES[fund];
  const hasFunds = fundsOf(sheet).length > 1;
  const path = [
    sheet.name,
    line.code === '' ? line.name : line.code,
    ...(hasFunds ? [fundName] : []),
    ...(column.kind === 'text' ? [] : [MEASURE_NAMES[measure]]),
    column.title,
  ];
  const cell = session.cellOf({ line, column });
  const source = cell && session.figures.source(cell);
  const reason = cell && session.figures.reason(cell);
  return `${path.join(' · ')}${source ? `，来自 ${source}` : ''}${reason ? `，${reasonWords(reason)}` : ''}`;
}
