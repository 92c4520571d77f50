import { type Finding, isOpen, LEVELS, type Level } from '../../core/checks/finding.ts';
import { LEVEL_NAMES } from '../parts/level-sign.tsx';

/** Which findings the list shows: those of one level that are open, all open ones, or the explained ones. */
export type Filter = 'open' | Level | 'explained';

export const FILTERS: readonly { readonly id: Filter; readonly name: string }[] = [
  { id: 'open', name: '待处理' },
  ...LEVELS.map((level) => ({ id: level, name: LEVEL_NAMES[level] })),
  { id: 'explained', name: '已说明' },
];

export function shownFindings(findings: readonly Finding[], filter: Filter): Finding[] {
  return findings.filter((finding) => {
    if (filter === 'explained') return !isOpen(finding);
    return isOpen(finding) && (filter === 'open' || finding.level === filter);
  });
}
