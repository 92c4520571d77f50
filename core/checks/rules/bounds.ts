import { codeOfRow, readEconomicRow } from '../../figures/row.ts';
import { FISCAL_FUNDS, FUND_NAMES, FUNDS, type Fund } from '../../figures/sheets.ts';
import { INCOME_LINES, type TableId } from '../../profiles/profile.ts';
import { closingTerms, type FormulaTerm, openingTerms, sheetTerms } from '../../tables/formula.ts';
import { basicEconomicTerms, EVERY_ROW, evaluate } from '../amounts.ts';
import { sumTail } from '../cell-operand.ts';
import { atMost, type Claim, equal, notice, type Operand } from '../claim.ts';
import type { FactTable, FigureFacts, TableFacts } from '../facts.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import {
  numberOfCode,
  partOfBook,
  printedNumber,
  prints,
  rowOfCode,
  rowOfItem,
  rowOfRole,
  sumOf,
  TOTAL_ROW,
} from './quantities.ts';

const OTHER_MONEY: readonly Fund[] = ['other'];
const GROUP_TOTALS = ['personnel_total', 'public_total'];

function groupTotals(tables: TableFacts, id: TableId): (Operand | null)[] {
  return GROUP_TOTALS.map((item) => printedNumber(tables, id, rowOfItem(item), 'amount'));
}

/** domain/tables.md B9: of a book by fund, of a document as far as a table by economic classification is printed. */
const basicByEconomic: ClaimsOf = (facts) => {
  const { figures, classification } = facts;
  if (figures !== null) {
    // of other money the classification is not asked for everywhere: compared where it is keyed
    const isOtherKeyed = figures.sums.rows('economic', ['other'], 'actual').length > 0;
    const funds: readonly Fund[] = isOtherKeyed ? [...FISCAL_FUNDS, 'other'] : FISCAL_FUNDS;
    return funds.map((fund) =>
      equal(
        fund,
        figures.operand(`支出表基本支出（${FUND_NAMES[fund]}）`, spentTerms([fund], ['basic'])),
        figures.operand(
          `人员经费和公用经费合计（${FUND_NAMES[fund]}）`,
          basicEconomicTerms(figures.sums, classification, fund),
        ),
      ),
    );
  }
  const { tables } = facts;
  const basic = printedNumber(tables, 'general-expenditure', TOTAL_ROW, 'basic');
  const groups = sumOf('人员经费合计加公用经费合计', groupTotals(tables, 'general-basic'));
  if (basic === null || groups === null) return [];
  return [equal('general', basic, groups, { tail: sumTail(tables, GROUP_TOTALS.length) })];
};

function spentTerms(funds: readonly Fund[], columns?: readonly string[], row?: string): FormulaTerm[] {
  const select = row === undefined ? EVERY_ROW : { rows: [row] };
  return sheetTerms('expenditure', { select, funds, ...(columns === undefined ? {} : { columns }) });
}

/** Both of a document; none where one is not printed. @param count of the numbers that the two sides add up */
function partOfPrint(
  tables: TableFacts,
  subject: string,
  part: Operand | null,
  whole: Operand | null,
  count = 1,
): Claim[] {
  return part === null || whole === null
    ? []
    : [atMost(subject, part, whole, { tail: sumTail(tables, count) })];
}

const COLUMNS: readonly (readonly [string, string, readonly string[] | undefined])[] = [
  ['total', '本年支出', undefined],
  ['basic', '基本支出', ['basic']],
  ['project', '项目支出', ['project']],
];

/** domain/tables.md B12. */
const fiscalByItem: ClaimsOf = (facts) =>
  facts.figures === null ? printedByItem(facts.tables) : keyedByItem(facts.figures);

/** The whole is below a part of it where the rest is below 0; items on which only 财政拨款 was spent have no rest. */
function keyedByItem(figures: FigureFacts): Claim[] {
  return figures.sums.rows('expenditure', OTHER_MONEY, 'actual').flatMap((code) =>
    COLUMNS.map(([column, name, columns]) => {
      const subject = `${code}/${column}`;
      const rest = spentTerms(OTHER_MONEY, columns, code);
      if ((evaluate(figures.sums, rest) ?? 0) >= 0) return notice(subject, true, '');
      return partOfBook(figures, subject, {
        part: figures.operand(`${code} 财政拨款的${name}`, spentTerms(FISCAL_FUNDS, columns, code)),
        whole: figures.operand(`${code} ${name}`, spentTerms(FUNDS, columns, code)),
        rest,
      });
    }),
  );
}

const FUND_TABLES = [
  'general-expenditure',
  'gov-fund',
  'state-capital',
] as const satisfies readonly TableId[];

function printedByItem(tables: TableFacts): Claim[] {
  const all = tables.table('expenditure');
  const parts = FUND_TABLES.flatMap((id) => tables.table(id) ?? []);
  if (all === null || !parts.some(({ id }) => id === 'general-expenditure')) return [];
  const isEqual = parts.length === FUND_TABLES.length && isOnlyFiscal(tables);
  const items = [...new Set([all, ...parts].flatMap(itemsOf))].sort();
  const hasRow = ({ rows }: FactTable, code: string) => rows.some((row) => row.code === code);
  const printed = COLUMNS.filter(([column]) => prints(all, column));
  return items.flatMap((code) => {
    // a row that is missing is one slip: its first number tells it
    const isMissing = !hasRow(all, code) || !parts.some((part) => hasRow(part, code));
    return printed.slice(0, isMissing ? 1 : printed.length).flatMap(([column, name]) => {
      const number = (id: TableId) => numberOfCode(tables, id, { row: rowOfCode(code), code, column });
      const whole = number('expenditure');
      const fiscal = sumOf(
        `${code} 各财政拨款表的${name}`,
        parts.flatMap((part) => (hasRow(part, code) ? number(part.id) : [])),
      ) ?? { name: `${code} 不在财政拨款各表里`, amount: null, parts: () => [] };
      if (whole === null) return [];
      const tail = sumTail(tables, fiscal.parts().length);
      const subject = `${code}/${column}`;
      return isEqual
        ? [equal(subject, whole, fiscal, { tail, name: '只有财政拨款，两表支出不等' })]
        : [atMost(subject, fiscal, whole, { tail })];
    });
  });
}

function itemsOf({ rows }: FactTable): string[] {
  return rows.flatMap(({ code }) => (code?.length === 7 ? [code] : []));
}

const isNothing = (operand: Operand | null) => (operand?.amount ?? 0) === 0;

/** Whether a document knows of no other money than 财政拨款: no such income, nothing carried in, nothing used up. */
function isOnlyFiscal(tables: TableFacts): boolean {
  if (tables.table('summary') === null || tables.table('appropriation-summary') === null) return false;
  const opening = (id: TableId) => printedNumber(tables, id, rowOfRole('income', 'opening'), 'amount');
  return (
    INCOME_LINES.slice(FISCAL_FUNDS.length).every((line) =>
      isNothing(printedNumber(tables, 'summary', rowOfItem(line, 'income'), 'amount')),
    ) &&
    isNothing(printedNumber(tables, 'summary', rowOfRole('income', 'surplus_used'), 'amount')) &&
    (opening('summary')?.amount ?? 0) === (opening('appropriation-summary')?.amount ?? 0)
  );
}

/** domain/tables.md B13. A unit that spent no other money on 基本支出 hears the same of B9 already. */
const basicInAll: ClaimsOf = (facts) => {
  const { figures, classification } = facts;
  if (figures === null) {
    const { tables } = facts;
    const groups = sumOf('财政拨款基本支出各表的人员经费和公用经费合计', [
      ...groupTotals(tables, 'general-basic'),
      ...groupTotals(tables, 'gov-fund-basic'),
    ]);
    const basic = printedNumber(tables, 'expenditure', TOTAL_ROW, 'basic');
    return partOfPrint(tables, '', groups, basic, groups?.parts().length ?? 0);
  }
  const others = figures.operand('', spentTerms(OTHER_MONEY, ['basic']));
  if (others.amount === null) return [];
  return [
    atMost(
      '',
      figures.operand(
        '财政拨款的人员经费和公用经费合计',
        FISCAL_FUNDS.flatMap((fund) => basicEconomicTerms(figures.sums, classification, fund)),
      ),
      figures.operand('支出表基本支出（全部资金）', spentTerms(FUNDS, ['basic'])),
    ),
  ];
};

/** domain/tables.md B14. */
const fiscalBalances: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null) {
    const { tables } = facts;
    return [
      ...partOfPrint(
        tables,
        'opening',
        printedNumber(tables, 'appropriation-summary', rowOfRole('income', 'opening'), 'amount'),
        printedNumber(tables, 'summary', rowOfRole('income', 'opening'), 'amount'),
      ),
      ...partOfPrint(
        tables,
        'closing',
        printedNumber(tables, 'appropriation-summary', rowOfRole('expenditure', 'closing'), 'total'),
        printedNumber(tables, 'summary', rowOfRole('expenditure', 'closing'), 'amount'),
      ),
    ];
  }
  const balances = [
    ['opening', '年初结转和结余', openingTerms],
    ['closing', '年末结转和结余', closingTerms],
  ] as const;
  return balances.map(([subject, name, terms]) =>
    partOfBook(figures, subject, {
      part: figures.operand(`财政拨款${name}`, terms(EVERY_ROW, FISCAL_FUNDS)),
      whole: figures.operand(`全部资金${name}`, terms(EVERY_ROW, FUNDS)),
      rest: terms(EVERY_ROW, OTHER_MONEY),
    }),
  );
};

/** domain/tables.md B15. */
const fiscalSpent: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null) {
    const { tables } = facts;
    return partOfPrint(
      tables,
      '',
      printedNumber(tables, 'appropriation-summary', rowOfRole('expenditure', 'subtotal'), 'total'),
      printedNumber(tables, 'summary', rowOfRole('expenditure', 'subtotal'), 'amount'),
    );
  }
  return [
    partOfBook(figures, '', {
      part: figures.operand('财政拨款本年支出', spentTerms(FISCAL_FUNDS)),
      whole: figures.operand('全部资金本年支出', spentTerms(FUNDS)),
      rest: spentTerms(OTHER_MONEY),
    }),
  ];
};

/**
 * domain/tables.md B18, its soft half: 机关运行经费 is computed from the lines of 行政 and 参公 bodies, so in a book it
 * can never be above 公用经费; it is below where such a unit keyed lines as those of a 事业 body. Of a document the
 * number stands in its words, not in its tables.
 */
const operatingIsPublic: ClaimsOf = ({ figures, classification }) => {
  if (figures === null || figures.unit.kind === 'institution') return [];
  const rows = figures.sums
    .rows('economic', ['general'], 'actual')
    .filter((row) => classification.economicGroup(codeOfRow(row)) === 'public');
  const ofOffices = rows.filter((row) => readEconomicRow(row).org !== 'institution');
  const terms = (taken: readonly string[]) =>
    sheetTerms('economic', { select: { rows: taken }, funds: ['general'] });
  return [
    equal(
      '',
      figures.operand('机关运行经费（行政、参公的公用经费）', terms(ofOffices)),
      figures.operand('公用经费合计', terms(rows)),
    ),
  ];
};

/** domain/tables.md §12.2: parts of a whole that were keyed, or are printed, apart from it. */
export const BOUNDS: Laws = {
  B9: basicByEconomic,
  B12: fiscalByItem,
  B13: basicInAll,
  B14: fiscalBalances,
  B15: fiscalSpent,
  B18: operatingIsPublic,
};
