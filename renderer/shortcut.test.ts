import { describe, expect, it } from 'vitest';
import { isShortcut } from './shortcut.ts';

const bare = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, isComposing: false };

describe('a shortcut', () => {
  it.each([
    ['Ctrl+E', { key: 'e', code: 'KeyE', ctrlKey: true }, true],
    ['Ctrl+E', { key: 'E', code: 'KeyE', ctrlKey: true }, true],
    ['Ctrl+E', { key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true }, false],
    ['Ctrl+Shift+E', { key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true }, true],
    ['Ctrl+E', { key: 'Process', code: 'KeyE', ctrlKey: true }, true],
    ['Ctrl+E', { key: 'e', code: 'KeyE', ctrlKey: true, isComposing: true }, false],
    ['Ctrl+E', { key: 'e', code: 'KeyE' }, false],
    ['Ctrl+PageDown', { key: 'PageDown', code: 'PageDown', ctrlKey: true }, true],
    ['Escape', { key: 'Escape', code: 'Escape' }, true],
  ])('%s and the press %j: %s', (keys, press, expected) => {
    expect(isShortcut({ ...bare, ...press }, keys)).toBe(expected);
  });
});
