import type { CellText } from '../figures/figure.ts';
import { type FreeRowNames, freeRowNames, textColumns } from '../figures/free-row.ts';
import { isFreeRow } from '../figures/row.ts';
import { SHEETS, type SheetDefinition } from '../figures/sheets.ts';
import { problem } from '../problems.ts';
import { asName, asText, type JsonObject, type Path, Refusal } from './json-reader.ts';

/** Where a line of the clerk's own stands. */
export interface FreeLinePlace {
  readonly unit: string;
  readonly sheet: SheetDefinition;
  readonly path: Path;
}

interface FreeRow {
  readonly unit: string;
  readonly sheet: SheetDefinition;
  readonly row: string;
  /** by column */
  readonly texts: Map<string, string>;
}

/**
 * The rows of the clerk's own in one year. An id belongs to one row of one unit, or the department would add up what
 * has nothing to do with each other; a line without an id is the row of its unit that has its texts, or a new one.
 */
export class FreeRows {
  readonly #rows = new Map<string, FreeRow>();
  /** ids by unit and texts */
  readonly #byTexts = new Map<string, string>();
  readonly #used = new Set<string>();

  /** @param units as the file has them, not yet checked: an id that comes later is not given to a line before it */
  constructor(units: readonly unknown[]) {
    for (const unit of units) {
      for (const sheet of SHEETS.filter(({ rows }) => rows.kind === 'free')) {
        for (const line of linesOf(unit, sheet.id)) {
          const id = line['id'];
          if (typeof id !== 'string') continue;
          this.#used.add(id);
          this.#byTexts.set(textsKey(String((unit as JsonObject)['code']), sheet, line), id);
        }
      }
    }
  }

  /** The row of a line, which says what it is called. */
  take(line: JsonObject, place: FreeLinePlace): string {
    const { sheet, path } = place;
    const texts = textColumns(sheet).flatMap(({ id }, index) => {
      const isBlank = line[id] === undefined || line[id] === '';
      return index > 0 && isBlank ? [] : [[id, asName(line[id], `${path}.${id}`)] as const];
    });
    const id = line['id'] === undefined ? this.#idOf(line, place) : readId(line['id'], `${path}.id`);
    const row = this.#rowOf(id, place);
    for (const [column, text] of texts) {
      const before = row.texts.get(column);
      if (before !== undefined && before !== text) {
        const name = sheet.columns.find((each) => each.id === column)?.name ?? column;
        const details = { where: path, row: id, column: name, one: before, other: text };
        throw new Refusal(problem('row-with-two-texts', details));
      }
      row.texts.set(column, text);
    }
    return id;
  }

  /** The row that something else of the unit stands on. */
  find(value: unknown, { unit, sheet, path }: FreeLinePlace): string {
    const id = readId(value, `${path}.id`);
    if (this.#rows.get(rowKey(sheet, id))?.unit !== unit) {
      throw new Refusal(problem('row-without-name', { where: path, row: id, unit }));
    }
    return id;
  }

  get texts(): CellText[] {
    return [...this.#rows.values()].flatMap(({ unit, sheet, row, texts }) =>
      [...texts].map(([column, body]) => ({ unit, sheet: sheet.id, row, column, body })),
    );
  }

  get names(): FreeRowNames {
    return freeRowNames(this.texts);
  }

  #rowOf(id: string, { unit, sheet, path }: FreeLinePlace): FreeRow {
    const known = this.#rows.get(rowKey(sheet, id));
    if (known !== undefined && known.unit !== unit) {
      throw new Refusal(problem('row-in-two-units', { where: path, row: id, units: [known.unit, unit] }));
    }
    const row = known ?? { unit, sheet, row: id, texts: new Map() };
    this.#rows.set(rowKey(sheet, id), row);
    return row;
  }

  #idOf(line: JsonObject, { unit, sheet }: FreeLinePlace): string {
    const key = textsKey(unit, sheet, line);
    const known = this.#byTexts.get(key);
    if (known !== undefined) return known;
    let id = '';
    let ordinal = 0;
    do {
      ordinal += 1;
      id = `${unit}-${String(ordinal).padStart(3, '0')}`;
    } while (this.#used.has(id));
    this.#used.add(id);
    this.#byTexts.set(key, id);
    return id;
  }
}

function readId(value: unknown, path: Path): string {
  const id = asText(value, path);
  if (!isFreeRow(id)) throw new Refusal(problem('bad-row-id', { where: path, found: id }));
  return id;
}

function rowKey(sheet: SheetDefinition, id: string): string {
  return JSON.stringify([sheet.id, id]);
}

function textsKey(unit: string, sheet: SheetDefinition, line: JsonObject): string {
  return JSON.stringify([unit, sheet.id, ...textColumns(sheet).map(({ id }) => line[id] ?? '')]);
}

/** Whatever stands where a unit has the lines of a sheet; what is no line is refused when it is read. */
function linesOf(unit: unknown, sheet: string): JsonObject[] {
  const lines = asLoose(asLoose(unit)['sheets'])[sheet];
  return Array.isArray(lines) ? lines.map(asLoose) : [];
}

function asLoose(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}
