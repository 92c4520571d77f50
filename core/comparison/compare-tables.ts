import { type SideLines, sideLinesOf } from '../recognition/lines.ts';
import type { Recognition } from '../recognition/recognise.ts';
import type { RecognisedTable } from '../recognition/recognised.ts';
import type { TableModel, TablePack } from '../tables/model.ts';
import type { Comparison, Difference } from './comparison.ts';
import { additionalRow, cellDifference, isPrintedBy, missingRow, ours } from './differences.ts';
import { isSumOfOurs } from './own-sum.ts';
import { rowKeys } from './row-keys.ts';
import { lostPlace, notOurs } from './uncompared.ts';

/** Compares our tables with those that were recognised in another workbook, number by number. */
export function compareTables(pack: TablePack, file: string, found: Recognition): Comparison {
  const lines = sideLinesOf(pack.year);
  const pairs = pack.tables.flatMap((table) => {
    const theirs = found.tables.find(({ id }) => id === table.id);
    return theirs === undefined ? [] : [{ table, theirs, ...compareTable(table, theirs, lines) }];
  });
  const missing = pack.tables.filter(({ id }) => !pairs.some(({ table }) => table.id === id));
  const ids = new Set(pack.tables.map(({ id }) => id));
  const additional = found.tables.filter(({ id }) => !ids.has(id));
  const unrecognised = bySheet([
    ...found.unrecognised.map(({ sheet, reason, unread }) => ({
      sheet,
      reason,
      ...(unread !== undefined && ids.has(unread) ? { uncompared: true as const } : {}),
    })),
    ...additional.map(({ sheet, title }) => ({
      sheet,
      reason: `“${title || sheet}”在现用的报表格式里没有，没有核对`,
    })),
  ]);
  return {
    file,
    differences: pairs.flatMap(({ differences }) => differences),
    compared: pairs.map(({ table: { id, title }, theirs: { sheet }, equal, uncompared }) => ({
      table: id,
      title,
      sheet,
      equal,
      uncompared,
    })),
    complete:
      pairs.length > 0 &&
      pairs.every(({ uncompared }) => uncompared.length === 0) &&
      missing.every(({ empty }) => empty) &&
      unrecognised.every(({ uncompared }) => uncompared !== true),
    missing: missing.map(({ title }) => title),
    unrecognised,
  };
}

/** One entry for each worksheet, in the order in which they came up. */
function bySheet(entries: Comparison['unrecognised']): Comparison['unrecognised'] {
  return [...new Set(entries.map(({ sheet }) => sheet))].map((sheet) => {
    const own = entries.filter((entry) => entry.sheet === sheet);
    return {
      sheet,
      reason: own.map(({ reason }) => reason).join('；'),
      ...(own.some(({ uncompared }) => uncompared) ? { uncompared: true } : {}),
    };
  });
}

interface Compared {
  readonly differences: readonly Difference[];
  readonly equal: number;
  readonly uncompared: readonly string[];
}

function compareTable(table: TableModel, theirs: RecognisedTable, lines: SideLines): Compared {
  const unit = theirs.money;
  // where the other workbook prints no codes, names alone tell the rows apart
  const byName = theirs.rows.every(({ code }) => code === undefined);
  const naming = { table: table.id, byName, lines };
  const theirKeys = rowKeys(theirs.rows, naming);
  const byKey = new Map(theirs.rows.map((row, index) => [theirKeys[index], row]));
  const matched = rowKeys(table.rows, naming).map((key) => byKey.get(key));
  const taken = new Set(matched);
  const columns = new Set(theirs.columns);
  const differences: Difference[] = [];
  /** what stands in our print, and nowhere in theirs that we could find */
  const lost = new Set<string>();
  let equal = 0;
  for (const [index, row] of table.rows.entries()) {
    const other = matched[index];
    if (other === undefined) {
      const numbers = Object.entries(row.cells).filter(([, value]) => ours(value, unit).amount !== 0);
      const shared = numbers.filter(([column]) => columns.has(column));
      if (shared.length > 0) differences.push(missingRow(table, index, shared, unit));
      for (const [column] of numbers) {
        if (!columns.has(column)) lost.add(lostPlace(table, row, column, theirs.rows));
      }
      continue;
    }
    for (const column of new Set([...Object.keys(row.cells), ...Object.keys(other.cells)])) {
      const cell = other.cells[column];
      const own = ours(row.cells[column], unit);
      if (cell === undefined) {
        if (own.amount !== 0) lost.add(lostPlace(table, row, column, theirs.rows));
        continue;
      }
      if (!isPrintedBy(table, column)) continue;
      if (cell.unreadable !== true && own.amount === (cell.amount ?? 0)) {
        if (own.amount !== 0) equal += 1;
      } else {
        differences.push(cellDifference(table, index, column, cell, unit));
      }
    }
  }
  for (const row of theirs.rows) {
    if (!taken.has(row) && !isSumOfOurs(row, table, unit))
      differences.push(...additionalRow(table, row, unit));
  }
  return { differences, equal, uncompared: [...lost, ...theirs.unread, ...notOurs(table, theirs)] };
}
