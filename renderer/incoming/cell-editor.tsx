import { type KeyboardEvent, useEffect, useRef } from 'react';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  readonly isFigure: boolean;
  readonly onStore: (text: string) => void;
  /** @param goesOn true: by a key, so the keyboard goes on in the grid */
  readonly onClose: (goesOn: boolean) => void;
}

/** The text of a cell of the file, while it is mended. Leaving it keeps what was typed; only Esc gives it up. */
export function CellEditor({ label, text, isFigure, onStore, onClose }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => input.current?.select(), []);

  function close(stores: boolean, goesOn: boolean) {
    if (isDone.current) return;
    isDone.current = true;
    const typed = input.current?.value.trim() ?? text;
    if (stores && typed !== text) onStore(typed);
    onClose(goesOn);
  }

  function onKeyDown(event: KeyboardEvent) {
    // none of the grid's keys, and none of the page's but those that move on to another place
    if (!/^F\d/.test(event.key)) event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') close(true, true);
    else if (event.key === 'Escape') close(false, true);
    else if (event.key === 'Tab') close(true, true);
    else return;
    event.preventDefault();
  }

  return (
    <input
      ref={input}
      // it was asked for by a key or a click in its cell
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus
      className={isFigure ? 'mend-input figure' : 'mend-input'}
      aria-label={label}
      defaultValue={text}
      maxLength={200}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={() => close(true, false)}
    />
  );
}
