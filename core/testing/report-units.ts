import fc from 'fast-check';
import type { Figure } from '../figures/figure.ts';
import { readEconomicRow, writeEconomicRow } from '../figures/row.ts';
import { FISCAL_FUNDS, type Fund } from '../figures/sheets.ts';
import { CONSISTENT_YEAR, consistentUnit } from './consistent-unit.ts';
import { controlFigures } from './control-figures.ts';
import type { ReportedYear } from './report-grids.ts';
import type { ReportStyle } from './report-page.ts';

/** Figures as reports carry them: 经济分类 by 项 and not by kind of body, each balance with its 项. */
export function asReported(figures: readonly Figure[]): Figure[] {
  const own = figures.filter(({ measure }) => measure !== 'prior');
  const merged = new Map<string, Figure>();
  const add = (figure: Figure) => {
    const { sheet, row, fund, column, measure } = figure;
    const key = JSON.stringify([sheet, row, fund, column, measure]);
    merged.set(key, { ...figure, value: (merged.get(key)?.value ?? 0) + figure.value });
  };
  for (const figure of own.filter(({ sheet }) => sheet !== 'economic')) {
    const isWhole = figure.sheet === 'balance' && figure.row === '';
    add(isWhole ? { ...figure, row: itemsOf(own, figure.fund)[0] ?? '2010301' } : figure);
  }
  for (const figure of byItem(own)) add(figure);
  return [...merged.values()];
}

function itemsOf(figures: readonly Figure[], fund: Fund): string[] {
  const spent = figures.filter((figure) => figure.sheet === 'expenditure' && figure.fund === fund);
  return spent.map(({ row }) => row).sort();
}

/** Parts what a book keys for the whole unit among the 项, so that each adds up to its 基本支出. */
function byItem(figures: readonly Figure[]): Figure[] {
  const rests = new Map<string, number>();
  for (const { sheet, row, fund, column, measure, value } of figures) {
    if (sheet === 'expenditure' && column === 'basic' && measure === 'actual')
      rests.set(`${fund} ${row}`, value);
  }
  return figures
    .filter(({ sheet, measure }) => sheet === 'economic' && measure === 'actual')
    .flatMap((figure) => {
      const { code, item } = readEconomicRow(figure.row);
      if (item !== undefined) return [{ ...figure, row: writeEconomicRow({ code, item }) }];
      let left = figure.value;
      return itemsOf(figures, figure.fund).flatMap((each): Figure[] => {
        const key = `${figure.fund} ${each}`;
        const part = Math.min(left, rests.get(key) ?? 0);
        if (part <= 0) return [];
        left -= part;
        rests.set(key, (rests.get(key) ?? 0) - part);
        return [{ ...figure, row: writeEconomicRow({ code, item: each }), value: part }];
      });
    });
}

/** A unit whose figures agree, with what 附03 says of it. */
export const reportedUnit: fc.Arbitrary<ReportedYear> = fc.gen().map((draw) => {
  const habits = {
    byItem: true,
    byBody: draw(fc.boolean),
    budgets: draw(fc.boolean),
    initial: draw(fc.boolean),
    prior: false,
  };
  const { unit, figures } = consistentUnit(draw, '001', habits);
  const kinds = new Map([[unit.code, unit.kind]]);
  const operating = controlFigures(unit.code, figures, kinds).filter(({ row }) => row === 'operating');
  const parts = ['domestic', 'foreign_affairs', 'abroad'].map(
    (row): Figure => ({
      unit: unit.code,
      sheet: 'reception_parts',
      row,
      fund: '',
      column: 'amount',
      measure: 'actual',
      value: draw(fc.nat, 1e9),
    }),
  );
  return {
    unit: unit.name,
    year: CONSISTENT_YEAR,
    figures: asReported([...figures, ...operating, ...parts]),
  };
});

const LISTED: Readonly<Record<string, readonly string[]>> = {
  counts: [
    'abroad_groups',
    'abroad_people',
    'vehicles_bought',
    'vehicles_kept',
    'receptions_domestic',
    'receptions_foreign_affairs',
    'reception_people_domestic',
    'reception_people_foreign_affairs',
    'receptions_abroad',
    'reception_people_abroad',
  ],
  procurement: ['goods', 'works', 'services', 'sme', 'micro'],
  reception_parts: ['domestic', 'foreign_affairs', 'abroad'],
  control: ['operating'],
};

function isCarried({ sheet, row, fund, column, measure }: Figure): boolean {
  if (sheet === 'three_public') return fund === 'general';
  if (measure !== 'actual') return false;
  if (sheet === 'economic') return fund === 'general' || fund === 'gov_fund';
  if (sheet === 'balance') return column !== 'other_adjustment';
  if (sheet === 'income' || sheet === 'expenditure') return true;
  return LISTED[sheet]?.includes(row) ?? false;
}

/**
 * The figures that a unit's reports carry, by address. A 0 that is worked out from two reports (of money that is no
 * 财政拨款, 项目支出 on 三公) cannot be told from a blank, so those are left out.
 */
export function carriedFigures({ figures }: ReportedYear, style: ReportStyle): Record<string, number> {
  const carried = figures.filter(isCarried);
  const balances = style.adjustments ? carried : withoutAdjustments(carried);
  const kept = carried.find(({ sheet, row }) => sheet === 'counts' && row === 'vehicles_kept');
  const copy = kept === undefined ? [] : [{ ...kept, sheet: 'control' }];
  return byAddress([...balances, ...copy, ...totals(figures)]);
}

type Carried = Omit<Figure, 'unit'>;

export function byAddress(figures: readonly Carried[]): Record<string, number> {
  const isWorkedOut = ({ sheet, fund, column }: Carried) =>
    (sheet === 'three_public' && column === 'project') ||
    (fund === 'other' && ['last_closing', 'error_correction', 'basic', 'project'].includes(column)) ||
    (fund === 'other' && ['collected_in', 'collected_out', 'surrendered', 'reallocated'].includes(column));
  return Object.fromEntries(
    figures
      .filter((figure) => figure.value !== 0 || !isWorkedOut(figure))
      .map(({ sheet, row, fund, column, measure, value }) => [
        [sheet, row, fund, column, measure].join(' '),
        value,
      ]),
  );
}

const OPENING = [
  'last_closing',
  'error_correction',
  'collected_in',
  'collected_out',
  'surrendered',
  'reallocated',
];

/** 年初 in the place of 上年末. */
function withoutAdjustments(figures: readonly Figure[]): Figure[] {
  const openings = new Map<string, Figure>();
  const rest: Figure[] = [];
  for (const figure of figures) {
    if (figure.sheet !== 'balance' || !OPENING.includes(figure.column)) rest.push(figure);
    else {
      const key = `${figure.row} ${figure.fund}`;
      const value = (openings.get(key)?.value ?? 0) + figure.value;
      openings.set(key, { ...figure, column: 'last_closing', value });
    }
  }
  return [...rest, ...openings.values()];
}

/** 核对数 by fund. */
function totals(figures: readonly Figure[]): Carried[] {
  const actual = figures.filter(({ measure }) => measure === 'actual');
  return (['', ...FISCAL_FUNDS] as const).flatMap((fund: Fund) => {
    const own = actual.filter((figure) => fund === '' || figure.fund === fund);
    const on = (sheet: string, columns?: readonly string[]) =>
      own.filter((figure) => figure.sheet === sheet && (columns?.includes(figure.column) ?? true));
    const total = (row: string, added: readonly Figure[], less: readonly Figure[] = []): Carried[] => {
      if (added.length + less.length === 0) return [];
      const sum = (all: readonly Figure[]) => all.reduce((amount, { value }) => amount + value, 0);
      return [
        { sheet: 'control', row, fund, column: 'amount', measure: 'actual', value: sum(added) - sum(less) },
      ];
    };
    const income = on('income');
    const spent = on('expenditure');
    return [
      ...total('income_total', income),
      ...total('expenditure_total', spent),
      ...total('basic_total', on('expenditure', ['basic'])),
      ...total('project_total', on('expenditure', ['project'])),
      ...total('opening', on('balance', OPENING)),
      ...total(
        'closing',
        [...on('balance', [...OPENING, 'surplus_used']), ...income],
        [...spent, ...on('balance', ['distribution'])],
      ),
    ];
  });
}

/** Every habit of filling in reports. */
export const reportStyle: fc.Arbitrary<ReportStyle> = fc.record({
  codes: fc.constantFrom('whole', 'split'),
  cutNames: fc.boolean(),
  sums: fc.boolean(),
  dash: fc.constantFrom('', '—', '——', '-', '/', '一'),
  amounts: fc.constantFrom('numbers', 'texts'),
  detailed: fc.boolean(),
  summaries: fc.boolean(),
  adjustments: fc.boolean(),
  outflowsPositive: fc.boolean(),
  orders: fc.boolean(),
});
