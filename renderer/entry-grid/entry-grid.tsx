import {
  type CSSProperties,
  type MouseEvent,
  type Ref,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { CellInput } from './cell-input.tsx';
import { Grid } from './grid.ts';
import { GridHead } from './grid-head.tsx';
import { GridRows } from './grid-rows.tsx';
import type { EntryGridHandle, EntryGridProps } from './grid-types.ts';
import { layoutOf } from './layout.ts';
import { FOREIGN, GridPointer } from './pointer.ts';
import { followed, rangeOf } from './selection.ts';
import { useFloating } from './use-floating.ts';
import { useGridEffects } from './use-grid-effects.ts';
import { useWheel } from './use-wheel.ts';

/** The table that amounts are keyed into. Keys and mouse do in it what they do in Excel. */
export function EntryGrid(props: EntryGridProps & { readonly ref?: Ref<EntryGridHandle> }) {
  const { label, columns, source, zoom, beside, lastLine, emptyBody } = props;
  const [grid] = useState(() => new Grid(props, layoutOf(columns, source.pinned, zoom, null)));
  const [pointer] = useState(() => new GridPointer(grid));
  const state = useSyncExternalStore(grid.subscribe, grid.snapshot);
  const layout = useMemo(
    () => layoutOf(columns, source.pinned, zoom, state.resized),
    [columns, source.pinned, zoom, state.resized],
  );
  const selection = useMemo(
    () => followed(state.selection, state.sheet, { lines: source.lines, columns }),
    [state.selection, state.sheet, source.lines, columns],
  );
  useGridEffects(grid, props, layout, selection);
  const hasLastLine = lastLine !== undefined && lastLine !== false;
  const floating = useFloating(grid);
  const wheel = useWheel(grid);

  return (
    <div ref={wheel} className="entry-grid" style={{ '--zoom': zoom } as CSSProperties}>
      <div
        ref={floating.scroller}
        className="entry-scroller"
        role="treegrid"
        // what scrolls is reached by the Tab key: by the field in it, or else by itself, which hands on to the active cell
        tabIndex={hasLastLine ? -1 : 0}
        onFocus={(event) => {
          if (event.target === event.currentTarget) grid.focus();
        }}
        aria-label={label}
        aria-multiselectable
        aria-rowcount={layout.header.length + source.lines.length}
        aria-colcount={columns.length}
        onScroll={floating.place}
        onPointerDown={pointer.down}
        onPointerMove={pointer.move}
        onPointerUp={pointer.up}
        onPointerCancel={pointer.cancel}
        onDoubleClick={pointer.doubleClick}
      >
        <GridHead grid={grid} layout={layout} selected={rangeOf(selection)} />
        <GridRows grid={grid} state={state} source={source} layout={layout} selection={selection} />
        {hasLastLine && (
          // a treegrid holds nothing but rows of cells
          <div
            role="row"
            className="entry-last-line"
            style={{ width: layout.frozenWidth, minHeight: layout.rowHeight }}
            {...{ [FOREIGN]: '' }}
          >
            <div role="gridcell">{lastLine}</div>
          </div>
        )}
        {emptyBody !== undefined && (
          <div role="row" className="entry-empty" {...{ [FOREIGN]: '' }}>
            <div role="gridcell">{emptyBody}</div>
          </div>
        )}
      </div>
      <div className="entry-layer">
        <div ref={floating.zone} className="entry-zone">
          <CellInput
            grid={grid}
            layout={layout}
            source={source}
            label={label}
            mode={state.mode}
            active={selection.active}
          />
        </div>
        {beside !== null && (
          <div ref={floating.beside} className="entry-beside" role="none" onMouseDown={keepFocus}>
            {beside}
          </div>
        )}
      </div>
    </div>
  );
}

/** A press on a sentence is no reason to leave the cell; one on a control in it is. */
function keepFocus(event: MouseEvent<HTMLElement>): void {
  const target = event.target as Element;
  if (target.closest('input, textarea, select, button, a, [tabindex]') === null) event.preventDefault();
}
