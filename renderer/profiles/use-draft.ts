import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStoreOnLeaving } from '../leaving.ts';

export interface Draft {
  readonly text: string;
  /** why what was typed is not stored, in one sentence */
  readonly fault: string | null;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface DraftOptions {
  readonly value: string;
  /** Enter begins a new line, and Ctrl+Enter stores */
  readonly isMultiline: boolean;
  readonly onCommit: (text: string) => Promise<string | null>;
}

/** What is being typed into a field: stored when the field is left or on Enter, given up with Esc. */
export function useDraft({ value, isMultiline, onCommit }: DraftOptions): Draft {
  /** `null`: nothing was typed, or it is stored */
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef({ typed, value, onCommit });
  latest.current = { ...latest.current, value, onCommit };

  function type(text: string | null) {
    latest.current.typed = text;
    setTyped(text);
  }

  async function commit() {
    const { typed: text, value: stored, onCommit: store } = latest.current;
    if (text === null) return;
    if (text.trim() === stored) {
      type(null);
      setFault(null);
      return;
    }
    const refused = await store(text.trim());
    setFault(refused);
    // typed on meanwhile, or refused: the words stay
    if (refused === null && latest.current.typed === text) type(null);
  }

  const commitLatest = useRef(commit);
  commitLatest.current = commit;
  useStoreOnLeaving(() => void commit());
  // another table or tab takes the place of the field without its being left
  useEffect(() => () => void commitLatest.current(), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape' && latest.current.typed !== null) {
      event.stopPropagation();
      type(null);
      setFault(null);
    } else if (event.key === 'Enter' && (!isMultiline || event.ctrlKey)) {
      event.preventDefault();
      void commit();
    }
  }

  return { text: typed ?? value, fault, onChange: type, onBlur: () => void commit(), onKeyDown };
}
