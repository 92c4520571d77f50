import { ColumnEdge } from './column-edge.tsx';
import type { Grid } from './grid.ts';
import type { HeaderCell } from './header.ts';
import type { Layout } from './layout.ts';
import type { Range } from './selection.ts';

interface GridHeadProps {
  readonly grid: Grid;
  readonly layout: Layout;
  readonly selected: Range;
}

/** The merged headers. They stay at the top, those of frozen columns at the left too. */
export function GridHead({ grid, layout, selected }: GridHeadProps) {
  const { header, headerRowHeight, places, width } = layout;
  return (
    <div
      role="rowgroup"
      className="entry-head"
      style={{
        width,
        gridTemplateColumns: places.map((place) => `${place.width}px`).join(' '),
        gridTemplateRows: `repeat(${header.length}, ${headerRowHeight}px)`,
      }}
    >
      {header.map((cells, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of headers has no name but its place
        <div key={row} role="row" aria-rowindex={row + 1} className="entry-head-row">
          {cells.map((cell) => {
            const place = places[cell.column];
            const isFrozen = cell.column < layout.frozen;
            return (
              <div
                key={cell.column}
                role="columnheader"
                aria-colindex={cell.column + 1}
                aria-colspan={cell.columnSpan}
                aria-rowspan={cell.rowSpan}
                title={cell.keyed && cell.isTitle ? '可录入' : undefined}
                className={classNames(cell, isFrozen, selected)}
                style={{
                  gridRow: `${cell.row + 1} / span ${cell.rowSpan}`,
                  gridColumn: `${cell.column + 1} / span ${cell.columnSpan}`,
                  left: isFrozen ? place?.left : undefined,
                }}
              >
                <span className="entry-head-text">{cell.text}</span>
                {cell.isTitle && place !== undefined && <ColumnEdge grid={grid} place={place} />}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function classNames({ column, isTitle, keyed }: HeaderCell, isFrozen: boolean, selected: Range): string {
  const isSelected = isTitle && column >= selected.left && column <= selected.right;
  const names = [
    'entry-head-cell',
    isFrozen && 'frozen',
    keyed && 'keyed',
    !isTitle && 'group',
    isSelected && 'selected',
  ];
  return names.filter((name) => name !== false).join(' ');
}
