import {
  ADJUSTMENT_UNIT,
  type CellText,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
  type Unit,
  type UnitText,
} from '../figures/figure.ts';
import type { Profile } from '../profiles/profile.ts';
import { type BookScope, bookFacts, type Member } from './book-facts.ts';
import { check, type Outcome, settled } from './check.ts';
import type { Finding } from './finding.ts';
import { type ControlCount, countControls, hasControls } from './rules/controls.ts';
import { type FiguresByUnit, YearFigures } from './year-figures.ts';

/** What a book holds of a year beside its figures. */
export interface YearSetting {
  readonly year: number;
  /** name of the department */
  readonly name: string;
  readonly profile: Profile;
  readonly units: readonly Unit[];
  /** of each unit in the order in which they were written: the later of two equal explanations is the copy */
  readonly texts: readonly UnitText[];
  readonly lastTexts: readonly UnitText[];
  readonly cellTexts: readonly CellText[];
}

/** All that the checks of a book's year look at. */
export interface YearToCheck extends YearSetting {
  readonly figures: FiguresByUnit;
  /** of the year before; `null`: the book has none */
  readonly last: FiguresByUnit | null;
}

/** What the checks found in one unit's year, or in the department's. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  /** false: at least one of the units has no control figures, so the year is 未核对 */
  readonly controlled: boolean;
  /** the names of those units */
  readonly uncontrolled: readonly string[];
  /** of the units' control figures together: one that agrees says nothing of what was not compared */
  readonly controlFigures: ControlCount;
  /** for each rule that was run, how many things it looked at, in all scopes together */
  readonly tally: readonly RuleTally[];
}

export interface RuleTally {
  readonly rule: string;
  readonly claims: number;
  readonly broken: number;
}

/** The figures of the year, and of the year before where the book has it. */
export interface TwoYears {
  readonly now: YearFigures;
  readonly last: YearFigures | null;
}

/** @param only code of the one unit to check; `null`: all units, the 差额表 and the department as a whole */
export function checkYear(year: YearToCheck, only: string | null): CheckReport {
  return reportOf(
    scopesOf(year, twoYears(year), only).map((scope) => ({
      scope,
      outcomes: check(bookFacts(scope)),
      controls: controlsOf(scope),
    })),
  );
}

export function twoYears({ figures, last }: Pick<YearToCheck, 'figures' | 'last'>): TwoYears {
  return { now: new YearFigures(figures), last: last && new YearFigures(last) };
}

/** What became of the rules in one scope. */
export interface ScopeChecked {
  readonly scope: Pick<BookScope, 'unit' | 'texts'>;
  readonly outcomes: readonly Outcome[];
  readonly controls: ScopeControls;
}

/** What the control figures of one scope say of it. */
export interface ScopeControls extends ControlCount {
  /** false: a unit that has no control figures that 决算 could be compared with */
  readonly isControlled: boolean;
}

/** Of the 差额表 and the department no control figures are asked, and the department's are no unit's. */
export function controlsOf(scope: BookScope): ScopeControls {
  if (scope.scope !== 'unit') return { isControlled: true, keyed: 0, compared: 0 };
  return { isControlled: hasControls(scope), ...countControls(scope) };
}

export function reportOf(checked: readonly ScopeChecked[]): CheckReport {
  const uncontrolled = checked
    .filter(({ controls }) => !controls.isControlled)
    .map(({ scope }) => scope.unit.name);
  const total = (count: 'keyed' | 'compared') =>
    checked.reduce((sum, { controls }) => sum + controls[count], 0);
  const outcomes = checked.flatMap((each) => settled(each.outcomes, each.scope.texts));
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    controlled: uncontrolled.length === 0,
    uncontrolled,
    controlFigures: { keyed: total('keyed'), compared: total('compared') },
    tally: tallyOf(outcomes),
  };
}

/** For each rule that was run, in how many places it looked and found something, in all scopes together. */
export function tallyOf(outcomes: readonly Outcome[]): RuleTally[] {
  const tally = new Map<string, RuleTally>();
  for (const { rule, claims, findings } of outcomes) {
    const sum = tally.get(rule) ?? { rule, claims: 0, broken: 0 };
    tally.set(rule, { rule, claims: sum.claims + claims, broken: sum.broken + findings.length });
  }
  return [...tally.values()];
}

/** The scopes that are checked: one unit, or each unit, the 差额表 where it has lines, and the department. */
export function scopesOf(setting: YearSetting, figures: TwoYears, only: string | null): BookScope[] {
  const { units } = setting;
  const unitScopes = units
    .filter(({ code }) => only === null || code === only)
    .map((unit) => unitScope(setting, figures, unit));
  if (only !== null) return unitScopes;
  const adjusted = figures.now.has(ADJUSTMENT_UNIT) ? [adjustmentScope(setting, figures)] : [];
  return [...unitScopes, ...adjusted, departmentScope(setting, figures)];
}

function textsOf(texts: readonly UnitText[], code: string): ReadonlyMap<string, string> {
  return new Map(texts.filter(({ unit }) => unit === code).map(({ slot, body }) => [slot, body]));
}

function unitScope(setting: YearSetting, { now, last }: TwoYears, unit: Unit): BookScope {
  const { year, profile, units, texts, lastTexts, cellTexts } = setting;
  const sums = now.sumsOf(unit.code);
  return {
    scope: 'unit',
    year,
    unit,
    sums,
    last: last === null ? null : last.sumsOf(unit.code),
    members: [{ unit, sums }],
    units,
    texts: textsOf(texts, unit.code),
    lastTexts: textsOf(lastTexts, unit.code),
    cellTexts: cellTexts.filter((text) => text.unit === unit.code),
    profile,
  };
}

function pseudoUnit(code: string, name = code): Unit {
  return { code, name, kind: 'administrative' };
}

function adjustmentScope({ year, profile, units }: YearSetting, { now }: TwoYears): BookScope {
  const unit = pseudoUnit(ADJUSTMENT_UNIT);
  const sums = now.sumsOf(ADJUSTMENT_UNIT);
  const nothing = { last: null, texts: new Map(), lastTexts: new Map(), cellTexts: [] };
  return { scope: 'adjustments', year, unit, sums, members: [{ unit, sums }], units, profile, ...nothing };
}

function departmentScope(
  { year, name, profile, units, cellTexts }: YearSetting,
  { now, last }: TwoYears,
): BookScope {
  // the units' own control figures are no part of the department's
  const memberOf = (unit: Unit): Member => ({
    unit,
    sums: now.sumsOf(unit.code).withSheet(CONTROL_SHEET, []),
  });
  const own = pseudoUnit(DEPARTMENT_UNIT);
  return {
    scope: 'department',
    year,
    unit: pseudoUnit(DEPARTMENT_UNIT, name),
    sums: now.department(),
    last: last === null ? null : last.department(),
    members: [
      ...[...units, pseudoUnit(ADJUSTMENT_UNIT)].map(memberOf),
      { unit: own, sums: now.sumsOf(DEPARTMENT_UNIT) },
    ],
    units,
    texts: new Map(),
    lastTexts: new Map(),
    cellTexts,
    profile,
  };
}
