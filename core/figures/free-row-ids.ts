import type { CellText } from './figure.ts';
import { namingColumn, rowText } from './free-row.ts';
import { findSheet } from './sheets.ts';

/** Gives rows of the clerk's own their ids: the row of the unit that has the name, or a new one told from the name alone. */
export class FreeRowIds {
  readonly #unit: string;
  readonly #byName = new Map<string, string>();
  /** ids in use, by sheet */
  readonly #used = new Set<string>();

  /** @param texts of all units of the year: an id belongs to one of them */
  constructor(unit: string, texts: readonly CellText[]) {
    this.#unit = unit;
    for (const { sheet: id, unit: owner, row, column, body } of texts) {
      const sheet = findSheet(id);
      if (sheet === undefined || namingColumn(sheet)?.id !== column) continue;
      this.#used.add(JSON.stringify([id, row]));
      const key = JSON.stringify([id, rowText(body)]);
      if (owner === unit && !this.#byName.has(key)) this.#byName.set(key, row);
    }
  }

  /** The id of the row with this name. */
  take(sheet: string, name: string): string {
    const key = JSON.stringify([sheet, name]);
    const id = this.#byName.get(key) ?? this.fresh(sheet, name);
    this.#byName.set(key, id);
    return id;
  }

  /** An id that no row has yet. @param wanted taken if it is free */
  fresh(sheet: string, name: string, wanted?: string): string {
    const beginning = `${this.#unit}-${fingerprint(name)}`;
    const candidates = [wanted ?? beginning, beginning];
    let id = candidates.find((each) => !this.#used.has(JSON.stringify([sheet, each])));
    for (let ordinal = 2; id === undefined; ordinal += 1) {
      const next = `${beginning}-${ordinal}`;
      if (!this.#used.has(JSON.stringify([sheet, next]))) id = next;
    }
    this.#used.add(JSON.stringify([sheet, id]));
    return id;
  }
}

/** FNV-1a over the characters: equal names give equal ids whenever and wherever a file is read. */
function fingerprint(name: string): string {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
