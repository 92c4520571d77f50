import { useEffect } from 'react';
import type { Place as FindingPlace } from '../../core/checks/finding.ts';
import type { TableId } from '../../core/profiles/profile.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { placeId, placeOfNumber } from './places.ts';
import type { SelectedNumber } from './use-selected-number.ts';

/** A number of a public table, as a finding names it, or a table as a whole. */
export type WantedPlace =
  | Extract<FindingPlace, { readonly kind: 'cell' }>
  | { readonly kind: 'table'; readonly table: TableId };

/**
 * Puts the table of a number on the desk and selects the number, or puts a table on the desk.
 *
 * @param tables of the scope now chosen; `null`: they are on their way
 * @param wanted `null`: none in particular
 */
export function useWantedCell(
  tables: readonly TableModel[] | null,
  wanted: WantedPlace | null,
  choose: (table: TableModel) => void,
  { selected, selectIn }: SelectedNumber,
  onShown: () => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a number is wanted of the tables that have just come
  useEffect(() => {
    if (tables === null || wanted === null) return;
    const table = tables.find(({ id }) => id === wanted.table);
    const place = table === undefined || wanted.kind === 'table' ? null : placeOfNumber(table.body, wanted);
    if (table !== undefined) choose(table);
    if (table !== undefined && place !== null) selectIn(table, place);
    onShown();
  }, [tables, wanted]);

  useEffect(() => {
    if (selected === null) return;
    document.getElementById(placeId(selected))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
}
