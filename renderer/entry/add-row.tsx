import { type CSSProperties, type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import type { RowSuggestion } from '../../core/entry/suggest-rows.ts';
import type { SheetDefinition } from '../../core/figures/sheets.ts';

export interface AddRowWords {
  readonly placeholder: string;
  /** said where nothing fits what was typed */
  readonly nothing: string;
}

/** What can be added to a sheet, in words. */
export function addRowWords(sheet: SheetDefinition): AddRowWords {
  const isEconomic = sheet.rows.kind === 'economic';
  const placeholder = `编码、名称或拼音首字母，如 ${isEconomic ? 'bgf' : 'xzyx'}`;
  return {
    placeholder: sheet.rows.kind === 'function-or-blank' ? `${placeholder}，或不分项` : placeholder,
    nothing: `没有这样的${isEconomic ? '款' : '项'}级科目，换编码、名称或拼音首字母再找。`,
  };
}

interface AddRowProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly words: AddRowWords;
  readonly suggest: (query: string) => readonly RowSuggestion[];
  readonly onAdd: (suggestion: RowSuggestion) => void;
  /** back to the grid, nothing added */
  readonly onCancel: () => void;
}

/** px that the longest list needs */
const LIST_HEIGHT = 260;

/** Below the field, or above it where there is no room; over the grid, which would cut it off. */
function placeAt(input: HTMLInputElement | null): CSSProperties {
  const box = input?.getBoundingClientRect();
  if (box === undefined) return {};
  return box.bottom + LIST_HEIGHT < window.innerHeight
    ? { left: box.left, top: box.bottom + 2 }
    : { left: box.left, bottom: window.innerHeight - box.top + 2 };
}

/** The line behind the last one: a 项 or 款 by code, name or 拼音 initials. */
export function AddRow({ ref, words, suggest, onAdd, onCancel }: AddRowProps) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const listId = useId();
  const suggestions = suggest(query);
  const isOpen = hasFocus && (query.trim() !== '' || suggestions.length > 0);
  const current = suggestions[Math.min(chosen, suggestions.length - 1)];
  const optionId = (suggestion: RowSuggestion) => `${listId}-${suggestion.row}`;

  function add(suggestion: RowSuggestion) {
    setQuery('');
    setChosen(0);
    onAdd(suggestion);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter then chooses what the input method offers
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setChosen((old) => Math.max(0, Math.min(suggestions.length - 1, old + step)));
    else if (event.key === 'Enter' && current !== undefined) add(current);
    else if (event.key === 'Escape') {
      setQuery('');
      onCancel();
    } else return;
    event.preventDefault();
  }

  return (
    <div className="add-row">
      <span aria-hidden="true">＋</span>
      <input
        ref={ref}
        role="combobox"
        aria-label="加科目"
        aria-expanded={isOpen && suggestions.length > 0}
        aria-controls={listId}
        aria-activedescendant={isOpen && current ? optionId(current) : undefined}
        placeholder={words.placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        onKeyDown={onKeyDown}
      />
      {isOpen &&
        createPortal(
          <div
            id={listId}
            className="add-list"
            role="listbox"
            aria-label="可加的科目"
            style={placeAt(ref.current)}
          >
            {suggestions.map((suggestion) => (
              <div
                key={suggestion.row}
                id={optionId(suggestion)}
                role="option"
                tabIndex={-1}
                aria-selected={suggestion === current}
                onPointerDown={(event) => {
                  event.preventDefault();
                  add(suggestion);
                }}
              >
                <span className="add-code">{suggestion.code}</span>
                <span>{suggestion.name}</span>
                {suggestion.remark !== '' && <span className="add-remark">{suggestion.remark}</span>}
              </div>
            ))}
            {suggestions.length === 0 && <p>{words.nothing}</p>}
          </div>,
          document.body,
        )}
    </div>
  );
}
