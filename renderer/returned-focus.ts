import { type RefObject, useLayoutEffect, useRef } from 'react';

const SELECTED_NUMBER = '.printed button[aria-current]';
const FIRST_BUTTON = 'main button:not([tabindex="-1"])';

/**
 * For what goes away while the focus is in it: the keyboard then goes on at the selected number, or at what had the
 * focus before, or else at the page's first button.
 *
 * @param instead selector of what comes before the page's first button
 * @returns for the element that goes away
 */
export function useReturnedFocus<E extends HTMLElement>(instead = FIRST_BUTTON): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    const before = document.activeElement;
    return () => {
      // the element is still there; what takes its place in the page is there a moment later
      if (element?.contains(document.activeElement)) queueMicrotask(() => focusNext(before, instead));
    };
  }, [instead]);
  return ref;
}

function focusNext(before: Element | null, instead: string): void {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const opener =
    before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null;
  (find(SELECTED_NUMBER) ?? opener ?? find(instead) ?? find(FIRST_BUTTON))?.focus();
}
