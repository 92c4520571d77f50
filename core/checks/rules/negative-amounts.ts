import { rowName } from '../../figures/address-name.ts';
import { codeOfRow } from '../../figures/row.ts';
import {
  FISCAL_FUNDS,
  FUND_NAMES,
  type Fund,
  findColumn,
  findSheet,
  MEASURE_NAMES,
} from '../../figures/sheets.ts';
import { fen } from '../../money/fen.ts';
import type { TableId } from '../../profiles/profile.ts';
import { type FormulaTerm, sheetTerms } from '../../tables/formula.ts';
import {
  THREE_PUBLIC_ITEMS,
  THREE_PUBLIC_LABELS,
  threePublicTerms,
} from '../../tables/three-public-table.ts';
import { cellOperand } from '../cell-operand.ts';
import { type Claim, notice, type Operand } from '../claim.ts';
import type { Facts, FactTable, FigureFacts } from '../facts.ts';
import type { ClaimsOf } from '../rule.ts';
import { inWan, itemOfFund } from './wording.ts';

function notNegative(subject: string, { name, amount, parts }: Operand): Claim {
  const isNegative = (amount ?? 0) < 0;
  if (!isNegative) return notice(subject, true, '');
  return notice(subject, false, `${name}是负数：${inWan(amount ?? 0)}`, {
    stake: fen(-(amount ?? 0)),
    places: parts()
      .filter((part) => part.amount < 0)
      .map(({ place }) => place),
  });
}

/** The 款 of the tables of 基本支出, and the items of the table of 三公. Sums of them follow. */
const PRINTED: readonly TableId[] = ['general-basic', 'gov-fund-basic', 'three-public'];

function printedAmounts(table: FactTable): Claim[] {
  return table.rows.flatMap(({ code, item, cells }, row) => {
    const isSum = code === undefined ? !THREE_PUBLIC_ITEMS.some((each) => each === item) : code.length === 3;
    if (isSum) return [];
    return Object.keys(cells).map((column) =>
      notNegative([table.id, code ?? item, column].join('/'), cellOperand(table, row, column)),
    );
  });
}

function keyedAmounts(figures: FigureFacts): Claim[] {
  const { sums, edition } = figures;
  const operand = (subject: string, name: string, terms: readonly FormulaTerm[]) =>
    notNegative(subject, figures.operand(name, terms));
  const basic = (['general', 'gov_fund'] as const).flatMap((fund) =>
    [...byCode(sums.rows('economic', [fund], 'actual'))].map(([code, rows]) =>
      operand(
        `${code}/${fund}`,
        `${code} 的基本支出（${FUND_NAMES[fund]}）`,
        sheetTerms('economic', { select: { rows }, funds: [fund] }),
      ),
    ),
  );
  const funds: readonly Fund[] = edition.threePublicFunds === 'general' ? ['general'] : FISCAL_FUNDS;
  const measure = edition.threePublicBudget;
  const threePublic = THREE_PUBLIC_ITEMS.flatMap((item) => {
    const budget = sheetTerms('three_public', {
      select: { rows: [item] },
      funds,
      columns: ['amount'],
      measure,
    });
    const name = `“三公”${THREE_PUBLIC_LABELS[item]}`;
    return [
      operand(`${item}/actual`, `${name}决算数`, threePublicTerms([item], funds)),
      operand(`${item}/budget`, `${name}${MEASURE_NAMES[measure]}`, budget),
    ];
  });
  return [...basic, ...threePublic];
}

function byCode(rows: readonly string[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const row of rows) codes.set(codeOfRow(row), [...(codes.get(codeOfRow(row)) ?? []), row]);
  return codes;
}

/** domain/tables.md A18. */
export const negativeAmounts: ClaimsOf = (facts) =>
  // the tables of a book are computed when they are asked for
  facts.figures === null
    ? PRINTED.flatMap((id) => facts.tables.table(id) ?? []).flatMap(printedAmounts)
    : keyedAmounts(facts.figures);

/** Of each 项 and column, what a unit spent of 财政拨款; of other money B12 tells it. */
function spentAmounts({ classification }: Facts, figures: FigureFacts): Claim[] {
  const sheet = findSheet('expenditure');
  if (sheet === undefined) return [];
  return FISCAL_FUNDS.flatMap((fund) =>
    figures.sums
      .rows('expenditure', [fund], 'actual')
      .flatMap((row) =>
        sheet.columns
          .filter(({ funds }) => funds.includes(fund))
          .map(({ id, name }) =>
            notNegative(
              `expenditure/${row}/${fund}/${id}`,
              figures.operand(
                `${itemOfFund(row, fund, classification)}${name}`,
                sheetTerms('expenditure', { select: { rows: [row] }, funds: [fund], columns: [id] }),
              ),
            ),
          ),
      ),
  );
}

function procuredAmounts({ classification }: Facts, figures: FigureFacts): Claim[] {
  return (['procurement', 'purchased_services'] as const).flatMap((id) => {
    const sheet = findSheet(id);
    const column = sheet && findColumn(sheet, 'amount');
    if (sheet === undefined || column === undefined) return [];
    return figures.sums
      .rows(id, [''], 'actual')
      .map((row) =>
        notNegative(
          `${id}/${row}`,
          figures.operand(
            `${sheet.name} ${rowName(sheet, row, classification)}`.trim(),
            sheetTerms(id, { select: { rows: [row] }, funds: [''], columns: [column.id] }),
          ),
        ),
      );
  });
}

/** What the 差额表 takes out stands there; a unit's own negative amount is a slip, or a refund to be explained. */
export const negativeSpending: ClaimsOf = (facts) =>
  facts.figures === null
    ? []
    : [...spentAmounts(facts, facts.figures), ...procuredAmounts(facts, facts.figures)];
