import { INCOME_LINES } from '../../profiles/profile.ts';
import type { Side } from '../../tables/model.ts';
import { type Claim, notice } from '../claim.ts';
import noDataWords from '../data/no-data-words.json' with { type: 'json' };
import type { FactRow, FactTable } from '../facts.ts';
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

function sideInOrder({ id, title, rows }: FactTable, side: Side): Claim[] {
  const lines = rows.flatMap((row, index) => {
    const order = row.side === side ? orderOf(row) : null;
    return order === null ? [] : [{ order, index, ...row }];
  });
  if (lines.length < 2) return [];
  const at = lines.findIndex(({ order }, index) => index > 0 && order <= (lines[index - 1]?.order ?? ''));
  const [before, late] = [lines[at - 1], lines[at]];
  if (before === undefined || late === undefined) return [notice(`${id}/${side}`, true, '')];
  const [column] = Object.keys(late.cells);
  const message =
    before.order === late.order
      ? `《${title}》“${late.label}”与“${before.label}”是同一项，印了两行`
      : `《${title}》“${late.label}”排在“${before.label}”后面，与规定的顺序不同`;
  const places = column === undefined ? [] : [{ kind: 'cell' as const, table: id, row: late.index, column }];
  return [notice(`${id}/${side}`, false, message, { places })];
}

/** domain/tables.md A20: lines of 收入 as they are numbered everywhere, lines of 支出 by code. */
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
