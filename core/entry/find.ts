import { FunctionSearch } from '../classification/search.ts';
import { toPlainForms } from '../money/parse.ts';
import type { ViewColumn } from './sheet-columns.ts';
import type { SheetView } from './sheet-view.ts';

/** A cell that was looked for; no column: the line itself, by its code or name. */
export interface Found {
  readonly line: string;
  readonly column: string | null;
}

/**
 * Finds lines by code, name or 拼音 initials, and cells by amount as it is shown or keyed (`780`, `780.00`), in the order
 * of the screen.
 *
 * @param columns those that are shown
 */
export function findInSheet(view: SheetView, columns: readonly ViewColumn[], query: string): Found[] {
  const wanted = toPlainForms(query).trim();
  if (wanted === '') return [];
  const amount = wanted.replaceAll(',', '');
  const isNumber = /^-?\d+(\.\d*)?$/.test(amount);
  const byInitials = /^[a-z]+$/i.test(wanted) ? new FunctionSearch(view.options.classification) : null;
  return view.lines.flatMap(({ id, code, name }): Found[] => {
    const isNamed = isNumber
      ? code !== '' && code.startsWith(amount)
      : name.includes(wanted) || (byInitials?.matches(name, wanted) ?? false);
    const cells = isNumber
      ? columns.filter((column) => view.shown(id, column).replaceAll(',', '').startsWith(amount))
      : [];
    return [
      ...(isNamed ? [{ line: id, column: null }] : []),
      ...cells.map((column) => ({ line: id, column: column.id })),
    ];
  });
}
