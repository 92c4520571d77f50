import { useEffect, useEffectEvent } from 'react';
import type { UnsavedCell } from '../core/api.ts';

const stores = new Set<() => void>();
const lists = new Set<() => readonly UnsavedCell[]>();

/** Says how to store what is being typed; done before the page, the book or the window is left. */
export function useStoreOnLeaving(store: () => void): void {
  const run = useEffectEvent(store);
  useEffect(() => {
    const member = () => run();
    stores.add(member);
    return () => void stores.delete(member);
  }, []);
}

/** Says which cells have a text that could not be stored. */
export function useUnsaved(list: () => readonly UnsavedCell[]): void {
  const run = useEffectEvent(list);
  useEffect(() => {
    const member = () => run();
    lists.add(member);
    return () => void lists.delete(member);
  }, []);
}

/** Stores what is being typed; tells what could not be. */
export function storeEverything(): UnsavedCell[] {
  for (const store of stores) store();
  return [...lists].flatMap((list) => list());
}
