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
  /** what the table will say */
  readonly consequence: string;
  readonly funds: readonly Fund[];
}

const FEEDING: readonly Feeding[] = [
  { table: 'three-public', sheet: 'three_public', consequence: '没有“三公”经费支出', funds: FISCAL_FUNDS },
  { table: 'procurement', sheet: 'procurement', consequence: '没有政府采购支出', funds: [''] },
  {
    table: 'purchased-services',
    sheet: 'purchased_services',
    consequence: '没有政府购买服务支出',
    funds: [''],
  },
];

function isThreePublicSpent({ sums }: FigureFacts): boolean {
  return evaluate(sums, threePublicTerms(THREE_PUBLIC_ITEMS)) !== null;
}

/** Whether anything was keyed for the year, 0 included. Last year's figures say nothing of this one. */
function isAnythingKeyed(figures: FigureFacts, { sheet, funds }: Feeding): boolean {
  const measures = MEASURES.filter((measure) => measure !== 'prior');
  if (measures.some((measure) => figures.sums.rows(sheet, funds, measure).length > 0)) return true;
  return sheet === 'three_public' && isThreePublicSpent(figures);
}

/** What nobody keyed is printed as nothing spent, which is a statement: a blank is not a 0. */
const keyedOrNothing: ClaimsOf = ({ figures }) => {
  if (figures === null || !isBegun(figures)) return [];
  return FEEDING.flatMap((feeding): Claim[] => {
    const { table: id, sheet, consequence } = feeding;
    const table = figures.edition.tables.find((each) => each.id === id);
    if (table === undefined) return [];
    const name = findSheet(sheet)?.name ?? sheet;
    const message = `${name}没有录入，公开表将印成${consequence}。确实没有的录 0，或写说明`;
    return [notice(sheet, isAnythingKeyed(figures, feeding), message)];
  });
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
const PUBLISHED_COUNTS: Readonly<Record<(typeof THREE_PUBLIC_ITEMS)[number], readonly string[]>> = {
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

/** Only where 三公 was keyed: before that, its money is asked for first. */
const countsGiven: ClaimsOf = (facts) => {
  const { figures } = facts;
  const sheet = findSheet('counts');
  if (figures === null || sheet === undefined || !isBegun(figures)) return [];
  const isKeyed = MEASURES.some((measure) => figures.sums.rows('three_public', FISCAL_FUNDS, measure).length > 0);
  if (!isKeyed && !isThreePublicSpent(figures)) return [];
  const missing = missingCounts(figures);
  const names = missing.map((row) => listItemName(sheet, row) ?? row);
  const cell = { sheet: 'counts', fund: '', column: 'count', measure: 'actual' } as const;
  const places = missing.map((row): Place => ownCell(facts, figures, { ...cell, row }));
  const message = `公开说明要写而没有录入的：${names.join('、')}。没有的录 0`;
  return [notice('', missing.length === 0, message, { places })];
};

function isEmpty({ rows }: FactTable): boolean {
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

/** domain/tables.md C8: an empty table says below it that there was nothing. */
const emptyTablesExplained: ClaimsOf = (facts) => {
  if (facts.figures !== null) return emptyTablesOfBook(facts, facts.figures);
  return facts.tables
    .all()
    .map((table) => emptyClaim(table, !isEmpty(table) || saysNothingThere(table.notes)));
};

/** What a table needs, and nobody keyed. Names that are missing beside codes: A19. */
export const COMPLETENESS: Laws = {
  T1: keyedOrNothing,
  T2: catalogued,
  T3: countsGiven,
  T4: emptyTablesExplained,
};
