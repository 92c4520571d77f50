import type { CountsByPage, OpenCounts } from '../findings/counts.ts';
import { EntryMark } from '../overview/entry-mark.tsx';
import type { Overviews } from '../overview/overviews.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';
import { entryOfPage, PAGE_GROUPS, type PageId, tabsOfPage } from './pages.ts';

interface NavigationProps {
  /** `null`: the book is empty, and no page of it can be shown */
  readonly page: PageId | null;
  readonly onPage: (page: PageId) => void;
  /** absent until they are computed */
  readonly counts?: CountsByPage | undefined;
  readonly overviews: Overviews;
}

/** The sequence of the work, and how much waits at each of its pages. */
export function Navigation({ page, onPage, counts = {}, overviews }: NavigationProps) {
  return (
    <nav className="navigation" aria-label="工作顺序">
      {PAGE_GROUPS.map(({ title, entries }) => (
        <section key={title} aria-label={title || '总览'}>
          {title !== '' && <h2>{title}</h2>}
          {entries.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="entry"
              aria-current={page !== null && id === entryOfPage(page) ? 'page' : undefined}
              disabled={page === null}
              // in a narrow window only the first character is seen
              title={name}
              onClick={() => onPage(id)}
            >
              <span className="entry-name">{name}</span>
              {/* drawn left of the name, said behind it */}
              <EntryMark overviews={overviews} entry={id} />
              <EntryCounts counts={countsOfEntry(counts, id)} />
            </button>
          ))}
        </section>
      ))}
    </nav>
  );
}

/** What waits on all sheets of an entry. */
function countsOfEntry(counts: CountsByPage, entry: PageId): OpenCounts | undefined {
  const own = [...new Set([entry, ...tabsOfPage(entry).map(({ id }) => id)])].flatMap(
    (id) => counts[id] ?? [],
  );
  if (own.length === 0) return undefined;
  return {
    error: own.reduce((sum, { error }) => sum + error, 0),
    verify: own.reduce((sum, { verify }) => sum + verify, 0),
  };
}

/** More do not fit beside a name, and nobody counts them. */
const MOST_SHOWN = 99;

/** Nothing where there is nothing. */
function EntryCounts({ counts }: { readonly counts: OpenCounts | undefined }) {
  if (counts === undefined) return null;
  return (['error', 'verify'] as const).map(
    (level) =>
      counts[level] > 0 && (
        <span key={level} className={`entry-count ${level}`}>
          <LevelSign level={level} size={13} />
          <span className="unseen">{LEVEL_NAMES[level]}</span>
          {counts[level] > MOST_SHOWN ? `${MOST_SHOWN}+` : counts[level]}
        </span>
      ),
  );
}
