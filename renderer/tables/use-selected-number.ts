import { useCallback, useState } from 'react';
import type { Scope } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';
import type { TableModel } from '../../core/tables/model.ts';
import type { Origin } from '../../core/tables/origin.ts';
import { call } from '../bridge.ts';
import { useReply } from '../use-reply.ts';
import { cellAt, type Place } from './places.ts';

export interface SelectedNumber {
  readonly selected: Place | null;
  /** of the selected number, or for an instant of the one selected before */
  readonly origin: Result<Origin, Problem> | null;
  readonly select: (place: Place) => void;
  /** a number of a table that is only now put on the desk */
  readonly selectIn: (table: TableModel, place: Place) => void;
}

/**
 * The number that is looked at.
 *
 * @param scope the year and unit that the table was computed for; `null` while another's is on its way: nothing is asked
 */
export function useSelectedNumber(scope: Scope | null, model: TableModel | null): SelectedNumber {
  const [selection, setSelection] = useState<{ model: TableModel | null; place: Place } | null>(null);
  // a place means nothing in another table, nor in the same table of another unit
  const selected = selection !== null && selection.model === model ? selection.place : null;
  const value = selected && model ? cellAt(model.body, selected)?.value : undefined;

  const question =
    scope && model && value ? { ...scope, table: model.id, row: value.row, column: value.column } : null;
  const answered = useReply(question, (asked) => call('origin', asked));
  const select = useCallback((place: Place) => setSelection({ model, place }), [model]);

  const selectIn = useCallback(
    (table: TableModel, place: Place) => setSelection({ model: table, place }),
    [],
  );

  return { selected, origin: answered?.reply ?? null, select, selectIn };
}
