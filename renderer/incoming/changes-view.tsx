import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { IncomingChange } from '../../core/incoming/preview.ts';
import { withAllChanges, withToggledChange } from './choose.ts';
import { useActiveRows } from './use-active-rows.ts';

interface ChangesViewProps {
  readonly changes: readonly IncomingChange[];
  readonly choices: ImportChoices;
  readonly onChange: (update: (choices: ImportChoices) => ImportChoices) => void;
}

/** 与账簿的差异: what the book has already and the file says otherwise, taken or kept one by one. */
export function ChangesView({ changes, choices, onChange }: ChangesViewProps) {
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, changes.length - 1);
  const { scroller, virtualizer, onKeyDown } = useActiveRows({
    count: changes.length,
    active,
    estimate: () => 53,
    onActive: setActive,
  });
  useEffect(() => {
    // where nothing else has the keyboard, it begins here
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.matches('main.page') === true)
      scroller.current?.focus({ preventScroll: true });
  }, [scroller]);
  if (changes.length === 0) return <p className="import-note">账簿里已有的数，文件没有说别的。</p>;

  const kept = new Set(choices.kept);
  const keys = changes.map(({ key }) => key);
  const toggle = (key: string) => onChange((old) => withToggledChange(old, key));

  function onGridKey(event: KeyboardEvent) {
    const change = changes[active];
    if ((event.key === ' ' || event.key === 'Enter') && !event.ctrlKey && change) {
      event.preventDefault();
      toggle(change.key);
    } else onKeyDown(event);
  }

  return (
    <div className="changes-view">
      <div className="table-head">
        <p>
          账簿里已有、文件另有说法的 {changes.length} 格，取文件的{' '}
          {keys.filter((key) => !kept.has(key)).length} 格
        </p>
        <Button size="small" onClick={() => onChange((old) => withAllChanges(old, keys, false))}>
          全部取文件的
        </Button>
        <Button size="small" onClick={() => onChange((old) => withAllChanges(old, keys, true))}>
          全部保留账簿的
        </Button>
      </div>
      <div
        ref={scroller}
        role="grid"
        aria-label="与账簿的差异"
        aria-rowcount={changes.length + 1}
        aria-activedescendant={`change-${active}`}
        tabIndex={0}
        className="incoming-rows change-rows"
        onKeyDown={onGridKey}
      >
        <div role="rowgroup" className="incoming-head">
          <div role="row" className="incoming-line" aria-rowindex={1}>
            <div role="columnheader">取文件的</div>
            <div role="columnheader">哪一格</div>
            <div role="columnheader" className="figure-cell">
              账簿
            </div>
            <div role="columnheader" className="figure-cell">
              文件
            </div>
          </div>
        </div>
        <div role="rowgroup" className="incoming-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const change = changes[index];
            if (change === undefined) return null;
            const { key, address, mine, theirs, place } = change;
            const isTaken = !kept.has(key);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard
              <div
                key={key}
                ref={virtualizer.measureElement}
                id={`change-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === active}
                data-index={index}
                className={index === active ? 'incoming-line active active-row' : 'incoming-line'}
                style={{ top: start }}
                onClick={() => setActive(index)}
              >
                <div role="gridcell" className="take-cell">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    checked={isTaken}
                    aria-label={`${address} 取文件的`}
                    onChange={() => toggle(key)}
                  />
                </div>
                <div role="gridcell" className="change-cell">
                  {address}
                  <small>{place}</small>
                </div>
                <div role="gridcell" className={isTaken ? 'figure-cell given-up' : 'figure-cell'}>
                  {mine === '' ? '空' : mine}
                </div>
                <div role="gridcell" className={isTaken ? 'figure-cell' : 'figure-cell given-up'}>
                  {theirs === '' ? '空' : theirs}
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
