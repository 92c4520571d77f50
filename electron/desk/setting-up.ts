import { Classification } from '../../core/classification/classification.ts';
import { functionItemProblem } from '../../core/figures/code-rules.ts';
import type { Book } from '../../core/figures/figure.ts';
import { problem } from '../../core/problems.ts';
import { carriedYear } from '../../core/setting-up/new-year.ts';
import { planOfYear, type YearsAtHand } from '../../core/setting-up/plan-year.ts';
import type { NewBook, NewYear, NewYearPlan } from '../../core/setting-up/setting-up.ts';
import type { BookStore } from '../store/book-store.ts';
import type { EditBy } from '../store/editor.ts';
import { ProblemError } from '../store/failure.ts';

/** A book with its department, its first year and units, and no figures. */
export function emptyBook({ department, profile, year, units }: NewBook): Book {
  const { name, region } = department;
  return {
    department: { name, region, profile },
    years: [{ year, units: units.map(({ was: _, ...unit }) => unit), figures: [], texts: [] }],
  };
}

/** What opening a year would carry over. */
export function planYear(store: BookStore, choice: NewYear): NewYearPlan {
  return planOfYear(yearsAtHand(store, choice), choice);
}

/** Opens a year and carries over what planYear told, all or nothing. */
export function openYear(store: BookStore, choice: NewYear, by: EditBy): void {
  for (const { to } of choice.codes) {
    const fault = functionItemProblem(to, new Classification(choice.to), {
      where: `${choice.to} 年度`,
      doing: '录入',
    });
    if (fault !== null) throw new ProblemError(fault);
  }
  const years = yearsAtHand(store, choice);
  const { obstacle } = planOfYear(years, choice);
  if (years.last === null || obstacle !== null) {
    throw new ProblemError(problem('year-not-opened', { reason: obstacle ?? '' }));
  }
  store.openYear(carriedYear(years.last, years.next, choice), by);
}

function yearsAtHand(store: BookStore, { from, to }: NewYear): YearsAtHand {
  return { last: store.year(from), next: store.year(to) };
}
