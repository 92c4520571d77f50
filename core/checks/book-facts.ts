import { Classification } from '../classification/classification.ts';
import { rowName } from '../figures/address-name.ts';
import { type CellText, DEPARTMENT_UNIT, type SummedFigure, type Unit } from '../figures/figure.ts';
import { freeRowNames } from '../figures/free-row.ts';
import { FUND_NAMES, findColumn, findSheet, MEASURE_NAMES } from '../figures/sheets.ts';
import { editionOf, type Profile } from '../profiles/profile.ts';
import { buildTables } from '../tables/build.ts';
import { CellTexts } from '../tables/content.ts';
import type { FormulaTerm } from '../tables/formula.ts';
import type { TableModel, TablePack } from '../tables/model.ts';
import type { FigureSums, SignedFigure } from '../tables/sums.ts';
import type { Operand, OperandPart } from './claim.ts';
import type { Facts, FactTable, FigureFacts, TableFacts } from './facts.ts';
import type { Place } from './finding.ts';

/** What a book holds of one unit's year, or of the 差额表's. */
export interface Member {
  readonly unit: Unit;
  readonly sums: FigureSums;
}

/** One scope of a book's year, as the store hands it over. */
export interface BookScope {
  readonly scope: 'unit' | 'adjustments' | 'department';
  readonly year: number;
  /** of the department: its name, and the code DEPARTMENT_UNIT */
  readonly unit: Unit;
  /** of the scope as a whole: see departmentFigures */
  readonly sums: FigureSums;
  readonly last: FigureSums | null;
  /** whose figures `sums` adds up; of a unit, itself */
  readonly members: readonly Member[];
  readonly units: readonly Unit[];
  readonly texts: ReadonlyMap<string, string>;
  readonly lastTexts: ReadonlyMap<string, string>;
  readonly cellTexts: readonly CellText[];
  readonly profile: Profile;
}

/** The facts of one scope of a book. Its tables are computed when a rule first asks for one. */
export function bookFacts(book: BookScope): Facts {
  const { scope, year, unit } = book;
  const classification = new Classification(year);
  const figures = figureFacts(book, classification);
  let tables: TableFacts | null = null;
  return {
    scope,
    code: scope === 'department' ? null : unit.code,
    where: scope === 'unit' && unit.code !== unit.name ? `${unit.code} ${unit.name}` : unit.name,
    year,
    classification,
    get tables() {
      tables ??= packFacts(packOf(book), (terms) => partsOf(book, terms, classification));
      return tables;
    },
    figures,
  };
}

function packOf({ scope, year, unit, sums, cellTexts, profile }: BookScope): TablePack {
  const entity = scope === 'unit' ? '单位' : '部门';
  return buildTables({ profile, year, name: unit.name, entity, sums, cellTexts });
}

function figureFacts(book: BookScope, classification: Classification): FigureFacts {
  const { sums, last, units, members, unit, texts, lastTexts, profile, year } = book;
  const bodies = new CellTexts(book.cellTexts);
  return {
    unit,
    sums,
    last,
    units,
    members,
    texts,
    lastTexts,
    cellText: (sheet, row, column) => bodies.of(sheet, row, column),
    rowNames: freeRowNames(book.cellTexts),
    edition: editionOf(profile, year).edition,
    operand: (name, terms) => ({
      name,
      amount: sums.evaluate({ rule: 'sum', terms }),
      parts: () => partsOf(book, terms, classification),
    }),
    lastOperand: (name, terms): Operand => ({
      name,
      amount: last?.evaluate({ rule: 'sum', terms }) ?? null,
      parts: () =>
        last === null
          ? []
          : [...last.behind(terms)].map((figure) =>
              part(figure, { unit, year: year - 1, classification, single: true }),
            ),
    }),
  };
}

/** The keyed figures behind an amount of the scope, unit by unit. */
function partsOf(
  { members, year, scope }: BookScope,
  terms: readonly FormulaTerm[],
  classification: Classification,
): OperandPart[] {
  const single = scope !== 'department';
  return members.flatMap(({ unit, sums }) =>
    [...sums.behind(terms)].map((figure) => part(figure, { unit, year, classification, single })),
  );
}

interface PartOf {
  readonly unit: Unit;
  readonly year: number;
  readonly classification: Classification;
  /** false: the unit is part of the name */
  readonly single: boolean;
}

function part(figure: SignedFigure, { unit, year, classification, single }: PartOf): OperandPart {
  const { value, sign, ...address } = figure;
  const place: Place = { kind: 'figure', year, unit: unit.code, ...address };
  return {
    name: `${single ? '' : `${unit.code} `}${figureName(place, classification)}`,
    amount: value,
    ...(sign === -1 ? { sign } : {}),
    place,
  };
}

/** `2010302 一般行政管理事务 · 项目支出（一般公共预算，决算）` */
function figureName(
  { sheet: id, row, column, fund, measure }: Omit<SummedFigure, 'value'>,
  classification: Classification,
): string {
  const sheet = findSheet(id);
  if (sheet === undefined) return id;
  const kinds = [...(fund === '' ? [] : [FUND_NAMES[fund]]), MEASURE_NAMES[measure]];
  const columnName = findColumn(sheet, column)?.name ?? column;
  return `${rowName(sheet, row, classification)} · ${columnName}（${kinds.join('，')}）`;
}

/** Our own tables as the rules see them: exact, and each number with the figures behind it. */
export function packFacts(
  pack: TablePack,
  partsBehind: (terms: readonly FormulaTerm[]) => readonly OperandPart[] = () => [],
): TableFacts {
  const tables = pack.tables.map((table) => factTable(table, partsBehind));
  return { exact: true, all: () => tables, table: (id) => tables.find((each) => each.id === id) ?? null };
}

function factTable(
  { id, number, title, rows, notes }: TableModel,
  partsBehind: (terms: readonly FormulaTerm[]) => readonly OperandPart[],
): FactTable {
  return {
    id,
    number,
    title,
    notes,
    rows: rows.map(({ cells, line, ...row }) => ({
      ...row,
      ...(line === undefined ? {} : { item: line }),
      cells: Object.fromEntries(
        Object.entries(cells).map(([column, { exact, printed, formula }]) => [
          column,
          { amount: exact, printed, parts: () => partsBehind(formula.terms) },
        ]),
      ),
    })),
  };
}

/**
 * The figures of the department as a whole: all units and the 差额表 together. Of control figures those of the
 * department itself, which are no sum of its units'.
 *
 * @param figures by the code of each unit, of the 差额表 and of the department itself
 */
export function departmentFigures(figures: ReadonlyMap<string, readonly SummedFigure[]>): SummedFigure[] {
  return [...figures].flatMap(([code, own]) =>
    code === DEPARTMENT_UNIT ? own : own.filter(({ sheet }) => sheet !== 'control'),
  );
}
