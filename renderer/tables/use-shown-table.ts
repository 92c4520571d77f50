import { useState } from 'react';
import type { TablesPage } from '../../core/api.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { useShortcut } from '../shortcut.ts';

export interface ShownTable {
  /** `null`: there are no tables yet */
  readonly model: TableModel | null;
  readonly choose: (table: TableModel) => void;
}

/** Which table lies on the desk. It stays the same table when year or unit change. */
export function useShownTable(page: TablesPage | null): ShownTable {
  const [id, setId] = useState<string | null>(null);
  const tables = page?.pack.tables ?? [];
  const index = Math.max(
    0,
    tables.findIndex((table) => table.id === id),
  );

  const turn = (step: number) => {
    const table = tables[index + step];
    if (table !== undefined) setId(table.id);
  };
  useShortcut('Ctrl+PageUp', () => turn(-1));
  useShortcut('Ctrl+PageDown', () => turn(1));

  return { model: tables[index] ?? null, choose: (table) => setId(table.id) };
}
