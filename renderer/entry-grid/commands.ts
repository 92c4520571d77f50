import { abandon, commit, openCell } from './editor.ts';
import type { Grid } from './grid.ts';
import type { Command } from './keys.ts';
import { only, type Spot, selectionOf } from './selection.ts';
import { type Step, stepped, walked, walksInside } from './steps.ts';
import { clearCells, fillByKey, selectedLines, storeEverywhere } from './transfer.ts';
import { nextZoom } from './zoom.ts';

/** Does what a key asks for. @returns false: there was nothing to do, and the key is the page's */
export function perform(grid: Grid, command: Command): boolean {
  switch (command.kind) {
    case 'enter':
    case 'tab':
      if (commit(grid, 'key')) goOn(grid, command.kind, command.back);
      return true;
    case 'step':
      if (commit(grid, 'key')) step(grid, command.step, command.extend);
      return true;
    case 'store-everywhere':
      commit(grid, 'key', (text) => storeEverywhere(grid, text));
      return true;
    case 'edit':
      if (grid.draft === null) openCell(grid, 'edit', null);
      else grid.change({ mode: grid.mode === 'edit' ? 'enter' : 'edit' });
      return true;
    case 'note':
      if (commit(grid, 'key')) withActive(grid, grid.props.onNote);
      return true;
    case 'escape':
      return giveUp(grid);
    case 'zoom':
      grid.props.onZoom(nextZoom(grid.props.zoom, command.by));
      return true;
    default:
      WALKING[command.kind](grid);
      return true;
  }
}

type Walking = Exclude<
  Command['kind'],
  'enter' | 'tab' | 'step' | 'store-everywhere' | 'edit' | 'note' | 'escape' | 'zoom'
>;

const WALKING: Readonly<Record<Walking, (grid: Grid) => void>> = {
  clear: (grid) => clearCells(grid, 'clear'),
  'delete-rows': (grid) => grid.props.onDeleteRows?.(selectedLines(grid)),
  retype: (grid) => openCell(grid, 'enter', ''),
  'fill-down': (grid) => fillByKey(grid, 'down'),
  'fill-right': (grid) => fillByKey(grid, 'right'),
  undo: (grid) => grid.props.onUndo(),
  redo: (grid) => grid.props.onRedo(),
  all: (grid) => selectWhole(grid, 'all'),
  rows: (grid) => selectWhole(grid, 'rows'),
  columns: (grid) => selectWhole(grid, 'columns'),
  open: (grid) => toggle(grid, true),
  close: (grid) => toggle(grid, false),
};

/** Enter and Tab: inside a range round about it, else to the next cell. */
function goOn(grid: Grid, key: 'enter' | 'tab', back: boolean): void {
  const { selection, tabStart } = grid;
  const along = key === 'tab' ? 'right' : grid.props.enterMoves;
  if (walksInside(selection)) {
    const next = walked(selection, along, back);
    grid.select(next);
    grid.reveal(next.active);
    return;
  }
  if (key === 'tab') grid.tabStart ??= grid.columnAt(selection.active)?.id ?? null;
  else grid.tabStart = null;
  const returns = key === 'enter' && along === 'down' && tabStart !== null;
  const began = returns ? grid.sheet.columns.findIndex(({ id }) => id === tabStart) : -1;
  const from = began < 0 ? selection.active : { ...selection.active, column: began };
  grid.goTo(nextKeyed(grid, from, directionOf(along, back)));
}

/** The next cell that takes something: who keys column after column is not led onto sums. Where there is none, the next one. */
function nextKeyed(grid: Grid, from: Spot, direction: Step): Spot {
  const next = stepped(from, direction, grid.ground);
  if (direction === 'up' || direction === 'down') {
    if (grid.columnAt(from)?.keyed !== true) return next;
  }
  let [last, spot] = [from, next];
  while (grid.isReadOnly(spot)) {
    last = spot;
    spot = stepped(spot, direction, grid.ground);
    if (spot.row === last.row && spot.column === last.column) return next;
  }
  return spot;
}

function directionOf(along: 'down' | 'right', back: boolean): Step {
  if (along === 'down') return back ? 'up' : 'down';
  return back ? 'left' : 'right';
}

function step(grid: Grid, where: Step, extend: boolean): void {
  const { far, active } = grid.selection;
  grid.tabStart = null;
  grid.goTo(stepped(extend ? far : active, where, grid.ground), extend);
}

/** Esc: what is being typed, or else what was refused here. @returns false: there was neither */
function giveUp(grid: Grid): boolean {
  if (grid.draft !== null) {
    abandon(grid);
    return true;
  }
  if (grid.cellAt(grid.selection.active)?.refused === undefined) return false;
  withActive(grid, grid.props.onDiscard);
  return true;
}

function selectWhole(grid: Grid, what: 'all' | 'rows' | 'columns'): void {
  const { range } = grid;
  const { active } = grid.selection;
  const { lines, columns } = grid.sheet;
  const rows = what === 'rows' ? range : { top: 0, bottom: Math.max(0, lines.length - 1) };
  const across = what === 'columns' ? range : { left: 0, right: Math.max(0, columns.length - 1) };
  grid.select(
    selectionOf({ top: rows.top, bottom: rows.bottom, left: across.left, right: across.right }, active),
  );
}

function toggle(grid: Grid, open: boolean): void {
  const line = grid.lineAt(grid.selection.active);
  if (line === undefined || line.expanded !== !open) return;
  grid.select(only(grid.selection.active));
  grid.props.onToggle(line);
}

function withActive(grid: Grid, act: (place: { line: string; column: string }) => void): void {
  const { active }: { active: Spot } = grid.selection;
  const line = grid.lineAt(active);
  const column = grid.columnAt(active);
  if (line !== undefined && column !== undefined) act({ line: line.id, column: column.id });
}
