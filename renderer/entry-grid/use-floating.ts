import { type RefCallback, useCallback, useLayoutEffect, useRef } from 'react';
import type { Grid } from './grid.ts';
import { type Box, besideCell, overlaps } from './view.ts';

interface Floating {
  readonly scroller: RefCallback<HTMLElement>;
  /** what clips the field where frozen cells cover its cell */
  readonly zone: RefCallback<HTMLElement>;
  readonly beside: RefCallback<HTMLElement>;
  readonly place: () => void;
}

/**
 * Keeps the field over the active cell, when the grid is scrolled and when its cell or the window changes: an input
 * method shows its candidates there. What is said about the cell goes along.
 */
export function useFloating(grid: Grid): Floating {
  const zoneElement = useRef<HTMLElement | null>(null);
  const besideElement = useRef<HTMLElement | null>(null);

  const place = useCallback(() => {
    const { cell, zone } = grid.activeBoxes;
    const { input } = grid;
    if (input !== null && zoneElement.current !== null) {
      setBox(zoneElement.current.style, zone);
      setBox(input.style, { ...cell, left: cell.left - zone.left, top: cell.top - zone.top });
      // it grows with its text, as far as there is room
      input.style.width = '';
      input.style.minWidth = `${cell.width}px`;
      input.style.maxWidth = `${Math.max(cell.width, zone.left + zone.width - cell.left)}px`;
    }
    if (besideElement.current !== null) {
      const { style, offsetWidth: width, offsetHeight: height } = besideElement.current;
      const { left, top } = besideCell(cell, { width, height }, grid.view);
      // scrolled away, the cell takes it along; but not what somebody is writing in
      const isUsed = besideElement.current.contains(document.activeElement);
      style.visibility = isUsed || overlaps(cell, zone) ? 'visible' : 'hidden';
      style.left = `${left}px`;
      style.top = `${top}px`;
    }
  }, [grid]);

  useLayoutEffect(place);

  const scroller = useCallback(
    (element: HTMLElement | null) => {
      grid.scroller = element;
      return watched(element, place);
    },
    [grid, place],
  );
  const zone = useCallback((element: HTMLElement | null) => {
    zoneElement.current = element;
  }, []);
  const beside = useCallback(
    (element: HTMLElement | null) => {
      besideElement.current = element;
      const stop = watched(element, place);
      return () => {
        besideElement.current = null;
        stop();
      };
    },
    [place],
  );
  return { scroller, zone, beside, place };
}

function watched(element: HTMLElement | null, onResize: () => void): () => void {
  const observer = new ResizeObserver(onResize);
  if (element !== null) observer.observe(element);
  return () => observer.disconnect();
}

function setBox(style: CSSStyleDeclaration, { left, top, width, height }: Box): void {
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}
