import { FISCAL_FUNDS, type Fund, MEASURE_NAMES } from '../../figures/sheets.ts';
import { sheetTerms } from '../../tables/formula.ts';
import { ECONOMIC_CODE, THREE_PUBLIC_ITEMS, threePublicTerms } from '../../tables/three-public-table.ts';
import { atMost, type Claim } from '../claim.ts';
import type { FigureFacts, TableFacts } from '../facts.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { partOfBook, printedNumber, rowOfCode, rowOfItem } from './quantities.ts';

function fundsOf({ edition }: FigureFacts): readonly Fund[] {
  return edition.threePublicFunds === 'general' ? ['general'] : FISCAL_FUNDS;
}

/** domain/tables.md B16. The 三公 table counts 项目支出 and other funds too, so it may be above. */
const basicInThreePublic: ClaimsOf = (facts) =>
  Object.entries(ECONOMIC_CODE).flatMap(([item, code]) =>
    facts.figures === null ? printedItem(facts.tables, item, code) : [keyedItem(facts.figures, item, code)],
  );

function printedItem(tables: TableFacts, item: string, code: string): Claim[] {
  const basic = printedNumber(tables, 'general-basic', rowOfCode(code), 'amount');
  const all = printedNumber(tables, 'three-public', rowOfItem(item), 'actual');
  return basic === null || all === null ? [] : [atMost(item, basic, all)];
}

/** In a book the table reads the 款 and adds what was keyed beside it: only a negative amount there can break it. */
function keyedItem(figures: FigureFacts, item: string, code: string): Claim {
  const keyed = sheetTerms('three_public', {
    select: { rows: [item] },
    funds: fundsOf(figures),
    columns: ['basic', 'project'],
  });
  const basic = sheetTerms('economic', { select: { under: code }, funds: ['general'] });
  return partOfBook(figures, item, {
    part: figures.operand(`基本支出里的 ${code}`, basic),
    whole: figures.operand('“三公”表的决算数', threePublicTerms([item], fundsOf(figures))),
    rest: keyed,
  });
}

/**
 * domain/tables.md B17: the totals; the budget is the one that the table prints. A book in which no such budget was
 * keyed has nothing to be above; that it is missing is another matter.
 */
const aboveBudget: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null) {
    const { tables } = facts;
    const actual = printedNumber(tables, 'three-public', rowOfItem('total'), 'actual');
    const budget = printedNumber(tables, 'three-public', rowOfItem('total'), 'budget');
    return actual === null || budget === null ? [] : [atMost('', actual, budget)];
  }
  const funds = fundsOf(figures);
  const measure = figures.edition.threePublicBudget;
  const budget = sheetTerms('three_public', {
    select: { rows: THREE_PUBLIC_ITEMS },
    funds,
    columns: ['amount'],
    measure,
  });
  const planned = figures.operand(`“三公”${MEASURE_NAMES[measure]}合计`, budget);
  if (planned.amount === null) return [];
  const actual = figures.operand('“三公”决算数合计', threePublicTerms(THREE_PUBLIC_ITEMS, funds));
  return [atMost('', actual, planned, { places: [] })];
};

export const THREE_PUBLIC: Laws = { B16: basicInThreePublic, B17: aboveBudget };
