import { Classification } from '../../core/classification/classification.ts';
import {
  type Book,
  type BookYear,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
  type Figure,
  type Unit,
} from '../../core/figures/figure.ts';
import { writeEconomicRow } from '../../core/figures/row.ts';
import type { Fund, Measure } from '../../core/figures/sheets.ts';

export const YEAR = 2024;
const UNITS = 60;
const ITEMS = 50;
/** of them with 基本支出 */
const BASIC_ITEMS = 10;
const SECTIONS = 12;
const OTHER_ITEMS = 10;
/** 三公 is read from these 款, and would have to agree with its sheet */
const THREE_PUBLIC_SECTIONS = ['30212', '30217', '30231', '31013'];
const MEASURES = ['initial', 'final', 'actual', 'prior'] as const;

const classification = new Classification(YEAR);
const items = [...classification.functions()].flatMap(({ code, fund }) =>
  code.length === 7 && fund === 'general' ? [code] : [],
);
const sections = [...classification.economicEntries()].flatMap(({ code, group }) =>
  code.length === 5 && group !== 'other' && !THREE_PUBLIC_SECTIONS.includes(code) ? [code] : [],
);

const units: readonly Unit[] = Array.from({ length: UNITS }, (_, index) => {
  const code = String(index + 1).padStart(3, '0');
  return { code, name: `第 ${code} 单位`, kind: 'administrative' };
});

type Line = readonly [sheet: string, row: string, fund: Fund, columns: Readonly<Record<string, number>>];

/** One line of a sheet in all measures that it has: a year in which nothing moves. */
function figuresOf(unit: string, [sheet, row, fund, columns]: Line): Figure[] {
  const measures: readonly Measure[] =
    {
      balance: ['actual', 'prior'] as const,
      economic: ['initial', 'actual', 'prior'] as const,
      [CONTROL_SHEET]: ['actual'] as const,
    }[sheet] ?? MEASURES;
  return measures.flatMap((measure) =>
    Object.entries(columns).map(([column, value]) => ({ unit, sheet, row, fund, column, measure, value })),
  );
}

/** 分: a whole number of 元 that differs from line to line. */
const amountOf = (unit: number, line: number) => (1_000 + ((unit * 7_919 + line * 104_729) % 90_000)) * 100;

interface Totals {
  readonly income: number;
  readonly basic: number;
  readonly project: number;
  readonly opening: number;
}

function linesOf(unit: number): { readonly lines: readonly Line[]; readonly totals: Totals } {
  const lines: Line[] = [];
  const totals = { income: 0, basic: 0, project: 0, opening: 0 };
  for (const [index, item] of items.slice(0, ITEMS).entries()) {
    const project = amountOf(unit, index);
    const kept = amountOf(unit, index + ITEMS);
    let basic = 0;
    for (let section = 0; index < BASIC_ITEMS && section < SECTIONS; section += 1) {
      const code = sections[(section * 5 + index) % sections.length] ?? '';
      const amount = amountOf(unit, index * SECTIONS + section);
      basic += amount;
      lines.push(['economic', writeEconomicRow({ code, item }), 'general', { amount }]);
    }
    lines.push(
      ['income', item, 'general', { appropriation: basic + project }],
      ['expenditure', item, 'general', { ...(basic === 0 ? {} : { basic }), project }],
      ['balance', item, 'general', { last_closing: kept }],
    );
    totals.income += basic + project;
    totals.basic += basic;
    totals.project += project;
    totals.opening += kept;
  }
  for (const [index, item] of items.slice(0, OTHER_ITEMS).entries()) {
    const project = amountOf(unit, index + 2 * ITEMS);
    lines.push(
      ['income', item, 'other', { undertaking: project }],
      ['expenditure', item, 'other', { project }],
    );
    totals.income += project;
    totals.project += project;
  }
  return { lines: [...lines, ...controlLines(totals)], totals };
}

function controlLines({ income, basic, project, opening }: Totals): Line[] {
  const amounts = {
    income_total: income,
    expenditure_total: basic + project,
    basic_total: basic,
    project_total: project,
    opening,
    closing: opening,
    table_income: income,
    table_expenditure: basic + project,
    table_summary: income + opening,
  };
  return Object.entries(amounts).map(([row, amount]) => [CONTROL_SHEET, row, '', { amount }]);
}

/** How many lines one unit has in all its sheets together. */
export const LINES = linesOf(0).lines.length;

function yearOf(year: number): BookYear {
  const made = units.map(({ code }, index) => ({ code, ...linesOf(index) }));
  const sum = (of: keyof Totals) => made.reduce((all, { totals }) => all + totals[of], 0);
  const department = controlLines({
    income: sum('income'),
    basic: sum('basic'),
    project: sum('project'),
    opening: sum('opening'),
  });
  return {
    year,
    units,
    figures: [
      ...made.flatMap(({ code, lines }) => lines.flatMap((line) => figuresOf(code, line))),
      ...department.flatMap((line) => figuresOf(DEPARTMENT_UNIT, line)),
    ],
    texts: [],
  };
}

/** Sixty units with some 300 lines each and the same year before, whose figures all agree. */
export function manyUnits(): Book {
  return {
    department: { name: '大部门', region: '上海市', profile: 'shanghai' },
    years: [yearOf(YEAR - 1), yearOf(YEAR)],
  };
}
