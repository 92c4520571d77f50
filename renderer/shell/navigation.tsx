/** The sequence of the work. An entry comes with its page. */
const GROUPS = [{ title: '成果', entries: ['公开表'] }] as const;

const CURRENT = '公开表';

export function Navigation() {
  return (
    <nav className="navigation" aria-label="工作顺序">
      {GROUPS.map(({ title, entries }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {entries.map((entry) => (
            // the only page so far: where one is, not a way to somewhere else
            <span
              key={entry}
              className="entry"
              aria-current={entry === CURRENT ? 'page' : undefined}
              // in a narrow window only the first character is seen
              title={entry}
            >
              <span className="entry-name">{entry}</span>
            </span>
          ))}
        </section>
      ))}
    </nav>
  );
}
