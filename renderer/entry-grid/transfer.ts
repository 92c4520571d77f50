import type { EditKind } from '../../core/entry/edit.ts';
import { placedBlock, type TextAt } from './block.ts';
import { parseTsv } from './clipboard.ts';
import { type FilledText, filledByKey, filledTexts, joined } from './fill.ts';
import type { Grid } from './grid.ts';
import type { GridLine, KeyedText } from './grid-types.ts';
import { clamped, type Range, selectionOf, spotsOf } from './selection.ts';

/**
 * Stores texts in many cells as one step. Read-only cells and places beyond the sheet get nothing, and are counted.
 *
 * @returns how many texts were refused
 */
function storeTexts(grid: Grid, texts: readonly FilledText[], kind: EditKind): number {
  const edits: KeyedText[] = [];
  let readOnly = 0;
  let outside = 0;
  for (const { text, ...spot } of texts) {
    const line = grid.lineAt(spot);
    const column = grid.columnAt(spot);
    if (line === undefined || column === undefined) outside += 1;
    else if (text === null || grid.isReadOnly(spot)) readOnly += 1;
    else if (grid.cellAt(spot)?.refused !== undefined || text !== grid.textAt(spot))
      edits.push({ line: line.id, column: column.id, text });
  }
  const refused = edits.length === 0 ? 0 : grid.props.onEdit(edits, kind);
  if (readOnly + outside > 0) grid.props.onSkipped({ readOnly, outside });
  return refused;
}

/** The lines that the selection reaches, those of sums left out. */
export function selectedLines({ range, sheet, layout }: Grid): GridLine[] {
  return sheet.lines.slice(Math.max(layout.pinned, range.top), range.bottom + 1);
}

/** The selected cells as they are stored, line by line. */
export function selectedTexts(grid: Grid): string[][] {
  const { top, bottom, left, right } = grid.range;
  if (grid.sheet.lines.length === 0) return [];
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) =>
      grid.textAt({ row: top + row, column: left + column }),
    ),
  );
}

export function pasteText(grid: Grid, clipboard: string): void {
  const block = parseTsv(clipboard);
  if (block.length === 0 || grid.sheet.lines.length === 0) return;
  const { range, texts } = placedBlock(block, grid.range);
  selectBlock(grid, range);
  storeTexts(grid, texts, 'paste');
}

export function clearCells(grid: Grid, kind: 'clear' | 'cut'): void {
  storeTexts(grid, textInAll(grid.range, ''), kind);
}

/** Ctrl+Enter: one text for all selected cells. */
export function storeEverywhere(grid: Grid, text: string): number {
  const refused = storeTexts(grid, textInAll(grid.range, text), 'key');
  return grid.cellAt(grid.selection.active)?.refused === undefined ? 0 : Math.max(1, refused);
}

function textInAll(range: Range, text: string): TextAt[] {
  return spotsOf(range).map((spot) => ({ ...spot, text }));
}

export function fillByKey(grid: Grid, along: 'down' | 'right'): void {
  const filled = filledByKey(grid.range, along);
  if (filled !== null) fill(grid, filled.source, filled.target);
}

/** Lets the fill handle go: the selection grows by what it has filled. */
export function fillByHandle(grid: Grid, target: Range): void {
  const source = grid.range;
  fill(grid, source, target);
  selectBlock(grid, joined(source, target));
}

function fill(grid: Grid, source: Range, target: Range): void {
  storeTexts(
    grid,
    // a sum put into one of its own parts would be counted twice
    filledTexts(source, target, (spot) => (grid.isReadOnly(spot) ? null : grid.textAt(spot))),
    'fill',
  );
}

function selectBlock(grid: Grid, range: Range): void {
  const last = clamped({ row: range.bottom, column: range.right }, grid.sheet);
  grid.select(selectionOf({ ...range, bottom: last.row, right: last.column }, grid.selection.active));
}
