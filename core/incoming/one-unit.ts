import type { Book, BookYear, CellText, Unit } from '../figures/figure.ts';
import { matchingRows, type RowHere } from '../figures/matching-rows.ts';
import type { ImportChoices } from './choices.ts';
import type { ImportReading } from './incoming.ts';
import { figureKey, type OwnYear } from './own-year.ts';
import type { ImportPreview } from './preview.ts';

/** What one unit's year of another book is read with. */
export interface UnitReading {
  readonly choices: ImportChoices;
  /** of the book that it is taken into */
  readonly department: string;
  readonly units: readonly Unit[];
  /** rows of the clerk's own of all units of the year */
  readonly named: readonly CellText[];
  /** what the unit has there already */
  readonly figures: OwnYear['figures'];
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
  const rowOf = rowsHere(year, unit.code, context);
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

/** The one that the clerk chose, else that of the same year and code, else the only one of the year; another year is never guessed. */
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
  const candidates = [ofYear.filter(({ code }) => code === unit), ofYear];
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

/** A row that has another name here is still theirs if an amount of it is the same on both sides. */
function rowsHere(year: BookYear, unit: string, { choices, named, figures }: UnitReading): RowHere {
  const amounts = new Map(figures.map((figure) => [figureKey(figure), figure.value]));
  const isAlike = (sheet: string, row: string) =>
    year.figures
      .filter((figure) => figure.unit === unit && figure.sheet === sheet && figure.row === row)
      .some((figure) => figure.value !== 0 && amounts.get(figureKey(figure)) === figure.value);
  const theirs = (year.cellTexts ?? []).filter((text) => text.unit === unit);
  return matchingRows({ theirs, unit: choices.unit, here: named, isRenamed: isAlike });
}
