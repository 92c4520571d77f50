import { type RefCallback, useCallback } from 'react';
import type { Grid } from './grid.ts';
import { nextZoom } from './zoom.ts';

/**
 * The wheel: with Ctrl it zooms, and over the open field it scrolls the grid below it. React listens to the wheel
 * passively, and could not keep the window from zooming.
 */
export function useWheel(grid: Grid): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return;
      const onWheel = (event: WheelEvent) => {
        const { ctrlKey, deltaX, deltaY, target } = event;
        if (!ctrlKey && target !== grid.input) return;
        event.preventDefault();
        if (!ctrlKey) grid.scroller?.scrollBy(deltaX, deltaY);
        else if (deltaY !== 0) grid.props.onZoom(nextZoom(grid.props.zoom, deltaY < 0 ? 1 : -1));
      };
      element.addEventListener('wheel', onWheel, { passive: false });
      return () => element.removeEventListener('wheel', onWheel);
    },
    [grid],
  );
}
