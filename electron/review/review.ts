import type { Review, ReviewQuestion, Scope } from '../../core/api.ts';
import type { Overview } from '../../core/overview/overview.ts';
import { overviewOf } from '../../core/overview/year-overview.ts';
import { disclosureOf } from '../../core/registers/disclosure.ts';
import type { RegisterView } from '../../core/registers/register-content.ts';
import { isFedBy, type Printed, previewTable, printedOf } from '../../core/tables/preview.ts';
import { packOf, unitOf } from '../desk/pack.ts';
import type { BookStore } from '../store/book-store.ts';
import { ChangeTimes } from './change-times.ts';
import { LiveBook } from './live-book.ts';
import type { BookQuestions, Checked } from './review-messages.ts';

/** The tables of one unit as they were at a step of the history, and at the step before. */
interface Remembered {
  readonly key: string;
  readonly step: string;
  readonly printed: ReadonlyMap<string, Printed>;
  readonly before: ReadonlyMap<string, Printed> | null;
}

/**
 * Computes what stands beside a sheet, and remembers it: the next time it says what has moved, and checks again only
 * what was touched.
 */
export class Reviewer {
  readonly #book = new LiveBook();
  readonly #changes = new ChangeTimes();
  #remembered: Remembered | null = null;

  /** All checks of one unit, or of the department. */
  checks(store: BookStore, scope: Scope): Checked {
    const only = unitOf(store, scope)?.code ?? null;
    return { report: this.#book.checksOf(store, scope.year).report(only), step: store.lastStep() };
  }

  /** How far the year is, and what is best done next. */
  overview(store: BookStore, { year, unit }: Scope): Overview {
    const { report } = this.checks(store, { year, unit });
    const scopes = this.#book.checksOf(store, year).scopes(unit);
    return overviewOf(scopes, report, this.#changes.of(store, year, unit));
  }

  /** A register as the year knows it, and the sentences that follow from it. */
  register(store: BookStore, { register, year, unit }: BookQuestions['register']): RegisterView {
    // of the department the last one: it comes after its units
    const scope = this.#book.checksOf(store, year).scopes(unit).at(-1);
    const { profile } = store.department();
    const entity = unit === null ? '部门' : '单位';
    return {
      ...store.register(register, year, unit),
      disclosure: scope === undefined ? null : disclosureOf(scope, { entity, profile }),
    };
  }

  review(store: BookStore, { year, unit, sheet }: ReviewQuestion): Review {
    const { report } = this.checks(store, { year, unit });
    const sums = this.#book.checksOf(store, year).sums(unit);
    const fed = packOf(store, { year, unit }, sums).tables.filter((table) => isFedBy(table, sheet));
    // another layout moves no number
    const layout = store.profile(store.department().profile);
    const key = JSON.stringify([store.file, year, unit, sheet, layout]);
    const step = store.lastStep();
    const last = this.#remembered?.key === key ? this.#remembered : null;
    if (last === null || last.step !== step) {
      const printed = new Map(fed.map((table) => [table.id as string, printedOf(table)]));
      this.#remembered = { key, step, printed, before: last?.printed ?? null };
    }
    const before = this.#remembered?.before ?? null;
    return {
      ...report,
      tables: fed.map((table) =>
        previewTable(table, before === null ? null : (before.get(table.id) ?? new Map())),
      ),
    };
  }
}
