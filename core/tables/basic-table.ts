import type { EconomicGroup } from '../classification/classification.ts';
import { codeOfRow } from '../figures/row.ts';
import { NAME_MISSING } from './code-tables.ts';
import { TableContent, type TableSource } from './content.ts';
import { sheetTerms } from './formula.ts';
import type { Line } from './layout.ts';

/**
 * 一般公共预算财政拨款基本支出决算表: the fixed 款 of the layout in two groups, 人员经费 left and 公用经费 right. A 款
 * with data that the layout lacks is put in at its place rather than dropped.
 */
export function generalBasicTable(source: TableSource): TableContent {
  const content = new TableContent(source);
  const { sums, classification, table } = source;
  const layout = table.economicRows ?? { personnel: [], public: [] };
  const used = sums.rows('economic', ['general'], 'actual').map(codeOfRow);
  const usedCodes = new Set(used.flatMap((code) => [code.slice(0, 3), code]));

  const amountOf = (codes: readonly string[]) => ({
    amount: content.value(
      codes.flatMap((code) => sheetTerms('economic', { select: { under: code }, funds: ['general'] })),
    ),
  });
  const addGroup = (listed: readonly string[], groups: readonly EconomicGroup[]) => {
    const added = [...usedCodes].filter((code) => groups.includes(classification.economicGroup(code)));
    return [...new Set([...listed, ...added])].sort().map((code) =>
      content.addRow({
        kind: 'code',
        code,
        label: classification.economic(code)?.name ?? NAME_MISSING,
        cells: amountOf([code]),
      }),
    );
  };
  const personnel = addGroup(layout.personnel, ['personnel']);
  // Project money (309, 311, 313) does not belong here; it is shown, so that it is seen, but is part of no total.
  const publicRows = addGroup(layout.public, ['public', 'other']);

  const half = (prefix: 'personnel' | 'public', index: number | undefined): Line => {
    const row = index === undefined ? undefined : content.rows[index];
    if (index === undefined || row === undefined)
      return { [`${prefix}_amount`]: { kind: 'amount', text: '' } };
    return {
      [`${prefix}_code`]: { kind: 'code', text: row.code ?? '' },
      [`${prefix}_label`]: { kind: 'label', text: row.label, indent: row.code?.length === 3 ? 0 : 1 },
      [`${prefix}_amount`]: content.amount(index, 'amount'),
    };
  };
  for (let line = 0; line < Math.max(personnel.length, publicRows.length); line += 1) {
    content.lines.push({ ...half('personnel', personnel[line]), ...half('public', publicRows[line]) });
  }

  const classesOf = (group: EconomicGroup) =>
    [...classification.economicEntries()]
      .filter((entry) => entry.code.length === 3 && entry.group === group)
      .map((entry) => entry.code);
  const addTotal = (item: string, label: string, group: EconomicGroup) =>
    content.addRow({ kind: 'total', item, label, cells: amountOf(classesOf(group)) });
  const personnelTotal = addTotal('personnel_total', '人员经费合计', 'personnel');
  const publicTotal = addTotal('public_total', '公用经费合计', 'public');
  content.lines.push({
    personnel_code: { kind: 'label', text: '人员经费合计', align: 'center', span: 2 },
    personnel_amount: content.amount(personnelTotal, 'amount'),
    public_code: { kind: 'label', text: '公用经费合计', align: 'center', span: 2 },
    public_amount: content.amount(publicTotal, 'amount'),
  });
  return content;
}
