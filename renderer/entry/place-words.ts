import type { ViewOptions } from '../../core/entry/sheet-view.ts';
import { FUND_NAMES, MEASURE_NAMES } from '../../core/figures/sheets.ts';
import type { SheetPlace } from './sheet-session.ts';

/** `支出 2080506 机关事业单位职业年金缴费支出，一般公共预算，决算，基本支出` */
export function placeWords(
  { line, column }: SheetPlace,
  { fund, measure, sheet }: Pick<ViewOptions, 'fund' | 'measure' | 'sheet'>,
): string {
  const what = `${sheet.name} ${line.code} ${line.name}`.trim();
  const fundName = fund === 'all' || fund === '' ? [] : [FUND_NAMES[fund]];
  const measureName = column.kind === 'text' ? [] : [MEASURE_NAMES[measure]];
  return [what, ...fundName, ...measureName, column.title].join('，');
}
