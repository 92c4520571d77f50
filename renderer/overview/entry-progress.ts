import type { ProgressState, SheetProgress } from '../../core/overview/overview.ts';
import { PAGE_GROUPS, type PageId, tabsOfPage } from '../shell/pages.ts';

/** How far an entry of the sequence is: all of its sheets together. */
export interface EntryProgress {
  readonly id: PageId;
  readonly name: string;
  readonly state: ProgressState;
  readonly filled: number;
  readonly expected: number;
  /** ISO 8601 in UTC; `null`: never */
  readonly changedAt: string | null;
  readonly sheets: readonly SheetProgress[];
}

export const STATE_WORDS: Readonly<Record<ProgressState, string>> = {
  full: '已齐',
  partly: '未齐',
  empty: '未录',
  unneeded: '暂不需要',
};

/** The entries that have sheets, in the order of the work. */
export function entriesOf(sheets: readonly SheetProgress[]): EntryProgress[] {
  return PAGE_GROUPS.flatMap(({ entries }) => [...entries]).flatMap(({ id, name }) => {
    const tabs = [id, ...tabsOfPage(id).map((tab) => tab.id)];
    const own = sheets.filter(({ sheet }) => tabs.some((tab) => tab === sheet));
    if (own.length === 0) return [];
    const times = own.flatMap(({ changedAt }) => changedAt ?? []).sort();
    return [
      {
        id,
        name,
        state: stateOf(own.map(({ state }) => state)),
        filled: own.reduce((sum, { filled }) => sum + filled, 0),
        expected: own.reduce((sum, { expected }) => sum + expected, 0),
        changedAt: times.at(-1) ?? null,
        sheets: own,
      },
    ];
  });
}

/** Sheets that nothing is needed of say nothing of the others. */
function stateOf(states: readonly ProgressState[]): ProgressState {
  const needed = new Set(states.filter((state) => state !== 'unneeded'));
  const [first] = needed;
  if (first === undefined) return 'unneeded';
  return needed.size === 1 ? first : 'partly';
}
