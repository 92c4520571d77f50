import { useEffect, useState } from 'react';
import type { Difference } from '../../core/comparison/comparison.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { placeId } from '../tables/places.ts';
import type { SelectedNumber } from '../tables/use-selected-number.ts';
import { placeOfDifference } from './place-of-difference.ts';

export interface ShownDifference {
  readonly difference: Difference | null;
  readonly show: (difference: Difference) => void;
}

/** The difference that is looked at: its table lies on the desk, our number in it is selected. */
export function useShownDifference(
  tables: readonly TableModel[],
  choose: (table: TableModel) => void,
  { selected, selectIn }: SelectedNumber,
): ShownDifference {
  const [difference, setDifference] = useState<Difference | null>(null);

  // an effect of the page: the desk turns to the top of a new table in an earlier one
  useEffect(() => {
    if (difference === null || selected === null) return;
    document.getElementById(placeId(selected))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [difference, selected]);

  function show(wanted: Difference) {
    const table = tables.find(({ id }) => id === wanted.table);
    if (table === undefined) return;
    setDifference(wanted);
    choose(table);
    const place = placeOfDifference(table, wanted);
    if (place !== null) selectIn(table, place);
  }

  return { difference, show };
}
