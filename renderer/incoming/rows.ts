import type {
  IncomingCell,
  IncomingColumn,
  IncomingRow,
  IncomingTable,
  Verdict,
} from '../../core/incoming/incoming.ts';

/** Which rows are listed: `waiting` must be mended or left out, `doubtful` is to be looked at. */
export type RowFilter = 'all' | 'waiting' | 'doubtful';

export function shownRows(rows: readonly IncomingRow[], filter: RowFilter): readonly IncomingRow[] {
  if (filter === 'all') return rows;
  const wanted: Verdict = filter === 'waiting' ? 'refused' : 'doubtful';
  return rows.filter(({ verdict }) => verdict === wanted);
}

export function countOf(rows: readonly IncomingRow[], verdict: Verdict): number {
  return rows.filter((row) => row.verdict === verdict).length;
}

/** Where something waits: a row, or with `null` the columns of a table of which nothing can be taken yet. */
export interface WaitingPlace {
  readonly table: string;
  readonly row: number | null;
}

/** All that waits, table by table; when nothing does, what is to be looked at. */
export function waitingPlaces(tables: readonly IncomingTable[]): WaitingPlace[] {
  const taken = tables.filter(({ isLeft }) => !isLeft);
  const placesOf = (wanted: Verdict) =>
    taken.flatMap(({ id, fault, rows }): WaitingPlace[] => [
      ...(wanted === 'refused' && fault !== '' ? [{ table: id, row: null }] : []),
      ...rows.filter(({ verdict }) => verdict === wanted).map(({ row }) => ({ table: id, row })),
    ]);
  const waiting = placesOf('refused');
  return waiting.length > 0 ? waiting : placesOf('doubtful');
}

/** The next place after, or before, the one where the clerk is; round at the ends. @returns `null`: nothing waits */
export function nextWaiting(
  tables: readonly IncomingTable[],
  from: WaitingPlace | null,
  step: 1 | -1,
): WaitingPlace | null {
  const places = waitingPlaces(tables);
  const order = (place: WaitingPlace) =>
    [tables.findIndex(({ id }) => id === place.table), place.row ?? 0] as const;
  const isBefore = (one: WaitingPlace, other: WaitingPlace) => {
    const [table, row] = order(one);
    const [otherTable, otherRow] = order(other);
    return table === otherTable ? row < otherRow : table < otherTable;
  };
  if (from === null) return places.at(step === 1 ? 0 : -1) ?? null;
  const next =
    step === 1
      ? (places.find((place) => isBefore(from, place)) ?? places[0])
      : (places.findLast((place) => isBefore(place, from)) ?? places.at(-1));
  return next ?? null;
}

/** The row on which the keyboard goes on when its own is no longer listed: the next one, or the last. */
export function nearestIndex(rows: readonly IncomingRow[], row: number): number {
  const index = rows.findIndex((each) => each.row >= row);
  return index === -1 ? rows.length - 1 : index;
}

/** A column on the screen. */
export interface ShownColumn {
  /** its place in the worksheet; `null`: nothing in it can be mended */
  readonly index: number | null;
  readonly kind: 'code' | 'name' | 'text' | 'figure';
  /** the lowest heading over it in the file */
  readonly heading: string;
  /** all headings over it, and what they mean */
  readonly detail: string;
  /** name of what it means */
  readonly meaning: string;
}

/** Codes and names have columns of their own. */
const KEY_KINDS: ReadonlyMap<string, 'code' | 'name'> = new Map([
  ['code', 'code'],
  ['@code', 'code'],
  ['name', 'name'],
  ['@name', 'name'],
]);

/** Code, where there are codes, and name first; then the columns that mean something, as they stand in the file. */
export function shownColumns({ columns, meanings, rows, codeColumn }: IncomingTable): ShownColumn[] {
  const hasCodes = codeColumn !== undefined || rows.some(({ code }) => code !== '');
  const names = new Map(meanings.map(({ id, name }) => [id, name]));
  const placeOf = (kind: 'code' | 'name') =>
    columns.find(({ meaning }) => KEY_KINDS.get(meaning) === kind)?.index ?? null;
  const own = columns.filter(
    ({ index, meaning }) => meaning !== '' && !KEY_KINDS.has(meaning) && index !== codeColumn,
  );
  const key = (kind: 'code' | 'name', index: number | null, heading: string): ShownColumn => ({
    index,
    kind,
    heading,
    detail: '',
    meaning: '',
  });
  return [
    ...(hasCodes ? [key('code', codeColumn ?? placeOf('code'), '编码')] : []),
    key('name', placeOf('name'), '名称'),
    ...own.map((column) => shownColumn(column, names.get(column.meaning) ?? '')),
  ];
}

function shownColumn({ index, path, order, meaning }: IncomingColumn, name: string): ShownColumn {
  const parts = path.split('/');
  const last = parts.at(-1) ?? path;
  // 小计 alone does not say of what
  const heading = ['小计', '合计'].includes(last) ? parts.slice(-2).join(' ') : last;
  const place = order === '' ? path : `${path}（栏次 ${order}）`;
  return { index, kind: meaning.startsWith('@') ? 'text' : 'figure', heading, detail: place, meaning: name };
}

/** What stands in a column of a row; `undefined`: nothing. */
export function cellIn({ cells }: IncomingRow, column: ShownColumn): IncomingCell | undefined {
  return cells.find((cell) => cell.column === column.index);
}

/** As it stands in the file, or as it was mended. */
export function textIn(row: IncomingRow, column: ShownColumn): string {
  const text = cellIn(row, column)?.text;
  if (column.kind === 'code') return text ?? row.code;
  if (column.kind === 'name') return text ?? row.name;
  return text ?? '';
}

/** The same to be read: whole digits of an amount in groups of three. What cannot be taken stays as it is. */
export function shownIn(row: IncomingRow, column: ShownColumn): string {
  const text = textIn(row, column);
  const [, whole, rest = ''] = /^(-?\d+)(\.\d+)?$/.exec(text) ?? [];
  const isAmount = column.kind === 'figure' && cellIn(row, column)?.fault === undefined;
  return isAmount && whole !== undefined ? `${whole.replace(/\d(?=(\d{3})+$)/g, '$&,')}${rest}` : text;
}

/** An approved figure is not changed on its way in: only what cannot be taken, or is in doubt, can be mended. */
export function canMend(row: IncomingRow, column: ShownColumn): boolean {
  if (column.index === null) return false;
  return row.verdict === 'refused' || row.verdict === 'doubtful' || cellIn(row, column)?.isMended === true;
}

/** Where the fault of a row is: the first cell with one, or its code. */
export function faultyColumn(row: IncomingRow, columns: readonly ShownColumn[]): number {
  const faulty = columns.findIndex((column) => cellIn(row, column)?.fault !== undefined);
  if (faulty !== -1) return faulty;
  const mendable = columns.findIndex((column) => canMend(row, column));
  return mendable === -1 ? 0 : mendable;
}
