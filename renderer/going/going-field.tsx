import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { OpenedBook, Scope } from '../../core/api.ts';
import { call } from '../bridge.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { steppedIndex } from '../step.ts';
import { useReply } from '../use-reply.ts';
import { type Destination, foundDestinations, ownDestinations, type Target } from './destinations.ts';

interface GoingFieldProps {
  readonly book: OpenedBook;
  readonly scope: Scope;
  readonly onGo: (target: Target) => void;
}

/** ms after the last key before the book is asked: it has better to do while somebody types */
const PAUSE = 120;

/** What was typed, once nothing more has been for a moment. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

/** 转到: a page, a 科目, an amount, a public table or a unit by what is typed of it. */
export function GoingField({ book, scope, onGo }: GoingFieldProps) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const list = useId();
  const query = typed.trim();
  const settled = useSettled(query);
  const { year, unit } = scope;
  const asked = isOpen && settled !== '' ? { year, unit, query: settled } : null;
  const answered = useReply(asked, (question) => call('find', question));
  const reply = answered?.question.query === query ? answered.reply : null;
  const destinations = [
    ...ownDestinations(query, book, year),
    ...(reply?.ok ? foundDestinations(reply.value, year, book.money) : []),
  ];
  const index = Math.min(chosen, destinations.length - 1);
  const current = destinations[index];
  const isShown = isOpen && query !== '';

  useShortcut('Ctrl+G', () => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement !== input.current)
      before.current = activeElement;
    input.current?.focus();
    input.current?.select();
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever is chosen is seen
  useEffect(() => {
    document.getElementById(`${list}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, index, isShown]);

  function leave() {
    setTyped('');
    setOpen(false);
    setChosen(0);
  }

  function go({ target }: Destination) {
    leave();
    // the page that is shown next takes it
    input.current?.blur();
    onGo(target);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter then chooses what the input method offers
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = steppedIndex(event.key, index, destinations.length);
      if (next !== null) setChosen(next);
    } else if (event.key === 'Enter') {
      if (current !== undefined) go(current);
    } else if (event.key === 'Escape') {
      leave();
      if (before.current?.isConnected === true) before.current.focus();
      else input.current?.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className="going-field">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="转到"
        aria-keyshortcuts={ariaKeys('Ctrl+G')}
        aria-expanded={isShown && destinations.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isShown && current ? `${list}-${index}` : undefined}
        placeholder="科目、金额、表"
        maxLength={80}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setChosen(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {typed === '' && <KeyHint keys="Ctrl+G" />}
      <div className="going-list" hidden={!isShown}>
        <div id={list} role="listbox" aria-label="可以转到">
          {destinations.map((destination, at) => (
            <div
              key={destination.id}
              id={`${list}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === index}
              onPointerDown={(event) => {
                event.preventDefault();
                go(destination);
              }}
            >
              <small>{destination.sort}</small>
              <span className="going-name">{destination.name}</span>
              <span className="going-detail">{destination.detail}</span>
            </div>
          ))}
        </div>
        {reply?.ok === false && <p>{reply.error.message}</p>}
        {reply?.ok === true && destinations.length === 0 && (
          <p>没有找到。合计等算出来的数不在内，金额按账簿单位录。</p>
        )}
      </div>
    </search>
  );
}
