import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useStoreOnLeaving } from './leaving.ts';

interface StoredTextOptions {
  /** what is in the book */
  readonly stored: string;
  /** what the editor begins with, where it is not that */
  readonly begun?: string | undefined;
  /** false: somebody else has the focus, and keeps it */
  readonly takesFocus?: boolean;
  /** @returns false: it was not stored */
  readonly onStore: (text: string) => boolean;
  /** the editor is left by closing what it stands in, and its text could not be stored */
  readonly onLost?: (text: string) => void;
  readonly onClose: () => void;
}

export interface StoredText {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly giveUp: () => void;
  readonly storeAndClose: () => void;
  /** Esc gives up, Ctrl+Enter stores */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A text that is written into the book: only Esc gives up what was typed, leaving in any other way stores it. */
export function useStoredText(options: StoredTextOptions): StoredText {
  const { stored, begun = stored, takesFocus = true, onClose } = options;
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(begun);
  const latest = useRef({ text, stored, options });
  latest.current.text = text.trim();
  latest.current.options = options;

  function store(): boolean {
    const { text: typed, stored: inBook } = latest.current;
    if (typed === inBook) return true;
    if (!latest.current.options.onStore(typed)) return false;
    latest.current.stored = typed;
    return true;
  }

  const storeLatest = useRef(store);
  storeLatest.current = store;
  useStoreOnLeaving(() => void store());
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it comes and goes
  useEffect(() => {
    const element = area.current;
    if (takesFocus) {
      element?.focus();
      element?.setSelectionRange(element.value.length, element.value.length);
    }
    return () => {
      if (!storeLatest.current()) latest.current.options.onLost?.(latest.current.text);
    };
  }, []);

  function giveUp() {
    latest.current.stored = latest.current.text;
    onClose();
  }

  function storeAndClose() {
    if (store()) onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Enter' && event.ctrlKey) storeAndClose();
    else return;
    event.stopPropagation();
    event.preventDefault();
  }

  return { area, text, setText, giveUp, storeAndClose, onKeyDown };
}
