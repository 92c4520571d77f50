import type { TableId } from '../profiles/profile.ts';
import type { SideLines } from '../recognition/lines.ts';
import type { RecognisedRow } from '../recognition/recognised.ts';
import { lineLabel, TOTAL_LABELS } from '../recognition/words.ts';
import type { TableRow } from '../tables/model.ts';

interface Naming {
  readonly table: TableId;
  readonly byName: boolean;
  readonly lines: SideLines;
}

/** What tells a row from the others of its table, in every print of it. */
function keyOf(row: TableRow | RecognisedRow, { table, byName, lines }: Naming): string {
  const { kind, side, code, item = '', label } = row;
  if (side !== undefined) {
    const name = item.startsWith('opening_') ? item : lines.itemOf(side, label);
    return JSON.stringify([side, code ?? name]);
  }
  if (code !== undefined && !byName) return code;
  if (ITEMS[table]?.includes(item) === true) return item;
  const bare = lineLabel(label);
  return kind === 'total' && TOTAL_LABELS.has(bare) ? 'total' : bare;
}

/** Numbers the keys that come up again: a second row of one name is another row. */
function numbered(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${key}#${times}`;
  });
}

/** 人员经费合计 and 公用经费合计 */
export const BASIC_TOTALS: readonly string[] = ['personnel_total', 'public_total'];

/** The rows that are known by an item in every print of a table. */
const ITEMS: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  'general-basic': BASIC_TOTALS,
  'gov-fund-basic': BASIC_TOTALS,
  'three-public': ['total', 'abroad', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'],
};

/** Whether a table is one by economic classification, which parts 人员经费 from 公用经费. */
export function hasBasicTotals(table: TableId): boolean {
  return ITEMS[table] === BASIC_TOTALS;
}

/** The keys of a table's rows, ours or theirs: equal ones are prints of one row. */
export function rowKeys(rows: readonly (TableRow | RecognisedRow)[], naming: Naming): string[] {
  return numbered(rows.map((row) => keyOf(row, naming)));
}
