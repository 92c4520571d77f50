import type { TableModel } from '../../core/tables/model.ts';

/** What a table is called in lists: `公开01表`, `一、`, or its place in the pack where the format gives no number. */
export function tableNumber({ number }: Pick<TableModel, 'number'>, index: number): string {
  return number === '' ? String(index + 1).padStart(2, '0') : number;
}

/** How many points of the layout no document confirms, those of the pack as a whole included. */
export function unconfirmedPoints(pack: {
  readonly profile: { readonly unconfirmed: readonly string[] };
  readonly tables: readonly Pick<TableModel, 'unconfirmed'>[];
}): number {
  return pack.tables.reduce((sum, table) => sum + table.unconfirmed.length, pack.profile.unconfirmed.length);
}
