import type { CSSProperties } from 'react';
import type { LaidRow } from '../../core/page/page-layout.ts';
import type { PageCell } from '../../core/page/page-rows.ts';
import { mmOf, widthOf } from '../../core/page/text-size.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { onPage } from './paper.ts';

interface SheetTextProps {
  readonly model: TableModel;
  readonly row: LaidRow;
  readonly titleId: string;
}

/** A row above or below the grid: the title, 部门 and 单位, a note. */
export function SheetText({ model, row, titleId }: SheetTextProps) {
  return (
    <div className="paper-row" style={{ height: onPage(mmOf(row.height)) }}>
      {row.cells.map((cell) => {
        const text = { className: `${cell.kind} ${cell.align}`, style: widthStyle(model, cell) };
        return cell.kind === 'title' ? (
          <h2 key={cell.column} id={titleId} {...text}>
            {cell.text}
          </h2>
        ) : (
          <p key={cell.column} {...text}>
            {cell.text}
          </p>
        );
      })}
    </div>
  );
}

function widthStyle({ columns }: TableModel, { column, columnSpan }: PageCell): CSSProperties {
  return { width: onPage(widthOf(columns.slice(column, column + columnSpan))) };
}
