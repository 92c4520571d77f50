import { NAME_MISSING } from './code-tables.ts';
import { TableContent, type TableSource } from './content.ts';
import { type FormulaTerm, sheetTerms } from './formula.ts';

/** The three kinds that 政府采购支出合计 adds up. */
const KINDS = ['goods', 'works', 'services'] as const;

/** Rows of 政府采购情况表 (domain/tables.md §10; the place's own layout was not seen). */
const PROCUREMENT_ROWS: readonly {
  readonly item: string;
  readonly label: string;
  readonly indent: number;
  readonly rows: readonly string[];
}[] = [
  { item: 'total', label: '一、政府采购支出合计', indent: 0, rows: KINDS },
  { item: 'goods', label: '1.政府采购货物支出', indent: 1, rows: ['goods'] },
  { item: 'works', label: '2.政府采购工程支出', indent: 1, rows: ['works'] },
  { item: 'services', label: '3.政府采购服务支出', indent: 1, rows: ['services'] },
  { item: 'sme', label: '二、政府采购授予中小企业合同金额', indent: 0, rows: ['sme'] },
  { item: 'micro', label: '其中：授予小微企业合同金额', indent: 1, rows: ['micro'] },
];

/** 政府采购情况表, in Beijing. */
export function procurementTable(source: TableSource): TableContent {
  const content = new TableContent(source);
  for (const { item, label, indent, rows } of PROCUREMENT_ROWS) {
    const terms = sheetTerms('procurement', { select: { rows }, funds: [''] });
    const row = content.addRow({
      kind: item === 'total' ? 'total' : 'line',
      item,
      label,
      cells: { amount: content.value(terms) },
    });
    content.lines.push({
      label: { kind: 'label', text: label, indent },
      amount: content.amount(row, 'amount'),
    });
  }
  doubtIfNothingKeyed(content, 'procurement', '政府采购');
  content.numberLines(['label']);
  return content;
}

/** 政府购买服务决算公开情况表, in Beijing: one line for each service, under its 指导性目录. */
export function purchasedServicesTable(source: TableSource): TableContent {
  const content = new TableContent(source);
  const { sums, cellTexts } = source;
  const value = (terms: readonly FormulaTerm[]) => ({ amount: content.value(terms) });
  const addTotal = () => {
    const terms = sheetTerms('purchased_services', { select: { under: '' }, funds: [''] });
    const row = content.addRow({ kind: 'total', item: 'total', label: '合计', cells: value(terms) });
    content.lines.push({
      name: { kind: 'label', text: '合计', align: 'center', upTo: 'catalog' },
      amount: content.amount(row, 'amount'),
    });
  };
  if (source.table.total === 'first') addTotal();
  for (const id of sums.rows('purchased_services', [''], 'actual')) {
    const label = cellTexts.of('purchased_services', id, 'name') || NAME_MISSING;
    const terms = sheetTerms('purchased_services', { select: { rows: [id] }, funds: [''] });
    const row = content.addRow({ kind: 'line', item: id, label, cells: value(terms) });
    content.lines.push({
      name: { kind: 'label', text: label },
      catalog: { kind: 'label', text: cellTexts.of('purchased_services', id, 'catalog') },
      amount: content.amount(row, 'amount'),
    });
  }
  if (source.table.total !== 'first') addTotal();
  doubtIfNothingKeyed(content, 'purchased_services', '政府购买服务');
  return content;
}

/** Nobody having keyed anything is not yet that there was nothing, which the note below the table would say. */
function doubtIfNothingKeyed(content: TableContent, sheet: string, name: string): void {
  if (content.source.sums.rows(sheet, [''], 'actual').length > 0) return;
  content.doubts.push(`${name}没有录入任何数，表下会说明本年度没有${name}，须核实`);
}
