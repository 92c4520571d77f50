import type { SheetGrid } from '../recognition/grid.ts';
import type { ImportReading } from './incoming.ts';

/** A worksheet that nobody sees is read like any other, but not without a word. */
export function hiddenTables(sheets: readonly SheetGrid[], { tables }: ImportReading): string[] {
  const hidden = new Set(sheets.flatMap(({ name, isHidden }) => (isHidden === true ? [name] : [])));
  const names = tables
    .filter(({ sheet, isLeft }) => !isLeft && hidden.has(sheet))
    .map(({ name, sheet }) => (name === sheet ? `“${name}”` : `“${name}”（工作表“${sheet}”）`));
  return names.length === 0
    ? []
    : [`${names.join('、')}在隐藏的工作表里，也读入了，核对是不是要用的表，不用的整张不取。`];
}
