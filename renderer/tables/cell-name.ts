import type { PrintedCell, TableModel } from '../../core/tables/model.ts';
import { headingsOver } from '../../core/tables/titles.ts';

/** All headings over each column, `支出 决算数`, for the names of the many cells below them. */
export function columnNames(model: TableModel): string[] {
  return model.columns.map((_, column) => headingsOver(model, column).join(' '));
}

/** What a number is called where its row and column cannot be seen: `一、一般公共服务支出，支出 决算数，2,708.00`. */
export function cellName(model: TableModel, columns: readonly string[], cell: PrintedCell): string {
  const row = cell.value === undefined ? undefined : model.rows[cell.value.row];
  const parts = [row?.label.trim() ?? '', columns[cell.column] ?? '', cell.text === '' ? '空' : cell.text];
  return parts.filter((part) => part !== '').join('，');
}
