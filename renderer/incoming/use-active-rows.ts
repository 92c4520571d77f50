import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { steppedIndex } from '../step.ts';

interface ActiveRowsOptions {
  readonly count: number;
  readonly active: number;
  /** px */
  readonly estimate: (index: number) => number;
  readonly onActive: (index: number) => void;
}

interface ActiveRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** arrows, Home, End and pages; @returns whether the key was one of them */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** Rows of which only those in sight are drawn, and the active one, which the keyboard is told of. */
export function useActiveRows({ count, active, estimate, onActive }: ActiveRowsOptions): ActiveRows {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    overscan: 8,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const drawn = new Set(defaultRangeExtractor(range));
      if (active >= 0 && active < count) drawn.add(active);
      return [...drawn].sort((one, other) => one - other);
    },
  });

  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [active, virtualizer]);

  function onKeyDown(event: KeyboardEvent): boolean {
    if (event.altKey || event.metaKey) return false;
    const page = { PageDown: 10, PageUp: -10 }[event.key];
    const next =
      page === undefined
        ? steppedIndex(event.key, active, count)
        : Math.max(0, Math.min(count - 1, active + page));
    if (next === null) return false;
    event.preventDefault();
    onActive(next);
    return true;
  }

  return { scroller, virtualizer, onKeyDown };
}
