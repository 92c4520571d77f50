import type { GridLine } from './grid-types.ts';

/** px at 100 % */
const INDENT = 14;
const ARROW = 14;

/** Room before a line's name, px at 100 %: its depth in the tree, and its arrow, which 合计 and 项 never have. */
export function indentOf({ level, kind }: GridLine): number {
  if (kind === 'total') return 0;
  return level * INDENT + (kind === 'item' ? 0 : ARROW);
}

export function isBold({ kind }: GridLine): boolean {
  return kind === 'total' || kind === 'class';
}
