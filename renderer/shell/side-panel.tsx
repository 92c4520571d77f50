import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { CloseButton } from '../parts/close-button.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { useReturnedFocus } from '../returned-focus.ts';

export interface PanelTab<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** 0: not shown */
  readonly count: number;
}

interface SidePanelProps<Id extends string> {
  /** says what is in it */
  readonly label: string;
  /** opens and closes it */
  readonly keys: string;
  readonly tabs: readonly PanelTab<Id>[];
  readonly current: Id;
  readonly onTab: (tab: Id) => void;
  /** in a wide window it takes more room */
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The panel at the right. It follows what is selected in the page and never takes the focus by itself. */
export function SidePanel<Id extends string>({
  label,
  keys,
  tabs,
  current,
  wide,
  onTab,
  onClose,
  children,
}: SidePanelProps<Id>) {
  const panel = useReturnedFocus<HTMLElement>();
  const strip = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const index = tabs.findIndex(({ id }) => id === current);
    const next =
      tabs[index + (event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : tabs.length)];
    if (next === undefined) return;
    event.preventDefault();
    onTab(next.id);
    strip.current?.querySelector<HTMLButtonElement>(`#tab-${next.id}`)?.focus();
  }

  return (
    <aside ref={panel} className={wide ? 'side-panel wide' : 'side-panel'} aria-label={label}>
      <header className="panel-tabs">
        <div role="tablist" ref={strip} onKeyDown={onKeyDown}>
          {tabs.map(({ id, name, count }) => (
            <button
              key={id}
              id={`tab-${id}`}
              type="button"
              role="tab"
              aria-selected={id === current}
              aria-controls="panel-body"
              tabIndex={id === current ? 0 : -1}
              onClick={() => onTab(id)}
            >
              {name}
              {count > 0 && <small>{count}</small>}
            </button>
          ))}
        </div>
        <div className="spring" />
        {/* four tabs need its room; the button that opens the panel shows it too */}
        {tabs.length < 4 && <KeyHint keys={keys} />}
        <CloseButton label="收起右侧" onClick={onClose} />
      </header>
      <div id="panel-body" className="panel-body" role="tabpanel" aria-labelledby={`tab-${current}`}>
        {children}
      </div>
    </aside>
  );
}
