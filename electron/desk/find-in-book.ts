import type { Scope } from '../../core/api.ts';
import { Classification } from '../../core/classification/classification.ts';
import { addressName } from '../../core/figures/address-name.ts';
import { freeRowNames } from '../../core/figures/free-row.ts';
import { figureQuery } from '../../core/going/figure-query.ts';
import { findTables } from '../../core/going/find-tables.ts';
import { type Found, MOST_FOUND } from '../../core/going/going.ts';
import { editionOf } from '../../core/profiles/profile.ts';
import type { BookStore } from '../store/book-store.ts';

/** What the book has of what was typed into 转到. */
export function findInBook(store: BookStore, { year, unit }: Scope, typed: string): Found {
  const classification = new Classification(year);
  const query = figureQuery(typed, store.money(), classification);
  const names = freeRowNames(store.cellTexts(year, unit));
  const figures = query === null ? [] : store.findFigures({ year, unit, query, limit: MOST_FOUND });
  const { edition } = editionOf(store.profile(store.department().profile), year);
  return {
    figures: figures.map((figure) => ({ ...figure, place: addressName(figure, classification, names) })),
    tables: findTables(edition.tables, typed),
  };
}
