import { describe, expect, it } from 'vitest';
import { type Command, commandOf, type Mode } from './keys.ts';

const bare = { code: '', ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };

describe('a key', () => {
  it.each<[object, Mode, Command | null]>([
    [{ key: 'Enter' }, 'nav', { kind: 'enter', back: false }],
    [{ key: 'Enter', code: 'NumpadEnter' }, 'enter', { kind: 'enter', back: false }],
    [{ key: 'Enter', shiftKey: true }, 'edit', { kind: 'enter', back: true }],
    [{ key: 'Enter', ctrlKey: true }, 'enter', { kind: 'store-everywhere' }],
    [{ key: 'Enter', ctrlKey: true }, 'nav', null],
    [{ key: 'ArrowDown' }, 'nav', { kind: 'step', step: 'down', extend: false }],
    [{ key: 'ArrowDown' }, 'enter', { kind: 'step', step: 'down', extend: false }],
    // in the text the arrows are the browser's
    [{ key: 'ArrowDown' }, 'edit', null],
    [{ key: 'Home' }, 'edit', null],
    [
      { key: 'ArrowLeft', ctrlKey: true, shiftKey: true },
      'nav',
      { kind: 'step', step: 'edge-left', extend: true },
    ],
    [{ key: 'End', ctrlKey: true }, 'nav', { kind: 'step', step: 'last', extend: false }],
    [{ key: 'PageDown', shiftKey: true }, 'nav', { kind: 'step', step: 'page-down', extend: true }],
    // the next fund: the page's
    [{ key: 'PageDown', ctrlKey: true }, 'nav', null],
    [{ key: 'Delete' }, 'nav', { kind: 'clear' }],
    [{ key: 'Delete' }, 'enter', null],
    [{ key: 'z', code: 'KeyZ', ctrlKey: true }, 'nav', { kind: 'undo' }],
    [{ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, 'nav', { kind: 'redo' }],
    [{ key: 'Process', code: 'KeyY', ctrlKey: true }, 'nav', { kind: 'redo' }],
    // the text has an undo of its own
    [{ key: 'z', code: 'KeyZ', ctrlKey: true }, 'edit', null],
    [{ key: ' ', code: 'Space', shiftKey: true }, 'nav', { kind: 'rows' }],
    [{ key: 'ArrowRight', altKey: true }, 'nav', { kind: 'open' }],
    [{ key: 'F2', shiftKey: true }, 'nav', { kind: 'note' }],
    [{ key: '=', ctrlKey: true }, 'edit', { kind: 'zoom', by: 1 }],
    [{ key: '+', code: 'NumpadAdd', ctrlKey: true }, 'nav', { kind: 'zoom', by: 1 }],
    // printable keys are typed by the browser
    [{ key: '1', code: 'Digit1' }, 'nav', null],
    [{ key: 'a', code: 'KeyA' }, 'nav', null],
    [{ key: '=' }, 'nav', null],
    [{ key: ' ', code: 'Space' }, 'nav', null],
    [{ key: 'c', code: 'KeyC', ctrlKey: true }, 'nav', null],
    [{ key: 'Enter', metaKey: true }, 'nav', null],
  ])('%j in mode %s: %j', (press, mode, command) => {
    expect(commandOf({ key: '', ...bare, ...press }, mode)).toEqual(command);
  });
});
