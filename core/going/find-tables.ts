import { NameSearch } from '../classification/name-search.ts';
import type { ProfileTable } from '../profiles/profile.ts';
import type { FoundTable } from './going.ts';

/** The public tables of a 报表格式 whose number or title is typed, or the 拼音 initials of the title; nearest first. */
export function findTables(
  tables: readonly Pick<ProfileTable, 'id' | 'number' | 'title'>[],
  query: string,
): FoundTable[] {
  const wanted = query.trim();
  if (wanted === '') return [];
  const names = new NameSearch();
  return tables
    .flatMap(({ id, number, title }) => {
      const distance = names.distance(title, [number], wanted);
      return distance === undefined ? [] : [{ table: { id, number, title }, distance }];
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ table }) => table);
}
