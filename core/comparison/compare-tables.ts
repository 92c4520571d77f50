import { type SideLines, sideLinesOf } from '../recognition/lines.ts';
import type { Recognition } from '../recognition/recognise.ts';
import type { RecognisedTable } from '../recognition/recognised.ts';
import type { TableModel, TablePack } from '../tables/model.ts';
import type { Comparison, Difference } from './comparison.ts';
import { additionalRow, cellDifference, isPrintedBy, lostPlace, missingRow, ours } from './differences.ts';
import { rowKeys } from './row-keys.ts';

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
    complete: pairs.every(({ uncompared }) => uncompared.length === 0) && missing.every(({ empty }) => empty),
    missing: missing.map(({ title }) => title),
    unrecognised: bySheet([
      ...found.unrecognised,
      ...additional.map(({ sheet, title }) => ({
        sheet,
        reason: `“${title || sheet}”在现用的报表格式里没有，没有核对`,
      })),
    ]),
  };
}

/** One entry for each worksheet, in the order in which they came up. */
function bySheet(entries: Comparison['unrecognised']): Comparison['unrecognised'] {
  return [...new Set(entries.map(({ sheet }) => sheet))].map((sheet) => ({
    sheet,
    reason: entries
      .filter((entry) => entry.sheet === sheet)
      .map(({ reason }) => reason)
      .join('；'),
  }));
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
    const shared = Object.entries(row.cells).filter(([column]) => columns.has(column));
    if (other === undefined) {
      const numbers = shared.filter(([, value]) => ours(value, unit).amount !== 0);
      if (numbers.length > 0) differences.push(missingRow(table, index, numbers, unit));
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
    if (!taken.has(row)) differences.push(...additionalRow(table, row, unit));
  }
  const unread = theirs.unread.map((heading) => `对方的“${heading}”栏认不出是哪一栏`);
  return { differences, equal, uncompared: [...lost, ...unread] };
}
