import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { placesOf } from '../../core/terms/term-places.ts';
import { findTerms, type Term } from '../../core/terms/terms.ts';
import { type PageId, pageOfSheet } from '../shell/pages.ts';
import { steppedIndex } from '../step.ts';

interface TermFinderProps {
  /** the one that is shown first; `null`: the first of all */
  readonly first: Term | null;
  readonly onPage: (page: PageId) => void;
}

/** 名词解释: one term, and all that are found, gone through by the arrows. */
export function TermFinder({ first, onPage }: TermFinderProps) {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(first);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const found = findTerms(query);
  const current = found.find((term) => term === shown) ?? found[0];
  const index = current === undefined ? -1 : found.indexOf(current);

  useEffect(() => input.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever is chosen is seen
  useEffect(() => {
    document.getElementById(`${list}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, index, query]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    // Home and End belong to the text
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const next = steppedIndex(event.key, index, found.length);
    if (next !== null) setShown(found[next] ?? null);
  }

  return (
    <div className="term-finder">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="查名词"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={index < 0 ? undefined : `${list}-${index}`}
        placeholder="名词或拼音首字母，如 三公、wc"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="term-shown" aria-live="polite">
        {current === undefined ? (
          <p>没有这个名词，换别的字或拼音首字母再查。</p>
        ) : (
          <TermView term={current} onPage={onPage} />
        )}
      </div>
      <div id={list} className="term-list" role="listbox" aria-label="名词">
        {found.map((term, at) => (
          <div
            key={term.name}
            id={`${list}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={term === current}
            onPointerDown={(event) => {
              event.preventDefault();
              setShown(term);
            }}
          >
            {term.name}
          </div>
        ))}
      </div>
    </div>
  );
}

function TermView({ term, onPage }: { readonly term: Term; readonly onPage: (page: PageId) => void }) {
  const { name, aliases, text, basis, source } = term;
  return (
    <article aria-label={name}>
      <h3>{name}</h3>
      {aliases.length > 0 && <p className="term-aliases">也作 {aliases.join('、')}</p>}
      <p>{text}</p>
      <p className="term-basis">
        {basis === 'sourced' ? `依据：${source}，文字是本程序的` : `未证实：${source}`}
      </p>
      <ul className="term-places">
        {placesOf(term).map(({ page, words }) => {
          const own = page === null ? null : ownPage(page);
          return (
            <li key={`${page} ${words}`}>
              {own === null ? (
                words
              ) : (
                <button type="button" className="link" onClick={() => onPage(own)}>
                  {words === '' ? '转到本页' : words}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </article>
  );
}

/** 报表格式 and 单位与年度 are no steps of the work. */
function ownPage(id: string): PageId | null {
  return id === 'profiles' || id === 'setup' ? id : pageOfSheet(id);
}
