import { readFileSync } from 'node:fs';
import {
  type Book,
  type BookYear,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
  type Figure,
  type SummedFigure,
  TABLE_NOTICE_SLOT,
} from '../figures/figure.ts';
import { readBook } from '../interchange/read-book.ts';
import type { Fen } from '../money/fen.ts';
import type { PrintedRow } from '../printed/printed-tables.ts';
import { builtInProfile } from '../profiles/built-in.ts';
import { buildTables } from '../tables/build.ts';
import type { TableModel, TablePack } from '../tables/model.ts';
import { FigureSums } from '../tables/sums.ts';

export const SAMPLE_NAMES = [
  'example-street-2024',
  'putuo-finance-bureau-2024',
  'yichuanlu-street-2025',
  'zhanlanlu-street-2023',
] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

export function sampleText(name: SampleName): string {
  return readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8');
}

/** A bundled sample as a book; throws the sentence when it is refused. */
export function sampleBook(name: SampleName): Book {
  const book = readBook(sampleText(name), name);
  if (!book.ok) throw new Error(book.error.message);
  return book.value;
}

/** Adds figures up by address in plain TypeScript, as the store does in SQL: control figures are no sum. */
export function sumFigures(figures: readonly Figure[], unit: string | null = null): SummedFigure[] {
  const sums = new Map<string, SummedFigure>();
  for (const figure of figures) {
    const isTaken =
      unit === null
        ? figure.sheet !== CONTROL_SHEET || figure.unit === DEPARTMENT_UNIT
        : figure.unit === unit;
    if (!isTaken) continue;
    const { sheet, row, fund, column, measure } = figure;
    const key = JSON.stringify([sheet, row, fund, column, measure]);
    const value = ((sums.get(key)?.value ?? 0) + figure.value) as Fen;
    sums.set(key, { sheet, row, fund, column, measure, value });
  }
  return [...sums.values()];
}

/** The tables of a book's only year, for the department or one unit. */
export function packOfBook(
  book: Book,
  unit: string | null = null,
  profileId = book.department.profile,
): TablePack {
  const [year] = book.years;
  const profile = builtInProfile(profileId);
  if (year === undefined || profile === undefined) throw new Error('a sample has a year and a known profile');
  return buildTables({
    profile,
    year: year.year,
    name:
      unit === null ? book.department.name : (year.units.find((each) => each.code === unit)?.name ?? unit),
    entity: unit === null ? '部门' : '单位',
    sums: new FigureSums(sumFigures(year.figures, unit)),
    cellTexts: (year.cellTexts ?? []).filter((text) => unit === null || text.unit === unit),
    notices: noticesOf(year, unit),
  });
}

/** What the chosen units say below every table, each sentence once. */
function noticesOf({ texts }: BookYear, unit: string | null): string[] {
  const notices = texts.filter(
    (text) => text.slot === TABLE_NOTICE_SLOT && (unit === null || text.unit === unit),
  );
  return [...new Set(notices.map(({ body }) => body))];
}

export function tableOf(pack: TablePack, id: string): TableModel {
  const table = pack.tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}

/**
 * A row's name in golden data: its code, its item, `total`, or side and label without the number before it
 * (`income/其他收入`), which differs between layouts as 含专用结余 does.
 */
export function rowKey(row: Omit<PrintedRow, 'kind' | 'cells'>): string {
  if (row.item !== undefined) return row.side === undefined ? row.item : `${row.side}/${row.item}`;
  if (row.side !== undefined)
    return `${row.side}/${row.label.replace(/^[一二三四五六七八九十]+、|（含专用结余）$/g, '')}`;
  return row.code ?? 'total';
}

/** Every printed number of a table, by row and column; blank cells left out. */
export function printedCells(table: TableModel): Record<string, string> {
  return Object.fromEntries(
    table.rows.flatMap((row) =>
      Object.entries(row.cells)
        .filter(([, cell]) => cell.printed !== '')
        .map(([column, cell]) => [`${rowKey(row)} ${column}`, cell.printed]),
    ),
  );
}
