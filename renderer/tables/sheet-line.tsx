import { type CSSProperties, memo } from 'react';
import { isOneLine } from '../../core/page/page-rows.ts';
import { INDENT, mmOf } from '../../core/page/text-size.ts';
import type { PrintedCell, TableModel } from '../../core/tables/model.ts';
import { cellName } from './cell-name.ts';
import { fittingPoints, onPage } from './paper.ts';
import { type Place, placeId } from './places.ts';

interface SheetLineProps {
  readonly model: TableModel;
  readonly names: readonly string[];
  readonly cells: readonly PrintedCell[];
  readonly line: number;
  /** points */
  readonly height: number;
  /** `null`: no number of this line is selected */
  readonly selectedColumn: number | null;
  /** where the Tab key enters the table; `null`: not in this line */
  readonly entryColumn: number | null;
  readonly onSelect: (place: Place) => void;
  readonly onExplain: () => void;
}

/** mm beside the text of a cell; styles/sheet.css */
const SIDE = 0.7;

/** One printed line. Memoized, so that moving from number to number draws two lines, not the table. */
export const SheetLine = memo(function SheetLine(props: SheetLineProps) {
  const { model, names, cells, line, height, selectedColumn, entryColumn, onSelect, onExplain } = props;
  return (
    <tr style={{ height: onPage(mmOf(height)) }}>
      {cells.map((cell) => {
        const { column } = cell;
        const isSelected = column === selectedColumn;
        return (
          <td
            key={column}
            colSpan={cell.columnSpan}
            rowSpan={cell.rowSpan}
            className={`${cell.kind} ${cell.align}${isSelected ? ' selected' : ''}`}
            style={cellStyle(model, cell)}
          >
            {cell.value === undefined ? (
              cell.text
            ) : (
              <button
                type="button"
                id={placeId({ line, column })}
                tabIndex={column === entryColumn ? 0 : -1}
                aria-label={cellName(model, names, cell)}
                aria-current={isSelected ? true : undefined}
                onFocus={() => onSelect({ line, column })}
                onClick={onExplain}
              >
                {cell.text}
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
});

function cellStyle({ columns, fonts }: TableModel, cell: PrintedCell): CSSProperties | undefined {
  if (cell.indent > 0) return { paddingLeft: onPage(SIDE + cell.indent * mmOf(INDENT)) };
  if (!isOneLine(cell) || cell.columnSpan > 1) return undefined;
  const { size } = fonts[cell.kind];
  const points = fittingPoints(cell.text, size, columns[cell.column]?.width ?? 0);
  return points < size ? { fontSize: onPage(mmOf(points)) } : undefined;
}
