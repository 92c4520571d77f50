import type { ReactNode } from 'react';
import { inOneLine } from './clipboard.ts';
import type { GridCell as Cell, GridLine } from './grid-types.ts';
import { type ColumnPlace, type Layout, textRoom } from './layout.ts';
import { cellName, cellTip, shownText } from './names.ts';
import { FILL_HANDLE, TOGGLE } from './pointer.ts';
import { textWidth } from './text-fit.ts';
import { indentOf, isBold } from './tree.ts';

interface GridCellProps {
  readonly cell: Cell;
  readonly line: GridLine;
  readonly layout: Layout;
  readonly column: number;
  readonly readOnly: boolean;
  readonly selected: boolean;
  readonly active: boolean;
  readonly filling: boolean;
  /** the corner that the selection is filled from */
  readonly hasHandle: boolean;
}

export function GridCell(props: GridCellProps) {
  const { cell, line, layout, column, readOnly, selected, hasHandle } = props;
  const place = layout.places[column];
  if (place === undefined) return null;
  const indent = place.column.isRowHeader ? indentOf(line) * layout.zoom : 0;
  const text = inOneLine(shownText(cell));
  const isHidden = textWidth(text, isBold(line), layout.zoom) > textRoom(place, layout.zoom) - indent;
  return (
    <div
      role={place.column.isRowHeader ? 'rowheader' : 'gridcell'}
      aria-label={place.column.isRowHeader ? line.name : cellName(line, place.name, text)}
      aria-colindex={column + 1}
      aria-selected={selected}
      aria-readonly={readOnly}
      aria-invalid={cell.refused === undefined ? undefined : true}
      title={cellTip(cell, isHidden ? text : null)}
      className={classNames(props, place)}
      style={{ width: place.width, left: column < layout.frozen ? place.left : undefined }}
    >
      {place.column.isRowHeader && <Branch line={line} indent={indent} />}
      <span className="entry-text">{isHidden ? clipped(text, place) : text}</span>
      {hasHandle && <span className="entry-fill-handle" aria-hidden="true" {...{ [FILL_HANDLE]: '' }} />}
    </div>
  );
}

/** An amount is shown whole or not at all: the rest of it would be another amount. */
function clipped(text: string, { column }: ColumnPlace): ReactNode {
  return column.align === 'right' ? '####' : text;
}

function Branch({ line, indent }: { readonly line: GridLine; readonly indent: number }) {
  return (
    <span className="entry-branch" style={{ width: indent }}>
      {line.expanded !== null && (
        <span className="entry-toggle" aria-hidden="true" {...{ [TOGGLE]: '' }}>
          <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
            <path
              d={line.expanded ? 'M1 2.5l3.5 4 3.5-4' : 'M2.5 1l4 3.5-4 3.5'}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.3"
            />
          </svg>
        </span>
      )}
    </span>
  );
}

function classNames({ cell, readOnly, ...is }: GridCellProps, { column }: ColumnPlace): string {
  const names = [
    'entry-cell',
    column.align === 'right' && 'right',
    column.frozen && 'frozen',
    readOnly && !column.frozen && 'computed',
    is.selected && 'selected',
    is.active && 'active',
    is.filling && 'filling',
    cell.refused !== undefined && 'refused',
    cell.mark !== undefined && `mark-${cell.mark.level}`,
    cell.note !== undefined && 'noted',
  ];
  return names.filter((name) => name !== false).join(' ');
}
