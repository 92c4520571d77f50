import type { CellAddress } from '../entry/edit.ts';
import { readEconomicRow } from '../figures/row.ts';
import type { IncomingFigure } from './incoming.ts';
import { figureKey, type OwnYear } from './own-year.ts';

/** A cell of the book whose money the file states in rows that are parted otherwise. */
export interface OtherRows {
  readonly mine: OwnYear['figures'][number];
  readonly theirs: readonly IncomingFigure[];
}

/**
 * The same money must not stand in a unit twice: 30101 as one line, and once more by 项 (economic); a fund in one line, and
 * by 项 (balance). Such cells of the book make room for what the file brings, or the file's stay out.
 */
export function inOtherRows(
  own: OwnYear['figures'],
  incoming: readonly IncomingFigure[],
): readonly OtherRows[] {
  const mine = new Set(own.map(figureKey));
  const theirs = new Set(incoming.map(figureKey));
  const coming = new Map<string, IncomingFigure[]>();
  for (const figure of incoming) {
    const money = moneyOf(figure);
    if (money === null || mine.has(figureKey(figure))) continue;
    const known = coming.get(money);
    if (known === undefined) coming.set(money, [figure]);
    else known.push(figure);
  }
  return own.flatMap((figure): OtherRows[] => {
    const money = moneyOf(figure);
    if (money === null || theirs.has(figureKey(figure))) return [];
    const others = coming.get(money)?.filter((other) => partedBy(other) !== partedBy(figure)) ?? [];
    return others.length === 0 ? [] : [{ mine: figure, theirs: others }];
  });
}

/** Names the money that several rows may state together; `null`: each row of the sheet states its own. */
function moneyOf({ sheet, row, fund, column, measure }: CellAddress): string | null {
  if (sheet === 'economic') return JSON.stringify([sheet, readEconomicRow(row).code, fund, column, measure]);
  return sheet === 'balance' ? JSON.stringify([sheet, fund, measure]) : null;
}

/** What the row is parted by beside its code. */
function partedBy({ sheet, row }: CellAddress): string {
  if (sheet === 'balance') return row === '' ? 'whole' : 'item';
  const { item, org } = readEconomicRow(row);
  return `${item === undefined ? '' : 'item'} ${org === undefined ? '' : 'org'}`;
}
