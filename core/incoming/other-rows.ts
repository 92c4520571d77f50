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

/** Money of which the book keeps one row and gives up another: the file's rows would stay out, and part of it be gone. */
export function halfKept(others: readonly OtherRows[], kept: ReadonlySet<string>): OtherRows | undefined {
  const isKept = new Map<string | null, boolean>();
  return others.find(({ mine }) => {
    const keeps = kept.has(figureKey(mine));
    const before = isKept.get(moneyOf(mine)) ?? keeps;
    isKept.set(moneyOf(mine), before);
    return before !== keeps;
  });
}

export interface TwoForms {
  readonly whole: IncomingFigure;
  readonly item: IncomingFigure;
}

/** Figures of one file that state the same money both whole and by 项: a fund of the balance, or an economic 款. */
export function inTwoForms(figures: readonly IncomingFigure[]): TwoForms | undefined {
  const wholes = new Map<string, IncomingFigure>();
  const items: (readonly [string, IncomingFigure])[] = [];
  for (const figure of figures) {
    const { sheet, row, value } = figure;
    if (sheet === 'balance') {
      const money = String(moneyOf(figure));
      if (row === '') wholes.set(money, figure);
      else items.push([money, figure]);
    } else if (sheet === 'economic' && value !== 0) {
      const { item, org } = readEconomicRow(row);
      // of another kind of body it is other money
      const money = `${moneyOf(figure)} ${org ?? ''}`;
      if (item === undefined) wholes.set(money, figure);
      else items.push([money, figure]);
    }
  }
  for (const [money, item] of items) {
    const whole = wholes.get(money);
    if (whole !== undefined) return { whole, item };
  }
  return undefined;
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
