import { FISCAL_FUNDS, type Fund, findSheet, MEASURE_NAMES, type Measure } from '../figures/sheets.ts';
import { TableContent, type TableSource } from './content.ts';
import { type FormulaTerm, sheetTerms } from './formula.ts';
import type { LineCell } from './layout.ts';

/** The 款 of general-fund 基本支出 that each of the 三公 items is read from, so that it is not keyed a second time. */
export const ECONOMIC_CODE: Readonly<Record<string, string>> =
  findSheet('three_public')?.columns.find(({ lent }) => lent !== undefined)?.lent?.codes ?? {};

/** The four items that add up to 三公. */
export const THREE_PUBLIC_ITEMS = ['abroad', 'vehicle_purchase', 'vehicle_operation', 'reception'] as const;

const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  ['total', '合计', THREE_PUBLIC_ITEMS],
  ['abroad', '因公出国（境）费', ['abroad']],
  ['vehicle_total', '公务用车购置及运行维护费小计', ['vehicle_purchase', 'vehicle_operation']],
  ['vehicle_purchase', '公务用车购置费', ['vehicle_purchase']],
  ['vehicle_operation', '公务用车运行维护费', ['vehicle_operation']],
  ['reception', '公务接待费', ['reception']],
];

/** What the table calls its items, sums included. */
export const THREE_PUBLIC_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  ROWS.map(([item, label]) => [item, label]),
);

/** What was spent on the items: read from the economic classification where it stands there, else keyed. */
export function threePublicTerms(
  items: readonly string[],
  funds: readonly Fund[] = FISCAL_FUNDS,
): FormulaTerm[] {
  return [
    ...items.flatMap((item) =>
      sheetTerms('economic', { select: { under: ECONOMIC_CODE[item] ?? item }, funds: ['general'] }),
    ),
    ...sheetTerms('three_public', {
      select: { rows: items },
      funds,
      columns: ['basic', 'project'],
    }),
  ];
}

/** 财政拨款“三公”经费支出决算表: one printed line of pairs 预算数 | 决算数. */
export function threePublicTable(source: TableSource): TableContent {
  const content = new TableContent(source);
  const measure = source.edition.threePublicBudget;
  const funds: readonly Fund[] = source.edition.threePublicFunds === 'general' ? ['general'] : FISCAL_FUNDS;
  const line: Record<string, LineCell> = {};
  for (const [item, label, items] of ROWS) {
    const budget = sheetTerms('three_public', {
      select: { rows: items },
      funds,
      columns: ['amount'],
      measure,
    });
    const row = content.addRow({
      kind: item === 'total' ? 'total' : 'line',
      item,
      label,
      cells: {
        budget: content.value(budget),
        actual: content.value(threePublicTerms(items, funds), 'three-public-actual'),
      },
    });
    line[`${item}_budget`] = content.amount(row, 'budget');
    line[`${item}_actual`] = content.amount(row, 'actual');
  }
  const keyed = (of: Measure) => source.sums.rows('three_public', funds, of).length > 0;
  const other = measure === 'final' ? 'initial' : 'final';
  if (!keyed(measure) && keyed(other)) {
    const [chosen, found] = [MEASURE_NAMES[measure], MEASURE_NAMES[other]];
    content.doubts.push(
      `预算数按这种格式取${chosen}，账簿里只录了${found}，所以空着：补录${chosen}，或改报表格式`,
    );
  }
  content.lines.push(line);
  return content;
}
