import type { Unit } from '../../core/figures/figure.ts';
import type { ImportKind } from '../../core/incoming/incoming.ts';

/** Names as they are compared: width of characters, spaces and the marks of 本级 make no difference. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\((本级|机关|汇总)\)$/, '')
    .replace(/(本级|机关)$/, '');
}

/** Whether what a file says of its unit, a name or a code, may mean this one: one name may be longer than the other. */
export function mayBeUnit(stated: string, { code, name }: Pick<Unit, 'code' | 'name'>): boolean {
  const [said, own] = [plainName(stated), plainName(name)];
  return said === code || said === '' || own === '' || said.includes(own) || own.includes(said);
}

/** The year that a file should be about to go into this one: last year's tables are one year older. */
export function expectedYear(kind: ImportKind, year: number): number {
  return kind === 'published' ? year - 1 : year;
}
