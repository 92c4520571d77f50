import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { PAGE_MARGIN, type PageLayout } from '../../core/page/page-layout.ts';
import { widthOf } from '../../core/page/text-size.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { columnNames } from './cell-name.ts';
import { pixelsPerMm } from './paper.ts';
import { cellAt, firstPlace, nextPlace, numberPlaces, type Place, placeId } from './places.ts';
import { fontVariables } from './sheet-fonts.ts';
import { SheetLine } from './sheet-line.tsx';
import { SheetPage } from './sheet-page.tsx';

interface SheetProps {
  readonly model: TableModel;
  readonly layout: PageLayout;
  readonly scale: number;
  /** changes when the page gets more or less room: the selected number is then brought into view again */
  readonly room: string;
  readonly selected: Place | null;
  readonly onSelect: (place: Place) => void;
  /** a click or Enter on a number */
  readonly onExplain: () => void;
}

/**
 * One public table as it is printed, on as many pages as it takes. Its numbers are one stop of the Tab key; inside, the
 * arrows move, from page to page too.
 */
export function Sheet({ model, layout, scale, room, selected, onSelect, onExplain }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const titleId = useId();
  const places = useMemo(() => numberPlaces(model.body), [model]);
  const names = useMemo(() => columnNames(model), [model]);
  const entry = selected ?? firstPlace(places);

  // biome-ignore lint/correctness/useExhaustiveDependencies: moving to a number scrolls by itself
  useLayoutEffect(() => {
    if (selected === null) return;
    sheet.current
      ?.querySelector(`#${placeId(selected)}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [room]);

  function onKeyDown(event: KeyboardEvent) {
    if (selected === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = nextPlace(places, selected, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    // selects it, by onFocus
    sheet.current?.querySelector<HTMLButtonElement>(`#${placeId(next)}`)?.focus();
  }

  function onCopy(event: ClipboardEvent) {
    const text = selected && cellAt(model.body, selected)?.text;
    if (!text || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  }

  const mm = pixelsPerMm(scale);
  const paper = paperStyle(model, layout, mm);
  // every length on the page is a multiple of it, so it scales without a blur
  const style = { '--mm': `${mm * layout.shrink}px`, ...fontVariables(model.fonts) } as CSSProperties;
  return (
    <article
      ref={sheet}
      className="sheet"
      style={style}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
    >
      {layout.pages.map((rows, index) => (
        <SheetPage
          // biome-ignore lint/suspicious/noArrayIndexKey: a page has no name but its place
          key={index}
          model={model}
          rows={rows}
          number={index + 1}
          titleId={titleId}
          style={paper}
          line={({ place, height }) => (
            <SheetLine
              key={place}
              model={model}
              names={names}
              cells={model.body[place] ?? []}
              line={place}
              height={height}
              selectedColumn={selected?.line === place ? selected.column : null}
              entryColumn={entry?.line === place ? entry.column : null}
              onSelect={onSelect}
              onExplain={onExplain}
            />
          )}
        />
      ))}
    </article>
  );
}

/** @param mm pixels */
function paperStyle(model: TableModel, { paper, shrink }: PageLayout, mm: number): CSSProperties {
  const content = widthOf(model.columns) * shrink;
  return {
    width: paper.width * mm,
    minHeight: paper.height * mm,
    padding: `${PAGE_MARGIN * mm}px ${((paper.width - content) / 2) * mm}px`,
  };
}
