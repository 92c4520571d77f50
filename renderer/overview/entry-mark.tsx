import { useSyncExternalStore } from 'react';
import type { PageId } from '../shell/pages.ts';
import { STATE_WORDS } from './entry-progress.ts';
import type { Overviews } from './overviews.ts';
import { ProgressMark } from './progress-mark.tsx';

/** Beside an entry of the sequence: how far its sheets are. Nothing where it has none, or nothing is known yet. */
export function EntryMark({ overviews, entry }: { readonly overviews: Overviews; readonly entry: PageId }) {
  const own = useSyncExternalStore(overviews.subscribe, () => overviews.entry(entry));
  if (own === null) return null;
  return (
    <span className="entry-mark" title={`${STATE_WORDS[own.state]} ${own.filled}/${own.expected}`}>
      <ProgressMark state={own.state} />
    </span>
  );
}
