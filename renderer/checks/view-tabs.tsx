import type { KeyboardEvent } from 'react';
import { steppedIndex } from '../step.ts';

export interface ViewTab<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** `''`: nothing beside the name */
  readonly count: string;
}

interface ViewTabsProps<Id extends string> {
  readonly tabs: readonly ViewTab<Id>[];
  readonly current: Id;
  readonly onTab: (tab: Id) => void;
  readonly label?: string;
}

/** The views of a page, such as 检查; the body that they are of has the id `check-body`. */
export function ViewTabs<Id extends string>(props: ViewTabsProps<Id>) {
  const { tabs, current, onTab, label = '检查的各页' } = props;

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const key = event.key.replace('ArrowLeft', 'ArrowUp').replace('ArrowRight', 'ArrowDown');
    const index = tabs.findIndex(({ id }) => id === current);
    const next = steppedIndex(key, index, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    onTab(tab.id);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('[role="tab"]')[next ?? 0]?.focus();
  }

  return (
    <div className="check-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, name, count }) => (
        <button
          key={id}
          id={`check-${id}`}
          type="button"
          role="tab"
          aria-selected={id === current}
          aria-controls="check-body"
          tabIndex={id === current ? 0 : -1}
          onClick={() => onTab(id)}
        >
          {name}
          {count !== '' && <small>{count}</small>}
        </button>
      ))}
    </div>
  );
}
