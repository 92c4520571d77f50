import { Classification } from '../classification/classification.ts';
import type { PrintedTables } from '../printed/printed-tables.ts';
import { TABLE_IDS, type TableId } from '../profiles/profile.ts';
import { TABLE_COLUMNS } from '../profiles/table-columns.ts';
import { type PrintedAmount, readAmount } from '../recognition/amount.ts';
import { sideLinesOf } from '../recognition/lines.ts';
import type { Recognition } from '../recognition/recognise.ts';
import type { RowRole, Side } from '../tables/model.ts';
import { THREE_PUBLIC_LABELS } from '../tables/three-public-table.ts';
import type { FactCell, FactRow, Facts, FactTable } from './facts.ts';

/** What is known of a document: its tables as printed, from whatever it was read. */
interface DocumentTable {
  readonly id: TableId;
  readonly number: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly rows: readonly DocumentRow[];
}

interface DocumentRow {
  readonly kind: string;
  readonly side?: Side;
  readonly code?: string;
  readonly item?: string;
  readonly label: string;
  readonly cells: Readonly<Record<string, PrintedAmount>>;
}

/** The facts of public tables that were kept as text: a published document, or our own tables as data. */
export function documentFacts(document: PrintedTables): Facts {
  const tables = document.tables.flatMap(({ id, rows, ...table }): DocumentTable[] => {
    const known = TABLE_IDS.find((each) => each === id);
    return known === undefined ? [] : [{ ...table, id: known, rows: rows.map(readRow) }];
  });
  return factsOf(document.year, tables.map(withBlanks));
}

/** The facts of public tables that were recognised in a workbook. */
export function recognisedFacts({ tables }: Pick<Recognition, 'tables'>, year: number): Facts {
  return factsOf(
    year,
    tables.map(({ id, title, rows }) => ({ id, number: '', title: title || id, notes: [], rows })),
  );
}

function factsOf(year: number, tables: readonly DocumentTable[]): Facts {
  const facts = tables.map((table) => factTable(table, year));
  return {
    scope: 'document',
    code: null,
    where: '公开表',
    year,
    classification: new Classification(year),
    tables: {
      exact: false,
      all: () => facts,
      table: (id) => facts.find((table) => table.id === id) ?? null,
    },
    figures: null,
  };
}

function readRow({ cells, ...row }: PrintedTables['tables'][number]['rows'][number]): DocumentRow {
  return {
    ...row,
    cells: Object.fromEntries(
      Object.entries(cells).map(([column, text]) => [
        column,
        readAmount({ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text, isNumber: false }, 'wan'),
      ]),
    ),
  };
}

const BLANK: PrintedAmount = { text: '', amount: null };

/** Text leaves blank cells out: a column that stands in one row of a side is printed in all of that side. */
function withBlanks(table: DocumentTable): DocumentTable {
  const blanksOf = (side: Side | undefined): DocumentRow['cells'] => {
    const rows = table.rows.filter((row) => row.side === side);
    const columns = [...certainColumns(table.id, side), ...rows.flatMap(({ cells }) => Object.keys(cells))];
    return Object.fromEntries(columns.map((column) => [column, BLANK]));
  };
  const blanks = new Map(
    (['income', 'expenditure', undefined] as const).map((side) => [side, blanksOf(side)]),
  );
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: { ...blanks.get(row.side), ...row.cells } })),
  };
}

/** Columns without which there is no such table, so that an empty one is seen to say nothing. */
function certainColumns(id: TableId, side: Side | undefined): readonly string[] {
  const known = TABLE_COLUMNS[id];
  if (id === 'three-public') return ['budget', 'actual'];
  return known.includes('code') || (id === 'appropriation-summary' && side === 'expenditure')
    ? ['total']
    : ['amount'];
}

/** A line of 支出 is its 类, whether the document was kept with the code, which no paper prints there, or without. */
function factTable({ rows, ...table }: DocumentTable, year: number): FactTable {
  const opening = rows.findIndex(
    ({ side, label }) => side === 'income' && sideLinesOf(year).itemOf(side, label) === 'opening',
  );
  return {
    ...table,
    rows: rows.map((row, index): FactRow => {
      const { kind, side, label, cells } = row;
      const code = row.code ?? (side === 'expenditure' ? sideLinesOf(year).codeOf(label) : undefined);
      const isBelow = table.id === 'appropriation-summary' && opening !== -1 && index > opening;
      const item =
        side === undefined || code !== undefined ? row.item : sideItem({ ...row, side }, { year, isBelow });
      return {
        kind: kind === 'code' || kind === 'total' ? kind : 'line',
        ...(side === undefined ? {} : { side, ...roleOf(item, label) }),
        ...(code === undefined ? {} : { code }),
        ...(item === undefined ? {} : { item }),
        label: table.id === 'three-public' ? (THREE_PUBLIC_LABELS[item ?? ''] ?? label) : label,
        cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, factCell(cell)])),
      };
    }),
  };
}

const FUND_ITEMS: readonly string[] = ['general', 'gov_fund', 'state_capital'];

/** What a row of a summary table means, whatever it is called: `surplus_used`, `opening_general`, `gov_fund`. */
function sideItem(
  { side, item, label }: DocumentRow & { readonly side: Side },
  { year, isBelow }: { readonly year: number; readonly isBelow: boolean },
): string {
  const meaning = item ?? sideLinesOf(year).itemOf(side, label);
  return isBelow && FUND_ITEMS.includes(meaning) ? `opening_${meaning}` : meaning;
}

const ROLES: Readonly<Record<string, RowRole>> = {
  total: 'subtotal',
  grand_total: 'grand_total',
  surplus_used: 'surplus_used',
  distribution: 'distribution',
  opening: 'opening',
  closing: 'closing',
};

/** A 其中 is part of another line, so it has no part in any sum of the lines. */
function roleOf(item: string | undefined, label: string): Pick<FactRow, 'role'> {
  if (item?.startsWith('opening_')) return { role: 'fund_opening' };
  const role = ROLES[item ?? ''] ?? 'line';
  return role === 'line' && label.trim().startsWith('其中') ? {} : { role };
}

function factCell({ text, amount, unreadable }: PrintedAmount): FactCell {
  return { amount, printed: text, ...(unreadable === true ? { unreadable } : {}) };
}
