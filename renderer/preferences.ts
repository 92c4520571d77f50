import { useState } from 'react';

/** What a clerk sets for her own eyes and hands; it belongs to the machine, not to a book. */
interface Preferences {
  /** where Enter leads in a grid */
  readonly enterMoves: 'down' | 'right';
  /** of the grids; 1: 100 % */
  readonly gridZoom: number;
  /** px at 100 %, by sheet and column */
  readonly columnWidths: Readonly<Record<string, number>>;
  /** comparing columns that were shown or hidden by hand, by sheet and column */
  readonly shownColumns: Readonly<Record<string, boolean>>;
}

const DEFAULTS: Preferences = { enterMoves: 'down', gridZoom: 1, columnWidths: {}, shownColumns: {} };

/** Storage that cannot be read or written is no reason to stop anybody from working. */
function read<Key extends keyof Preferences>(key: Key): Preferences[Key] {
  try {
    const text = localStorage.getItem(key);
    const value: unknown = text === null ? null : JSON.parse(text);
    return typeof value === typeof DEFAULTS[key] && value !== null
      ? (value as Preferences[Key])
      : DEFAULTS[key];
  } catch {
    return DEFAULTS[key];
  }
}

export function usePreference<Key extends keyof Preferences>(
  key: Key,
): readonly [Preferences[Key], (value: Preferences[Key]) => void] {
  const [value, setValue] = useState(() => read(key));
  const set = (next: Preferences[Key]) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // it then holds until the page is left
    }
  };
  return [value, set];
}
