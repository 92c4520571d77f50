import type { Book, BookYear, CellText, Unit } from '../figures/figure.ts';
import { namingColumn } from '../figures/free-row.ts';
import { findSheet } from '../figures/sheets.ts';
import type { ImportChoices } from './choices.ts';
import { FreeRowIds } from './free-row-ids.ts';
import type { ImportReading } from './incoming.ts';
import type { ImportPreview } from './preview.ts';

/** What one unit's year of another book is read with. */
export interface UnitReading {
  readonly choices: ImportChoices;
  /** of the book that it is taken into */
  readonly department: string;
  readonly units: readonly Unit[];
  /** rows of the clerk's own of all units of the year */
  readonly named: readonly CellText[];
}

export interface ReadUnit {
  readonly reading: ImportReading;
  readonly offered: ImportPreview['offered'];
  /** which of them was read; `null`: the clerk has to choose */
  readonly from: ImportChoices['from'];
}

/** Reads one unit's year of another book: figures, texts, names of rows and notes. */
export function readUnit(book: Book, context: UnitReading): ReadUnit {
  const offered = book.years.flatMap(({ year, units }) => units.map((unit) => ({ ...unit, year })));
  const from = chosenUnit(offered, context.choices);
  const year = book.years.find((each) => each.year === from?.year);
  const unit = year?.units.find(({ code }) => code === from?.unit);
  if (from === null || year === undefined || unit === undefined) {
    return { reading: { ...EMPTY, remarks: remarksOf(book, null, context) }, offered, from: null };
  }
  const rows = rowIds(year, unit.code, context);
  const rowOf = (sheet: string, row: string) => rows.get(JSON.stringify([sheet, row])) ?? row;
  const place = `${from.year} 年度 ${unit.code} ${unit.name}`;
  const reading: ImportReading = {
    ...EMPTY,
    figures: year.figures
      .filter((figure) => figure.unit === unit.code)
      .map(({ unit: _, reason: __, ...figure }) => ({
        ...figure,
        row: rowOf(figure.sheet, figure.row),
        source: '账簿',
        place,
      })),
    texts: year.texts.filter((text) => text.unit === unit.code).map(({ slot, body }) => ({ slot, body })),
    cellTexts: (year.cellTexts ?? [])
      .filter((text) => text.unit === unit.code)
      .map(({ unit: _, ...text }) => ({ ...text, row: rowOf(text.sheet, text.row) })),
    notes: (year.notes ?? [])
      .filter((note) => note.unit === unit.code)
      .map(({ unit: _, ...note }) => ({ ...note, row: rowOf(note.sheet, note.row) })),
    stated: { unit: unit.name, year: from.year },
    remarks: remarksOf(book, { ...unit, year: from.year }, context),
  };
  return { reading, offered, from };
}

const EMPTY: ImportReading = {
  tables: [],
  figures: [],
  texts: [],
  cellTexts: [],
  ties: [],
  unread: [],
  stated: { unit: null, year: null },
  remarks: [],
};

/** The one that the clerk chose, else that of the same year and code, else the only one of the year, else the only one. */
function chosenUnit(
  offered: ImportPreview['offered'],
  { from, year, unit }: ImportChoices,
): ImportChoices['from'] {
  const named = ({ year, code }: { year: number; code: string }) => ({ year, unit: code });
  if (from !== null) {
    const found = offered.find((each) => each.year === from.year && each.code === from.unit);
    return found === undefined ? null : named(found);
  }
  const ofYear = offered.filter((each) => each.year === year);
  const candidates = [ofYear.filter(({ code }) => code === unit), ofYear, offered];
  const [only] = candidates.find(({ length }) => length === 1) ?? [];
  return only === undefined ? null : named(only);
}

function remarksOf(
  book: Book,
  unit: (Unit & { readonly year: number }) | null,
  context: UnitReading,
): string[] {
  const { choices, department, units } = context;
  const mine = units.find(({ code }) => code === choices.unit);
  const other = book.department.name;
  return [
    ...(other === department ? [] : [`文件是“${other}”的账簿，现在的账簿属于“${department}”，核对单位。`]),
    ...(unit === null || mine === undefined || unit.name === mine.name
      ? []
      : [`文件里的单位是“${unit.code} ${unit.name}”，并入“${mine.code} ${mine.name}”，核对是否同一单位。`]),
    ...(unit === null || unit.year === choices.year
      ? []
      : [`文件里是 ${unit.year} 年度的数，并入 ${choices.year} 年度，核对年度。`]),
    ...(unit === null || mine === undefined || unit.kind === mine.kind
      ? []
      : ['两边的单位类别不同，机关运行经费按现在账簿里的单位类别计算。']),
  ];
}

/**
 * Under which ids their rows stand here: the row of the same name, else the row with their id that has no other
 * counterpart, which was renamed; else a new one.
 */
function rowIds(year: BookYear, unit: string, { choices, named }: UnitReading): ReadonlyMap<string, string> {
  const isName = ({ sheet: id, column }: CellText) => {
    const sheet = findSheet(id);
    return sheet !== undefined && namingColumn(sheet)?.id === column;
  };
  const theirs = (year.cellTexts ?? []).filter((text) => text.unit === unit && isName(text));
  const mine = named.filter((text) => text.unit === choices.unit && isName(text));
  const ids = new FreeRowIds(choices.unit, named);
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const place = (sheet: string, row: string) => JSON.stringify([sheet, row]);
  for (const { sheet, row, body } of theirs) {
    const known = mine.find(
      (each) => each.sheet === sheet && each.body === body && !taken.has(place(sheet, each.row)),
    );
    if (known === undefined) continue;
    found.set(place(sheet, row), known.row);
    taken.add(place(sheet, known.row));
  }
  for (const { sheet, row, body } of theirs) {
    if (found.has(place(sheet, row))) continue;
    const isMine = mine.some((each) => each.sheet === sheet && each.row === row);
    const isFree = isMine && !taken.has(place(sheet, row));
    const id = isFree ? row : ids.fresh(sheet, body, row);
    found.set(place(sheet, row), id);
    taken.add(place(sheet, id));
  }
  return found;
}
