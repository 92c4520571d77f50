import { ancestorsOf, type Classification } from '../classification/classification.ts';
import { UNIT_KIND_NAMES } from '../figures/figure.ts';
import { readEconomicRow } from '../figures/row.ts';
import type { SheetDefinition } from '../figures/sheets.ts';

/** A line of a sheet as it stands on the screen: a keyed row, or the 合计, 类 or 款 above it. */
export interface SheetLine {
  readonly id: string;
  /** the row that is keyed; `null`: a sum */
  readonly row: string | null;
  readonly code: string;
  readonly name: string;
  /** 0: outermost, the 合计 apart */
  readonly level: number;
  readonly kind: 'total' | 'class' | 'section' | 'item';
  /** the line that this one is added to; `null`: none */
  readonly parent: string | null;
}

/** No code and no row can be called so. */
const TOTAL = '合计';

/** What stands for the name of a code that our list lacks. */
const NAME_MISSING = '（科目名称待补）';

/** How far below the line above a part of it stands: 其中：设备 below 固定资产, 设备中：车辆 below that. */
function partLevel(name: string): number {
  return name.startsWith('其中') ? 1 : /^.{1,4}中：/.test(name) ? 2 : 0;
}

/**
 * The lines of a sheet that has these rows: 合计 first, then 类, 款 and 项, each above what is added up in it.
 *
 * @param ownName what the clerk called a row of her own; `null`: nothing
 */
export function sheetLines(
  sheet: SheetDefinition,
  rows: Iterable<string>,
  classification: Classification,
  ownName: (row: string) => string | null = () => null,
): SheetLine[] {
  const total: SheetLine[] =
    sheet.adds === 'none'
      ? []
      : [{ id: TOTAL, row: null, code: '', name: TOTAL, level: 0, kind: 'total', parent: null }];
  const top = total.length === 0 ? null : TOTAL;
  if (sheet.rows.kind === 'list') {
    const items = sheet.rows.items.map(
      ({ id, name }): SheetLine => ({
        ...{ id, row: id, code: '', name, kind: 'item', parent: top },
        level: partLevel(name),
      }),
    );
    return [...total, ...items];
  }
  if (sheet.rows.kind === 'free') {
    const own = [...rows].sort().map(
      (row): SheetLine => ({
        id: row,
        row,
        code: '',
        name: ownName(row) ?? row,
        level: 0,
        kind: 'item',
        parent: top,
      }),
    );
    return [...total, ...own];
  }
  const nameOf =
    sheet.rows.kind === 'economic'
      ? (code: string) => classification.economic(code)?.name
      : (code: string) => classification.function(code)?.name;
  const lines = new Map<string, SheetLine>();
  for (const row of rows) {
    const { code, detail } = partsOf(sheet, row, classification);
    const above = ancestorsOf(code);
    for (const [level, ancestor] of above.entries()) {
      lines.set(ancestor, {
        id: ancestor,
        row: null,
        code: ancestor,
        name: nameOf(ancestor) ?? NAME_MISSING,
        level,
        kind: level === 0 ? 'class' : 'section',
        parent: above[level - 1] ?? top,
      });
    }
    lines.set(row, {
      id: row,
      row,
      code,
      name: code === '' ? '不分项' : `${nameOf(code) ?? NAME_MISSING}${detail}`,
      level: above.length,
      kind: 'item',
      parent: above.at(-1) ?? top,
    });
  }
  // a code stands before every code that begins with it, so each sum comes above its parts
  return [...total, ...[...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1))];
}

/** The code of a row, and what narrows it down. */
function partsOf(
  sheet: SheetDefinition,
  row: string,
  classification: Classification,
): { readonly code: string; readonly detail: string } {
  if (sheet.rows.kind !== 'economic') return { code: row, detail: '' };
  const { code, item, org } = readEconomicRow(row);
  const parts = [
    ...(item === undefined ? [] : [`${item} ${classification.function(item)?.name ?? ''}`.trim()]),
    ...(org === undefined ? [] : [UNIT_KIND_NAMES[org]]),
  ];
  return { code, detail: parts.length === 0 ? '' : `（${parts.join('，')}）` };
}
