import { ancestorsOf } from '../classification/classification.ts';
import { FUNDS, type Fund } from '../figures/sheets.ts';
import { TableContent, type TableSource } from './content.ts';
import {
  closingTerms,
  type FormulaTerm,
  openingTerms,
  type RowSelection,
  type RuleId,
  sheetTerms,
} from './formula.ts';
import { acrossCode, codeCells, numberingOf, printedKeys } from './layout.ts';

/** What a column of a table by code shows for the rows selected; `null`: the column stays blank in that row. */
type ColumnTerms = (
  select: RowSelection,
) => { readonly terms: readonly FormulaTerm[]; readonly rule?: RuleId } | null;

interface CodeTable {
  readonly columns: Readonly<Record<string, ColumnTerms>>;
  /** every 项 that may have a row; only those with a number other than 0 get one */
  readonly items: readonly string[];
}

/** What is printed where no list at hand knows the code's name; the user must supply it before publishing. */
export const NAME_MISSING = '（科目名称待补）';

const of =
  (sheet: 'income' | 'expenditure', funds: readonly Fund[], columns?: readonly string[]): ColumnTerms =>
  (select) => ({
    terms: sheetTerms(sheet, { select, funds, ...(columns === undefined ? {} : { columns }) }),
  });

/** 收入决算表. */
export function incomeTable(source: TableSource): TableContent {
  return codeTable(source, {
    columns: {
      total: of('income', FUNDS),
      appropriation: of('income', FUNDS, ['appropriation']),
      superior: of('income', FUNDS, ['superior']),
      undertaking: of('income', FUNDS, ['undertaking']),
      business: of('income', FUNDS, ['business']),
      affiliate: of('income', FUNDS, ['affiliate']),
      other: of('income', FUNDS, ['other']),
    },
    items: source.sums.rows('income', FUNDS, 'actual'),
  });
}

/** 支出决算表. */
export function expenditureTable(source: TableSource): TableContent {
  return codeTable(source, {
    columns: {
      total: of('expenditure', FUNDS),
      basic: of('expenditure', FUNDS, ['basic']),
      project: of('expenditure', FUNDS, ['project']),
      remit: of('expenditure', FUNDS, ['remit']),
      business: of('expenditure', FUNDS, ['business']),
      subsidy: of('expenditure', FUNDS, ['subsidy']),
    },
    items: source.sums.rows('expenditure', FUNDS, 'actual'),
  });
}

/** 一般公共预算财政拨款支出决算表. */
export function generalExpenditureTable(source: TableSource): TableContent {
  return codeTable(source, {
    columns: {
      total: of('expenditure', ['general']),
      basic: of('expenditure', ['general'], ['basic']),
      project: of('expenditure', ['general'], ['project']),
    },
    items: source.sums.rows('expenditure', ['general'], 'actual'),
  });
}

/**
 * 政府性基金, 国有资本经营 and, in Beijing, 一般公共预算财政拨款收入支出决算表: one fund with what it carried in and
 * carries on. A layout that prints the expenditure alone (公开08 in the short form) lists only what was spent.
 */
export function fundTable(source: TableSource, fund: Fund): TableContent {
  const { sums } = source;
  const balanceRows = sums.rows('balance', [fund], 'actual');
  // A balance keyed as one line per unit and fund says nothing about the single 项: their balances stay blank.
  const balanceByItem = !balanceRows.includes('');
  const whole = (select: RowSelection) => 'under' in select && select.under === '';
  return codeTable(source, {
    columns: {
      opening: (select) =>
        balanceByItem || whole(select) ? { terms: openingTerms(select, [fund]), rule: 'opening' } : null,
      income: of('income', [fund], ['appropriation']),
      total: of('expenditure', [fund]),
      basic: of('expenditure', [fund], ['basic']),
      project: of('expenditure', [fund], ['project']),
      closing: (select) =>
        balanceByItem || whole(select) ? { terms: closingTerms(select, [fund]), rule: 'closing' } : null,
    },
    items: [
      ...new Set([
        ...sums.rows('income', [fund], 'actual'),
        ...sums.rows('expenditure', [fund], 'actual'),
        ...balanceRows.filter((row) => row !== ''),
      ]),
    ],
  });
}

/** 合计 and the tree 类 → 款 → 项 in ascending order of codes, only rows with data in a printed column. */
function codeTable(source: TableSource, { columns: computed, items }: CodeTable): TableContent {
  const numbering = numberingOf(source.edition, source.table);
  const content = new TableContent(source);
  const printed = printedKeys(source.table.columns);
  const columns = Object.fromEntries(Object.entries(computed).filter(([column]) => printed.has(column)));
  const cellsOf = (select: RowSelection) =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([column, terms]) => {
        const found = terms(select);
        return found === null ? [] : [[column, content.value(found.terms, found.rule)]];
      }),
    );
  const hasData = (code: string) =>
    Object.values(cellsOf({ under: code })).some((value) => value.exact !== null && value.exact !== 0);
  const codes = [...new Set(items.filter(hasData).flatMap((item) => [...ancestorsOf(item), item]))].sort();

  const addTotal = () => {
    const row = content.addRow({ kind: 'total', label: '合计', cells: cellsOf({ under: '' }) });
    content.lines.push({
      ...acrossCode('code', 'name', '合计', numbering),
      ...Object.fromEntries(Object.keys(columns).map((column) => [column, content.amount(row, column)])),
    });
  };
  if (source.table.total === 'first') addTotal();
  for (const code of codes) {
    const label = source.classification.function(code)?.name ?? NAME_MISSING;
    const row = content.addRow({ kind: 'code', code, label, cells: cellsOf({ under: code }) });
    content.lines.push({
      ...codeCells('code', code, numbering),
      name: { kind: 'label', text: label, indent: (code.length - 3) / 2 },
      ...Object.fromEntries(Object.keys(columns).map((column) => [column, content.amount(row, column)])),
    });
  }
  if (source.table.total !== 'first') addTotal();
  return content;
}
