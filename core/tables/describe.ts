import type { Classification } from '../classification/classification.ts';
import { rowName } from '../figures/address-name.ts';
import { ADJUSTMENT_UNIT } from '../figures/figure.ts';
import { type FreeRowNames, NO_NAMES } from '../figures/free-row.ts';
import { FUND_NAMES, FUNDS, findColumn, findSheet, MEASURE_NAMES } from '../figures/sheets.ts';
import { fen, sumFen } from '../money/fen.ts';
import { formatFull, formatPrinted, roundToPrinted } from '../money/format.ts';
import type { Formula, FormulaTerm } from './formula.ts';
import type { Side, TableModel, TableRow } from './model.ts';
import type { Origin, OriginFigure, OriginLine } from './origin.ts';
import { columnTitle } from './titles.ts';

/** `支出表 201 类各项` */
function termName(term: FormulaTerm, classification: Classification, names: FreeRowNames): string {
  const sheet = findSheet(term.sheet);
  if (sheet === undefined) return term.sheet;
  const columns =
    term.columns.length === 1 ? `“${findColumn(sheet, term.columns[0] ?? '')?.name ?? term.columns[0]}”` : '';
  if ('rows' in term.select) {
    const rows = term.select.rows.map((row) => rowName(sheet, row, classification, names));
    return `${sheet.name}表${columns}${rows.join('、')}`;
  }
  const { under } = term.select;
  if (under === '') return `${sheet.name}表${columns}全部`;
  const level = sheet.rows.kind === 'economic' ? ['类各款', '款'] : ['类各项', '款各项', '项'];
  return `${sheet.name}表${columns} ${under} ${level[(under.length - 3) / 2] ?? ''}`;
}

function fundsName({ funds, sheet }: FormulaTerm): string {
  const taken = findSheet(sheet)?.columns.flatMap((column) => column.funds) ?? [];
  const every = FUNDS.filter((fund) => taken.includes(fund));
  if (every.every((fund) => funds.includes(fund))) return '全部资金';
  return funds.map((fund) => FUND_NAMES[fund]).join('、');
}

/** The rule of a printed number in one sentence; `names`: what the clerk called the rows. */
export function formulaSentence(
  { rule, terms }: Formula,
  classification: Classification,
  names: FreeRowNames = NO_NAMES,
): string {
  const [first] = terms;
  if (first === undefined) return '';
  // only money that is not 财政拨款 has these two
  const isOther = terms.some((term) => term.funds.includes('other'));
  const surplusUsed = isOther ? '、使用非财政拨款结余' : '';
  const distribution = isOther ? '、结余分配' : '';
  switch (rule) {
    case 'opening':
      return `上年末结转和结余加各项调整（${fundsName(first)}）`;
    case 'closing':
      return `年初加本年收入${surplusUsed}，减本年支出${distribution}（${fundsName(first)}）`;
    case 'income-grand-total':
      return `本年收入合计${surplusUsed}、年初结转和结余之和`;
    case 'expenditure-grand-total':
      return `本年支出合计${distribution}、年末结转和结余之和；年末里减去的支出与前面相抵，所以下面列收入和年初`;
    case 'three-public-actual':
      return '经济分类对应各款的基本支出（一般公共预算），加“三公”经费表中录入的支出';
    case 'sum': {
      const parts = [...new Set(terms.map((term) => termName(term, classification, names)))];
      return `${parts.join('，加')}之和，${fundsName(first)}，${MEASURE_NAMES[first.measure]}`;
    }
  }
}

export const SIDE_NAMES: Readonly<Record<Side, string>> = { income: '收入', expenditure: '支出' };

/** `收入` › `一、一般公共预算财政拨款收入`; `2010301 行政运行` */
export function rowPath({ side, code, label }: Pick<TableRow, 'side' | 'code' | 'label'>): string[] {
  if (side !== undefined) return [SIDE_NAMES[side], label];
  return [code === undefined ? label : `${code} ${label}`];
}

function originLine(figure: OriginFigure, classification: Classification): OriginLine {
  const sheet = findSheet(figure.sheet);
  const column = sheet === undefined ? undefined : findColumn(sheet, figure.column);
  const row =
    sheet === undefined ? figure.row : rowName(sheet, figure.row, classification, () => figure.rowTitle);
  const isAdjustment = figure.unit === ADJUSTMENT_UNIT;
  const fund = figure.fund === '' ? [] : [FUND_NAMES[figure.fund]];
  const origin = figure.origin === undefined ? '' : `；${figure.origin}`;
  return {
    title: `${row} · ${column?.name ?? figure.column}`,
    detail: isAdjustment
      ? `差额表，${figure.reason ?? ''}`
      : [`${figure.unit} ${figure.unitName}`, ...fund].join('，') + origin,
    amount: formatFull(fen(figure.value), 'wan'),
  };
}

/** Where many figures of several units stand behind a number, what each unit brings to it. */
function unitLines(figures: readonly OriginFigure[], classification: Classification): OriginLine[] {
  const last = (unit: string) => (unit === ADJUSTMENT_UNIT ? 1 : 0);
  const units = [...new Set(figures.map((figure) => figure.unit))];
  units.sort((a, b) => last(a) - last(b) || (a < b ? -1 : 1));
  return units.map((unit) => {
    const own = figures.filter((figure) => figure.unit === unit);
    const name = own[0]?.unitName ?? '';
    return {
      title: unit === ADJUSTMENT_UNIT ? ADJUSTMENT_UNIT : `${unit} ${name}`,
      detail: `${own.length} 个数之和`,
      amount: formatFull(sumFen(own.map((figure) => fen(figure.value))), 'wan'),
      parts: own.map((figure) => originLine(figure, classification)),
    };
  });
}

/**
 * One entry for each figure, however many terms it enters by. What enters once with each sign cancels out: 总计 of the
 * expenditure side takes expenditure, and takes it off again with 年末.
 */
function netFigures(figures: readonly OriginFigure[]): OriginFigure[] {
  const net = new Map<string, OriginFigure>();
  const times = new Map<string, number>();
  for (const figure of figures) {
    const { unit, sheet, row, fund, column, measure } = figure;
    const address = JSON.stringify([unit, sheet, row, fund, column, measure]);
    const before = net.get(address);
    net.set(address, before === undefined ? figure : { ...figure, value: before.value + figure.value });
    times.set(address, (times.get(address) ?? 0) + 1);
  }
  return [...net]
    .filter(([address, { value }]) => value !== 0 || times.get(address) === 1)
    .map(([, figure]) => figure);
}

/** What the clerk called the rows that the figures stand on. */
function namesIn(figures: readonly OriginFigure[]): FreeRowNames {
  return (sheet, row) => figures.find((figure) => figure.sheet === sheet && figure.row === row)?.rowTitle;
}

/** More figures than a panel can show are told by unit (shared/ui/README.md §5). */
const MOST_LINES = 12;

/**
 * Puts into words where a printed number comes from.
 *
 * @param behind the keyed figures it stands on, signs applied, in the order of the formula's terms
 */
export function describeOrigin(
  table: TableModel,
  row: TableRow,
  column: string,
  behind: readonly OriginFigure[],
  classification: Classification,
): Origin {
  const figures = netFigures(behind);
  const value = row.cells[column];
  const exact = value?.exact ?? null;
  const tail = exact === null ? 0 : exact - roundToPrinted(exact, 'wan');
  const units = new Set(figures.map((figure) => figure.unit));
  const byUnit = figures.length > MOST_LINES && units.size > 1;
  return {
    path: [table.title, ...rowPath(row), columnTitle(table, column)],
    printed: value?.printed ?? '',
    exactWan: exact === null ? '' : formatFull(exact, 'wan'),
    exactYuan: exact === null ? '' : formatPrinted(exact, 'yuan'),
    rule: value === undefined ? '' : formulaSentence(value.formula, classification, namesIn(behind)),
    lines: byUnit
      ? unitLines(figures, classification)
      : figures.map((figure) => originLine(figure, classification)),
    total: figures.length,
    rounding:
      exact === null
        ? ''
        : `${formatPrinted(exact, 'yuan')} 元 ÷ 10,000，${tail === 0 ? '无尾差' : `四舍五入，尾差 ${formatPrinted(fen(tail), 'yuan')} 元`}`,
  };
}
