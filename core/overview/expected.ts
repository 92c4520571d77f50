import { type BookScope, bookFacts } from '../checks/book-facts.ts';
import type { Expectation, YearScope } from './expectation.ts';
import {
  begunSheet,
  economicSum,
  incomeOfSpending,
  itemsAnswered,
  lastClosings,
  priorOfFunds,
} from './expected-items.ts';
import {
  controlFigures,
  controlledVehicles,
  listRows,
  namedRows,
  publishedCounts,
  threePublicActual,
  threePublicBudget,
} from './expected-lists.ts';
import { EXPECTED_RULES, type ExpectedRule } from './expected-rules.ts';

/** What a unit's year is expected to have, or the department's own 核对数; of the 差额表 nothing is expected. */
export function expectationsOf(book: BookScope): Expectation[] {
  if (book.scope === 'adjustments') return [];
  const facts = bookFacts(book);
  const { figures } = facts;
  if (figures === null) return [];
  const scope = { book, facts, figures };
  const rules = EXPECTED_RULES.filter(
    (rule) => book.scope === (rule.rule === 'control' ? rule.scope : 'unit'),
  );
  const begun = rules.filter(({ rule }) => rule === 'begun').flatMap((rule) => expectedBy(scope, rule));
  const single = rules.filter(({ rule }) => rule !== 'begun').flatMap((rule) => expectedBy(scope, rule));
  // who knows single figures of a sheet need not ask for “something”
  return [...begun.filter(({ sheet }) => !single.some((other) => other.sheet === sheet)), ...single];
}

function expectedBy(scope: YearScope, rule: ExpectedRule): Expectation[] {
  switch (rule.rule) {
    case 'begun':
      return begunSheet(scope, rule);
    case 'income-of-spending':
      return incomeOfSpending(scope, rule);
    case 'items':
      return itemsAnswered(scope, rule);
    case 'prior':
      return priorOfFunds(scope, rule);
    case 'economic-sum':
      return economicSum(scope, rule);
    case 'last-closing':
      return lastClosings(scope, rule);
    case 'three-public-budget':
      return threePublicBudget(scope);
    case 'three-public-actual':
      return threePublicActual(scope);
    case 'published-counts':
      return publishedCounts(scope);
    case 'list':
      return listRows(scope, rule);
    case 'named-rows':
      return namedRows(scope, rule);
    case 'control':
      return controlFigures(scope, rule);
    case 'control-vehicles':
      return controlledVehicles(scope);
  }
}
