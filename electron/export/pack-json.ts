import type { TablePack } from '../../core/tables/model.ts';

/** The tables as data (DESIGN §9, `mz tables --json`): printed text for each cell, blank cells left out. */
export interface PackJson {
  readonly profile: string;
  readonly year: number;
  readonly money: 'wan';
  /** only when false: no document of that year shows the layout, so it must be checked before publishing */
  readonly confirmed?: false;
  readonly tables: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly rows: readonly {
      readonly kind: string;
      readonly side?: string;
      readonly code?: string;
      readonly item?: string;
      readonly label: string;
      readonly cells: Readonly<Record<string, string>>;
    }[];
    readonly notes: readonly string[];
  }[];
}

export function packJson(pack: TablePack): PackJson {
  return {
    profile: pack.profile.id,
    year: pack.year,
    money: 'wan',
    ...(pack.profile.confirmed ? {} : { confirmed: false }),
    tables: pack.tables.map(({ id, number, title, rows, notes }) => ({
      id,
      number,
      title,
      rows: rows.map(({ cells, ...row }) => ({
        ...row,
        cells: Object.fromEntries(
          Object.entries(cells)
            .filter(([, cell]) => cell.printed !== '')
            .map(([column, cell]) => [column, cell.printed]),
        ),
      })),
      notes,
    })),
  };
}
