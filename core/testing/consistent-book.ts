import fc from 'fast-check';
import {
  ADJUSTMENT_UNIT,
  type Book,
  type BookYear,
  DEPARTMENT_UNIT,
  type Figure,
} from '../figures/figure.ts';
import type { Draw } from './consistent-sheets.ts';
import { CONSISTENT_YEAR, type ConsistentUnit, consistentUnit } from './consistent-unit.ts';
import { controlFigures } from './control-figures.ts';

/** A department whose figures agree with each other in every way that the checks know, with last year's in the same book. */
export const consistentBook: fc.Arbitrary<Book> = fc.gen().map((draw): Book => {
  const habits = {
    byItem: draw(fc.boolean),
    byBody: draw(fc.boolean),
    budgets: draw(fc.boolean),
    initial: draw(fc.boolean),
    prior: draw(fc.boolean),
  };
  const count = draw(fc.integer, { min: 1, max: 5 });
  const units = Array.from({ length: count }, (_, index) =>
    consistentUnit(draw, String(index + 1).padStart(3, '0'), habits),
  );
  const adjusted = transfers(draw, units);
  return {
    department: { name: '一致的部门', region: '某区', profile: draw(fc.constantFrom, ...PROFILES) },
    years: [
      yearOf(CONSISTENT_YEAR - 1, units, ({ last }) => last, []),
      yearOf(CONSISTENT_YEAR, units, ({ figures }) => figures, adjusted),
    ],
  };
});

const PROFILES = ['mof', 'beijing', 'shanghai'];

function yearOf(
  year: number,
  units: readonly ConsistentUnit[],
  figuresOf: (unit: ConsistentUnit) => readonly Figure[],
  adjusted: readonly Figure[],
): BookYear {
  const own = units.map((unit) => ({ unit: unit.unit, figures: figuresOf(unit) }));
  const all = [...own.flatMap(({ figures }) => figures), ...adjusted];
  const kinds = new Map(own.map(({ unit }) => [unit.code, unit.kind]));
  return {
    year,
    units: own.map(({ unit }) => unit),
    figures: [
      ...all,
      ...own.flatMap(({ unit, figures }) => controlFigures(unit.code, figures, kinds)),
      ...controlFigures(DEPARTMENT_UNIT, all, kinds),
    ],
    texts: units.flatMap(({ texts }) => texts),
    cellTexts: units.flatMap(({ cellTexts }) => cellTexts),
  };
}

/** Takes out of the department what one unit gave another: 上级补助 of the one, 项目支出 of the other. */
function transfers(draw: Draw, units: readonly ConsistentUnit[]): Figure[] {
  const cells = (sheet: string, column: string) =>
    units
      .flatMap(({ figures }) => figures)
      .filter(
        (figure) =>
          figure.sheet === sheet &&
          figure.column === column &&
          figure.measure === 'actual' &&
          figure.fund === 'other',
      );
  const [received] = cells('income', 'superior');
  const given = cells('expenditure', 'project').find(({ unit }) => unit !== received?.unit);
  if (received === undefined || given === undefined) return [];
  const most = Math.min(received.value, given.value);
  const value = -draw(fc.integer, { min: 1, max: most });
  return [received, given].map((figure) => ({
    ...figure,
    unit: ADJUSTMENT_UNIT,
    value,
    reason: '本级拨给下属单位的款项，部门内部往来',
  }));
}
