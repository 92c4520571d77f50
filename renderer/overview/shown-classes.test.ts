import { expect, it } from 'vitest';
import { MOST_CLASSES, shownClasses } from './shown-classes.ts';

const classes = Array.from({ length: 11 }, (_, index) => ({
  code: String(201 + index),
  name: `类 ${index}`,
  amount: 100 - index,
  last: index < 9 ? index : null,
}));

it('loses nothing where there are more 类 than lines', () => {
  const shown = shownClasses(classes);
  expect(shown).toHaveLength(MOST_CLASSES);
  expect(shown.at(-1)).toEqual({ code: '', name: '其余 4 类', amount: 93 + 92 + 91 + 90, last: 7 + 8 });
  const sum = (lines: readonly { readonly amount: number }[]) =>
    lines.reduce((all, { amount }) => all + amount, 0);
  expect(sum(shown)).toBe(sum(classes));
  expect(shownClasses(classes.slice(0, MOST_CLASSES))).toEqual(classes.slice(0, MOST_CLASSES));
});
