import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useCallback } from 'react';
import { inOneLine, toHtml, toTsv } from './clipboard.ts';
import { perform } from './commands.ts';
import { clearInput, commit, endComposition, openCell } from './editor.ts';
import type { Grid } from './grid.ts';
import type { GridSource } from './grid-types.ts';
import { commandOf, type Mode } from './keys.ts';
import type { Layout } from './layout.ts';
import { cellName, cellTip, shownText } from './names.ts';
import type { Spot } from './selection.ts';
import { clearCells, pasteText, selectedTexts } from './transfer.ts';

interface CellInputProps {
  readonly grid: Grid;
  readonly source: GridSource;
  readonly layout: Layout;
  /** of the grid, where no cell has the focus */
  readonly label: string;
  readonly mode: Mode;
  readonly active: Spot;
}

/** The browser's own name for a key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * The field over the active cell. It has the focus all the time, empty and unseen while cells are walked over: what is
 * typed goes into it without our doing, so an input method has its first key too.
 */
export function CellInput({ grid, source, layout, label, mode, active }: CellInputProps) {
  const ref = useCallback(
    (element: HTMLTextAreaElement | null) => {
      grid.input = element;
    },
    [grid],
  );
  const line = source.lines[active.row];
  const place = layout.places[active.column];
  const cell = line && place && source.cell(line, place.column);
  const name = line && place && cell ? cellName(line, place.name, shownText(cell)) : label;
  const isRefused = cell?.refused !== undefined;

  function onKeyDown(event: KeyboardEvent) {
    const { isComposing, keyCode } = event.nativeEvent;
    if (isComposing || grid.isComposing || keyCode === TAKEN_BY_INPUT_METHOD) return;
    const command = commandOf(event.nativeEvent, grid.mode);
    if (command === null || !perform(grid, command)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onInput(event: FormEvent<HTMLTextAreaElement>) {
    const { value } = event.currentTarget;
    if (grid.draft !== null) {
      grid.reveal(active);
      grid.props.onEditing(value);
      return;
    }
    openCell(grid, 'enter', value);
    if (grid.draft !== null) return;
    // the cell is read-only
    if (grid.isComposing) endComposition(grid);
    clearInput(grid);
    grid.props.onSkipped({ readOnly: 1, outside: 0, isTyped: true });
  }

  function onCompositionStart() {
    grid.isComposing = true;
    if (grid.draft === null) openCell(grid, 'enter', '');
  }

  function onCompositionEnd() {
    grid.isComposing = false;
    if (grid.draft === null) clearInput(grid);
  }

  /** Who points into the text means its caret from now on. */
  function onPointerDown() {
    if (grid.mode === 'enter') grid.change({ mode: 'edit' });
  }

  function onCopy(event: ClipboardEvent) {
    if (grid.draft !== null || source.lines.length === 0) return;
    event.preventDefault();
    const texts = selectedTexts(grid);
    event.clipboardData.setData('text/plain', toTsv(texts));
    event.clipboardData.setData('text/html', toHtml(texts));
  }

  function onCut(event: ClipboardEvent) {
    if (grid.draft !== null) return;
    onCopy(event);
    clearCells(grid, 'cut');
  }

  function onPaste(event: ClipboardEvent) {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (grid.draft === null) pasteText(grid, text);
    // the only way in that the browser's own undo knows of
    else document.execCommand('insertText', false, inOneLine(text));
  }

  return (
    <textarea
      ref={ref}
      rows={1}
      className={`entry-input ${place?.column.align ?? 'left'}${mode === 'nav' ? '' : ' open'}${isRefused ? ' refused' : ''}`}
      aria-label={name}
      aria-description={cell && cellTip(cell, null)}
      aria-invalid={isRefused || undefined}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onInput={onInput}
      onCompositionStart={onCompositionStart}
      onCompositionEnd={onCompositionEnd}
      onPointerDown={onPointerDown}
      onBlur={() => commit(grid, 'leaving')}
      onCopy={onCopy}
      onCut={onCut}
      onPaste={onPaste}
    />
  );
}
