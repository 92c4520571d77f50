import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Grid } from './grid.ts';
import { GridRow } from './grid-row.tsx';
import type { GridState } from './grid-state.ts';
import type { GridSource } from './grid-types.ts';
import type { Layout } from './layout.ts';
import { rowMarks } from './row-marks.ts';
import type { Selection } from './selection.ts';

interface GridRowsProps {
  readonly grid: Grid;
  readonly state: GridState;
  readonly source: GridSource;
  readonly layout: Layout;
  readonly selection: Selection;
}

/** The lines: those that do not scroll, and of the others those that are in sight. */
export function GridRows({ grid, state, source, layout, selection }: GridRowsProps) {
  const { rowHeight, pinned, pinnedHeight, headHeight, width } = layout;
  const virtualizer = useVirtualizer({
    count: Math.max(0, source.lines.length - pinned),
    getScrollElement: () => grid.scroller,
    estimateSize: () => rowHeight,
    overscan: 6,
    useFlushSync: false,
  });

  // the rows are mounted before the element that they scroll in: it is asked for once more
  const [, setHasScroller] = useState(false);
  useLayoutEffect(() => setHasScroller(true), []);

  const drawnHeight = useRef(rowHeight);
  useLayoutEffect(() => {
    if (drawnHeight.current === rowHeight) return;
    // the same lines stay in sight when all of them grow
    if (grid.scroller !== null) grid.scroller.scrollTop *= rowHeight / drawnHeight.current;
    drawnHeight.current = rowHeight;
    virtualizer.measure();
  }, [grid, rowHeight, virtualizer]);

  function row(index: number, top: number) {
    const line = source.lines[index];
    if (line === undefined) return null;
    const marks = rowMarks(index, selection, state.fill, state.mode === 'nav');
    return (
      <GridRow
        key={line.id}
        source={source}
        line={line}
        version={source.version(line)}
        layout={layout}
        index={index}
        top={top}
        {...marks}
      />
    );
  }

  return (
    <>
      {pinned > 0 && (
        <div
          role="rowgroup"
          className="entry-pinned"
          style={{ top: headHeight, height: pinnedHeight, width }}
        >
          {source.lines.slice(0, pinned).map((_, index) => row(index, index * rowHeight))}
        </div>
      )}
      <div role="rowgroup" className="entry-body" style={{ height: virtualizer.getTotalSize(), width }}>
        {virtualizer.getVirtualItems().map(({ index }) => row(pinned + index, index * rowHeight))}
      </div>
    </>
  );
}
