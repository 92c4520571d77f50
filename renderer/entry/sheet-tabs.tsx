import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { BookDesk } from '../book/book-desk.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { type PageId, tabsOfPage } from '../shell/pages.ts';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { steppedIndex } from '../step.ts';

interface SheetTabsProps {
  readonly page: PageId;
  readonly desk: BookDesk;
  readonly onPage: (page: PageId) => void;
}

/**
 * The sheets that share an entry of the sequence. Arrows move along the tabs and Enter opens one, since each is read
 * from the book anew; Ctrl+Tab goes to the next from anywhere. The keyboard then goes on in the sheet.
 */
export function SheetTabs({ page, desk, onPage }: SheetTabsProps) {
  const tabs = tabsOfPage(page);
  const current = tabs.findIndex(({ id }) => id === page);

  function open(index: number) {
    const next = tabs[(index + tabs.length) % tabs.length];
    if (next === undefined || next.id === page) return;
    desk.memory.awaitsFocus = true;
    onPage(next.id);
  }

  useShortcut('Ctrl+Tab', () => open(current + 1));
  useShortcut('Ctrl+Shift+Tab', () => open(current - 1));
  if (tabs.length === 0) return null;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
    const key = event.key.replace('ArrowLeft', 'ArrowUp').replace('ArrowRight', 'ArrowDown');
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = steppedIndex(key, at, buttons.length);
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  return (
    <div className="sheet-tabs">
      <div role="tablist" aria-label="录入表" onKeyDown={onKeyDown}>
        {tabs.map(({ id, name }, index) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === page}
            tabIndex={id === page ? 0 : -1}
            aria-keyshortcuts={index === (current + 1) % tabs.length ? ariaKeys('Ctrl+Tab') : undefined}
            onClick={() => open(index)}
          >
            {name}
          </button>
        ))}
      </div>
      <span className="tabs-key">
        <KeyHint keys="Ctrl+Tab" /> 换表
      </span>
    </div>
  );
}

/** Gives the keyboard to the sheet that was opened by its tab. */
export function useAwaitedFocus(desk: BookDesk, focus: () => void): void {
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (!desk.memory.awaitsFocus) return;
    desk.memory.awaitsFocus = false;
    latest.current();
  }, [desk]);
}
