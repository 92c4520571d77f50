import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { KeyHint } from '../parts/key-hint.tsx';

interface NoteEditorProps {
  readonly body: string;
  /** `''`: the note is taken away */
  readonly onStore: (body: string) => void;
  readonly onCancel: () => void;
}

/** Long enough for any remark; a whole document belongs elsewhere. */
const LONGEST = 2000;

export function NoteEditor({ body, onStore, onCancel }: NoteEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(body);
  useEffect(() => area.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && event.ctrlKey) onStore(text.trim());
    else return;
    event.preventDefault();
  }

  return (
    <div className="beside-cell note-editor" role="dialog" aria-label="批注">
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
        <Button size="small" type="primary" onClick={() => onStore(text.trim())}>
          存入
          <KeyHint keys="Ctrl+Enter" />
        </Button>
        <Button size="small" onClick={onCancel}>
          放弃
          <KeyHint keys="Esc" />
        </Button>
      </div>
    </div>
  );
}
