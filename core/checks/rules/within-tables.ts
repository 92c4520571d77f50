import { INCOME_LINES } from '../../profiles/profile.ts';
import { chineseNumber } from '../../tables/content.ts';
import type { Side } from '../../tables/model.ts';
import { type Claim, notice } from '../claim.ts';
import noDataWords from '../data/no-data-words.json' with { type: 'json' };
import type { FactRow, FactTable } from '../facts.ts';
import type { Place } from '../finding.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { isEmpty } from './completeness.ts';
import { NAMES } from './names.ts';
import { negativeAmounts } from './negative-amounts.ts';
import { TABLE_SUMS } from './table-sums.ts';

const INCOME_ORDER: readonly string[] = INCOME_LINES;

/** Where a line of 收入 or 支出 belongs among those of its side; `null`: we do not know it. */
function orderOf({ side, role, item, code }: FactRow): string | null {
  if (role !== 'line') return null;
  if (side === 'expenditure') return code ?? null;
  const index = INCOME_ORDER.indexOf(item ?? '');
  return index === -1 ? null : String(index);
}

const NUMBER = /^[一二三四五六七八九十]+(?=、)/;

/**
 * How many lines a side has differs from place to place (domain/tables.md §1: 24 or 26 of 支出), but they are numbered
 * through: a line that fell out leaves a gap.
 */
function numbered({ id, title, rows }: FactTable, side: Side): Claim {
  const lines = rows.flatMap((row, index) => {
    const [number] = row.side === side && row.role === 'line' ? (NUMBER.exec(row.label) ?? []) : [];
    return number === undefined ? [] : [{ number, index, ...row }];
  });
  const at = lines.findIndex(({ number }, index) => number !== chineseNumber(index + 1));
  const line = lines[at];
  if (line === undefined) return notice(`${id}/${side}`, true, '');
  const message = `《${title}》“${line.label}”是第 ${at + 1} 行，应编为“${chineseNumber(at + 1)}、”：编号有误，或前面缺行、多行`;
  return notice(`${id}/${side}`, false, message, { places: placesOf(id, line) });
}

function placesOf(
  table: FactTable['id'],
  { index: row, cells }: FactRow & { readonly index: number },
): Place[] {
  const [column] = Object.keys(cells);
  return column === undefined ? [] : [{ kind: 'cell', table, row, column }];
}

function sideInOrder(table: FactTable, side: Side): Claim[] {
  const { id, title, rows } = table;
  const lines = rows.flatMap((row, index) => {
    const order = row.side === side ? orderOf(row) : null;
    return order === null ? [] : [{ order, index, ...row }];
  });
  if (lines.length < 2) return [];
  const at = lines.findIndex(({ order }, index) => index > 0 && order <= (lines[index - 1]?.order ?? ''));
  const [before, late] = [lines[at - 1], lines[at]];
  if (before === undefined || late === undefined) return [numbered(table, side)];
  const message =
    before.order === late.order
      ? `《${title}》“${late.label}”与“${before.label}”是同一项，印了两行`
      : `《${title}》“${late.label}”排在“${before.label}”后面，与规定的顺序不同`;
  return [notice(`${id}/${side}`, false, message, { places: placesOf(id, late) })];
}

/** domain/tables.md A20: lines of 收入 as they are numbered everywhere, lines of 支出 by code, none left out. */
const linesInOrder: ClaimsOf = ({ tables }) =>
  tables
    .all()
    .flatMap((table) => (['income', 'expenditure'] as const).flatMap((side) => sideInOrder(table, side)));

/** domain/tables.md C8 X-EMPTY, its other half: T4 has tables without numbers and without a word about it. */
const notCalledEmpty: ClaimsOf = ({ tables }) =>
  tables.all().flatMap((table) => {
    if (isEmpty(table)) return [];
    const note = table.notes.find((each) => noDataWords.some((word) => each.includes(word)));
    return [notice(table.id, note === undefined, `《${table.title}》有数，表下却写着“${note ?? ''}”`)];
  });

/** domain/tables.md §12.1: what one table says by itself. */
export const WITHIN_TABLES: Laws = {
  ...TABLE_SUMS,
  A18: negativeAmounts,
  ...NAMES,
  A20: linesInOrder,
  A23: notCalledEmpty,
};
