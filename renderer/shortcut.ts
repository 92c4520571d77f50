import { useEffect, useEffectEvent } from 'react';

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey' | 'isComposing'
>;

/** Whether a key press is the one written as `Ctrl+Shift+E` or `Ctrl+PageDown`. */
export function isShortcut(press: KeyPress, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  // an input method may put another character, or none, in `key`
  const isKey = press.key.toLowerCase() === key.toLowerCase() || press.code === `Key${key}`;
  return (
    isKey &&
    !press.isComposing &&
    !press.metaKey &&
    press.ctrlKey === parts.includes('Ctrl') &&
    press.shiftKey === parts.includes('Shift') &&
    press.altKey === parts.includes('Alt')
  );
}

/** Does something on a key, wherever the focus is, as long as the component is there. */
export function useShortcut(keys: string, act: () => void): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (!isShortcut(event, keys)) return;
    event.preventDefault();
    if (!event.repeat) act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onPress(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** For `aria-keyshortcuts`, which spells the keys otherwise than we print them. */
export function ariaKeys(keys: string): string {
  return keys.replace('Ctrl', 'Control');
}
