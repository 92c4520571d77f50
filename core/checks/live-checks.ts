import { type CellText, CONTROL_SHEET, type UnitText } from '../figures/figure.ts';
import type { FigureSums } from '../tables/sums.ts';
import { type BookScope, bookFacts } from './book-facts.ts';
import { type Outcome, runRules } from './check.ts';
import {
  type CheckReport,
  controlsOf,
  reportOf,
  type ScopeControls,
  scopesOf,
  type TwoYears,
  twoYears,
  type YearSetting,
  type YearToCheck,
} from './check-year.ts';
import { isRunOn } from './rule.ts';
import { RULES, rulesReading } from './rules.ts';
import type { UnitSheet } from './year-figures.ts';

/** Texts of which some have changed. */
interface ChangedTexts<Text> {
  /** whose */
  readonly units: readonly string[];
  /** of all units, as they are now */
  readonly now: readonly Text[];
}

/** What has changed in a book's year since it was checked, as it is now. Anything else needs a check from the start. */
export interface YearChange {
  readonly figures: readonly UnitSheet[];
  /** of the year before */
  readonly last: readonly UnitSheet[];
  readonly texts: ChangedTexts<UnitText> | null;
  readonly lastTexts: ChangedTexts<UnitText> | null;
  /** with the sheets that they stand in */
  readonly cellTexts: (ChangedTexts<CellText> & { readonly sheets: readonly string[] }) | null;
}

/** What is known of one scope: the rules that have to be run again are not among the outcomes. */
interface Known {
  readonly outcomes: Map<string, Outcome>;
  controls: ScopeControls | null;
}

/** 预算批复数 is compared where budgets are keyed */
const ANSWERING_CONTROLS: readonly string[] = [CONTROL_SHEET, 'expenditure'];
const TEXTS = 'texts';
/** of the department among the scopes, which are named by the codes of their units */
const DEPARTMENT = '';

/**
 * The checks of a book's year, kept while somebody works on it: a change re-runs the rules that read what it touches,
 * in the scopes that it touches, and those only when somebody asks. What is reported equals a check from the start.
 */
export class LiveChecks {
  readonly #figures: TwoYears;
  readonly #known = new Map<string, Known>();
  #setting: YearSetting;

  constructor({ figures, last, ...setting }: YearToCheck) {
    this.#setting = setting;
    this.#figures = twoYears({ figures, last });
  }

  /** The figures of one unit, or (`null`) of the department, added up. */
  sums(unit: string | null): FigureSums {
    const { now } = this.#figures;
    return unit === null ? now.department() : now.sumsOf(unit);
  }

  /** What a report of the same unit, or (`null`) of the department, is made from. */
  scopes(only: string | null): BookScope[] {
    return scopesOf(this.#setting, this.#figures, only);
  }

  /** As checkYear. */
  report(only: string | null): CheckReport {
    return reportOf(
      this.scopes(only).map((scope) => {
        const known = this.#knownOf(scope.scope === 'department' ? DEPARTMENT : scope.unit.code);
        runMissing(scope, known);
        known.controls ??= controlsOf(scope);
        return {
          scope,
          outcomes: RULES.flatMap(({ id }) => known.outcomes.get(id) ?? []),
          controls: known.controls,
        };
      }),
    );
  }

  update({ figures, last, texts, lastTexts, cellTexts }: YearChange): void {
    for (const changed of figures) this.#figures.now.replace(changed);
    for (const changed of last) {
      if (this.#figures.last === null) throw new Error('the book had no year before');
      this.#figures.last.replace(changed);
    }
    this.#setting = {
      ...this.#setting,
      texts: texts?.now ?? this.#setting.texts,
      lastTexts: lastTexts?.now ?? this.#setting.lastTexts,
      cellTexts: cellTexts?.now ?? this.#setting.cellTexts,
    };
    for (const { unit, sheet } of [...figures, ...last]) this.#forget([unit, DEPARTMENT], [sheet]);
    if (cellTexts !== null) this.#forget([...cellTexts.units, DEPARTMENT], cellTexts.sheets);
    const explained = [...(texts?.units ?? []), ...(lastTexts?.units ?? [])];
    this.#forget(explained, [TEXTS]);
    for (const code of explained) this.#forgetExplained(code);
  }

  #knownOf(code: string): Known {
    const known = this.#known.get(code) ?? { outcomes: new Map(), controls: null };
    this.#known.set(code, known);
    return known;
  }

  #forget(codes: readonly string[], sheets: readonly string[]): void {
    const rules = rulesReading(new Set(sheets));
    for (const code of codes) {
      const known = this.#known.get(code);
      if (known === undefined) continue;
      for (const { id } of rules) known.outcomes.delete(id);
      if (sheets.some((sheet) => ANSWERING_CONTROLS.includes(sheet))) known.controls = null;
    }
  }

  /** An explanation is judged against the other texts of its unit, so each is judged again when one has changed. */
  #forgetExplained(code: string): void {
    const outcomes = this.#known.get(code)?.outcomes ?? new Map<string, Outcome>();
    for (const [rule, { findings }] of outcomes) {
      if (findings.some(({ explanation }) => explanation !== null)) outcomes.delete(rule);
    }
  }
}

function runMissing(scope: BookScope, { outcomes }: Known): void {
  const missing = RULES.filter((rule) => !outcomes.has(rule.id) && isRunOn(rule, scope));
  if (missing.length === 0) return;
  for (const outcome of runRules(bookFacts(scope), missing)) outcomes.set(outcome.rule, outcome);
}
