import type { EconomicGroup } from '../classification/classification.ts';
import { codeOfRow } from '../figures/row.ts';
import type { Fund } from '../figures/sheets.ts';
import { NAME_MISSING } from './code-tables.ts';
import { TableContent, type TableSource } from './content.ts';
import { sheetTerms } from './formula.ts';
import { acrossCode, codeCells, type Line, numberingOf } from './layout.ts';

/** The columns of one group of 款: `personnel_code`, `personnel_label`, `personnel_amount`. */
type Prefix = 'personnel' | 'public' | 'public_2';

/**
 * 一般公共预算财政拨款基本支出决算(明细)表 and, in Beijing, that of 政府性基金: the fixed 款 of the layout, 人员经费 at
 * the left, 公用经费 beside it in one group or two. A 款 with data that the layout lacks is put in at its place rather
 * than dropped.
 */
export function basicTable(source: TableSource, fund: Fund): TableContent {
  const content = new TableContent(source);
  const { sums, classification, table } = source;
  const numbering = numberingOf(source.edition, table);
  const layout = table.economicRows ?? { personnel: [], public: [[]] };
  const used = sums.rows('economic', [fund], 'actual').map(codeOfRow);
  const usedCodes = [...new Set(used.flatMap((code) => [code.slice(0, 3), code]))];

  const amountOf = (codes: readonly string[]) => ({
    amount: content.value(
      codes.flatMap((code) => sheetTerms('economic', { select: { under: code }, funds: [fund] })),
    ),
  });
  const addRows = (codes: readonly string[]) =>
    codes.map((code) =>
      content.addRow({
        kind: 'code',
        code,
        label: classification.economic(code)?.name ?? NAME_MISSING,
        cells: amountOf([code]),
      }),
    );
  const inGroups = (groups: readonly EconomicGroup[]) =>
    usedCodes.filter((code) => groups.includes(classification.economicGroup(code)));
  // Project money (309, 311, 313) does not belong here; it is shown, so that it is seen, but is part of no total.
  const publicLists = withAdded(layout.public, inGroups(['public', 'other']));
  const groups: (readonly [Prefix, readonly number[]])[] = [
    ['personnel', addRows(withAdded([layout.personnel], inGroups(['personnel']))[0] ?? [])],
    ...publicLists.map((codes, index): [Prefix, readonly number[]] => [
      index === 0 ? 'public' : 'public_2',
      addRows(codes),
    ]),
  ];

  const groupLine = (prefix: Prefix, index: number | undefined): Line => {
    const row = index === undefined ? undefined : content.rows[index];
    if (index === undefined || row === undefined)
      return { [`${prefix}_amount`]: { kind: 'amount', text: '' } };
    return {
      ...codeCells(`${prefix}_code`, row.code ?? '', numbering),
      [`${prefix}_label`]: { kind: 'label', text: row.label, indent: row.code?.length === 3 ? 0 : 1 },
      [`${prefix}_amount`]: content.amount(index, 'amount'),
    };
  };
  for (let line = 0; line < Math.max(...groups.map(([, rows]) => rows.length)); line += 1) {
    const parts = groups.map(([prefix, rows]) => groupLine(prefix, rows[line]));
    content.lines.push(Object.assign({}, ...parts));
  }

  const classesOf = (group: EconomicGroup) =>
    [...classification.economicEntries()]
      .filter((entry) => entry.code.length === 3 && entry.group === group)
      .map((entry) => entry.code);
  const addTotal = (item: string, label: string, group: EconomicGroup) =>
    content.addRow({ kind: 'total', item, label, cells: amountOf(classesOf(group)) });
  const personnelTotal = addTotal('personnel_total', '人员经费合计', 'personnel');
  const publicTotal = addTotal('public_total', '公用经费合计', 'public');
  // over all groups of 公用经费 but the last amount
  const last = groups.length > 2 ? 'public_2' : 'public';
  content.lines.push({
    ...acrossCode('personnel_code', 'personnel_label', '人员经费合计', numbering),
    personnel_amount: content.amount(personnelTotal, 'amount'),
    ...acrossCode('public_code', `${last}_label`, '公用经费合计', numbering),
    [`${last}_amount`]: content.amount(publicTotal, 'amount'),
  });
  return content;
}

/** Puts each code that no list has into the list whose 类 it belongs to, else into the last. */
function withAdded(lists: readonly (readonly string[])[], codes: readonly string[]): string[][] {
  const listed = new Set(lists.flat());
  const home = (code: string) => {
    const index = lists.findIndex((list) => list.includes(code.slice(0, 3)));
    return index === -1 ? lists.length - 1 : index;
  };
  return lists.map((list, index) => {
    const added = codes.filter((code) => !listed.has(code) && home(code) === index);
    return added.length === 0 ? [...list] : [...new Set([...list, ...added])].sort();
  });
}
