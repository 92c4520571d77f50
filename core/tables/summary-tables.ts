import { FISCAL_FUNDS, FUNDS, type Fund } from '../figures/sheets.ts';
import { INCOME_LINE_NAMES, INCOME_LINES, type IncomeLine } from '../profiles/profile.ts';
import { chineseNumber, TableContent, type TableSource } from './content.ts';
import {
  balanceTerms,
  closingTerms,
  type FormulaTerm,
  openingTerms,
  type RuleId,
  sheetTerms,
} from './formula.ts';
import type { LineCell } from './layout.ts';
import type { RowRole, Side, TableRow } from './model.ts';

const ALL = { under: '' } as const;

interface CellTerms {
  readonly terms: readonly FormulaTerm[];
  readonly rule: RuleId;
}

/** One row of one side, as its formulas. */
interface SideRow {
  readonly kind: 'line' | 'total';
  readonly role: RowRole;
  readonly line?: IncomeLine;
  readonly label: string;
  readonly code?: string;
  /** tells rows of one side apart that print the same label */
  readonly item?: string;
  readonly cells: Readonly<Record<string, CellTerms>>;
}

/** The cells of a row that has a single number. */
function amount(terms: readonly FormulaTerm[], rule: RuleId = 'sum'): SideRow['cells'] {
  return { amount: { terms, rule } };
}

/** The cells of a row that has one number for each fiscal fund and their total. */
function byFund(
  terms: (funds: readonly Fund[]) => readonly FormulaTerm[],
  rule: RuleId = 'sum',
): SideRow['cells'] {
  return {
    total: { terms: terms(FISCAL_FUNDS), rule },
    general: { terms: terms(['general']), rule },
    gov_fund: { terms: terms(['gov_fund']), rule },
    state_capital: { terms: terms(['state_capital']), rule },
  };
}

/** The 类 that the layout lists and the year knows, with those put in at their place that have figures all the same. */
function functionLines({ sums, edition, classification }: TableSource, funds: readonly Fund[]): string[] {
  const used = sums.rows('expenditure', funds, 'actual').map((row) => row.slice(0, 3));
  const listed = edition.functionLines.filter((code) => classification.function(code) !== undefined);
  return [...new Set([...listed, ...used])].sort();
}

function functionRows(
  source: TableSource,
  funds: readonly Fund[],
  cells: (code: string) => SideRow['cells'],
): SideRow[] {
  return functionLines(source, funds).map((code, index) => ({
    kind: 'line',
    role: 'line',
    label: `${chineseNumber(index + 1)}、${source.classification.function(code)?.name ?? code}`,
    code,
    cells: cells(code),
  }));
}

/** Which money a line of 收入 counts; the columns of other money are called as the lines are. */
function incomeTerms(line: IncomeLine): FormulaTerm[] {
  const fund = FISCAL_FUNDS.find((each) => each === line);
  const [funds, column]: [readonly Fund[], string] =
    fund === undefined ? [['other'], line] : [[fund], 'appropriation'];
  return sheetTerms('income', { select: ALL, funds, columns: [column] });
}

/** The lines of 收入 that the layout lists, with those put in at their place that have figures though it lacks them. */
function incomeRows({ sums, edition }: TableSource): SideRow[] {
  return INCOME_LINES.map((line) => ({ line, name: INCOME_LINE_NAMES[line], terms: incomeTerms(line) }))
    .filter(
      ({ line, terms }) =>
        edition.incomeLines.includes(line) || (sums.evaluate({ rule: 'sum', terms }) ?? 0) !== 0,
    )
    .map(({ line, name, terms }, index) => ({
      kind: 'line',
      role: 'line',
      line,
      label: `${chineseNumber(index + 1)}、${name}`,
      cells: amount(terms),
    }));
}

/** 收入支出决算总表: everything the department took in and spent, whatever the fund. */
export function summaryTable(source: TableSource): TableContent {
  const { labels } = source.edition;
  const income = incomeRows(source);
  const expenditure = functionRows(source, FUNDS, (code) =>
    amount(sheetTerms('expenditure', { select: { under: code }, funds: FUNDS })),
  );
  const incomeTotal = sheetTerms('income', { select: ALL, funds: FUNDS });
  const expenditureTotal = sheetTerms('expenditure', { select: ALL, funds: FUNDS });
  const surplusUsed = balanceTerms(['surplus_used'], { select: ALL, funds: FUNDS });
  const distribution = balanceTerms(['distribution'], { select: ALL, funds: FUNDS });
  const opening = openingTerms(ALL, FUNDS);
  const closing = closingTerms(ALL, FUNDS);
  return bothSides(
    source,
    [
      ...paired(income, expenditure),
      [
        { kind: 'total', role: 'subtotal', label: '本年收入合计', cells: amount(incomeTotal) },
        { kind: 'total', role: 'subtotal', label: '本年支出合计', cells: amount(expenditureTotal) },
      ],
      [
        { kind: 'line', role: 'surplus_used', label: labels.surplus_used, cells: amount(surplusUsed) },
        { kind: 'line', role: 'distribution', label: labels.distribution, cells: amount(distribution) },
      ],
      [
        { kind: 'line', role: 'opening', label: '年初结转和结余', cells: amount(opening, 'opening') },
        { kind: 'line', role: 'closing', label: '年末结转和结余', cells: amount(closing, 'closing') },
      ],
      ...(source.table.blankBeforeTotal === true ? [[null, null] as const] : []),
      [
        {
          kind: 'total',
          role: 'grand_total',
          label: '总计',
          cells: amount([...incomeTotal, ...surplusUsed, ...opening], 'income-grand-total'),
        },
        {
          kind: 'total',
          role: 'grand_total',
          label: '总计',
          cells: amount([...expenditureTotal, ...distribution, ...closing], 'expenditure-grand-total'),
        },
      ],
    ],
    { income: { amount: 'income_amount' }, expenditure: { amount: 'expenditure_amount' } },
  );
}

const FISCAL_SHEETS = ['income', 'expenditure', 'balance'];

const FISCAL_NAMES: Readonly<Record<(typeof FISCAL_FUNDS)[number], string>> = {
  general: '一般公共预算财政拨款',
  gov_fund: '政府性基金预算财政拨款',
  state_capital: '国有资本经营预算财政拨款',
};

/** 财政拨款收入支出决算总表: the three funds that are 财政拨款, side by side. */
export function appropriationSummaryTable(source: TableSource): TableContent {
  const { labels } = source.edition;
  const incomeOf = (funds: readonly Fund[]) =>
    sheetTerms('income', { select: ALL, funds, columns: ['appropriation'] });
  const spentOf = (funds: readonly Fund[]) => sheetTerms('expenditure', { select: ALL, funds });
  const funds = FISCAL_FUNDS.filter(
    (fund) =>
      source.edition.incomeLines.includes(fund) ||
      FISCAL_SHEETS.some((sheet) => source.sums.rows(sheet, [fund], 'actual').length > 0),
  );
  const income: SideRow[] = funds.map((fund, index) => ({
    kind: 'line',
    role: 'line',
    line: fund,
    label: `${chineseNumber(index + 1)}、${FISCAL_NAMES[fund]}`,
    cells: amount(incomeOf([fund])),
  }));
  const expenditure = functionRows(source, FISCAL_FUNDS, (code) =>
    byFund((funds) => sheetTerms('expenditure', { select: { under: code }, funds })),
  );
  const openings: (readonly [SideRow, null])[] = funds.map((fund) => [
    {
      kind: 'line',
      role: 'fund_opening',
      label: labels[`opening_${fund}`],
      item: `opening_${fund}`,
      cells: amount(openingTerms(ALL, [fund]), 'opening'),
    },
    null,
  ]);
  return bothSides(
    source,
    [
      ...paired(income, expenditure),
      [
        { kind: 'total', role: 'subtotal', label: '本年收入合计', cells: amount(incomeOf(FISCAL_FUNDS)) },
        { kind: 'total', role: 'subtotal', label: '本年支出合计', cells: byFund(spentOf) },
      ],
      [
        {
          kind: 'line',
          role: 'opening',
          label: '年初财政拨款结转和结余',
          cells: amount(openingTerms(ALL, FISCAL_FUNDS), 'opening'),
        },
        {
          kind: 'line',
          role: 'closing',
          label: '年末财政拨款结转和结余',
          cells: byFund((funds) => closingTerms(ALL, funds), 'closing'),
        },
      ],
      ...openings,
      [
        {
          kind: 'total',
          role: 'grand_total',
          label: '总计',
          cells: amount(
            [...incomeOf(FISCAL_FUNDS), ...openingTerms(ALL, FISCAL_FUNDS)],
            'income-grand-total',
          ),
        },
        {
          kind: 'total',
          role: 'grand_total',
          label: '总计',
          cells: byFund(
            (funds) => [...spentOf(funds), ...closingTerms(ALL, funds)],
            'expenditure-grand-total',
          ),
        },
      ],
    ],
    {
      income: { amount: 'income_amount' },
      expenditure: {
        total: 'total',
        general: 'general',
        gov_fund: 'gov_fund',
        state_capital: 'state_capital',
      },
    },
  );
}

type Pair = readonly [SideRow | null, SideRow | null];

function paired(income: readonly SideRow[], expenditure: readonly SideRow[]): Pair[] {
  const length = Math.max(income.length, expenditure.length);
  return Array.from({ length }, (_, index) => [income[index] ?? null, expenditure[index] ?? null]);
}

/** Prints pairs of rows beside each other; `columns` names for each side the printed column of each of its cells. */
function bothSides(
  source: TableSource,
  pairs: readonly Pair[],
  columns: Readonly<Record<Side, Readonly<Record<string, string>>>>,
): TableContent {
  const content = new TableContent(source);
  for (const pair of pairs) {
    const line: Record<string, LineCell> = {};
    for (const [index, side] of (['income', 'expenditure'] as const).entries()) {
      const sideRow = pair[index] ?? null;
      if (sideRow === null) {
        for (const printed of Object.values(columns[side])) line[printed] = { kind: 'amount', text: '' };
        continue;
      }
      const { kind, role, line: incomeLine, label, code, item, cells } = sideRow;
      const row: TableRow = {
        kind,
        side,
        role,
        ...(incomeLine === undefined ? {} : { line: incomeLine }),
        ...(code === undefined ? {} : { code }),
        ...(item === undefined ? {} : { item }),
        label,
        cells: Object.fromEntries(
          Object.entries(cells).map(([column, cell]) => [column, content.value(cell.terms, cell.rule)]),
        ),
      };
      const added = content.addRow(row);
      line[`${side}_label`] = { kind: 'label', text: label, align: kind === 'total' ? 'center' : 'left' };
      for (const [column, printed] of Object.entries(columns[side]))
        line[printed] = content.amount(added, column);
    }
    content.lines.push(line);
  }
  content.numberLines(['income_label', 'expenditure_label']);
  return content;
}
