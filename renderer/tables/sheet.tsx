import { type CSSProperties, useId } from 'react';
import type { TableModel } from '../../core/tables/model.ts';
import { type PageLayout, pixelsPerMm } from './paper.ts';
import type { Place } from './places.ts';
import { fontVariables } from './sheet-fonts.ts';
import { SheetTable } from './sheet-table.tsx';

interface SheetProps {
  readonly model: TableModel;
  readonly layout: PageLayout;
  readonly scale: number;
  /** changes when the page gets more or less room: the selected number is then brought into view again */
  readonly room: string;
  readonly selected: Place | null;
  readonly onSelect: (place: Place) => void;
  readonly onExplain: () => void;
}

/** One public table as it is printed. Every length on it is a multiple of `--mm`, so it scales without a blur. */
export function Sheet({ model, layout, scale, room, selected, onSelect, onExplain }: SheetProps) {
  const titleId = useId();
  const mm = pixelsPerMm(scale);
  const paper: CSSProperties = {
    width: layout.paper.width * mm,
    minHeight: layout.paper.height * mm,
  };
  const content = {
    '--mm': `${mm * layout.shrink}px`,
    '--row': layout.rowHeight,
    width: model.columns.reduce((sum, column) => sum + column.width, 0) * mm * layout.shrink,
    ...fontVariables(model.fonts),
  } as CSSProperties;

  return (
    <article className="paper" style={paper} aria-labelledby={titleId}>
      <div className="paper-content" style={content}>
        <h2 id={titleId}>{model.caption.heading}</h2>
        {model.caption.corner !== '' && <p className="paper-number">{model.caption.corner}</p>}
        <p className="paper-unit">{model.caption.right}</p>
        <SheetTable
          model={model}
          labelledBy={titleId}
          room={room}
          selected={selected}
          onSelect={onSelect}
          onExplain={onExplain}
        />
        {model.notes.map((note) => (
          <p key={note} className="paper-note">
            {note}
          </p>
        ))}
      </div>
    </article>
  );
}
