import { FUNDS, findSheet, MEASURES } from '../../figures/sheets.ts';
import { fen } from '../../money/fen.ts';
import { formatExact } from '../../money/format.ts';
import type { FigureSums } from '../../tables/sums.ts';
import type { Facts, FactTable, FigureFacts, TableFacts } from '../facts.ts';
import type { Place } from '../finding.ts';

/** An amount that is tried in a place. */
export interface Put {
  readonly place: Place;
  /** 分; `null`: blank */
  readonly amount: number | null;
}

/**
 * The facts as they would be with other amounts in some places: printed cells of a document, or keyed figures of a unit.
 * A unit's tables stay as they are; laws that read those see no change, so that a trial never succeeds by them.
 */
export function changedFacts(facts: Facts, puts: readonly Put[]): Facts {
  const { figures } = facts;
  if (figures === null) return { ...facts, tables: changedTables(facts.tables, puts) };
  const { scope, code, where, year, classification } = facts;
  return {
    scope,
    code,
    where,
    year,
    classification,
    // put together only when somebody asks
    get tables() {
      return facts.tables;
    },
    figures: changedFigures(figures, puts),
  };
}

function changedTables(tables: TableFacts, puts: readonly Put[]): TableFacts {
  const changed = tables.all().map((table) => changedTable(table, puts));
  return {
    ...tables,
    all: () => changed,
    table: (id) => changed.find((table) => table.id === id) ?? null,
  };
}

function changedTable(table: FactTable, puts: readonly Put[]): FactTable {
  const own = puts.flatMap(({ place, amount }) =>
    place.kind === 'cell' && place.table === table.id ? [{ place, amount }] : [],
  );
  // what is known of the same table still holds
  if (own.length === 0) return table;
  const rows = [...table.rows];
  for (const { place, amount } of own) {
    const row = rows[place.row];
    if (row === undefined) continue;
    const printed = amount === null ? '' : formatExact(fen(amount), 'wan');
    rows[place.row] = { ...row, cells: { ...row.cells, [place.column]: { amount, printed } } };
  }
  return { ...table, rows };
}

function changedFigures(figures: FigureFacts, puts: readonly Put[]): FigureFacts {
  const sums = changedSums(figures.sums, puts);
  return {
    ...figures,
    sums,
    members: figures.members.map((member) =>
      member.unit.code === figures.unit.code ? { ...member, sums } : member,
    ),
    operand: (name, terms) => ({
      ...figures.operand(name, terms),
      amount: sums.evaluate({ rule: 'sum', terms }),
    }),
  };
}

function changedSums(sums: FigureSums, puts: readonly Put[]): FigureSums {
  let changed = sums;
  for (const sheet of new Set(puts.flatMap(({ place }) => (place.kind === 'figure' ? [place.sheet] : [])))) {
    const figures = new Map(figuresOf(sums, sheet).map((figure) => [addressKey(figure), figure]));
    for (const { place, amount } of puts) {
      if (place.kind !== 'figure' || place.sheet !== sheet) continue;
      const { row, column, fund, measure } = place;
      const address = { sheet, row, column, fund, measure };
      if (amount === null) figures.delete(addressKey(address));
      else figures.set(addressKey(address), { ...address, value: fen(amount) });
    }
    changed = changed.withSheet(sheet, figures.values());
  }
  return changed;
}

function figuresOf(sums: FigureSums, sheet: string) {
  const columns = (findSheet(sheet)?.columns ?? []).map(({ id }) => id);
  const every = MEASURES.map(
    (measure) => ({ sign: 1, sheet, measure, columns, funds: FUNDS, select: { under: '' } }) as const,
  );
  return [...sums.behind(every)].map(({ sign: _, ...figure }) => figure);
}

function addressKey({
  row,
  column,
  fund,
  measure,
}: Readonly<Record<'row' | 'column' | 'fund' | 'measure', string>>): string {
  return [row, column, fund, measure].join('\n');
}
