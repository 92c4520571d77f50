import { StoreButtons } from '../parts/store-buttons.tsx';
import { useStoredText } from '../use-stored-text.ts';

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
  const editor = useStoredText({ stored: body, onStore, onClose });
  return (
    <div className="beside-cell note-editor">
      <textarea
        ref={editor.area}
        aria-label="批注"
        rows={3}
        maxLength={LONGEST}
        value={editor.text}
        onChange={(event) => editor.setText(event.target.value)}
        onKeyDown={editor.onKeyDown}
      />
      <StoreButtons {...editor} />
    </div>
  );
}
