import { findColumn, findSheet } from '../../core/figures/sheets.ts';
import { FEN_PER_UNIT, fen } from '../../core/money/fen.ts';
import { columnLetters } from '../../core/page/column-letters.ts';
import { pageRows } from '../../core/page/page-rows.ts';
import type { Formula } from '../../core/tables/formula.ts';
import type { TableModel, TableValue } from '../../core/tables/model.ts';
import type { NumberPlace, Total } from '../../core/tables/total.ts';
import { totalsOf } from '../../core/tables/totals.ts';
import { exactWan } from './amounts.ts';

/** A number as it stands on its worksheet. */
export interface PlacedNumber extends NumberPlace {
  /** counted from 1, as Excel does */
  readonly line: number;
  readonly letter: string;
  /** `C8` */
  readonly address: string;
  /** index in `PrintedCell.column` */
  readonly printedColumn: number;
  readonly value: TableValue;
}

/** A table of the pack with the name of its worksheet and where its numbers stand. */
export interface PlacedTable {
  readonly sheet: string;
  readonly model: TableModel;
  /** every cell that shows a number, by address */
  readonly numbers: ReadonlyMap<string, PlacedNumber>;
}

export function placedTable(sheet: string, model: TableModel): PlacedTable {
  const first = pageRows(model).findIndex(({ part }) => part === 'body') + 1;
  const numbers = model.body.flatMap((cells, index) =>
    cells.flatMap(({ column, value: place }): PlacedNumber[] => {
      const value = place && model.rows[place.row]?.cells[place.column];
      if (place === undefined || value === undefined) return [];
      const line = first + index;
      const letter = columnLetters(column);
      return [{ ...place, line, letter, address: `${letter}${line}`, printedColumn: column, value }];
    }),
  );
  return { sheet, model, numbers: new Map(numbers.map((number) => [number.address, number])) };
}

/** The formulas of each table, in the order of the pack, by address. */
export function workingFormulas(tables: readonly PlacedTable[]): ReadonlyMap<string, string>[] {
  const links = linkTargets(tables);
  return tables.map((table) => new Map([...linkedNumbers(table, links), ...summedNumbers(table)]));
}

const nameOf = ({ row, column }: NumberPlace) => `${row} ${column}`;

function summedNumbers({ model, numbers }: PlacedTable): Map<string, string> {
  const places = new Map([...numbers.values()].map((number) => [nameOf(number), number]));
  const formulas = new Map<string, string>();
  for (const { target, parts } of totalsOf(model)) {
    const total = places.get(nameOf(target));
    const placed = parts.flatMap((part) => {
      const number = places.get(nameOf(part));
      return number === undefined ? [] : [{ number, sign: part.sign }];
    });
    if (total === undefined || formulas.has(total.address) || !addsUp(total, placed)) continue;
    formulas.set(total.address, sumFormula(placed));
  }
  return formulas;
}

interface PlacedPart {
  readonly number: PlacedNumber;
  readonly sign: Total['parts'][number]['sign'];
}

/** Whether Excel, which adds floating-point numbers, comes to the amount to the 分. */
function addsUp(total: PlacedNumber, parts: readonly PlacedPart[]): boolean {
  const sum = parts.reduce(
    (before, { number, sign }) => before + sign * exactWan(number.value.exact ?? fen(0)),
    0,
  );
  return Math.round(sum * FEN_PER_UNIT.wan) === (total.value.exact ?? 0);
}

/** `SUM(C8:C12)` for cells in one run, else `C8+C12-C20`. */
function sumFormula(parts: readonly PlacedPart[]): string {
  const [first, last] = [parts[0]?.number, parts.at(-1)?.number];
  if (first !== undefined && last !== undefined && parts.length > 1 && isRun(parts)) {
    return `SUM(${first.address}:${last.address})`;
  }
  return parts
    .map(({ number, sign }, index) => `${sign === -1 ? '-' : index === 0 ? '' : '+'}${number.address}`)
    .join('');
}

function isRun(parts: readonly PlacedPart[]): boolean {
  return (
    parts.every(({ sign }) => sign === 1) &&
    (parts.every(({ number }, index) => isNext(parts[index - 1]?.number, number, 'line')) ||
      parts.every(({ number }, index) => isNext(parts[index - 1]?.number, number, 'printedColumn')))
  );
}

function isNext(
  before: PlacedNumber | undefined,
  number: PlacedNumber,
  along: 'line' | 'printedColumn',
): boolean {
  if (before === undefined) return true;
  const across = along === 'line' ? 'printedColumn' : 'line';
  return number[along] === before[along] + 1 && number[across] === before[across];
}

/** The summary tables take numbers over from the others, and the first of them from the second; never back. */
const RANKS: Readonly<Partial<Record<TableModel['id'], number>>> = { summary: 0, 'appropriation-summary': 1 };
const DETAIL = 2;

const rankOf = ({ model }: PlacedTable) => RANKS[model.id] ?? DETAIL;

interface LinkTarget {
  readonly rank: number;
  readonly formula: string;
}

/** Where each amount stands in the most detailed table that prints it, by what it is the sum of. */
function linkTargets(tables: readonly PlacedTable[]): Map<string, LinkTarget> {
  const targets = new Map<string, LinkTarget>();
  for (const table of tables) {
    const rank = rankOf(table);
    for (const { address, value } of table.numbers.values()) {
      const key = figuresKey(value.formula);
      if ((targets.get(key)?.rank ?? -1) < rank)
        targets.set(key, { rank, formula: `'${table.sheet}'!${address}` });
    }
  }
  return targets;
}

function linkedNumbers(table: PlacedTable, targets: ReadonlyMap<string, LinkTarget>): [string, string][] {
  const rank = rankOf(table);
  if (rank === DETAIL) return [];
  return [...table.numbers.values()].flatMap(({ address, value }): [string, string][] => {
    const target = targets.get(figuresKey(value.formula));
    return target === undefined || target.rank <= rank ? [] : [[address, target.formula]];
  });
}

/**
 * Names the figures that a formula adds up. Funds that a column does not take are left out: 上级补助收入 of all funds
 * is that of `other`.
 */
function figuresKey({ terms }: Formula): string {
  const keys = terms.flatMap(({ sign, sheet, measure, columns, funds, select }) => {
    const definition = findSheet(sheet);
    return columns.flatMap((column) => {
      const taken = definition === undefined ? [] : (findColumn(definition, column)?.funds ?? []);
      return funds
        .filter((fund) => taken.includes(fund))
        .map((fund) => JSON.stringify([sign, sheet, measure, column, fund, select]));
    });
  });
  return keys.toSorted().join();
}
