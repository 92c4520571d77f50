import {
  ADJUSTMENT_UNIT,
  type CellText,
  DEPARTMENT_UNIT,
  type SummedFigure,
  type Unit,
  type UnitText,
} from '../figures/figure.ts';
import type { Profile } from '../profiles/profile.ts';
import { FigureSums } from '../tables/sums.ts';
import { type BookScope, bookFacts, departmentFigures, type Member } from './book-facts.ts';
import { check, type Outcome } from './check.ts';
import type { Finding } from './finding.ts';
import { hasControls } from './rules/controls.ts';

/** Figures by the code of each unit, of the 差额表 and of the department itself (its control figures). */
export type FiguresByUnit = ReadonlyMap<string, readonly SummedFigure[]>;

/** All that the checks of a book's year look at. */
export interface YearToCheck {
  readonly year: number;
  /** name of the department */
  readonly name: string;
  readonly profile: Profile;
  readonly units: readonly Unit[];
  readonly figures: FiguresByUnit;
  /** of the year before; `null`: the book has none */
  readonly last: FiguresByUnit | null;
  readonly texts: readonly UnitText[];
  readonly lastTexts: readonly UnitText[];
  readonly cellTexts: readonly CellText[];
}

/** What the checks found in one unit's year, or in the department's. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  /** false: at least one of the units has no control figures, so the year is 未核对 */
  readonly controlled: boolean;
  /** the names of those units */
  readonly uncontrolled: readonly string[];
  /** for each rule that was run, how many things it looked at, in all scopes together */
  readonly tally: readonly RuleTally[];
}

export interface RuleTally {
  readonly rule: string;
  readonly claims: number;
  readonly broken: number;
}

/** @param only code of the one unit to check; `null`: all units, the 差额表 and the department as a whole */
export function checkYear(year: YearToCheck, only: string | null): CheckReport {
  const scopes = scopesOf(year, only);
  return reportOf(
    scopes,
    scopes.flatMap((scope) => check(bookFacts(scope))),
  );
}

export function reportOf(scopes: readonly BookScope[], outcomes: readonly Outcome[]): CheckReport {
  const uncontrolled = scopes
    .filter((scope) => scope.scope === 'unit' && !hasControls(scope))
    .map(({ unit }) => unit.name);
  const rules = [...new Set(outcomes.map(({ rule }) => rule))];
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    controlled: uncontrolled.length === 0,
    uncontrolled,
    tally: rules.map((rule) => {
      const own = outcomes.filter((outcome) => outcome.rule === rule);
      return {
        rule,
        claims: own.reduce((sum, { claims }) => sum + claims, 0),
        broken: own.reduce((sum, { findings }) => sum + findings.length, 0),
      };
    }),
  };
}

/** The scopes that are checked: one unit, or each unit, the 差额表 where it has lines, and the department. */
export function scopesOf(year: YearToCheck, only: string | null): BookScope[] {
  const { units, figures } = year;
  const unitScopes = units
    .filter(({ code }) => only === null || code === only)
    .map((unit) => unitScope(year, unit));
  if (only !== null) return unitScopes;
  const adjusted = figures.has(ADJUSTMENT_UNIT) ? [pseudoScope(year, 'adjustments')] : [];
  return [...unitScopes, ...adjusted, pseudoScope(year, 'department')];
}

function textsOf(texts: readonly UnitText[], code: string): ReadonlyMap<string, string> {
  return new Map(texts.filter(({ unit }) => unit === code).map(({ slot, body }) => [slot, body]));
}

function unitScope({ year, profile, units, ...book }: YearToCheck, unit: Unit): BookScope {
  const sums = new FigureSums(book.figures.get(unit.code) ?? []);
  return {
    scope: 'unit',
    year,
    unit,
    sums,
    last: book.last && new FigureSums(book.last.get(unit.code) ?? []),
    members: [{ unit, sums }],
    units,
    texts: textsOf(book.texts, unit.code),
    lastTexts: textsOf(book.lastTexts, unit.code),
    cellTexts: book.cellTexts.filter((text) => text.unit === unit.code),
    profile,
  };
}

function pseudoScope(book: YearToCheck, scope: 'adjustments' | 'department'): BookScope {
  const { year, profile, units, figures, last } = book;
  const pseudo = (code: string, name: string): Unit => ({ code, name, kind: 'administrative' });
  const memberOf = (unit: Unit): Member => ({ unit, sums: new FigureSums(figures.get(unit.code) ?? []) });
  const adjustments = memberOf(pseudo(ADJUSTMENT_UNIT, ADJUSTMENT_UNIT));
  const isDepartment = scope === 'department';
  const all = isDepartment ? departmentFigures(figures) : [];
  return {
    scope,
    year,
    unit: isDepartment ? pseudo(DEPARTMENT_UNIT, book.name) : adjustments.unit,
    sums: isDepartment ? new FigureSums(all) : adjustments.sums,
    last: isDepartment && last !== null ? new FigureSums(departmentFigures(last)) : null,
    members: isDepartment
      ? [...units.map(memberOf), adjustments, memberOf(pseudo(DEPARTMENT_UNIT, '部门'))]
      : [adjustments],
    units,
    texts: new Map(),
    lastTexts: new Map(),
    cellTexts: isDepartment ? book.cellTexts : [],
    profile,
  };
}
