import { useSyncExternalStore } from 'react';

/** px of the window from which all comparisons have room beside the panel */
const WIDE = window.matchMedia('(min-width: 1600px)');

function listen(changed: () => void): () => void {
  WIDE.addEventListener('change', changed);
  return () => WIDE.removeEventListener('change', changed);
}

export function useWideWindow(): boolean {
  return useSyncExternalStore(listen, () => WIDE.matches);
}
