import type { Direction, Step } from './steps.ts';

/**
 * `nav`: cells are walked over. `enter`: a text is being typed into a cell, and the arrows go on to the next.
 * `edit`: the arrows move the caret in the text. As in Excel; F2 changes between the last two.
 */
export type Mode = 'nav' | 'enter' | 'edit';

export type Command =
  | { readonly kind: 'enter' | 'tab'; readonly back: boolean }
  | { readonly kind: 'step'; readonly step: Step; readonly extend: boolean }
  | { readonly kind: 'zoom'; readonly by: -1 | 0 | 1 }
  | {
      readonly kind:
        | 'store-everywhere'
        | 'edit'
        | 'note'
        | 'escape'
        | 'clear'
        | 'delete-rows'
        | 'retype'
        | 'fill-down'
        | 'fill-right'
        | 'undo'
        | 'redo'
        | 'all'
        | 'rows'
        | 'columns'
        | 'open'
        | 'close';
    };

type Commands = Readonly<Record<string, Command>>;

const IN_EVERY_MODE: Commands = {
  Enter: { kind: 'enter', back: false },
  'Shift+Enter': { kind: 'enter', back: true },
  Tab: { kind: 'tab', back: false },
  'Shift+Tab': { kind: 'tab', back: true },
  F2: { kind: 'edit' },
  'Shift+F2': { kind: 'note' },
  Escape: { kind: 'escape' },
  'Ctrl+=': { kind: 'zoom', by: 1 },
  'Ctrl++': { kind: 'zoom', by: 1 },
  'Ctrl+Shift++': { kind: 'zoom', by: 1 },
  'Ctrl+-': { kind: 'zoom', by: -1 },
  'Ctrl+0': { kind: 'zoom', by: 0 },
};

const WHILE_EDITING: Commands = { 'Ctrl+Enter': { kind: 'store-everywhere' } };

const WHILE_WALKING: Commands = {
  Delete: { kind: 'clear' },
  'Ctrl+Delete': { kind: 'delete-rows' },
  Backspace: { kind: 'retype' },
  'Ctrl+D': { kind: 'fill-down' },
  'Ctrl+R': { kind: 'fill-right' },
  'Ctrl+Z': { kind: 'undo' },
  'Ctrl+Y': { kind: 'redo' },
  'Ctrl+Shift+Z': { kind: 'redo' },
  'Ctrl+A': { kind: 'all' },
  'Shift+Space': { kind: 'rows' },
  'Ctrl+Space': { kind: 'columns' },
  'Alt+ArrowRight': { kind: 'open' },
  'Alt+ArrowLeft': { kind: 'close' },
};

const STEPS: Readonly<Record<string, Step>> = {
  ...arrows((direction) => direction, ''),
  ...arrows((direction) => `edge-${direction}`, 'Ctrl+'),
  Home: 'home',
  End: 'end',
  'Ctrl+Home': 'first',
  'Ctrl+End': 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

function arrows(step: (direction: Direction) => Step, modifier: string): Record<string, Step> {
  const directions = { Up: 'up', Down: 'down', Left: 'left', Right: 'right' } as const;
  return Object.fromEntries(
    Object.entries(directions).map(([key, direction]) => [`${modifier}Arrow${key}`, step(direction)]),
  );
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

/**
 * What a key does in a mode; `null`: nothing of ours. Printable keys are never ours: the browser types them into the
 * focused field, and an input method gets its first key.
 */
export function commandOf(press: KeyPress, mode: Mode): Command | null {
  if (press.metaKey) return null;
  const chord = chordOf(press);
  const always = IN_EVERY_MODE[chord];
  if (always !== undefined) return always;
  const own = mode === 'nav' ? WHILE_WALKING[chord] : WHILE_EDITING[chord];
  if (own !== undefined) return own;
  const step = STEPS[chord.replace('Shift+', '')];
  return step === undefined || mode === 'edit' ? null : { kind: 'step', step, extend: press.shiftKey };
}

/** The key with what is held down: `Ctrl+Shift+Z`. */
function chordOf({ key, code, ctrlKey, altKey, shiftKey }: KeyPress): string {
  // an input method may put another character, or none, in `key`
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const name = key === ' ' || code === 'Space' ? 'Space' : /^[a-z]$/i.test(key) ? key.toUpperCase() : key;
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift'].filter((part) => part !== false);
  return [...held, ctrlKey && letter !== undefined ? letter : name].join('+');
}
