import type { Unit } from '../../core/figures/figure.ts';
import type { ImportKind } from '../../core/incoming/incoming.ts';

/** How far what a file says of its unit is what the book calls it. */
type Likeness = 'same' | 'alike' | 'other';

/** Names as they are compared: width of characters, spaces, brackets and the mark of 本级 make no difference. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s()[\]〔〕【】]/g, '')
    .replace(/本级$/, '');
}

/**
 * Compares what a file says of its unit, a name or a code, with the unit. One name within the other is no more than alike:
 * 某局（汇总） and 某局下属中心 have other figures than 某局.
 */
export function likenessOf(stated: string, { code, name }: Pick<Unit, 'code' | 'name'>): Likeness {
  const [said, own] = [plainName(stated), plainName(name)];
  if ([code, own, `${code}${own}`].includes(said)) return 'same';
  return said !== '' && own !== '' && (said.includes(own) || own.includes(said)) ? 'alike' : 'other';
}

/** The year that a file should be about to go into this one: last year's tables are one year older. */
export function expectedYear(kind: ImportKind, year: number): number {
  return kind === 'published' ? year - 1 : year;
}
