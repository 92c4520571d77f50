import { useCallback, useEffect, useRef, useState } from 'react';
import { useShortcut } from '../shortcut.ts';

export interface Panel<Id extends string> {
  /** `null`: the panel is closed */
  readonly tab: Id | null;
  readonly open: (tab: Id) => void;
  readonly close: () => void;
}

interface PanelOptions<Id extends string> {
  /** what it shows when it is opened first */
  readonly standard: Id;
  /** lead to the standard tab; F4 opens and closes the panel whatever it shows */
  readonly keys: string;
  /** px of the window from which page and panel have room beside each other; in less, it waits until it is asked for */
  readonly openFrom: number;
}

const PANEL_KEYS = 'F4';

/** In less, the panel lies over the page (styles/panel.css). */
const BESIDE_PAGE = '(min-width: 1200px)';

const fits = (room: string) => window.matchMedia(room).matches;

export function hasRoom(pixels: number): boolean {
  return fits(`(min-width: ${pixels}px)`);
}

/** Escape then belongs to what is being typed or chosen. */
function isEscapeTaken(): boolean {
  return document.activeElement?.matches('[role="combobox"][aria-expanded="true"], textarea, input') === true;
}

/** F4 opens and closes the panel; Escape closes it where it lies over the page. @param close the same function always */
export function usePanelKeys(toggle: () => void, close: () => void): void {
  useShortcut(PANEL_KEYS, toggle);
  // a window that has become narrower, or gone to a smaller screen, shows the work and not what was opened beside it
  useEffect(() => {
    const beside = window.matchMedia(BESIDE_PAGE);
    const onChange = () => {
      if (!beside.matches) close();
    };
    beside.addEventListener('change', onChange);
    return () => beside.removeEventListener('change', onChange);
  }, [close]);
  useShortcut('Escape', () => {
    if (!fits(BESIDE_PAGE) && !isEscapeTaken()) close();
  });
}

/** The panel at the right of a page. */
export function usePanel<Id extends string>({ standard, keys, openFrom }: PanelOptions<Id>): Panel<Id> {
  const [tab, setTab] = useState<Id | null>(() => (hasRoom(openFrom) ? standard : null));
  const last = useRef(standard);
  if (tab !== null) last.current = tab;
  const close = useCallback(() => setTab(null), []);
  usePanelKeys(() => setTab((old) => (old === null ? last.current : null)), close);
  useShortcut(keys, () => {
    if (keys !== PANEL_KEYS) setTab((old) => (old === standard ? null : standard));
  });
  return { tab, open: setTab, close };
}
