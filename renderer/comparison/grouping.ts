import type { Difference } from '../../core/comparison/comparison.ts';
import type { TableId } from '../../core/profiles/profile.ts';

export interface TableDifferences {
  readonly table: TableId;
  readonly title: string;
  readonly differences: readonly Difference[];
}

/** The differences under their tables, both in the order in which they were found. */
export function differencesByTable(differences: readonly Difference[]): TableDifferences[] {
  const tables = [...new Set(differences.map(({ table }) => table))];
  return tables.map((table) => {
    const own = differences.filter((difference) => difference.table === table);
    return { table, title: own[0]?.title ?? '', differences: own };
  });
}
