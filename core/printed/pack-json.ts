import type { TablePack } from '../tables/model.ts';
import type { PrintedTables } from './printed-tables.ts';

/** Our own tables as printed text (DESIGN §9, `mz tables --json`); what is unconfirmed is said in words elsewhere. */
export function packJson(pack: TablePack): PrintedTables {
  return {
    profile: pack.profile.id,
    year: pack.year,
    money: 'wan',
    ...(pack.profile.confirmed ? {} : { confirmed: false }),
    tables: pack.tables.map(({ id, number, title, rows, notes }) => ({
      id,
      number,
      title,
      rows: rows.map(({ cells, role: _role, line: _line, ...row }) => ({
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
