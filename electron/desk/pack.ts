import { checkAdjustments, checkUnit } from '../../core/checks/check.ts';
import { hasControls } from '../../core/checks/control-rules.ts';
import type { Finding } from '../../core/checks/finding.ts';
import type { UnitFacts } from '../../core/checks/rules.ts';
import { Classification } from '../../core/classification/classification.ts';
import { ADJUSTMENT_UNIT, type Unit } from '../../core/figures/figure.ts';
import { problem } from '../../core/problems.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { buildTables } from '../../core/tables/build.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { FigureSums } from '../../core/tables/sums.ts';
import type { PackToExport } from '../export/export-pack.ts';
import { keyedFigures } from '../export/keyed-figures.ts';
import type { BookStore } from '../store/book-store.ts';
import { ProblemError } from '../store/failure.ts';

/** What the command line and the window may ask of a book's year. `unit` `null`: the whole department. */
export interface PackRequest {
  readonly year: number;
  readonly unit: string | null;
  /** a built-in one or one of the book's own by its id, or any other; absent: the one that the book is printed in */
  readonly profile?: string | Profile;
}

/** The unit asked for; `null` for the department. Refuses years without figures and units that are not there. */
function unitOf(store: BookStore, { year, unit }: PackRequest): Unit | null {
  const known = store.years();
  if (!known.includes(year)) throw new ProblemError(problem('year-without-figures', { year, known }));
  if (unit === null) return null;
  const units = store.units(year);
  const found = units.find((candidate) => candidate.code === unit);
  if (found === undefined) {
    throw new ProblemError(
      problem('unknown-unit', { unit, year, known: units.map((candidate) => candidate.code) }),
    );
  }
  return found;
}

/** Computes the public tables of the department or of one unit. */
export function packOf(store: BookStore, request: PackRequest): TablePack {
  const { profile = store.department().profile } = request;
  const unit = unitOf(store, request);
  const only = unit?.code ?? null;
  return buildTables({
    profile: typeof profile === 'string' ? store.profile(profile) : profile,
    year: request.year,
    name: unit?.name ?? store.department().name,
    entity: unit === null ? '部门' : '单位',
    sums: new FigureSums(store.sums(request.year, only)),
    cellTexts: store.cellTexts(request.year, only),
    notices: store.notices(request.year, only),
  });
}

/** What is exported of the tables of one unit, or (`null`) of the department. */
export function packToExport(
  store: BookStore,
  pack: TablePack,
  { unit, withFigures }: { readonly unit: string | null; readonly withFigures: boolean },
): PackToExport {
  const figures = withFigures ? keyedFigures(store, pack, unit) : [];
  return { pack, unit, figures, lastChange: new Date(store.lastChange()) };
}

export interface CheckedYear {
  readonly findings: readonly Finding[];
  /** false: at least one of the units has no control figures, so the year is 未核对 */
  readonly controlled: boolean;
}

/** Runs the checks over the chosen unit, or over every unit of the department and its 差额表. */
export function checkYear(store: BookStore, request: Pick<PackRequest, 'year' | 'unit'>): CheckedYear {
  const only = unitOf(store, request);
  const { year } = request;
  const classification = new Classification(year);
  const figures = store.figuresByUnit(year);
  const factsOf = (unit: Unit): UnitFacts => ({
    unit,
    classification,
    sums: new FigureSums(figures.get(unit.code) ?? []),
  });
  const facts = (only === null ? store.units(year) : [only]).map(factsOf);
  const findings = facts.flatMap(checkUnit);
  if (only === null && figures.has(ADJUSTMENT_UNIT)) {
    findings.push(
      ...checkAdjustments(factsOf({ code: ADJUSTMENT_UNIT, name: ADJUSTMENT_UNIT, kind: 'administrative' })),
    );
  }
  return { findings, controlled: facts.every(hasControls) };
}
