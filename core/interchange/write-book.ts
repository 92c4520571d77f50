import {
  ADJUSTMENT_UNIT,
  type Book,
  type BookYear,
  type CellText,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
  type Figure,
  type UnitNote,
} from '../figures/figure.ts';
import { textColumns } from '../figures/free-row.ts';
import { readEconomicRow } from '../figures/row.ts';
import { findColumn, findSheet, SHEETS, type SheetDefinition } from '../figures/sheets.ts';
import { fen, type MoneyUnit } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import type { Profile } from '../profiles/profile.ts';
import { orderedProfile } from '../profiles/profile-file.ts';
import type { BookRegister } from '../registers/book-register.ts';
import { FORMAT } from './read-book.ts';
import { writeRegisters } from './write-registers.ts';

type Line = Record<string, string | number>;

/**
 * Writes a book as an interchange file `mingzhang-book/1` (DESIGN §8). Read back, it gives the same book; equal books
 * give equal texts, whatever the order their figures come in.
 */
export function writeBook(book: Book, money: MoneyUnit): string {
  const file = {
    format: FORMAT,
    money,
    department: book.department,
    ...writeProfiles(book.profiles ?? []),
    years: withRegisters(book, money),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The registers of a unit stand with the newest year that has it. */
function withRegisters({ years, registers = [] }: Book, money: MoneyUnit) {
  const newest = new Map<string, number>();
  const inOrder = years.toSorted((a, b) => a.year - b.year);
  for (const { year, units } of inOrder) for (const { code } of units) newest.set(code, year);
  return inOrder.map((year) =>
    writeYear(
      year,
      money,
      registers.filter(({ unit }) => newest.get(unit) === year.year),
    ),
  );
}

function writeProfiles(profiles: readonly Profile[]): { readonly profiles?: readonly Profile[] } {
  if (profiles.length === 0) return {};
  return { profiles: profiles.toSorted((a, b) => compare(a.id, b.id)).map(orderedProfile) };
}

function writeYear(
  { year, units, figures, texts, notes = [], cellTexts = [] }: BookYear,
  money: MoneyUnit,
  registers: readonly BookRegister[],
) {
  const byUnit = groupBy(figures, (figure) => figure.unit);
  const adjustments = SHEETS.flatMap((sheet) => {
    const own = (byUnit.get(ADJUSTMENT_UNIT) ?? []).filter((figure) => figure.sheet === sheet.id);
    return writeLines(own, sheet, money, []).map((line) => ({ sheet: sheet.id, ...line }));
  });
  const controls = byUnit.get(DEPARTMENT_UNIT) ?? [];
  const control = SHEETS.flatMap((sheet) =>
    sheet.id === CONTROL_SHEET ? writeLines(controls, sheet, money, []) : [],
  );
  return {
    year,
    ...(adjustments.length === 0 ? {} : { adjustments }),
    ...(control.length === 0 ? {} : { control }),
    units: units.map((unit) => {
      const own = groupBy(byUnit.get(unit.code) ?? [], (figure) => figure.sheet);
      const named = groupBy(
        cellTexts.filter((text) => text.unit === unit.code),
        (text) => text.sheet,
      );
      const sheets = SHEETS.filter((sheet) => own.has(sheet.id) || named.has(sheet.id)).map((sheet) => [
        sheet.id,
        writeLines(own.get(sheet.id) ?? [], sheet, money, named.get(sheet.id) ?? []),
      ]);
      const slots = texts
        .filter((text) => text.unit === unit.code)
        .toSorted((a, b) => compare(a.slot, b.slot))
        .map((text) => [text.slot, text.body]);
      const kept = registers.filter((register) => register.unit === unit.code);
      const noted = writeNotes(notes.filter((note) => note.unit === unit.code));
      return {
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        ...(sheets.length === 0 ? {} : { sheets: Object.fromEntries(sheets) }),
        ...(kept.length === 0 ? {} : { registers: writeRegisters(kept, money) }),
        ...(slots.length === 0 ? {} : { texts: Object.fromEntries(slots) }),
        ...(noted.length === 0 ? {} : { notes: noted }),
      };
    }),
  };
}

/**
 * One line for each row, fund, measure and reason, with its columns in the sheet's order; of a row of the clerk's own
 * that has no figure, one that says what it is called.
 */
function writeLines(
  figures: readonly Figure[],
  sheet: SheetDefinition,
  money: MoneyUnit,
  texts: readonly CellText[],
): Line[] {
  const textsByRow = groupBy(texts, ({ row }) => row);
  const textsOf = (row: string): Line => {
    const own = new Map(textsByRow.get(row)?.map(({ column, body }) => [column, body]));
    const line: Line = {};
    for (const { id } of textColumns(sheet)) {
      const body = own.get(id);
      if (body !== undefined) line[id] = body;
    }
    return line;
  };
  const rows = new Set(figures.map(({ row }) => row));
  const unused = [...textsByRow.keys()].filter((row) => !rows.has(row)).toSorted(compare);
  const named = unused.map((row) => ({ id: row, ...textsOf(row), measure: 'actual' }));
  const order = (figure: Figure) =>
    JSON.stringify([figure.row, figure.fund, figure.measure, figure.reason ?? '']);
  const lines = [...groupBy(figures, order).entries()].toSorted(([a], [b]) => compare(a, b));
  const filled = lines.map(([, cells]) => {
    const line: Line = {};
    const [first] = cells;
    if (first === undefined) return line;
    Object.assign(line, writeRow(sheet, first.row), textsOf(first.row));
    if (first.fund !== '') line['fund'] = first.fund;
    line['measure'] = first.measure;
    for (const column of sheet.columns) {
      const cell = cells.find((candidate) => candidate.column === column.id);
      if (cell !== undefined) line[column.id] = writeValue(cell, money);
    }
    if (first.reason !== undefined) line['reason'] = first.reason;
    return line;
  });
  return [...filled, ...named];
}

/** One line for each note, in the order of sheets, then of rows. */
function writeNotes(notes: readonly UnitNote[]): Line[] {
  const order = ({ row, fund, measure, column }: UnitNote) => JSON.stringify([row, fund, measure, column]);
  return SHEETS.flatMap((sheet) => {
    const own = notes.filter((note) => note.sheet === sheet.id);
    return own
      .toSorted((a, b) => compare(order(a), order(b)))
      .map(({ row, fund, measure, column, body }) => ({
        sheet: sheet.id,
        ...writeRow(sheet, row),
        ...(fund === '' ? {} : { fund }),
        measure,
        column,
        note: body,
      }));
  });
}

function writeValue(figure: Figure, money: MoneyUnit): string | number {
  const sheet = findSheet(figure.sheet);
  const column = sheet === undefined ? undefined : findColumn(sheet, figure.column);
  if (column?.kind === 'count') return figure.value;
  // hundredths are written as 元 are with their 分
  return formatExact(fen(figure.value), column?.kind === 'hundredths' ? 'yuan' : money);
}

function writeRow(sheet: SheetDefinition, row: string): Line {
  switch (sheet.rows.kind) {
    case 'function':
      return { code: row };
    case 'function-or-blank':
      return row === '' ? {} : { code: row };
    case 'economic':
      return { ...readEconomicRow(row) };
    case 'list':
      return { item: row };
    case 'free':
      return { id: row };
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function groupBy<Value>(values: Iterable<Value>, key: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
}
