import { useCallback, useState } from 'react';
import { useShortcut } from '../shortcut.ts';

export type PanelId = 'findings' | 'origin';

export interface Panel {
  /** `null`: the panel is closed */
  readonly tab: PanelId | null;
  readonly open: (tab: PanelId) => void;
  readonly close: () => void;
}

/** A wide page of tables and the panel have room beside each other; in less, the panel waits until it is asked for. */
const ROOM_FOR_BOTH = '(min-width: 1600px)';
/** In less, the panel lies over the page (styles/panel.css). */
const BESIDE_PAGE = '(min-width: 1200px)';

const fits = (room: string) => window.matchMedia(room).matches;

/** Escape then belongs to the open list of a select. */
function isListOpen(): boolean {
  return document.activeElement?.matches('[role="combobox"][aria-expanded="true"]') === true;
}

export function usePanel(): Panel {
  const [tab, setTab] = useState<PanelId | null>(() => (fits(ROOM_FOR_BOTH) ? 'origin' : null));
  const close = useCallback(() => setTab(null), []);
  useShortcut('Ctrl+E', () => setTab((old) => (old === 'origin' ? null : 'origin')));
  useShortcut('Escape', () => {
    if (!fits(BESIDE_PAGE) && !isListOpen()) close();
  });
  return { tab, open: setTab, close };
}
