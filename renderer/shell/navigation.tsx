import { PAGE_GROUPS, type PageId } from './pages.ts';

interface NavigationProps {
  /** `null`: the book is empty, and no page of it can be shown */
  readonly page: PageId | null;
  readonly onPage: (page: PageId) => void;
}

/** The sequence of the work. */
export function Navigation({ page, onPage }: NavigationProps) {
  return (
    <nav className="navigation" aria-label="工作顺序">
      {PAGE_GROUPS.map(({ title, entries }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {entries.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="entry"
              aria-current={id === page ? 'page' : undefined}
              disabled={page === null}
              // in a narrow window only the first character is seen
              title={name}
              onClick={() => onPage(id)}
            >
              <span className="entry-name">{name}</span>
            </button>
          ))}
        </section>
      ))}
    </nav>
  );
}
