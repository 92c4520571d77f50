import type { OpenedBook, Scope } from '../../core/api.ts';
import type { SelectOption } from '../parts/small-select.tsx';

type Years = Pick<OpenedBook, 'years'>;

/** Another year: the unit stays where that year has it too. */
export function scopeOfYear(book: Years, year: number, unit: string | null): Scope {
  const has = book.years.some((each) => each.year === year && each.units.some(({ code }) => code === unit));
  return { year, unit: has ? unit : null };
}

export function isSameScope(one: Scope | null | undefined, other: Scope | null): boolean {
  return one?.year === other?.year && one?.unit === other?.unit;
}

/** The lines of the unit switch, the department first. Its value is `''`: no unit has an empty code. */
export function unitOptions(book: Years, year: number): SelectOption<string>[] {
  const units = book.years.find((each) => each.year === year)?.units ?? [];
  return [
    { value: '', label: `部门汇总（${units.length} 个单位）` },
    ...units.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  ];
}
