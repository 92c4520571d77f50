import { type PointerEvent, useRef } from 'react';
import { fittingWidth } from './fitting-width.ts';
import type { Grid } from './grid.ts';
import { type ColumnPlace, NARROWEST_COLUMN, type Resized } from './layout.ts';
import { FOREIGN } from './pointer.ts';

/** The right edge of a header: dragged, it makes the column wider; double-clicked, as wide as what is in it. */
export function ColumnEdge({ grid, place }: { readonly grid: Grid; readonly place: ColumnPlace }) {
  const column = place.column.id;
  const began = useRef<{ readonly x: number; readonly width: number } | null>(null);

  function widthAt(event: PointerEvent): Resized | null {
    if (began.current === null) return null;
    const width = began.current.width + (event.clientX - began.current.x) / grid.layout.zoom;
    return { column, width: Math.max(NARROWEST_COLUMN, Math.round(width)) };
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    // the focus stays in the field
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    began.current = { x: event.clientX, width: place.column.width };
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const resized = widthAt(event);
    began.current = null;
    grid.change({ resized: null });
    if (resized !== null && resized.width !== place.column.width)
      grid.props.onColumnWidth(column, resized.width);
  }

  function onPointerCancel() {
    began.current = null;
    grid.change({ resized: null });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone, as in Excel
    <span
      className="entry-column-edge"
      aria-hidden="true"
      {...{ [FOREIGN]: '' }}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        const resized = widthAt(event);
        if (resized !== null) grid.change({ resized });
      }}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
      onDoubleClick={() => grid.props.onColumnWidth(column, fittingWidth(grid, place.column))}
    />
  );
}
