import { rowName } from '../../figures/address-name.ts';
import { codeOfRow } from '../../figures/row.ts';
import { FUND_NAMES, FUNDS, findColumn, findSheet, MEASURE_NAMES, MEASURES } from '../../figures/sheets.ts';
import { cellColumnName } from '../cell-operand.ts';
import type { FactRow, Facts, FigureFacts } from '../facts.ts';
import type { Place } from '../finding.ts';

type FigurePlace = Extract<Place, { kind: 'figure' }>;
type CellPlace = Extract<Place, { kind: 'cell' }>;

interface ColumnCell {
  readonly place: Place;
  /** code, item or row: names the cell in its column */
  readonly id: string;
  readonly name: string;
  /** 分; `null`: blank */
  readonly amount: number | null;
  /** 类 that it belongs to; `''`: none */
  readonly group: string;
  /** the row of the 类 itself */
  readonly isHead: boolean;
  readonly isTotal: boolean;
}

/** The amounts below each other in a printed table, or in a sheet. */
export interface Column {
  readonly id: string;
  /** `《收入决算表》`, `录入表“支出”` */
  readonly table: string;
  readonly name: string;
  /** false: keyed */
  readonly isPrinted: boolean;
  readonly cells: readonly ColumnCell[];
}

/** Neighbouring cells of a column that may have been moved together. */
export interface Run {
  readonly cells: readonly ColumnCell[];
}

export function placeKey(place: Place): string {
  return place.kind === 'cell'
    ? `${place.table}\n${place.row}\n${place.column}`
    : [place.year, place.unit, place.sheet, place.row, place.fund, place.column, place.measure].join('\n');
}

/** The columns in which the places stand, those with the most places first. */
export function columnsBehind(facts: Facts, places: readonly Place[]): Column[] {
  const columns = new Map<string, { count: number; readonly place: Place }>();
  for (const place of places) {
    const id = columnId(facts, place);
    if (id === null) continue;
    const known = columns.get(id) ?? { count: 0, place };
    known.count += 1;
    columns.set(id, known);
  }
  return [...columns]
    .toSorted(([, a], [, b]) => b.count - a.count)
    .flatMap(([id, { place }]) =>
      place.kind === 'cell' ? [printedColumn(facts, id, place)] : keyedColumns(facts, id, place),
    );
}

/** `null`: a figure of another year or unit, which is not what is looked at */
function columnId(facts: Facts, place: Place): string | null {
  if (place.kind === 'cell') {
    const side = facts.tables.table(place.table)?.rows[place.row]?.side ?? '';
    return [place.table, side, place.column].filter((part) => part !== '').join('/');
  }
  const { year, unit, sheet, column, fund, measure } = place;
  if (year !== facts.year || unit !== facts.code) return null;
  return [sheet, column, fund, measure].filter((part) => part !== '').join('/');
}

function printedColumn(facts: Facts, id: string, { table: tableId, row: at, column }: CellPlace): Column {
  const table = facts.tables.table(tableId);
  const rows = table?.rows ?? [];
  const side = rows[at]?.side;
  return {
    id,
    table: `《${table?.title ?? tableId}》`,
    name: `“${cellColumnName(column)}”`,
    isPrinted: true,
    cells: rows.flatMap((row, index) => {
      const cell = row.cells[column];
      if (row.side !== side || cell === undefined) return [];
      const place: Place = { kind: 'cell', table: tableId, row: index, column };
      return [{ place, amount: cell.amount, ...cellOfRow(row) }];
    }),
  };
}

function cellOfRow({ kind, code, item, label }: FactRow): Omit<ColumnCell, 'place' | 'amount'> {
  return {
    id: code ?? item ?? label,
    name: [code ?? '', label].join(' ').trim(),
    group: code?.slice(0, 3) ?? '',
    isHead: code?.length === 3,
    isTotal: kind === 'total',
  };
}

/** Where a sheet has rows of a layout of its own, a row may be blank that a number was moved out of, or into. */
function keyedColumns(facts: Facts, id: string, place: FigurePlace): Column[] {
  const sheet = findSheet(place.sheet);
  if (facts.figures === null || sheet === undefined) return [];
  const { sums } = facts.figures;
  const keyed = [...new Set(MEASURES.flatMap((measure) => sums.rows(sheet.id, FUNDS, measure)))].sort();
  const lists =
    sheet.rows.kind === 'list'
      ? [sheet.rows.items.map((item) => item.id)]
      : sheet.rows.kind === 'economic'
        ? [keyed, layoutRows(facts.figures, keyed)]
        : [keyed];
  const { fund, measure } = place;
  const kinds = [...(fund === '' ? [] : [FUND_NAMES[fund]]), MEASURE_NAMES[measure]].join('，');
  return lists.map((rows) => ({
    id,
    table: `录入表“${sheet.name}”的`,
    name: `${findColumn(sheet, place.column)?.name ?? place.column}（${kinds}）`,
    isPrinted: false,
    cells: rows.map((row) => ({
      place: { ...place, row },
      id: row,
      name: rowName(sheet, row, facts.classification),
      amount: sums.evaluate({
        rule: 'sum',
        terms: [
          {
            sign: 1,
            sheet: sheet.id,
            measure,
            columns: [place.column],
            funds: [fund],
            select: { rows: [row] },
          },
        ],
      }),
      group: codeOfRow(row).slice(0, 3),
      isHead: false,
      isTotal: false,
    })),
  }));
}

/** The 款 of the layout that the book is printed in, with the rows that were keyed beside them. */
function layoutRows({ edition }: FigureFacts, keyed: readonly string[]): string[] {
  const listed = edition.tables.flatMap(({ economicRows }) =>
    economicRows === undefined ? [] : [...economicRows.personnel, ...economicRows.public.flat()],
  );
  return [...new Set([...listed.filter((code) => code.length > 3), ...keyed])].sort();
}

/** The runs that a slip of a hand or a program moves as one: the whole column, its lines, a 类 with or without its head. */
export function runsOf({ cells }: Column): Run[] {
  const parts = [
    cells,
    ...neighbours(cells, ({ isTotal }) => (isTotal ? null : '')),
    ...neighbours(cells, ({ group }) => (group === '' ? null : '')),
    ...neighbours(cells, ({ group }) => (group === '' ? null : group)),
    ...neighbours(cells, ({ group, isHead }) => (group === '' || isHead ? null : group)),
  ];
  const name = (run: readonly ColumnCell[]) => `${run[0]?.id} ${run.at(-1)?.id} ${run.length}`;
  return [...new Map(parts.map((run) => [name(run), { cells: run }])).values()];
}

/** Parts cells into runs of neighbours with the same key; those with the key `null` are left out. */
function neighbours(
  cells: readonly ColumnCell[],
  keyOf: (cell: ColumnCell) => string | null,
): (readonly ColumnCell[])[] {
  const runs: ColumnCell[][] = [];
  let last: string | null = null;
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== null && key === last) runs.at(-1)?.push(cell);
    else if (key !== null) runs.push([cell]);
    last = key;
  }
  return runs;
}
