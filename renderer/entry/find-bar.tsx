import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Found } from '../../core/entry/find.ts';
import { CloseButton } from '../parts/close-button.tsx';
import { KeyHint } from '../parts/key-hint.tsx';

interface FindBarProps {
  readonly find: (query: string) => readonly Found[];
  readonly onShow: (found: Found) => void;
  readonly onClose: () => void;
}

/** Looks for a line by code or name, or for an amount. */
export function FindBar({ find, onShow, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const found = find(query);
  useEffect(() => input.current?.focus(), []);

  function show(next: number, among: readonly Found[]) {
    const place = among[next];
    setIndex(next);
    if (place !== undefined) onShow(place);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && found.length > 0) {
      show((index + (event.shiftKey ? found.length - 1 : 1)) % found.length, found);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className="find-bar">
      <input
        ref={input}
        type="text"
        aria-label="查找"
        placeholder="编码、名称、拼音首字母或金额"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          show(0, find(event.target.value));
        }}
        onKeyDown={onKeyDown}
      />
      <output>
        {query.trim() === ''
          ? ''
          : found.length === 0
            ? '没有找到'
            : `第 ${Math.min(index, found.length - 1) + 1} 处，共 ${found.length} 处`}
      </output>
      <KeyHint keys="Enter" /> 下一处 <KeyHint keys="Shift+Enter" /> 上一处
      <CloseButton label="收起查找" onClick={onClose} />
    </search>
  );
}
