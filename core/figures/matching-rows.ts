import type { CellText } from './figure.ts';
import { namingColumn } from './free-row.ts';
import { FreeRowIds } from './free-row-ids.ts';
import { findSheet } from './sheets.ts';

/** The row under which one of another year or book stands here. */
export type RowHere = (sheet: string, row: string) => string;

interface Matching {
  /** of one unit, there */
  readonly theirs: readonly CellText[];
  /** the unit here, and the texts of all units here: an id belongs to one of them */
  readonly unit: string;
  readonly here: readonly CellText[];
  /** whether a row here that has their id and another name is still theirs, only renamed */
  readonly isRenamed: (sheet: string, row: string) => boolean;
}

/**
 * Matches rows of the clerk's own by their names: the id alone says nothing, since every book counts from 001-001. A
 * row without a counterpart keeps its id where it is free, and gets a new one where it is not.
 */
export function matchingRows({ theirs, unit, here, isRenamed }: Matching): RowHere {
  const named = theirs.filter(isName);
  const mine = here.filter((text) => text.unit === unit && isName(text));
  const ids = new FreeRowIds(unit, here);
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const match = (sheet: string, row: string, id: string) => {
    found.set(key(sheet, row), id);
    taken.add(key(sheet, id));
  };
  const isFree = (sheet: string, row: string) => !taken.has(key(sheet, row));
  for (const { sheet, row, body } of named) {
    const same = mine.filter((each) => each.sheet === sheet && each.body === body && isFree(sheet, each.row));
    // of two rows with one name, the one that also has the id
    const known = same.find((each) => each.row === row) ?? same[0];
    if (known !== undefined) match(sheet, row, known.row);
  }
  for (const { sheet, row, body } of named) {
    if (found.has(key(sheet, row))) continue;
    const isMine = mine.some((each) => each.sheet === sheet && each.row === row);
    const isStill = isMine && isFree(sheet, row) && isRenamed(sheet, row);
    match(sheet, row, isStill ? row : ids.fresh(sheet, body, row));
  }
  return (sheet, row) => found.get(key(sheet, row)) ?? row;
}

function isName({ sheet: id, column }: CellText): boolean {
  const sheet = findSheet(id);
  return sheet !== undefined && namingColumn(sheet)?.id === column;
}

function key(sheet: string, row: string): string {
  return JSON.stringify([sheet, row]);
}
