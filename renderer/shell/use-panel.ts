import { useCallback, useState } from 'react';
import { useShortcut } from '../shortcut.ts';

export interface Panel<Id extends string> {
  /** `null`: the panel is closed */
  readonly tab: Id | null;
  readonly open: (tab: Id) => void;
  readonly close: () => void;
}

interface PanelOptions<Id extends string> {
  /** what it shows when it is opened by its key */
  readonly standard: Id;
  readonly keys: string;
  /** px of the window from which page and panel have room beside each other; in less, it waits until it is asked for */
  readonly openFrom: number;
}

/** In less, the panel lies over the page (styles/panel.css). */
const BESIDE_PAGE = '(min-width: 1200px)';

const fits = (room: string) => window.matchMedia(room).matches;

/** Escape then belongs to what is being typed or chosen. */
function isEscapeTaken(): boolean {
  return document.activeElement?.matches('[role="combobox"][aria-expanded="true"], textarea, input') === true;
}

/** The panel at the right of a page. */
export function usePanel<Id extends string>({ standard, keys, openFrom }: PanelOptions<Id>): Panel<Id> {
  const [tab, setTab] = useState<Id | null>(() => (fits(`(min-width: ${openFrom}px)`) ? standard : null));
  const close = useCallback(() => setTab(null), []);
  useShortcut(keys, () => setTab((old) => (old === standard ? null : standard)));
  useShortcut('Escape', () => {
    if (!fits(BESIDE_PAGE) && !isEscapeTaken()) close();
  });
  return { tab, open: setTab, close };
}
