import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PageLayout, Size } from '../../core/page/page-layout.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { pageScale, type Zoom } from './paper.ts';

/** px around the paper */
const SURROUND = 12;

export interface DeskView {
  /** for the element that the paper lies in */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** `null` until the window has been measured */
  readonly scale: number | null;
}

/** How large a page is drawn in the room that the window leaves for it. */
export function useDesk(zoom: Zoom, model: TableModel | null, layout: PageLayout | null): DeskView {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const isThere = model !== null;

  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || !isThere) return;
    const observer = new ResizeObserver(() => setSize(roomIn(element)));
    observer.observe(element);
    setSize(roomIn(element));
    return () => observer.disconnect();
  }, [isThere]);

  const id = model?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is looked at from its top
  useEffect(() => {
    ref.current?.scrollTo(0, 0);
  }, [id]);

  if (size === null || model === null || layout === null) return { ref, scale: null };
  return { ref, scale: pageScale(zoom, size, layout, model.fonts.amount.size) };
}

function roomIn({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth - 2 * SURROUND, height: clientHeight - 2 * SURROUND };
}
