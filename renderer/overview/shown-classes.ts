import type { Overview } from '../../core/overview/overview.ts';

type ClassLine = Overview['byClass'][number];

/** So many 类 have a bar of their own. */
export const MOST_CLASSES = 8;

/** The largest 类 one by one, and all others in a line, which has no code. */
export function shownClasses(classes: Overview['byClass']): readonly ClassLine[] {
  if (classes.length <= MOST_CLASSES) return classes;
  const shown = classes.slice(0, MOST_CLASSES - 1);
  const others = classes.slice(MOST_CLASSES - 1);
  const lasts = others.flatMap(({ last }) => last ?? []);
  return [
    ...shown,
    {
      code: '',
      name: `其余 ${others.length} 类`,
      amount: others.reduce((sum, { amount }) => sum + amount, 0),
      last: lasts.length === 0 ? null : lasts.reduce((sum, last) => sum + last, 0),
    },
  ];
}
