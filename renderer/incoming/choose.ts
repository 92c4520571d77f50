import type { ImportChoices } from '../../core/incoming/choices.ts';

/** A cell of a table in the file, by its place there. */
export interface FileCell {
  readonly table: string;
  readonly row: number;
  readonly column: number;
}

interface FileRow {
  readonly table: string;
  readonly row: number;
}

const isSameRow = (one: FileRow, other: FileRow) => one.table === other.table && one.row === other.row;
const isSameCell = (one: FileCell, other: FileCell) => isSameRow(one, other) && one.column === other.column;

/** A cell says something else than the file; `null`: what the file says after all. */
export function withMended(choices: ImportChoices, cell: FileCell, text: string | null): ImportChoices {
  const others = choices.mended.filter((each) => !isSameCell(each, cell));
  const { table, row, column } = cell;
  return { ...choices, mended: text === null ? others : [...others, { table, row, column, text }] };
}

export function isRowLeft(choices: ImportChoices, row: FileRow): boolean {
  return choices.leftRows.some((each) => isSameRow(each, row));
}

/** Leaves a row out, or takes it in again. */
export function withToggledRow(choices: ImportChoices, { table, row }: FileRow): ImportChoices {
  const others = choices.leftRows.filter((each) => !isSameRow(each, { table, row }));
  const leftRows = others.length < choices.leftRows.length ? others : [...others, { table, row }];
  return { ...choices, leftRows };
}

/** Leaves a whole table out, or takes it in again. */
export function withToggledTable(choices: ImportChoices, table: string): ImportChoices {
  return { ...choices, leftTables: toggled(choices.leftTables, table) };
}

/** What a column means, by the path of its headings; `null`: what its headings say. */
export function withMeaning(
  choices: ImportChoices,
  column: { readonly table: string; readonly path: string },
  meaning: string | null,
): ImportChoices {
  const { table, path } = column;
  const others = choices.meanings.filter((each) => each.table !== table || each.path !== path);
  return { ...choices, meanings: meaning === null ? others : [...others, { table, path, meaning }] };
}

/** In one difference the book keeps what it has, or does not. */
export function withToggledChange(choices: ImportChoices, key: string): ImportChoices {
  return { ...choices, kept: toggled(choices.kept, key) };
}

/** In all differences at once. */
export function withAllChanges(
  choices: ImportChoices,
  keys: readonly string[],
  isKept: boolean,
): ImportChoices {
  const all = new Set(keys);
  const others = choices.kept.filter((key) => !all.has(key));
  return { ...choices, kept: isKept ? [...others, ...all] : others };
}

function toggled(list: readonly string[], member: string): string[] {
  const others = list.filter((each) => each !== member);
  return others.length < list.length ? others : [...list, member];
}
