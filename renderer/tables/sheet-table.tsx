import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { TableModel } from '../../core/tables/model.ts';
import { columnNames } from './cell-name.ts';
import { cellAt, firstPlace, nextPlace, numberPlaces, type Place, placeId } from './places.ts';
import { SheetHead } from './sheet-head.tsx';
import { SheetLine } from './sheet-line.tsx';

interface SheetTableProps {
  readonly model: TableModel;
  readonly labelledBy: string;
  readonly room: string;
  readonly selected: Place | null;
  readonly onSelect: (place: Place) => void;
  /** a click or Enter on a number */
  readonly onExplain: () => void;
}

/** The grid of a printed table. Its numbers are one stop of the Tab key; inside, the arrows move. */
export function SheetTable({ model, labelledBy, room, selected, onSelect, onExplain }: SheetTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const places = useMemo(() => numberPlaces(model.body), [model]);
  const names = useMemo(() => columnNames(model), [model]);
  const entry = selected ?? firstPlace(places);

  // biome-ignore lint/correctness/useExhaustiveDependencies: moving to a number scrolls by itself
  useLayoutEffect(() => {
    if (selected === null) return;
    table.current
      ?.querySelector(`#${placeId(selected)}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [room]);

  function onKeyDown(event: KeyboardEvent) {
    if (selected === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = nextPlace(places, selected, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    // selects it, by onFocus
    table.current?.querySelector<HTMLButtonElement>(`#${placeId(next)}`)?.focus();
  }

  function onCopy(event: ClipboardEvent) {
    const text = selected && cellAt(model.body, selected)?.text;
    if (!text || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  }

  return (
    <table ref={table} className="printed" aria-labelledby={labelledBy} onKeyDown={onKeyDown} onCopy={onCopy}>
      <colgroup>
        {model.columns.map(({ key, width }) => (
          <col key={key} style={millimetres(width)} />
        ))}
      </colgroup>
      <SheetHead header={model.header} />
      <tbody>
        {model.body.map((cells, line) => (
          <SheetLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place on the page
            key={line}
            model={model}
            names={names}
            cells={cells}
            line={line}
            selectedColumn={selected?.line === line ? selected.column : null}
            entryColumn={entry?.line === line ? entry.column : null}
            onSelect={onSelect}
            onExplain={onExplain}
          />
        ))}
      </tbody>
    </table>
  );
}

function millimetres(width: number): CSSProperties {
  return { width: `calc(var(--mm) * ${width})` };
}
