import {
  type CheckReport,
  checkYear as checkYearOf,
  type YearToCheck,
} from '../../core/checks/check-year.ts';
import { hasControls } from '../../core/checks/rules/controls.ts';
import { CONTROL_SHEET, type Unit } from '../../core/figures/figure.ts';
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
export function unitOf(store: BookStore, { year, unit }: Pick<PackRequest, 'year' | 'unit'>): Unit | null {
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

/**
 * Computes the public tables of the department or of one unit.
 *
 * @param known its figures added up, where somebody has them already
 */
export function packOf(store: BookStore, request: PackRequest, known?: FigureSums): TablePack {
  const { profile = store.department().profile } = request;
  const unit = unitOf(store, request);
  const only = unit?.code ?? null;
  return buildTables({
    profile: typeof profile === 'string' ? store.profile(profile) : profile,
    year: request.year,
    name: unit?.name ?? store.department().name,
    entity: unit === null ? '部门' : '单位',
    sums: known ?? new FigureSums(store.sums(request.year, only)),
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
  const { year } = pack;
  return {
    pack,
    unit,
    figures: withFigures ? keyedFigures(store, pack, unit) : [],
    isControlled: isControlled(store, { year, unit }),
    lastChange: new Date(store.lastChange()),
  };
}

/** False: a unit that was asked for has no control figures, so the year is 未核对. */
function isControlled(store: BookStore, { year, unit }: Pick<PackRequest, 'year' | 'unit'>): boolean {
  return store
    .units(year)
    .filter(({ code }) => unit === null || code === unit)
    .every(({ code }) =>
      hasControls({ sums: new FigureSums(store.unitSheet({ year, unit: code, sheet: CONTROL_SHEET })) }),
    );
}

/** Runs the checks over the chosen unit, or over every unit of the department, its 差额表 and the department itself. */
export function checkYear(store: BookStore, request: Pick<PackRequest, 'year' | 'unit'>): CheckReport {
  const only = unitOf(store, request);
  return checkYearOf(readYear(store, request.year), only?.code ?? null);
}

/** All that the checks of a year look at. */
export function readYear(store: BookStore, year: number): YearToCheck {
  const { name, profile } = store.department();
  const hasLast = hasYearBefore(store, year);
  return {
    year,
    name,
    profile: store.profile(profile),
    units: store.units(year),
    figures: store.figuresByUnit(year),
    last: hasLast ? store.figuresByUnit(year - 1) : null,
    texts: store.texts(year),
    lastTexts: hasLast ? store.texts(year - 1) : [],
    cellTexts: store.cellTexts(year, null),
  };
}

export function hasYearBefore(store: BookStore, year: number): boolean {
  return store.hasFigures(year - 1);
}
