import { type CSSProperties, type KeyboardEvent, useEffect, useState } from 'react';
import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { IncomingRow, IncomingTable } from '../../core/incoming/incoming.ts';
import { useStable } from '../use-stable.ts';
import { isRowLeft, withMended, withToggledRow } from './choose.ts';
import { cellId, IncomingLine } from './incoming-line.tsx';
import { canMend, cellIn, nearestIndex, type ShownColumn, shownColumns } from './rows.ts';
import { useActiveRows } from './use-active-rows.ts';

/** The cell that the keyboard is at: a row by its number in the file, a column by its place on the screen. */
export interface ActiveCell {
  readonly row: number;
  readonly column: number;
}

interface RowsViewProps {
  readonly table: IncomingTable;
  /** those that are listed */
  readonly rows: readonly IncomingRow[];
  readonly choices: ImportChoices;
  readonly active: ActiveCell;
  readonly onActive: (cell: ActiveCell) => void;
  readonly onChange: (update: (choices: ImportChoices) => ImportChoices) => void;
}

/** px at least; and how they share what is left over */
const COLUMN_WIDTHS: Readonly<
  Record<ShownColumn['kind'], { readonly least: number; readonly share: number }>
> = {
  code: { least: 84, share: 0 },
  name: { least: 148, share: 2 },
  text: { least: 112, share: 1 },
  figure: { least: 118, share: 1 },
};

/** px of the columns before and behind those of the file */
const OWN_WIDTHS = { verdict: 96, number: 58, leave: 76 } as const;

/** The tracks of a line, and how wide it is at least: all lines are equally wide, so that they stand under each other. */
function tracksOf(columns: readonly ShownColumn[]): CSSProperties {
  const widths = columns.map(({ kind }) => COLUMN_WIDTHS[kind]);
  const tracks = widths.map(({ least, share }) =>
    share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`,
  );
  const { verdict, number, leave } = OWN_WIDTHS;
  const least = widths.reduce((sum, width) => sum + width.least, verdict + number + leave);
  const all = [`${verdict}px`, `${number}px`, ...tracks, `${leave}px`].join(' ');
  return { '--columns': all, '--least': `${least}px` } as CSSProperties;
}

/** Rows as they will be drawn: those with a sentence are taller, and measured once they are in sight. */
const rowHeight = ({ sentence }: IncomingRow) => (sentence === '' ? 31 : 53);

/** The rows of one table of the file, each with what becomes of it. */
export function RowsView({ table, rows, choices, active, onActive, onChange }: RowsViewProps) {
  const [isEditing, setIsEditing] = useState(false);
  const columns = shownColumns(table);
  const at = nearestIndex(rows, active.row);
  const row = rows[at];
  const column = Math.max(0, Math.min(active.column, columns.length - 1));
  const { scroller, virtualizer, onKeyDown } = useActiveRows({
    count: rows.length,
    active: at,
    estimate: (index) => rowHeight(rows[index] ?? NO_ROW),
    onActive: (index) => moveTo(index, column),
  });

  function moveTo(index: number, to: number) {
    const next = rows[index];
    if (next !== undefined) onActive({ row: next.row, column: to });
  }

  const activeId = row && cellId(row.row, column);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the active cell or what is listed changes
  useEffect(() => {
    if (activeId !== undefined) {
      document.getElementById(activeId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [activeId, rows]);

  const onCell = useStable((to: number, toColumn: number, opens: boolean) => {
    onActive({ row: to, column: toColumn });
    setIsEditing(opens);
    if (!opens) scroller.current?.focus({ preventScroll: true });
  });
  const onMend = useStable((to: number, { index }: ShownColumn, text: string | null) => {
    if (index !== null) onChange((old) => withMended(old, { table: table.id, row: to, column: index }, text));
    scroller.current?.focus({ preventScroll: true });
  });
  const onLeave = useStable((to: number) => {
    onChange((old) => withToggledRow(old, { table: table.id, row: to }));
    scroller.current?.focus({ preventScroll: true });
  });
  const onClose = useStable((goesOn: boolean) => {
    setIsEditing(false);
    if (goesOn) scroller.current?.focus({ preventScroll: true });
  });

  function onGridKey(event: KeyboardEvent) {
    const own = columns[column];
    if (event.target !== event.currentTarget || row === undefined || own === undefined) return;
    const { key, ctrlKey } = event;
    if (key === 'ArrowLeft') moveTo(at, Math.max(0, column - 1));
    else if (key === 'ArrowRight') moveTo(at, Math.min(columns.length - 1, column + 1));
    else if ((key === 'Enter' && !ctrlKey) || key === 'F2') setIsEditing(canMend(row, own));
    else if (key === 'Delete' && ctrlKey) {
      if (row.verdict !== 'left' || isRowLeft(choices, { table: table.id, row: row.row })) onLeave(row.row);
    } else if (key === 'Delete' && cellIn(row, own)?.isMended) onMend(row.row, own, null);
    else {
      onKeyDown(event);
      return;
    }
    event.preventDefault();
  }

  const isDrawn = virtualizer.getVirtualItems().some(({ index }) => index === at);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={`${table.name}的行`}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={isDrawn && !isEditing ? activeId : undefined}
      tabIndex={0}
      className="incoming-rows"
      style={tracksOf(columns)}
      onKeyDown={onGridKey}
    >
      <div role="rowgroup" className="incoming-head">
        <div role="row" className="incoming-line" aria-rowindex={1}>
          <div role="columnheader" className="verdict-cell">
            结果
          </div>
          <div role="columnheader" className="number-cell">
            行
          </div>
          {columns.map(({ index, kind, heading, detail, meaning }) => (
            <div key={`${kind}${index}`} role="columnheader" className={`${kind}-cell`} title={detail}>
              {heading}
              {meaning !== '' && meaning !== heading && <small>{meaning}</small>}
            </div>
          ))}
          <div role="columnheader" className="leave-cell">
            <span className="unseen">取舍</span>
          </div>
        </div>
      </div>
      <div role="rowgroup" className="incoming-body" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const each = rows[index];
          return (
            each && (
              <IncomingLine
                key={each.row}
                row={each}
                columns={columns}
                index={index}
                top={start}
                isLeft={isRowLeft(choices, { table: table.id, row: each.row })}
                active={index === at ? column : -1}
                isEditing={index === at && isEditing}
                measure={virtualizer.measureElement}
                onCell={onCell}
                onMend={onMend}
                onLeave={onLeave}
                onClose={onClose}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

const NO_ROW: IncomingRow = { row: 0, code: '', name: '', verdict: 'left', sentence: '', cells: [] };
