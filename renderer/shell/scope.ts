import type { OpenedBook, OpenedYear, Scope } from '../../core/api.ts';
import { ADJUSTMENT_UNIT } from '../../core/figures/figure.ts';
import type { SelectOption } from '../parts/small-select.tsx';

type Years = Pick<OpenedBook, 'years'>;

/** Whose progress, checks and tables are seen: the 差额表 has none of its own, they are those of the department. */
export function figuresScope({ year, unit }: Scope): Scope {
  return { year, unit: unit === ADJUSTMENT_UNIT ? null : unit };
}

/** Another year: the unit stays where that year has it too, and each has a 差额表. */
export function scopeOfYear(book: Years, year: number, unit: string | null): Scope {
  const units = book.years.find((each) => each.year === year)?.units;
  // a year that was opened just now has taken over the units of the one before
  if (units === undefined) return { year, unit };
  const has = unit === ADJUSTMENT_UNIT || units.some(({ code }) => code === unit);
  return { year, unit: has ? unit : null };
}

export function isSameScope(one: Scope | null | undefined, other: Scope | null): boolean {
  return one?.year === other?.year && one?.unit === other?.unit;
}

/**
 * The lines of the unit switch, the department first. Its value is `''`: no unit has an empty code. Nothing goes between
 * the units of a department that is one, so it needs no 差额表.
 */
export function unitOptions(book: Years, year: number): SelectOption<string>[] {
  const units = book.years.find((each) => each.year === year)?.units ?? [];
  return [
    { value: '', label: `部门汇总（${units.length} 个单位）` },
    ...units.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
    ...(units.length > 1 ? [{ value: ADJUSTMENT_UNIT, label: ADJUSTMENT_UNIT }] : []),
  ];
}

/** When and by whom a year was locked; `null`: it can be changed. */
export function lockOf({ years }: Pick<OpenedBook, 'years'>, year: number): OpenedYear['lock'] | null {
  return years.find((each) => each.year === year)?.lock ?? null;
}
