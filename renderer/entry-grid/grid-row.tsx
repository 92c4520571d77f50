import { memo } from 'react';
import { GridCell } from './grid-cell.tsx';
import type { GridLine, GridSource } from './grid-types.ts';
import type { Layout } from './layout.ts';
import type { RowMarks } from './row-marks.ts';

interface GridRowProps extends RowMarks {
  readonly source: GridSource;
  readonly line: GridLine;
  /** of the line: the cells come from the source, and this says when to ask it again */
  readonly version: number;
  readonly layout: Layout;
  readonly index: number;
  /** px below the first line of its group */
  readonly top: number;
}

/** One line. Memoised over plain values, so that a move draws two rows and a commit those that it changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { source, line, layout, index, top } = props;
  const isPinned = index < layout.pinned;
  return (
    <div
      role="row"
      aria-rowindex={layout.header.length + index + 1}
      aria-level={line.level + 1}
      aria-expanded={line.expanded ?? undefined}
      className={`entry-row ${line.kind}${props.active < 0 ? '' : ' current'}`}
      style={{ transform: `translateY(${top}px)`, height: layout.rowHeight, width: layout.width }}
    >
      {layout.places.map(({ column }, at) => {
        const cell = source.cell(line, column);
        return (
          <GridCell
            key={column.id}
            cell={cell}
            line={line}
            layout={layout}
            column={at}
            readOnly={isPinned || cell.readOnly}
            selected={at >= props.selectedFrom && at <= props.selectedTo}
            active={at === props.active}
            filling={at >= props.filledFrom && at <= props.filledTo}
            hasHandle={at === props.handle}
          />
        );
      })}
    </div>
  );
});
