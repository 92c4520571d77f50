import type { OpenedBook } from '../../core/api.ts';
import { NameSearch } from '../../core/classification/name-search.ts';
import { ADJUSTMENT_UNIT } from '../../core/figures/figure.ts';
import { findColumn, findSheet } from '../../core/figures/sheets.ts';
import type { Found, FoundFigure, FoundTable } from '../../core/going/going.ts';
import { fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import type { BookCell } from '../book/refused-cells.ts';
import { ALL_PAGES, type PageId, pageOfSheet } from '../shell/pages.ts';

/** Where 转到 leads. */
export type Target =
  | { readonly kind: 'page'; readonly page: PageId }
  /** `null`: the department */
  | { readonly kind: 'unit'; readonly unit: string | null }
  | { readonly kind: 'cell'; readonly cell: BookCell }
  | { readonly kind: 'table'; readonly table: FoundTable['id'] };

/** A line of the list. */
export interface Destination {
  readonly id: string;
  /** 页, 单位, 表 or 格 */
  readonly sort: string;
  readonly name: string;
  /** an amount, a code; `''`: nothing */
  readonly detail: string;
  readonly target: Target;
}

const names = new NameSearch();

/** So many of one sort: what was meant is among them, or more has to be typed. */
const MOST_OF_SORT = 8;

function nearest<Item>(
  items: readonly Item[],
  query: string,
  wordsOf: (item: Item) => { readonly name: string; readonly aliases: readonly string[] },
): Item[] {
  return items
    .flatMap((item) => {
      const { name, aliases } = wordsOf(item);
      const distance = names.distance(name, aliases, query);
      return distance === undefined ? [] : [{ item, distance }];
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_OF_SORT)
    .map(({ item }) => item);
}

/** The pages and units whose name is typed; known at once. */
export function ownDestinations(query: string, book: Pick<OpenedBook, 'years'>, year: number): Destination[] {
  const wanted = query.trim();
  if (wanted === '') return [];
  const units = book.years.find((each) => each.year === year)?.units ?? [];
  const everyUnit = [
    { code: null, name: '部门汇总' },
    ...units,
    ...(units.length > 1 ? [{ code: ADJUSTMENT_UNIT, name: ADJUSTMENT_UNIT }] : []),
  ];
  return [
    ...nearest(ALL_PAGES, wanted, ({ name }) => ({ name, aliases: [] })).map(
      ({ id, name }): Destination => ({
        id: `page ${id}`,
        sort: '页',
        name,
        detail: '',
        target: { kind: 'page', page: id },
      }),
    ),
    ...nearest(everyUnit, wanted, ({ code, name }) => ({ name, aliases: code === null ? [] : [code] })).map(
      ({ code, name }): Destination => ({
        id: `unit ${code}`,
        sort: '单位',
        name,
        detail: code === name ? '' : (code ?? ''),
        target: { kind: 'unit', unit: code },
      }),
    ),
  ];
}

/** What main found in the book. */
export function foundDestinations({ figures, tables }: Found, year: number, money: MoneyUnit): Destination[] {
  return [
    ...tables.slice(0, MOST_OF_SORT).map(
      ({ id, number, title }): Destination => ({
        id: `table ${id}`,
        sort: '公开表',
        name: title,
        detail: number,
        target: { kind: 'table', table: id },
      }),
    ),
    ...figures.flatMap((figure): Destination[] =>
      pageOfSheet(figure.sheet) === null ? [] : [cellDestination(figure, year, money)],
    ),
  ];
}

function cellDestination(figure: FoundFigure, year: number, money: MoneyUnit): Destination {
  const { place, value, ...address } = figure;
  return {
    id: `cell ${JSON.stringify(address)}`,
    sort: '格',
    name: place,
    detail: valueWords(figure, money),
    target: { kind: 'cell', cell: { ...address, year } },
  };
}

function valueWords({ sheet: id, column, value }: FoundFigure, money: MoneyUnit): string {
  const sheet = findSheet(id);
  const kind = sheet && findColumn(sheet, column)?.kind;
  if (kind === 'fen') return formatFull(fen(value), money);
  return kind === 'hundredths' ? (value / 100).toFixed(2) : String(value);
}
