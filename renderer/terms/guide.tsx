import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Term } from '../../core/terms/terms.ts';
import { CloseButton } from '../parts/close-button.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import type { PageId } from '../shell/pages.ts';
import { useShortcut } from '../shortcut.ts';
import { focusedTerm } from './focused-term.ts';
import { KeyList } from './key-list.tsx';
import { TermFinder } from './term-finder.tsx';

interface GuideProps {
  readonly page: PageId;
  readonly onPage: (page: PageId) => void;
}

type GuideTab = 'terms' | 'keys';

const TABS: readonly { readonly id: GuideTab; readonly name: string; readonly keys: string }[] = [
  { id: 'terms', name: '名词解释', keys: 'F1' },
  { id: 'keys', name: '快捷键', keys: 'Ctrl+/' },
];

interface Opened {
  readonly tab: GuideTab;
  readonly term: Term | null;
  /** counts the openings: each begins anew */
  readonly time: number;
}

/**
 * F1: what the words mean, beginning with the one that has the focus; Ctrl+/: the keys. It lies at the right over the
 * page, which goes on working; Esc closes it and gives the focus back.
 */
export function Guide({ page, onPage }: GuideProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const guide = useRef<HTMLElement>(null);

  function close() {
    const { current } = before;
    const hadFocus = guide.current?.contains(document.activeElement) === true;
    setOpened(null);
    if (hadFocus && current?.isConnected === true) current.focus();
  }

  function open(tab: GuideTab) {
    const { activeElement } = document;
    const isInside = guide.current?.contains(activeElement) === true;
    if (isInside && opened?.tab === tab) {
      close();
      return;
    }
    if (!isInside) before.current = activeElement instanceof HTMLElement ? activeElement : null;
    const term = isInside ? (opened?.term ?? null) : focusedTerm(page);
    setOpened({ tab, term, time: (opened?.time ?? 0) + 1 });
  }

  useShortcut('F1', () => open('terms'));
  useShortcut('Ctrl+/', () => open('keys'));

  const tab = opened?.tab;
  const time = opened?.time;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is opened
  useEffect(() => {
    // the field of the terms takes the focus itself
    if (tab === 'keys') guide.current?.querySelector<HTMLElement>('#guide-keys')?.focus();
  }, [tab, time]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  if (opened === null) return null;
  return (
    <aside ref={guide} className="guide" aria-label="名词解释和快捷键" onKeyDown={onKeyDown}>
      <header className="panel-tabs">
        <div role="tablist" onKeyDown={(event) => turnTab(event, opened.tab, open)}>
          {TABS.map(({ id, name, keys }) => (
            <button
              key={id}
              id={`guide-${id}`}
              type="button"
              role="tab"
              aria-selected={id === opened.tab}
              aria-controls="guide-body"
              tabIndex={id === opened.tab ? 0 : -1}
              title={keys}
              onClick={() => {
                if (id !== opened.tab) open(id);
              }}
            >
              {name}
            </button>
          ))}
        </div>
        <div className="spring" />
        <KeyHint keys="Esc" />
        <CloseButton label="收起名词解释" onClick={close} />
      </header>
      <div
        id="guide-body"
        className="guide-body"
        role="tabpanel"
        aria-labelledby={`guide-${opened.tab}`}
        // what only scrolls is reached by the keyboard too
        tabIndex={opened.tab === 'keys' ? 0 : -1}
      >
        {opened.tab === 'terms' ? (
          <TermFinder key={opened.time} first={opened.term} onPage={onPage} />
        ) : (
          <KeyList />
        )}
      </div>
    </aside>
  );
}

/** Two tabs: either arrow leads to the other. */
function turnTab(event: KeyboardEvent, current: GuideTab, open: (tab: GuideTab) => void): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  event.preventDefault();
  open(current === 'terms' ? 'keys' : 'terms');
}
