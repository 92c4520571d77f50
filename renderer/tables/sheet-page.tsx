import type { CSSProperties, ReactNode } from 'react';
import type { LaidRow } from '../../core/page/page-layout.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { onPage } from './paper.ts';
import { SheetHead } from './sheet-head.tsx';
import { SheetText } from './sheet-text.tsx';

interface SheetPageProps {
  readonly model: TableModel;
  readonly rows: readonly LaidRow[];
  /** counts from 1 */
  readonly number: number;
  readonly titleId: string;
  /** of the paper and what is free at its edges */
  readonly style: CSSProperties;
  readonly line: (row: LaidRow) => ReactNode;
}

/** One page of a printed table. The first has the title; each has the head of the table. */
export function SheetPage({ model, rows, number, titleId, style, line }: SheetPageProps) {
  const part = (name: LaidRow['part']) => rows.filter((row) => row.part === name);
  const text = (row: LaidRow) => (
    <SheetText key={`${row.part} ${row.place}`} model={model} row={row} titleId={titleId} />
  );
  const name =
    number === 1 ? { 'aria-labelledby': titleId } : { 'aria-label': `${model.title}，第 ${number} 页` };
  return (
    <div className="paper" style={style}>
      {part('caption').map(text)}
      <table className="printed" {...name}>
        <colgroup>
          {model.columns.map(({ key, width }) => (
            <col key={key} style={{ width: onPage(width) }} />
          ))}
        </colgroup>
        <SheetHead rows={part('head')} />
        <tbody>{part('body').map(line)}</tbody>
      </table>
      {part('note').map(text)}
    </div>
  );
}
