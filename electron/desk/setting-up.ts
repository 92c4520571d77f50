import type { Book } from '../../core/figures/figure.ts';
import type { NewBook, NewYear, NewYearPlan } from '../../core/setting-up/setting-up.ts';
import type { BookStore } from '../store/book-store.ts';
import type { EditBy } from '../store/editor.ts';

/** A book with its department, its first year and units, and no figures. */
export function emptyBook({ department, profile, year, units }: NewBook): Book {
  const { name, region } = department;
  return {
    department: { name, region, profile },
    years: [{ year, units: units.map(({ was: _, ...unit }) => unit), figures: [], texts: [] }],
  };
}

/** What opening a year would carry over. */
export function planYear(_store: BookStore, _year: NewYear): NewYearPlan {
  throw new Error('not there yet');
}

/** Opens a year and carries over what planYear told, all or nothing. */
export function openYear(_store: BookStore, _year: NewYear, _by: EditBy): void {
  throw new Error('not there yet');
}
