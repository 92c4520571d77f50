import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStoreOnLeaving } from '../leaving.ts';
import { KeyHint } from '../parts/key-hint.tsx';

interface NoteEditorProps {
  readonly body: string;
  /**
   * `''`: the note is taken away
   *
   * @returns false: it was not stored
   */
  readonly onStore: (body: string) => boolean;
  readonly onClose: () => void;
}

/** Long enough for any remark; a whole document belongs elsewhere. */
const LONGEST = 2000;

/** Writes the note of a cell. As with a cell, only Esc gives up what was typed: leaving in any other way stores it. */
export function NoteEditor({ body, onStore, onClose }: NoteEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(body);
  const latest = useRef({ text, stored: body, onStore });
  latest.current.text = text.trim();
  latest.current.onStore = onStore;

  function store(): boolean {
    const { text: typed, stored } = latest.current;
    if (typed === stored) return true;
    if (!latest.current.onStore(typed)) return false;
    latest.current.stored = typed;
    return true;
  }

  const storeLatest = useRef(store);
  storeLatest.current = store;
  useStoreOnLeaving(() => void store());
  useEffect(() => {
    area.current?.focus();
    return () => void storeLatest.current();
  }, []);

  function giveUp() {
    latest.current.stored = latest.current.text;
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Enter' && event.ctrlKey) storeAndClose();
    else return;
    event.preventDefault();
  }

  function storeAndClose() {
    if (store()) onClose();
  }

  return (
    <div className="beside-cell note-editor">
      <textarea
        ref={area}
        aria-label="批注"
        rows={3}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div>
        <Button size="small" type="primary" onClick={storeAndClose}>
          存入
          <KeyHint keys="Ctrl+Enter" />
        </Button>
        <Button size="small" onClick={giveUp}>
          放弃
          <KeyHint keys="Esc" />
        </Button>
      </div>
    </div>
  );
}
