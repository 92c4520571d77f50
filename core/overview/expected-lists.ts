import { evaluate } from '../checks/amounts.ts';
import { isThreePublicBegun, PUBLISHED_COUNTS } from '../checks/rules/completeness.ts';
import { CONTROL_FIGURES } from '../checks/rules/control-figures.ts';
import { isBegun } from '../checks/rules/last-year.ts';
import { namingColumn } from '../figures/free-row.ts';
import {
  FISCAL_FUNDS,
  FUND_NAMES,
  FUNDS,
  type Fund,
  findSheet,
  listItemName,
  MEASURE_NAMES,
} from '../figures/sheets.ts';
import { type FormulaTerm, sheetTerms } from '../tables/formula.ts';
import { THREE_PUBLIC_ITEMS, threePublicTerms } from '../tables/three-public-table.ts';
import { type Expectation, expectation, type YearScope } from './expectation.ts';
import type { RuleOf } from './expected-rules.ts';

function nameIn(sheet: string, row: string): string {
  const definition = findSheet(sheet);
  return ((definition && listItemName(definition, row)) ?? row).replace('其中：', '');
}

/** One cell of a sheet whose figures belong to no fund. */
function listTerms(sheet: string, row: string, column: string, funds: readonly Fund[] = ['']): FormulaTerm[] {
  return [{ sign: 1, sheet, measure: 'actual', columns: [column], funds, select: { rows: [row] } }];
}

/** The budget that the public table prints: 年初预算 or 全年预算, as the 报表格式 has it. */
export function threePublicBudget(scope: YearScope): Expectation[] {
  if (!isBegun(scope.figures)) return [];
  const measure = scope.figures.edition.threePublicBudget;
  return THREE_PUBLIC_ITEMS.map((row) =>
    expectation(scope, 'three_public', {
      name: `${nameIn('three_public', row)}${MEASURE_NAMES[measure]}`,
      cell: { row, fund: 'general', column: 'amount', measure },
      terms: sheetTerms('three_public', {
        select: { rows: [row] },
        funds: FISCAL_FUNDS,
        columns: ['amount'],
        measure,
      }),
    }),
  );
}

export function threePublicActual(scope: YearScope): Expectation[] {
  if (!isBegun(scope.figures)) return [];
  return THREE_PUBLIC_ITEMS.map((row) =>
    expectation(scope, 'three_public', {
      name: `${nameIn('three_public', row)}决算`,
      cell: { row, fund: 'general', column: 'project', measure: 'actual' },
      terms: threePublicTerms([row]),
    }),
  );
}

export function publishedCounts(scope: YearScope): Expectation[] {
  if (!isBegun(scope.figures) || !isThreePublicBegun(scope.figures)) return [];
  return Object.values(PUBLISHED_COUNTS)
    .flat()
    .map((row) =>
      expectation(scope, 'counts', {
        name: nameIn('counts', row),
        cell: { row, fund: '', column: 'count', measure: 'actual' },
        terms: listTerms('counts', row, 'count'),
      }),
    );
}

/** When rows of a list are expected. */
const OCCASIONS: Readonly<Record<RuleOf<'list'>['when'], (scope: YearScope) => boolean>> = {
  begun: ({ figures }) => isBegun(figures),
  reception: ({ figures }) => (evaluate(figures.sums, threePublicTerms(['reception'])) ?? 0) !== 0,
  procured: ({ figures }) => {
    const kinds = ['goods', 'works', 'services'].flatMap((row) => listTerms('procurement', row, 'amount'));
    return (evaluate(figures.sums, kinds) ?? 0) !== 0;
  },
};

export function listRows(scope: YearScope, { sheet, rows, column, when }: RuleOf<'list'>): Expectation[] {
  if (!OCCASIONS[when](scope)) return [];
  return rows.map((row) =>
    expectation(scope, sheet, {
      name: nameIn(sheet, row),
      cell: { row, fund: '', column, measure: 'actual' },
      terms: listTerms(sheet, row, column),
    }),
  );
}

export function namedRows(scope: YearScope, { sheet }: RuleOf<'named-rows'>): Expectation[] {
  const definition = findSheet(sheet);
  const naming = definition && namingColumn(definition)?.id;
  const named = scope.book.cellTexts.filter((text) => text.sheet === sheet && text.column === naming);
  return named.map(({ row, body }) =>
    expectation(scope, sheet, {
      name: `${body}决算`,
      cell: { row, fund: '', column: 'amount', measure: 'actual' },
      terms: listTerms(sheet, row, 'amount'),
    }),
  );
}

/** The department has its own paper only where it is more than one unit. */
export function controlFigures(scope: YearScope, { rows, by, scope: of }: RuleOf<'control'>): Expectation[] {
  const { book, facts, figures } = scope;
  if (book.scope !== of || (of === 'department' && book.units.length < 2)) return [];
  return rows.flatMap((row) =>
    (by === 'whole' ? ([''] as const) : FISCAL_FUNDS).flatMap((fund: Fund) => {
      const control = CONTROL_FIGURES[row];
      if (control === undefined) throw new Error(`no 核对数 ${row}`);
      const { amount } = control.book({ figures, classification: facts.classification, fund }, '');
      if (amount === null || amount === 0) return [];
      return [
        expectation(scope, 'control', {
          name: `${nameIn('control', row)}${fund === '' ? '' : `（${FUND_NAMES[fund]}）`}`,
          cell: { row, fund, column: 'amount', measure: 'actual' },
          // one figure for all funds answers for each of them
          terms: listTerms('control', row, 'amount', fund === '' ? FUNDS : ['', fund]),
        }),
      ];
    }),
  );
}

export function controlledVehicles(scope: YearScope): Expectation[] {
  const row = 'vehicles_kept';
  const kept = evaluate(scope.figures.sums, listTerms('counts', row, 'count'));
  if (scope.book.scope !== 'unit' || kept === null || kept === 0) return [];
  return [
    expectation(scope, 'control', {
      name: nameIn('control', row),
      cell: { row, fund: '', column: 'count', measure: 'actual' },
      terms: listTerms('control', row, 'count'),
    }),
  ];
}
