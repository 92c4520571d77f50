import type { FigureAddress } from '../../figures/figure.ts';
import { FISCAL_FUNDS, type Fund, findSheet, listItemName, MEASURES } from '../../figures/sheets.ts';
import type { ProfileTable } from '../../profiles/profile.ts';
import { columnKeys } from '../../profiles/table-columns.ts';
import type { FormulaTerm } from '../../tables/formula.ts';
import { THREE_PUBLIC_ITEMS, threePublicTerms } from '../../tables/three-public-table.ts';
import { evaluate } from '../amounts.ts';
import { type Claim, notice } from '../claim.ts';
import emptyTableWords from '../data/empty-table-words.json' with { type: 'json' };
import type { Facts, FactTable, FigureFacts } from '../facts.ts';
import type { Place } from '../finding.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { isBegun } from './last-year.ts';
import { listed, ownCell } from './wording.ts';

/** A sheet that is easily forgotten, since the table that it feeds then says that there was nothing. */
interface Feeding {
  readonly table: ProfileTable['id'];
  readonly sheet: string;
  /** what the table will say, and what to do */
  readonly consequence: string;
  readonly funds: readonly Fund[];
  /** where a 0 would be keyed */
  readonly cell: Pick<FigureAddress, 'row' | 'fund' | 'column'> | null;
}

const THREE_PUBLIC: Feeding = {
  table: 'three-public',
  sheet: 'three_public',
  consequence: '公开表将印成没有“三公”经费支出。确实没有的录 0，或说明原因',
  funds: FISCAL_FUNDS,
  cell: { row: 'abroad', fund: 'general', column: 'project' },
};
const PROCUREMENT: Feeding = {
  table: 'procurement',
  sheet: 'procurement',
  consequence: '公开表将印成没有政府采购支出。确实没有的录 0，或说明原因',
  funds: [''],
  cell: { row: 'goods', fund: '', column: 'amount' },
};
/** Its rows are the clerk's own: where there was nothing, there is no row to key a 0 in. */
const PURCHASED_SERVICES: Feeding = {
  table: 'purchased-services',
  sheet: 'purchased_services',
  consequence: '公开表将印成没有政府购买服务支出。确实没有的说明原因',
  funds: [''],
  cell: null,
};

function isThreePublicSpent({ sums }: Pick<FigureFacts, 'sums'>): boolean {
  return evaluate(sums, threePublicTerms(THREE_PUBLIC_ITEMS)) !== null;
}

/**
 * Whether anything was keyed of what was spent, 0 included. A budget of 0 answers too; any other one, and last year's
 * figures, say nothing of it.
 */
function isAnythingKeyed({ sums }: FigureFacts, { sheet, funds }: Feeding): boolean {
  if (sums.rows(sheet, funds, 'actual').length > 0) return true;
  const columns = (findSheet(sheet)?.columns ?? []).map(({ id }) => id);
  const budgets = (['initial', 'final'] as const).flatMap((measure) => [
    ...sums.behind([{ sign: 1, sheet, measure, columns, funds, select: { under: '' } }]),
  ]);
  return budgets.length > 0 && budgets.every(({ value }) => value === 0);
}

/** What nobody keyed is printed as nothing spent, which is a statement: a blank is not a 0. */
const keyedOrNothing =
  (feeding: Feeding): ClaimsOf =>
  (facts) => {
    const { figures } = facts;
    const { table, sheet, consequence, cell } = feeding;
    if (figures === null || !isBegun(figures)) return [];
    if (!figures.edition.tables.some(({ id }) => id === table)) return [];
    const isKeyed =
      isAnythingKeyed(figures, feeding) || (sheet === 'three_public' && isThreePublicSpent(figures));
    const places = cell === null ? [] : [ownCell(facts, figures, { sheet, measure: 'actual', ...cell })];
    return [notice('', isKeyed, `${findSheet(sheet)?.name}没有录入，${consequence}`, { places })];
  };

/** The column of a clerk's own rows that the table of the 报表格式 prints beside their amounts. */
const catalogued: ClaimsOf = (facts) => {
  const { figures } = facts;
  const table = figures?.edition.tables.find(({ id }) => id === 'purchased-services');
  if (figures === null || table === undefined || !columnKeys(table.columns).includes('catalog')) return [];
  const rows = figures.sums.rows('purchased_services', [''], 'actual');
  if (rows.length === 0) return [];
  const without = rows.filter((row) => figures.cellText('purchased_services', row, 'catalog').trim() === '');
  const names = without.map((row) => figures.cellText('purchased_services', row, 'name') || row);
  const cell = { sheet: 'purchased_services', fund: '', column: 'catalog', measure: 'actual' } as const;
  return [
    notice(
      '',
      without.length === 0,
      `政府购买服务没有录指导性目录的：${listed(names)}。“${table.title}”的这一栏将空着`,
      { places: without.map((row) => ownCell(facts, figures, { ...cell, row })) },
    ),
  ];
};

/** The counts that are published beside each item of 三公, also when they are 0 (domain/features.md, rows 23 and 68). */
export const PUBLISHED_COUNTS: Readonly<Record<(typeof THREE_PUBLIC_ITEMS)[number], readonly string[]>> = {
  abroad: ['abroad_groups', 'abroad_people'],
  vehicle_purchase: ['vehicles_bought'],
  vehicle_operation: ['vehicles_kept'],
  reception: ['receptions_domestic', 'reception_people_domestic'],
};

function countTerms(row: string): FormulaTerm[] {
  return [
    {
      sign: 1,
      sheet: 'counts',
      measure: 'actual',
      columns: ['count'],
      funds: [''],
      select: { rows: [row] },
    },
  ];
}

/** Counts of items on which nothing was spent: where money was spent, S1 to S5 ask for them. */
function missingCounts({ sums }: FigureFacts): string[] {
  return THREE_PUBLIC_ITEMS.flatMap((item) => {
    const spent = evaluate(sums, threePublicTerms([item])) ?? 0;
    return spent > 0 ? [] : PUBLISHED_COUNTS[item];
  }).filter((row) => evaluate(sums, countTerms(row)) === null);
}

/** Whether anything of 三公 was keyed, be it a budget or in 经济分类. */
export function isThreePublicBegun({ sums }: Pick<FigureFacts, 'sums'>): boolean {
  return (
    MEASURES.some((measure) => sums.rows('three_public', FISCAL_FUNDS, measure).length > 0) ||
    isThreePublicSpent({ sums })
  );
}

/** Only where 三公 was keyed: before that, its money is asked for first. */
const countsGiven: ClaimsOf = (facts) => {
  const { figures } = facts;
  const sheet = findSheet('counts');
  if (figures === null || sheet === undefined || !isBegun(figures)) return [];
  if (!isThreePublicBegun(figures)) return [];
  const missing = missingCounts(figures);
  const names = missing.map((row) => listItemName(sheet, row) ?? row);
  const cell = { sheet: 'counts', fund: '', column: 'count', measure: 'actual' } as const;
  const places = missing.map((row): Place => ownCell(facts, figures, { ...cell, row }));
  const message = `公开说明要写而没有录入的：${names.join('、')}。没有的录 0`;
  return [notice('', missing.length === 0, message, { places })];
};

export function isEmpty({ rows }: FactTable): boolean {
  return rows.every(({ cells }) =>
    Object.values(cells).every(({ amount, unreadable }) => !amount && unreadable !== true),
  );
}

function saysNothingThere(notes: readonly string[]): boolean {
  return notes.some((note) => emptyTableWords.some((word) => note.includes(word)));
}

function emptyClaim({ id, title }: Pick<FactTable, 'id' | 'title'>, holds: boolean): Claim {
  return notice(id, holds, `“${title}”没有数，表下也没有说明本年度没有这项收支`);
}

/** The built-in formats have a 说明 for every table, so only one that somebody changed has its tables looked at. */
function emptyTablesOfBook({ tables }: Facts, { edition, sums }: FigureFacts): Claim[] {
  if (!isBegun({ sums })) return [];
  return edition.tables.map((table) => {
    if (table.emptyNote.trim() !== '') return emptyClaim(table, true);
    const printed = tables.table(table.id);
    return emptyClaim(table, printed === null || !isEmpty(printed) || saysNothingThere(printed.notes));
  });
}

/**
 * domain/tables.md C8: an empty table says below it that there was nothing. Of a workbook, what stands below its tables
 * is not read: where no table has a note, nothing is known of them and nothing is said.
 */
const emptyTablesExplained: ClaimsOf = (facts) => {
  if (facts.figures !== null) return emptyTablesOfBook(facts, facts.figures);
  const tables = facts.tables.all();
  if (tables.every(({ notes }) => notes.length === 0)) return [];
  return tables.map((table) => emptyClaim(table, !isEmpty(table) || saysNothingThere(table.notes)));
};

/** What a table needs, and nobody keyed. Names that are missing beside codes: A19. */
export const COMPLETENESS: Laws = {
  T1: keyedOrNothing(THREE_PUBLIC),
  T1a: keyedOrNothing(PROCUREMENT),
  T1b: keyedOrNothing(PURCHASED_SERVICES),
  T2: catalogued,
  T3: countsGiven,
  T4: emptyTablesExplained,
};
