import { Button } from 'antd';
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { ViewColumn } from '../../core/entry/sheet-columns.ts';

interface ColumnMenuProps {
  /** those that can be hidden: what 决算 is compared with */
  readonly columns: readonly ViewColumn[];
  readonly isShown: (column: ViewColumn) => boolean;
  readonly onShown: (column: ViewColumn, shown: boolean) => void;
}

/** Which comparing columns stand beside 决算. */
export function ColumnMenu({ columns, isShown, onShown }: ColumnMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  if (columns.length === 0) return null;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what happens to its button and boxes
    <div className="column-menu" onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button
        ref={opener}
        size="small"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        列
      </Button>
      {isOpen && (
        <fieldset id={id} aria-label="显示的列">
          {columns.map((column) => (
            <label key={column.id}>
              <input
                type="checkbox"
                checked={isShown(column)}
                onChange={(event) => onShown(column, event.target.checked)}
              />
              {column.title}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
