import { type CSSProperties, memo, type Ref } from 'react';
import type { IncomingRow } from '../../core/incoming/incoming.ts';
import { CellEditor } from './cell-editor.tsx';
import { canMend, cellIn, type ShownColumn, shownIn, textIn } from './rows.ts';
import { VerdictSign } from './verdict-sign.tsx';

/** What can be done to a line; each is told which. */
interface LineActions {
  readonly onCell: (row: number, column: number, opens: boolean) => void;
  readonly onMend: (row: number, column: ShownColumn, text: string | null) => void;
  readonly onLeave: (row: number) => void;
  readonly onClose: (goesOn: boolean) => void;
}

interface IncomingLineProps extends LineActions {
  readonly row: IncomingRow;
  readonly columns: readonly ShownColumn[];
  /** its place among those listed, from 0 */
  readonly index: number;
  readonly top: number;
  /** the clerk left it out */
  readonly isLeft: boolean;
  /** column of the active cell; -1: it is on another line */
  readonly active: number;
  readonly isEditing: boolean;
  readonly measure: Ref<HTMLDivElement>;
}

/** `3/2`: names a cell for the keyboard. */
export function cellId(row: number, column: number): string {
  return `incoming-${row}-${column}`;
}

/** A row of the file: what becomes of it, what stands in it, and why. */
export const IncomingLine = memo(function IncomingLine(props: IncomingLineProps) {
  const { row, columns, index, top, isLeft, active, isEditing, measure } = props;
  const { onCell, onMend, onLeave, onClose } = props;
  const mended = columns.filter((column) => cellIn(row, column)?.isMended === true);
  const style: CSSProperties = { top };
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={`incoming-line verdict-row-${row.verdict}${active >= 0 ? ' active' : ''}`}
      style={style}
    >
      <div role="gridcell" className="verdict-cell">
        <VerdictSign verdict={row.verdict} />
      </div>
      <div role="gridcell" className="number-cell">
        {row.row}
      </div>
      {columns.map((column, at) => {
        const cell = cellIn(row, column);
        const isActive = at === active;
        const states = [
          `${column.kind}-cell`,
          cell?.fault === undefined ? '' : 'faulty',
          cell?.isMended ? 'mended' : '',
          isActive ? 'active-cell' : '',
        ];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
            key={at}
            id={cellId(row.row, at)}
            role="gridcell"
            aria-invalid={cell?.fault === undefined ? undefined : true}
            aria-selected={isActive}
            className={states.join(' ')}
            title={cell?.fault}
            onClick={() => onCell(row.row, at, cell?.fault !== undefined && canMend(row, column))}
            onDoubleClick={() => onCell(row.row, at, canMend(row, column))}
          >
            {isActive && isEditing ? (
              <CellEditor
                label={`第 ${row.row} 行 ${column.heading}`}
                text={textIn(row, column)}
                isFigure={column.kind === 'figure'}
                onStore={(typed) => onMend(row.row, column, typed)}
                onClose={onClose}
              />
            ) : (
              shownIn(row, column)
            )}
          </div>
        );
      })}
      <div role="gridcell" className="leave-cell">
        {(isLeft || row.verdict !== 'left') && (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            aria-label={isLeft ? `取回第 ${row.row} 行` : `不取第 ${row.row} 行`}
            onClick={() => onLeave(row.row)}
          >
            {isLeft ? '取回' : '不取此行'}
          </button>
        )}
      </div>
      {(row.sentence !== '' || mended.length > 0) && (
        <div role="gridcell" className="sentence-cell">
          <p>
            {mended.map((column) => (
              <span key={column.heading} className="mended-note">
                <b>已改</b> {column.heading}
                <button
                  type="button"
                  className="link"
                  tabIndex={-1}
                  aria-label={`第 ${row.row} 行 ${column.heading} 恢复文件里的`}
                  onClick={() => onMend(row.row, column, null)}
                >
                  恢复文件里的
                </button>
              </span>
            ))}
            {row.sentence}
          </p>
        </div>
      )}
    </div>
  );
});
